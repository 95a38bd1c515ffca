"""The released front ends: between chunks of sound and what the network sees.

The release's scripts for training and for separating disagree (decision 028), so there are two for
each of its networks. Without a file that says which one its weights want, only measuring tells.
"""

from typing import Literal

from cass_core.config import SpectrogramConfig

FrontEndName = Literal["released", "trained"]

# real and imaginary part of speech, effects, music
_STEMS = (2.2, 1.3, 2.2, 1.6, 2.2, 1.6)
_MIXTURE = (2.2, 1.6)
_AS_SPEECH = _STEMS[:2]  # the script that separates encodes the mixture alone, as the first row

_PLAIN = SpectrogramConfig(n_fft=510, hop=256, power=0.5, factor=0.15, mask_exponent=2.0)


def _divided(mixture: tuple[float, ...]) -> SpectrogramConfig:
    return SpectrogramConfig(
        n_fft=510, hop=256, power=0.5, factor=0.15, mask_exponent=2.0,
        divisors=(*_STEMS, *mixture),
    )  # fmt: skip


TRAINED_AUDIO = _divided(_MIXTURE)
"""As the audio-only network was trained."""

TRAINED_PICTURE = _PLAIN
"""As the training script of the audio-visual network has it: neither divisors nor a limit."""

RELEASED = _divided(_AS_SPEECH)
"""As the scripts that separate have it, for both networks."""


def front_end(name: FrontEndName, *, takes_picture: bool) -> SpectrogramConfig:
    """One of the two front ends of a network.

    Args:
        name: "released" as the scripts that separate have it, "trained" as in training.
        takes_picture: whether it is the audio-visual network.

    Returns:
        What the network hears.
    """
    if name == "released":
        return RELEASED
    return TRAINED_PICTURE if takes_picture else TRAINED_AUDIO
