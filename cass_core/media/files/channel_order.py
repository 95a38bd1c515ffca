"""The order of a file's channels: by name where they have names, as WAV files have them."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from av.audio.stream import AudioStream

from cass_core.media.files.channel_notes import noted_speakers, says_no_speakers
from cass_core.media.files.layout_names import named_layout

# bits of all channels that FFmpeg can name, of which those of the WAV format are the first
_NAMED_BITS = (*range(18), *range(29, 45), 61, 62)
_ALL = AudioLayout(hex(sum(1 << bit for bit in _NAMED_BITS)))
_PLACES = {channel.name: place for place, channel in enumerate(_ALL.channels)}


@dataclass(frozen=True)
class ChannelOrder:
    """How channels are named and ordered.

    Attributes:
        layout: FFmpeg's name of the layout in the order of WAV files.
        num_channels: number of channels.
        places: for each channel of the layout its number in the file; empty where it is the same.
        is_labelled: whether the file says which loudspeakers the channels are for; one or two
            channels need no labels.
    """

    layout: str
    num_channels: int
    places: tuple[int, ...] = ()
    is_labelled: bool = True


def stream_order(stream: AudioStream, path: str | Path | None = None) -> ChannelOrder:
    """The order that a stream's header declares, or the notes of its file where that is given."""
    return _order(_kept(stream.codec_context.layout), path)


def frame_order(frame: AudioFrame, path: str | Path) -> ChannelOrder:
    """The order of a decoded frame, or of the notes of its file."""
    return _order(frame.layout, path)


def keep_layouts(frames: list[AudioFrame]) -> list[AudioFrame]:
    """Make frames safe to let go of; as they came from the decoder."""
    for frame in frames:
        _kept(frame.layout)
    return frames


def _order(layout: AudioLayout, path: str | Path | None) -> ChannelOrder:
    names = [channel.name for channel in layout.channels]
    count = layout.nb_channels
    if not _is_custom(layout) and (count <= 2 or "NONE" not in names):
        if count <= 2 or path is None or not says_no_speakers(Path(path)):
            return ChannelOrder(named_layout(layout.name), count)
        names = ["NONE"] * count
    if path is not None and "NONE" in names:
        names = [*noted_speakers(Path(path), count)] or names
    if not set(names) <= set(_PLACES) or len(set(names)) < count:
        return ChannelOrder(f"{count} channels", count, is_labelled=False)
    return order_by_name(names)


def order_by_name(names: Sequence[str]) -> ChannelOrder:
    """The order of channels that have different names, in the order of their file."""
    count = len(names)
    places = tuple(sorted(range(count), key=lambda number: _PLACES[names[number]]))
    formed = AudioLayout("+".join(names[number] for number in places)).name
    return ChannelOrder(formed, count, () if places == tuple(range(count)) else places)


def _is_custom(layout: AudioLayout) -> bool:
    """Whether FFmpeg holds a list of channels; others are a mask or a number."""
    return " channels (" in layout.name


def _kept(layout: AudioLayout) -> AudioLayout:
    """Never let go of a layout with a list of channels.

    PyAV from 17.1 on frees the list with the layout and with its frame or stream, and the second
    time ends the process. So the layout stays, 50 bytes or so, and the list goes with the frame.
    """
    if _is_custom(layout):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(layout))
    return layout
