"""From any channel layout to the channels of a loudspeaker set, after ITU-R BS.775."""

from collections.abc import Sequence

import numpy as np

from cass_core.clips import FloatArray

_MINUS_3_DB = 2.0**-0.5
# what each of FFmpeg's channels gives to the left and to the right; LFE gives nothing
_CENTRE = (_MINUS_3_DB, _MINUS_3_DB)
_BEHIND = (0.5, 0.5)
_SIDES: dict[str, tuple[float, float]] = {
    "FC": _CENTRE, "LFE": (0.0, 0.0), "LFE2": (0.0, 0.0), "BC": _BEHIND, "TC": _BEHIND,
    "TFC": _CENTRE, "TBC": _BEHIND,
}  # fmt: skip
_SURROUND_PAIRS = ("BL BR", "SL SR", "WL WR", "TFL TFR", "TBL TBR", "TSL TSR", "SDL SDR", "SSL SSR")


def downmix_matrix(names: Sequence[str], num_outputs: int) -> FloatArray:
    """Gains that bring a programme's channels to a device's.

    Stereo is BS.775: front channels full, centre and surrounds 3 dB lower, no LFE; nothing is
    made softer against overload, so that a stereo programme and a dialogue in the centre keep
    their level. One channel goes to both sides at full level.

    Args:
        names: FFmpeg's short names of the programme's channels, such as FL, FR, FC, LFE.
        num_outputs: channels of the device; those behind the second stay silent.

    Returns:
        (output, channel).
    """
    pair = np.array([_gains(name, len(names)) for name in names], np.float32).T
    if num_outputs == 1:
        return (pair.sum(axis=0, keepdims=True) / 2).astype(np.float32)
    matrix = np.zeros((num_outputs, len(names)), np.float32)
    matrix[:2] = pair
    return matrix


def _gains(name: str, num_channels: int) -> tuple[float, float]:
    if num_channels == 1:
        return (1.0, 1.0)
    return _PAIRS.get(name) or (1 / num_channels, 1 / num_channels)


def _pairs() -> dict[str, tuple[float, float]]:
    """Gains by channel name."""
    gains = dict(_SIDES)
    for left, right in (("FL", "FR"), ("DL", "DR"), ("FLC", "FRC")):
        gains |= {left: (1.0, 0.0), right: (0.0, 1.0)}
    for pair in _SURROUND_PAIRS:
        left, right = pair.split()
        gains |= {left: (_MINUS_3_DB, 0.0), right: (0.0, _MINUS_3_DB)}
    return gains


_PAIRS = _pairs()
