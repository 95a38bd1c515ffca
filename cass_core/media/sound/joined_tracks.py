"""Several tracks of one channel as one sound: which they are, and their samples side by side."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.media.files.channel_order import ChannelOrder, order_by_name, stream_order
from cass_core.media.files.container import open_media
from cass_core.media.files.layout_names import channel_names

_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}
_PAIR = {"FL", "FR"}


@dataclass(frozen=True)
class JoinedTracks:
    """Tracks that are one sound.

    Attributes:
        streams: numbers of the audio streams, in the order of the layout.
        layout: FFmpeg's name of what they form.
    """

    streams: tuple[int, ...]
    layout: str


def joined_tracks(path: str | Path, stream: int, channels: Sequence[int]) -> JoinedTracks | None:
    """Which streams some channels are of, where they go on into the tracks behind a mono one.

    Args:
        path: a movie or sound file.
        stream: number among its audio streams of the first.
        channels: numbers from 0, counted on through the tracks behind.

    Returns:
        The tracks, one a channel; None where all are channels of one stream.

    Raises:
        MediaError: the file cannot be read.
        SettingsError: there is no such track, or one of them has several channels.
    """
    numbers = sorted(set(channels))
    if not numbers or numbers[-1] == 0:
        return None
    with open_media(path) as container:
        orders = [
            stream_order(each) if each.codec_context else None for each in container.streams.audio
        ]
    counts = [order.num_channels if order else 0 for order in orders]
    if counts[stream : stream + 1] != [1] or stream + 1 == len(counts):
        return None
    # in front of what is wanted any track may stand; its channels are counted
    first_of = {sum(counts[stream:behind]): behind for behind in range(stream, len(counts))}
    wanted = [first_of.get(number, len(counts)) for number in numbers]
    if any(number >= len(counts) or counts[number] != 1 for number in wanted):
        raise SettingsError(
            f"{Path(path).name} has no {len(numbers)} tracks of one channel there; "
            "choose other tracks or channels."
        )
    order = joined_order([each.layout for number in wanted if (each := orders[number])])
    places = order.places or range(len(wanted))
    return JoinedTracks(tuple(wanted[place] for place in places), order.layout)


def joined_order(layouts: Sequence[str]) -> ChannelOrder:
    """How tracks of one channel are ordered and named together.

    Args:
        layouts: of each track, such as "mono" or "1 channels (FL)".

    Returns:
        By the loudspeakers that the tracks are labelled with, where each has another one; else in
        the order of the file, taken for that of WAV files: two stereo, six 5.1, eight 7.1.
    """
    names, count = [channel_names(layout)[0] for layout in layouts], len(layouts)
    is_named = "NONE" not in names and len(set(names)) == count
    if is_named and (count > 2 or set(names) == _PAIR):
        return order_by_name(names)
    return ChannelOrder(_LAYOUTS.get(count, f"{count} channels"), count)


def side_by_side(
    tracks: Sequence[Generator[FloatArray, None, None]], late: Sequence[int]
) -> Generator[FloatArray, None, None]:
    """The blocks of mono sounds as blocks of one, as long as the longest.

    Args:
        tracks: blocks (1, sample) of each.
        late: samples of silence before each.

    Yields:
        FloatArray: blocks (track, sample).
    """
    with ExitStack() as stack:
        for track in tracks:
            stack.enter_context(closing(track))
        rows = [_Row(track, samples) for track, samples in zip(tracks, late, strict=True)]
        while length := min((row.ready for row in rows if row.fill()), default=0):
            yield np.stack([row.take(length) for row in rows])


class _Row:
    """What is decoded of a track and not yet taken."""

    def __init__(self, blocks: Iterator[FloatArray], late: int) -> None:
        self._blocks, self._late = blocks, late
        self._waiting = np.zeros(0, np.float32)

    @property
    def ready(self) -> int:
        """Samples that can be taken."""
        return self._late or len(self._waiting)

    def fill(self) -> bool:
        """Decode on where nothing waits; False at the end."""
        while not self.ready:
            block = next(self._blocks, None)
            if block is None:
                return False
            self._waiting = block[0]
        return True

    def take(self, length: int) -> FloatArray:
        """The next samples; silence before the start and behind the end."""
        if self._late:
            self._late -= length
            return np.zeros(length, np.float32)
        taken, self._waiting = self._waiting[:length], self._waiting[length:]
        return np.pad(taken, (0, length - len(taken)))
