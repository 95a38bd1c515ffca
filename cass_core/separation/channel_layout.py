"""From any programme layout to the mono sound that the model hears."""

import numpy as np

from cass_core.clips import FloatArray

# gains of FFmpeg's channel names in the mono downmix, after ITU-R BS.775: front channels full,
# surrounds -3 dB, no LFE
_SURROUND = 0.7071
_GAINS = {"LFE": 0.0, "LFE2": 0.0} | dict.fromkeys(
    ("BL", "BR", "BC", "SL", "SR", "TC", "TFL", "TFC", "TFR", "TBL", "TBC", "TBR"), _SURROUND
)
_LAYOUTS = {
    "mono": "FC",
    "stereo": "FL FR",
    "2.1": "FL FR LFE",
    "3.0": "FL FR FC",
    "3.0(back)": "FL FR BC",
    "4.0": "FL FR FC BC",
    "quad": "FL FR BL BR",
    "quad(side)": "FL FR SL SR",
    "3.1": "FL FR FC LFE",
    "5.0": "FL FR FC BL BR",
    "5.0(side)": "FL FR FC SL SR",
    "4.1": "FL FR FC LFE BC",
    "5.1": "FL FR FC LFE BL BR",
    "5.1(side)": "FL FR FC LFE SL SR",
    "6.0": "FL FR FC BC SL SR",
    "6.1": "FL FR FC LFE BC SL SR",
    "7.0": "FL FR FC BL BR SL SR",
    "6.1(back)": "FL FR FC LFE BL BR BC",
    "6.1(front)": "FL FR LFE FLC FRC SL SR",
    "7.1": "FL FR FC LFE BL BR SL SR",
    "7.1(wide)": "FL FR FC LFE BL BR FLC FRC",
    "7.1(wide-side)": "FL FR FC LFE FLC FRC SL SR",
    "5.1.2": "FL FR FC LFE SL SR TFL TFR",
    "5.1.2(back)": "FL FR FC LFE BL BR TFL TFR",
    "5.1.4": "FL FR FC LFE SL SR TFL TFR TBL TBR",
    "7.1.2": "FL FR FC LFE BL BR SL SR TFL TFR",
    "7.1.4": "FL FR FC LFE BL BR SL SR TFL TFR TBL TBR",
}


def downmix_gains(layout: str, num_channels: int) -> FloatArray:
    """Gain of each channel in the mono downmix, their sum 1.

    Args:
        layout: FFmpeg's name of the layout.
        num_channels: channels of the programme; a layout that is not known counts all alike.

    Returns:
        (channel,).
    """
    names = _LAYOUTS.get(layout, "").split()
    if len(names) != num_channels:
        names = ["FC"] * num_channels
    gains = np.array([_GAINS.get(name, 1.0) for name in names], np.float32)
    return (gains / max(float(gains.sum()), 1e-6)).astype(np.float32)
