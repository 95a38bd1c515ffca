"""Effects made from noise: ambiences that last and impacts that decay."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.sounds.made_ambiences import AMBIENCE_MAKERS
from cass_core.synthesis.sounds.made_impacts import IMPACT_MAKERS
from cass_core.synthesis.sounds.noise_shapes import Maker

AMBIENCES: tuple[str, ...] = tuple(AMBIENCE_MAKERS)
IMPACTS: tuple[str, ...] = tuple(IMPACT_MAKERS)
NOISE_KINDS: dict[str, Maker] = {**AMBIENCE_MAKERS, **IMPACT_MAKERS}


def make_noise(kind: str, seed: int, num_samples: int) -> FloatArray:
    """A sound of a kind in `NOISE_KINDS`.

    Args:
        kind: the kind.
        seed: decides the noise and the kind's free parameters.
        num_samples: length at `CATALOG_RATE_HZ`.

    Returns:
        (sample,) with unit power.
    """
    maker = NOISE_KINDS.get(kind)
    if maker is None:
        raise MediaError(f"The scene recipe names the made sound {kind}, which is not known.")
    sound = maker(np.random.default_rng(seed), num_samples)
    return np.asarray(sound / (np.sqrt(np.mean(sound**2)) + 1e-9), np.float32)
