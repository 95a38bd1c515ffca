"""Pieces of work that make tiles and waveforms: the slow part apart from what needs the lock."""

from collections.abc import Hashable, Sequence
from typing import Protocol

import numpy as np

from app.tiles.drawn_sound import DrawnSound
from app.tiles.spectra import (
    LevelArray,
    num_loudest,
    num_spread,
    quick_columns,
    refined_columns,
)
from app.tiles.tile import Stage, Tile
from app.tiles.tile_files import TileFiles
from app.tiles.tile_grid import USUAL_N_FFT, TileKey
from app.tiles.waveform_detail import DetailPiece
from app.tiles.waveform_peaks import PeakArray, block_peaks, sample_peaks
from cass_core.clips import AudioSource, SampleSpan

_FIRST_KEPT_LEVEL = 3  # finer tiles are made faster than they are read
_PEAKS_NAME = "peaks"


class Work(Protocol):
    """Something to do for one sound; made and delivered under the lock."""

    @property
    def sound(self) -> DrawnSound:
        """Whose picture it is."""

    @property
    def source(self) -> AudioSource:
        """What it reads."""

    @property
    def claim(self) -> Hashable:
        """What no other thread may work on at the same time."""

    @property
    def span(self) -> SampleSpan:
        """The samples whose picture changes."""

    @property
    def is_outdated(self) -> bool:
        """Whether other samples may be there than when the work began."""

    def run(self, files: TileFiles) -> None:
        """The slow part, without the lock."""

    def deliver(self) -> None:
        """Hand the result over, under the lock."""

    def keep(self, files: TileFiles) -> None:
        """Save what is finished, without the lock."""


class _SoundWork:
    """What all kinds of work share: the sound and its state when the work began."""

    def __init__(self, sound: DrawnSound) -> None:
        self.sound = sound
        self.source: AudioSource = sound.source
        self.covered, self.edited = sound.covered, sound.edited

    @property
    def is_stale(self) -> bool:
        """Whether other parts are covered than when the work began."""
        return self.covered != self.sound.covered

    @property
    def is_outdated(self) -> bool:
        """Whether other samples may be there than when the work began."""
        return self.edited is not self.sound.edited

    def keep(self, files: TileFiles) -> None:
        """Nothing to save."""


class ColumnWork(_SoundWork):
    """Columns of one tile."""

    def __init__(self, sound: DrawnSound, tile: Tile, columns: Sequence[int], stage: Stage) -> None:
        """Note what is needed, under the lock.

        Args:
            sound: the sound.
            tile: of it.
            columns: rising numbers of the columns to make.
            stage: how well; the waveform under refined ones is known.
        """
        super().__init__(sound)
        self._tile, self._columns, self._stage = tile, list(columns), stage
        grid, level = tile.key.grid, tile.key.level
        self._is_kept = level >= _FIRST_KEPT_LEVEL and sound.is_final(tile.key)
        self._ask_disk = self._is_kept and not tile.seen_on_disk
        self._levels: LevelArray = np.zeros((grid.num_bins, 0), np.uint8)
        self._ready: LevelArray | None = None
        self._loudest = np.zeros((len(columns), 0), np.int64)
        if stage is Stage.REFINED:
            self._ready = sound.from_children(tile, columns) if level else None
            places = num_loudest(level)
            if places and self._ready is None:
                size = grid.column_samples(level)
                starts = [column * size for column in columns]
                self._loudest = sound.peaks.loudest(starts, size, places)
        elif level_is_exact(level):
            self._stage = Stage.REFINED

    @property
    def claim(self) -> TileKey:
        """The tile."""
        return self._tile.key

    @property
    def span(self) -> SampleSpan:
        """The tile's samples."""
        return self._tile.key.span

    def run(self, files: TileFiles) -> None:
        """Look on the disk, then transform."""
        key = self._tile.key
        if self._ask_disk and self._loaded(files.load(key.identity, _name(key))):
            return
        if self._ready is not None:
            self._levels = self._ready
        elif self._stage is Stage.REFINED:
            self._levels = refined_columns(
                self.source, key.grid, key.level, self._columns, self._loudest
            )
        else:
            self._levels = quick_columns(self.source, key.grid, key.level, self._columns)

    def deliver(self) -> None:
        """Put the columns into the tile."""
        tile = self._tile
        tile.seen_on_disk = tile.seen_on_disk or self._ask_disk and len(self._columns) > 0
        self.sound.put_columns(tile, self._columns, self._levels, self._stage, self.covered)
        self._is_kept = self._is_kept and tile.is_refined and not tile.is_kept
        tile.is_kept = tile.is_kept or self._is_kept

    def keep(self, files: TileFiles) -> None:
        """Save the tile, once it is whole."""
        if self._is_kept:
            key = self._tile.key
            files.save(key.identity, _name(key), self._tile.levels.tobytes())

    def _loaded(self, data: bytes | None) -> bool:
        """Whether the disk had the whole tile."""
        grid = self._tile.key.grid
        if data is None or len(data) != grid.num_bins * grid.tile_columns:
            return False
        self._levels = np.frombuffer(data, np.uint8).reshape(grid.num_bins, grid.tile_columns)
        self._columns, self._stage = list(self._tile.columns), Stage.REFINED
        return True


