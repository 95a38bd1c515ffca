"""Several tracks of one channel as one sound: which they are, and their samples side by side."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import numpy as np
from av.container import InputContainer

from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.media.files.channel_order import stream_order
from cass_core.media.files.container import open_media

_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}


def joined_streams(path: str | Path, stream: int, channels: Sequence[int]) -> tuple[int, ...]:
    """Which streams some channels are of, where they go on into the tracks behind a mono one.

    Args:
        path: a movie or sound file.
        stream: number among its audio streams of the first.
        channels: numbers from 0, counted on through the tracks behind.

    Returns:
        Numbers of the streams, one a channel; nothing where all are channels of one stream.

    Raises:
        MediaError: the file cannot be read.
        SettingsError: there is no such track, or one of them has several channels.
    """
    numbers = sorted(set(channels))
    if not numbers or numbers[-1] == 0:
        return ()
    with open_media(path) as container:
        counts = channel_counts(container)
    if counts[stream : stream + 1] != [1] or stream + 1 == len(counts):
        return ()
    # in front of what is wanted any track may stand; its channels are counted
    first_of = {sum(counts[stream:behind]): behind for behind in range(stream, len(counts))}
    wanted = [first_of.get(number, len(counts)) for number in numbers]
    if any(number >= len(counts) or counts[number] != 1 for number in wanted):
        raise SettingsError(
            f"{Path(path).name} has no {len(numbers)} tracks of one channel there; "
            "choose other tracks or channels."
        )
    return tuple(wanted)


def channel_counts(container: InputContainer) -> list[int]:
    """Channels of each audio stream by the headers; 0 where nobody can decode it."""
    streams = container.streams.audio
    return [stream_order(each).num_channels if each.codec_context else 0 for each in streams]


def joined_layout(num_tracks: int) -> str:
    """The layout that so many tracks of one channel are taken for, in the order of WAV files."""
    return _LAYOUTS.get(num_tracks, f"{num_tracks} channels")


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
