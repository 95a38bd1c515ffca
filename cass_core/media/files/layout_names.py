"""Channel layouts by the names that FFmpeg gives them."""

from collections.abc import Sequence
from contextlib import suppress

from av.audio.layout import AudioLayout

from cass_core.errors import SettingsError

# one channel and two need no labels; more that have none are tracks, not loudspeakers
_MOST_GUESSED = 2


def named_layout(layout: str) -> str:
    """A layout's name; one or two unlabelled channels are mono and stereo, more stay unlabelled."""
    parsed = _parse(layout)
    return usual_layout(layout) if parsed.nb_channels <= _MOST_GUESSED else parsed.name


def usual_layout(layout: str) -> str:
    """A layout's name; unlabelled channels ("6 channels") get the one that FFmpeg takes ("5.1")."""
    parsed = _parse(layout)
    if _is_unlabelled(parsed):
        with suppress(ValueError):  # it knows none for some numbers
            parsed = AudioLayout(f"{parsed.nb_channels}c")
    return parsed.name


def layout_name(layout: str) -> str:
    """A layout's own name; unlabelled channels stay unlabelled."""
    return _parse(layout).name


def spelled_layout(layout: str) -> str:
    """The layout as FFmpeg's encoders take it, who spell unlabelled channels in another way."""
    parsed = _parse(layout)
    return f"{parsed.nb_channels}C" if _is_unlabelled(parsed) else layout


def layout_of_channels(layout: str, channels: Sequence[int]) -> str:
    """The layout of some channels of a sound.

    Args:
        layout: FFmpeg's name of the sound's layout.
        channels: numbers of the channels from 0, in rising order; empty for all.

    Returns:
        One channel is mono and two are stereo; more have the layout that their places form, such
        as 5.1 within 7.1, and are unlabelled where they form none.
    """
    parsed = _parse(layout)
    if not channels or len(channels) == parsed.nb_channels:
        return layout
    if len(channels) <= 2:
        return ("mono", "stereo")[len(channels) - 1]
    names = [parsed.channels[number].name for number in channels]
    unlabelled = f"{len(channels)} channels"
    if "NONE" in names:
        return unlabelled
    formed = AudioLayout("+".join(names)).name
    return unlabelled if " channels" in formed else formed


def num_channels(layout: str) -> int:
    """Number of channels of a layout."""
    return _parse(layout).nb_channels


def channel_names(layout: str) -> tuple[str, ...]:
    """Short names of the channels in order, such as FL, FR, FC, LFE."""
    return tuple(channel.name for channel in _parse(layout).channels)


def speaker_names(layout: str) -> tuple[str, ...]:
    """FFmpeg's short names of the channels, such as FL and LFE; none for a layout without them."""
    try:
        return channel_names(layout)
    except SettingsError:
        return ()


def layout_of_mask(mask: int, channels: int) -> str:
    """The layout that a mask names; unlabelled channels where it names none."""
    if mask and mask.bit_count() == channels:
        return AudioLayout(hex(mask)).name
    return "mono" if channels == 1 else f"{channels} channels"


def channels_code(channels: Sequence[int]) -> str:
    """Chosen channels as a few letters for the name of a file; empty for all."""
    return f"-{sum(1 << number for number in set(channels)):x}" if channels else ""


def _is_unlabelled(layout: AudioLayout) -> bool:
    return any(channel.name == "NONE" for channel in layout.channels)


def _parse(layout: str) -> AudioLayout:
    """FFmpeg's reading of the name."""
    try:
        return AudioLayout(layout.replace(" channels", "C") if " (" not in layout else layout)
    except ValueError as error:
        raise SettingsError(
            f"'{layout}' is no channel layout; use a name such as mono, stereo, 5.1 or 7.1."
        ) from error
