"""Channel layouts by the names that FFmpeg gives them."""

from av.audio.layout import AudioLayout

from cass_core.errors import SettingsError


def named_layout(layout: str) -> str:
    """A layout's name; unlabelled channels ("6 channels") get FFmpeg's usual layout ("5.1")."""
    parsed = _parse(layout)
    if any(channel.name == "NONE" for channel in parsed.channels):
        parsed = AudioLayout(f"{parsed.nb_channels}c")
    return parsed.name


def num_channels(layout: str) -> int:
    """Number of channels of a layout."""
    return _parse(layout).nb_channels


def channel_names(layout: str) -> tuple[str, ...]:
    """Short names of the channels in order, such as FL, FR, FC, LFE."""
    return tuple(channel.name for channel in _parse(layout).channels)


def layout_of_mask(mask: int, channels: int) -> str:
    """The layout that a mask names; unlabelled channels where it names none."""
    if mask and mask.bit_count() == channels:
        return AudioLayout(hex(mask)).name
    return "mono" if channels == 1 else f"{channels} channels"


def _parse(layout: str) -> AudioLayout:
    """FFmpeg's reading of the name."""
    try:
        return AudioLayout(layout.replace(" channels", "C") if " (" not in layout else layout)
    except ValueError as error:
        raise SettingsError(
            f"'{layout}' is no channel layout: use a name such as mono, stereo, 5.1 or 7.1."
        ) from error
