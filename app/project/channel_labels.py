"""Channels by the names that editors give them."""

from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names

_LABELS = {
    "FL": "L", "FR": "R", "FC": "C", "LFE": "LFE", "LFE2": "LFE2", "BC": "Cs", "FLC": "Lc",
    "FRC": "Rc", "WL": "Lw", "WR": "Rw", "TC": "Tc", "TFL": "Ltf", "TFC": "Ctf", "TFR": "Rtf",
    "TBL": "Ltr", "TBC": "Ctr", "TBR": "Rtr", "TSL": "Ltm", "TSR": "Rtm",
}  # fmt: skip
_ONE_PAIR = {"SL": "Ls", "SR": "Rs", "BL": "Ls", "BR": "Rs"}
_TWO_PAIRS = {"SL": "Lss", "SR": "Rss", "BL": "Lsr", "BR": "Rsr"}


def channel_labels(layout: str, num_channels: int) -> tuple[str, ...]:
    """Short names of all channels, such as L, R, C, LFE, Ls, Rs.

    Args:
        layout: FFmpeg's name of the layout.
        num_channels: of the layout.

    Returns:
        As many names; numbers from 1 where the channels have no places.
    """
    names = _names(layout)
    if len(names) != num_channels or "NONE" in names:
        return tuple(str(number + 1) for number in range(num_channels))
    labels = _LABELS | (_TWO_PAIRS if {"SL", "BL"} <= set(names) else _ONE_PAIR)
    return tuple(labels.get(name, name) for name in names)


def _names(layout: str) -> tuple[str, ...]:
    try:
        return channel_names(layout)
    except SettingsError:
        return ()
