"""From any programme layout to the mono sound that the model hears."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.media.files.layout_names import speaker_names

# gains of FFmpeg's channel names in the mono downmix, after ITU-R BS.775: front channels full,
# surrounds -3 dB, no LFE
_SURROUND = 0.7071
_GAINS = (
    dict.fromkeys(("FL", "FR", "FC", "FLC", "FRC"), 1.0)
    | {"LFE": 0.0}
    | dict.fromkeys(
        ("BL", "BR", "BC", "SL", "SR", "TC", "TFL", "TFC", "TFR", "TBL", "TBC", "TBR"), _SURROUND
    )
)


def downmix_gains(layout: str, num_channels: int) -> FloatArray:
    """Gain of each channel in the mono downmix, their sum 1.

    Args:
        layout: FFmpeg's name of the layout.
        num_channels: channels of the programme; a layout that FFmpeg does not know, or with
            channels that are not listed here, counts all alike.

    Returns:
        (channel,).
    """
    gains = np.ones(num_channels, np.float32)
    names = speaker_names(layout)
    if len(names) == num_channels and _GAINS.keys() >= set(names):
        gains = np.array([_GAINS[name] for name in names], np.float32)
    return (gains / max(float(gains.sum()), 1e-6)).astype(np.float32)
