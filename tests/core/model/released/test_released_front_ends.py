"""The two front ends of the release, number by number."""

import pytest
import torch

from cass_core.model.front_end import FrontEnd
from cass_core.model.released.front_ends import front_end

# real and imaginary divisor of speech, effects, music and the mixture; none, and no limit
EXPECTED = {
    ("released", False): ((2.2, 1.3), (2.2, 1.6), (2.2, 1.6), (2.2, 1.3)),
    ("released", True): ((2.2, 1.3), (2.2, 1.6), (2.2, 1.6), (2.2, 1.3)),
    ("trained", False): ((2.2, 1.3), (2.2, 1.6), (2.2, 1.6), (2.2, 1.6)),
    ("trained", True): ((1, 1),) * 4,
}


@pytest.mark.parametrize(("name", "takes_picture"), EXPECTED)
def test_what_the_network_sees(name, takes_picture):
    config = front_end(name, takes_picture=takes_picture)
    front, rows = FrontEnd.of(config), EXPECTED[name, takes_picture]
    generator = torch.Generator().manual_seed(1)
    stems = torch.randn(2, 3, 256, 7, dtype=torch.complex64, generator=generator)
    stems[0, :, 3] *= 1000  # far above what the limit lets through
    unit = torch.ones(2)
    for sound, divisors in ((stems, rows[:3]), (stems[:, :1], rows[3:])):
        seen = front.encode(sound, unit).unflatten(1, (-1, 2))
        root = 0.15 * sound / sound.abs().sqrt()
        for number, (real, imaginary) in enumerate(divisors):
            expected = torch.stack(
                [root[:, number].real / real, root[:, number].imag / imaginary], 1
            )
            expected = expected.clamp(-1, 1) if config.divisors else expected
            torch.testing.assert_close(seen[:, number], expected)
    quiet = stems / 100
    back = front.decode(front.encode(quiet[1:], unit[1:]), unit[1:])
    torch.testing.assert_close(back, quiet[1:], rtol=1e-4, atol=1e-6)
    assert (front.encode(stems, unit).abs().max() > 1) == (config.divisors is None)
