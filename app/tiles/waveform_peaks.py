"""Lowest and highest samples of a sound in blocks, finer and coarser, for drawing its waveform."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from app.tiles.spectra import numbers_only
from app.tiles.tile_grid import BoolArray, cells_of, touched
from cass_core.clips import FloatArray, SampleSpan

BLOCK = 256  # samples of a block at the finest level; each level takes four of them together
CHUNK = 1 << 18  # samples that are looked at in one go
DETAIL = 1 << 16  # samples of a piece that is kept sample by sample
PROBE = 1024  # samples of a first look
_FULL_SCALE = 16384.0  # so that sound of up to +6 dBFS is drawn as it is
_MOST_PROBES = 4096
_CHUNK_BLOCKS = CHUNK // BLOCK
_NUM_LEVELS = 6  # from BLOCK to CHUNK
PeakArray = npt.NDArray[np.int16]


def sample_peaks(sound: FloatArray) -> PeakArray:
    """Lowest and highest value over the channels, (2, sample), of sound (channel, sample)."""
    clean = numbers_only(sound)
    both = np.stack([clean.min(axis=0), clean.max(axis=0)])
    return np.clip(np.rint(both * _FULL_SCALE), -32768, 32767).astype(np.int16)


def block_peaks(sound: FloatArray) -> PeakArray:
    """As `sample_peaks`, (2, block), of whole blocks."""
    clean = numbers_only(sound)
    blocks = clean.reshape(len(clean), -1, BLOCK)
    both = np.stack([blocks.min(axis=(0, 2)), blocks.max(axis=(0, 2))])
    return np.clip(np.rint(both * _FULL_SCALE), -32768, 32767).astype(np.int16)


class WaveformPeaks:
    """Peaks of a whole programme, known chunk by chunk, with a rough idea of the rest.

    Not safe from several threads. Takes about 4 bytes for 200 samples.

    Attributes:
        num_samples: length of the programme.
        is_known: (chunk,) whether its waveform is known.
        is_probed: (probe,) whether a first look was taken.
        probe_spacing: samples between first looks.
        seen_on_disk: whether the cache was asked.
    """

    def __init__(self, num_samples: int) -> None:
        """Know nothing yet.

        Args:
            num_samples: length of the programme, which may grow.
        """
        self.is_known: BoolArray = np.zeros(0, np.bool_)  # (chunk,)
        self.is_probed: BoolArray = np.zeros(0, np.bool_)  # (probe,)
        self.seen_on_disk = False
        self._levels = [np.zeros((2, 0), np.int16) for _ in range(_NUM_LEVELS)]
        self._probes = np.zeros((2, 0), np.int16)
        self.probe_spacing = PROBE
        self.num_samples = 0
        self.lengthen(num_samples)

    @property
    def num_chunks(self) -> int:
        """Chunks of the programme."""
        return -(-self.num_samples // CHUNK)

    @property
    def num_probes(self) -> int:
        """First looks that are spread over the programme."""
        return -(-self.num_samples // self.probe_spacing)

    def lengthen(self, num_samples: int) -> None:
        """Tell the programme's length; what is known stays known."""
        self.num_samples = num_samples
        if self.num_chunks > len(self.is_known):
            room = self.num_chunks + len(self.is_known) // 2
            known, self.is_known = self.is_known, np.zeros(room, np.bool_)
            self.is_known[: len(known)] = known
            for number, former in enumerate(self._levels):
                grown = np.zeros((2, room * (_CHUNK_BLOCKS >> 2 * number)), np.int16)
                grown[:, : former.shape[1]] = former
                self._levels[number] = grown
        if not len(self.is_probed) or self.num_probes > _MOST_PROBES:
            while self.num_probes > _MOST_PROBES:
                self.probe_spacing *= 2
            self._probes = np.zeros((2, _MOST_PROBES), np.int16)
            self.is_probed = np.zeros(_MOST_PROBES, np.bool_)

    def unknown_chunks(self, covered: Sequence[SampleSpan], visible: SampleSpan) -> list[int]:
        """Chunks in a part of the programme that hold sound and are not known."""
        chunks = cells_of(visible, CHUNK)
        chunks = range(max(chunks.start, 0), min(chunks.stop, self.num_chunks))
        missing = touched(covered, CHUNK, chunks) & ~self.is_known[chunks.start : chunks.stop]
        return (np.flatnonzero(missing) + chunks.start).tolist()

    def missing_probes(self, covered: Sequence[SampleSpan]) -> list[int]:
        """First looks to take where there is sound."""
        probes = range(self.num_probes)
        missing = touched(covered, self.probe_spacing, probes) & ~self.is_probed[: len(probes)]
        return np.flatnonzero(missing).tolist()

    def chunk_span(self, chunk: int) -> SampleSpan:
        """Samples of a chunk, also beyond the programme's end."""
        return SampleSpan(chunk * CHUNK, (chunk + 1) * CHUNK)

    def probe_span(self, probe: int) -> SampleSpan:
        """Samples to look at first."""
        start = probe * self.probe_spacing + (self.probe_spacing - PROBE) // 2
        return SampleSpan(start, start + PROBE)

    def put_chunk(self, chunk: int, peaks: PeakArray) -> None:
        """Learn a chunk from its `block_peaks`."""
        for number, level in enumerate(self._levels):
            count = _CHUNK_BLOCKS >> 2 * number
            level[:, chunk * count : (chunk + 1) * count] = peaks
            peaks = _four_together(peaks)
        self.is_known[chunk] = True

    def put_probe(self, probe: int, peaks: PeakArray) -> None:
        """Learn a first look from its `block_peaks`."""
        self._probes[:, probe] = peaks[0].min(), peaks[1].max()
        self.is_probed[probe] = True

    def forget(self, edges: Sequence[int]) -> None:
        """Take the chunks and probes at these samples for unknown."""
        for edge in edges:
            for sample in (edge - 1, edge):
                if 0 <= sample < self.num_samples:
                    self.is_known[sample // CHUNK] = False
                    self.is_probed[sample // self.probe_spacing] = False

    def forget_part(self, span: SampleSpan) -> None:
        """Take the chunks and probes that touch a span for unknown."""
        self.is_known[touched([span], CHUNK, range(len(self.is_known)))] = False
        self.is_probed[touched([span], self.probe_spacing, range(len(self.is_probed)))] = False

    def knows(self, span: SampleSpan) -> bool:
        """Whether all chunks under a span are known."""
        first, last = max(span.start // CHUNK, 0), -(-span.stop // CHUNK)
        return bool(self.is_known[first : min(last, self.num_chunks)].all())

    def loudest(self, starts: Sequence[int], length: int, places: int) -> npt.NDArray[np.int64]:
        """The loudest block in each part of some spans.

        Args:
            starts: first samples, multiples of a block.
            length: of each span; a multiple of `places` blocks.
            places: parts of a span.

        Returns:
            (span, place) sample in the middle of the block.
        """
        blocks = np.asarray(starts)[:, None] // BLOCK + np.arange(length // BLOCK)
        inside = np.minimum(blocks, self._levels[0].shape[1] - 1)
        low, high = self._levels[0][0][inside], self._levels[0][1][inside]
        size = np.maximum(high.astype(np.int32), -low.astype(np.int32))
        size[blocks != inside] = 0
        parts = size.reshape(len(starts), places, -1)
        best = parts.argmax(axis=2) + np.arange(places) * parts.shape[2]
        return np.take_along_axis(blocks, best, axis=1) * BLOCK + BLOCK // 2

    def read(self, visible: SampleSpan, width_px: int) -> FloatArray:
        """The waveform for a view: (2, pixel), lowest and highest, full scale is 1.0.

        Args:
            visible: samples of the view.
            width_px: its width.

        Returns:
            (2, pixel); zeros where nothing is known.
        """
        a_pixel = visible.num_samples / width_px
        number = 0
        while number + 1 < _NUM_LEVELS and BLOCK << 2 * (number + 1) <= a_pixel:
            number += 1
        size = BLOCK << 2 * number
        edges = np.linspace(visible.start, visible.stop, width_px, endpoint=False) // size
        first, last = int(edges[0]), -(-visible.stop // size)
        return as_pixels(self._entries(number, first, last), edges.astype(np.int64) - first)

    def to_bytes(self) -> bytes:
        """Everything, for the disk; only once all chunks are known."""
        blocks = self._levels[0][:, : self.num_chunks * _CHUNK_BLOCKS]
        return self.num_samples.to_bytes(8, "little") + blocks.tobytes()

    def from_bytes(self, data: bytes) -> bool:
        """Learn everything from what `to_bytes` gave; whether it fits this programme."""
        count = self.num_chunks * _CHUNK_BLOCKS
        length = int.from_bytes(data[:8], "little")
        if length != self.num_samples or len(data) != 8 + 4 * count:
            return False
        peaks: PeakArray = np.frombuffer(data[8:], np.int16).reshape(2, count)
        for level in self._levels:
            level[:, : peaks.shape[1]] = peaks
            peaks = _four_together(peaks)
        self.is_known[: self.num_chunks] = True
        return True

    def _entries(self, number: int, first: int, last: int) -> PeakArray:
        """Peaks (2, entry) of a level; rough ones where the chunk is not known, zeros outside."""
        entries = np.zeros((2, max(last - first, 1)), np.int16)
        wanted = np.arange(first, first + entries.shape[1])
        chunks = (wanted << 2 * number) // _CHUNK_BLOCKS
        inside = (wanted >= 0) & (chunks < self.num_chunks)
        known = inside.copy()
        known[inside] = self.is_known[chunks[inside]]
        entries[:, known] = self._levels[number][:, wanted[known]]
        rough = inside & ~known
        probes = np.minimum(
            (wanted[rough] << 2 * number) * BLOCK // self.probe_spacing, _MOST_PROBES - 1
        )
        entries[:, rough] = self._probes[:, probes] * self.is_probed[probes]
        return entries


def as_pixels(entries: PeakArray, firsts: npt.NDArray[np.int64]) -> FloatArray:
    """Take entries together: (2, pixel), full scale 1.0.

    Args:
        entries: (2, entry) lowest and highest.
        firsts: (pixel,) first entry of each pixel; a pixel goes on to the next one's first.

    Returns:
        (2, pixel)
    """
    low = np.minimum.reduceat(entries[0], firsts)
    high = np.maximum.reduceat(entries[1], firsts)
    return np.stack([low, high]).astype(np.float32) / np.float32(_FULL_SCALE)


def _four_together(peaks: PeakArray) -> PeakArray:
    """Peaks of the next coarser level; of the coarsest, its own."""
    if peaks.shape[1] % 4:
        return peaks
    fours = peaks.reshape(2, -1, 4)
    return np.stack([fours[0].min(axis=1), fours[1].max(axis=1)])