class WaveformWork(_SoundWork):
    """The waveform of one chunk; the first of a sound looks for all of them on the disk."""

    def __init__(self, sound: DrawnSound, chunk: int) -> None:
        super().__init__(sound)
        self._chunk = chunk
        self._peaks: PeakArray | None = None
        self._stored: bytes | None = None
        self._is_whole = sound.is_whole
        self._ask_disk = self._is_whole and not sound.peaks.seen_on_disk
        self._to_keep: bytes | None = None

    @property
    def claim(self) -> Hashable:
        """The chunk; all of them while the disk is asked."""
        return ("peaks", self.sound.identity, -1 if self._ask_disk else self._chunk)

    @property
    def span(self) -> SampleSpan:
        """The chunk's samples, or all that the disk may have."""
        return self.sound.whole if self._ask_disk else self.sound.peaks.chunk_span(self._chunk)

    def run(self, files: TileFiles) -> None:
        """Read the disk or the chunk."""
        if self._ask_disk:
            self._stored = files.load(self.sound.identity, _PEAKS_NAME)
        else:
            self._peaks = block_peaks(self.source.read(self.span))

    def deliver(self) -> None:
        """Tell the waveform."""
        peaks = self.sound.peaks
        if self._ask_disk:
            peaks.seen_on_disk = True
            if self._stored is not None and not self.is_stale:
                peaks.from_bytes(self._stored)
                for span in self.sound.edited:
                    peaks.forget_part(span)
        elif self._peaks is not None and self.sound.still_holds(self.covered, self.span):
            peaks.put_chunk(self._chunk, self._peaks)
            is_own = self._is_whole and not self.sound.edited
            if is_own and not self.is_stale and peaks.knows(self.sound.whole):
                self._to_keep = peaks.to_bytes()

    def keep(self, files: TileFiles) -> None:
        """Save the whole waveform with its last chunk."""
        if self._to_keep is not None:
            files.save(self.sound.identity, _PEAKS_NAME, self._to_keep)


class ProbeWork(_SoundWork):
    """First looks at the waveform."""

    def __init__(self, sound: DrawnSound, probes: Sequence[int]) -> None:
        super().__init__(sound)
        self._probes = list(probes)
        self._spans = [sound.peaks.probe_span(probe) for probe in probes]
        self._waveform = sound.peaks
        self._peaks: list[PeakArray] = []

    @property
    def claim(self) -> Hashable:
        """All first looks of the sound."""
        return ("probes", self.sound.identity)

    @property
    def span(self) -> SampleSpan:
        """From the first to the last look."""
        return SampleSpan(self._spans[0].start, self._spans[-1].stop)

    def run(self, files: TileFiles) -> None:
        """Read them."""
        self._peaks = [block_peaks(self.source.read(span)) for span in self._spans]

    def deliver(self) -> None:
        """Tell the waveform, unless its looks lie elsewhere by now."""
        peaks = self.sound.peaks
        for probe, span, found in zip(self._probes, self._spans, self._peaks, strict=True):
            same = peaks is self._waveform and peaks.probe_span(probe) == span
            if same and self.sound.still_holds(self.covered, span):
                peaks.put_probe(probe, found)


class DetailWork(_SoundWork):
    """A piece of the waveform sample by sample."""

    def __init__(self, sound: DrawnSound, index: int) -> None:
        super().__init__(sound)
        self._index = index
        self._peaks: PeakArray = np.zeros((2, 0), np.int16)

    @property
    def claim(self) -> Hashable:
        """The piece."""
        return DetailPiece.key(self.sound.identity, self._index)

    @property
    def span(self) -> SampleSpan:
        """The piece's samples."""
        return DetailPiece.span(self._index)

    def run(self, files: TileFiles) -> None:
        """Read it."""
        self._peaks = sample_peaks(self.source.read(self.span))

    def deliver(self) -> None:
        """Put it into the cache."""
        if self.sound.still_holds(self.covered, self.span):
            self.sound.put_detail(DetailPiece(self._index, self._peaks))


def level_is_exact(level: int) -> bool:
    """Whether a quick column is a refined one already."""
    return num_spread(level) == 1


def _name(key: TileKey) -> str:
    """Of a file; the usual length is not named, as in files of earlier programs."""
    n_fft = key.grid.n_fft
    return f"{'' if n_fft == USUAL_N_FFT else f'{n_fft}-'}{key.level}-{key.index}"
