"""What to make next: what is seen comes first, and what is seen no more is not made."""

from collections.abc import Hashable, Iterator, Sequence, Set
from dataclasses import dataclass

from app.tiles.drawn_sound import DrawnSound
from app.tiles.spectra import num_loudest, num_spread
from app.tiles.tile import Stage, Tile
from app.tiles.tile_grid import USUAL_N_FFT
from app.tiles.tile_work import ColumnWork, DetailWork, ProbeWork, WaveformWork, Work
from app.tiles.waveform_detail import DetailPiece
from app.tiles.waveform_peaks import CHUNK
from cass_core.clips import SampleSpan
from cass_core.spans import is_apart, overlap

_MOST_TRANSFORMED = 256 * USUAL_N_FFT  # samples in one piece of work: others get their turn
_MOST_PROBES = 64


@dataclass(frozen=True)
class SeenPart:
    """What a view shows.

    Attributes:
        sound: whose.
        visible: in samples.
        width_px: of the view.
    """

    sound: DrawnSound
    visible: SampleSpan
    width_px: int

    @property
    def level(self) -> int:
        """The level of its tiles."""
        wanted = self.sound.grid.level_for(self.visible, self.width_px)
        return min(wanted, self.sound.overview_level)

    @property
    def around(self) -> SampleSpan:
        """With one screen before it and one behind it."""
        length = self.visible.num_samples
        return SampleSpan(self.visible.start - length, self.visible.stop + length)


class TilePlan:
    """Looks through what is missing, the most urgent first."""

    def __init__(self, parts: Sequence[SeenPart], claims: Set[Hashable]) -> None:
        """Take stock, under the lock.

        Args:
            parts: what is seen, the latest first.
            claims: what is being worked on.
        """
        self._claims = claims
        self._parts = [part for part in parts if _is_usable(part.sound)]
        self._sounds = list({id(part.sound): part.sound for part in self._parts}.values())

    def next_work(self) -> Work | None:
        """Work that nobody does yet; None where all is made."""
        return next(self._works(), None)

    def _works(self) -> Iterator[Work]:
        for part in self._parts:
            yield from self._columns(part.sound, part.level, part.visible, Stage.QUICK)
        for part in self._parts:
            yield from self._details(part)
        for sound in self._sounds:
            yield from self._probes(sound)
        for sound in self._sounds:
            yield from self._columns(sound, sound.overview_level, sound.whole, Stage.QUICK)
        for part in self._parts:
            yield from self._chunks(part.sound, part.visible)
        for part in self._parts:
            yield from self._columns(part.sound, part.level, part.visible, Stage.REFINED)
        for part in self._parts:
            yield from self._columns(part.sound, part.level, part.around, Stage.QUICK)
        for sound in self._sounds:
            yield from self._chunks(sound, sound.whole)
        for sound in self._sounds:
            yield from self._columns(sound, sound.overview_level, sound.whole, Stage.REFINED)

    def _columns(
        self, sound: DrawnSound, level: int, span: SampleSpan, stage: Stage
    ) -> Iterator[Work]:
        """Columns of the tiles under a span."""
        inside = overlap(span, sound.whole)
        for index in sound.grid.tiles_of(inside, level) if inside.num_samples > 0 else ():
            key = sound.key(level, index)
            if key in self._claims:
                continue
            tile = sound.tile(key)
            if tile is None:
                if is_apart(key.span, sound.covered):
                    continue
                tile = sound.tile(key, make=True)
            assert tile is not None
            if columns := sound.missing(tile, stage):
                yield from self._some_columns(sound, tile, columns, stage)

    def _some_columns(
        self, sound: DrawnSound, tile: Tile, columns: list[int], stage: Stage
    ) -> Iterator[Work]:
        """As many of a tile's columns as are made quickly, after the waveform that they need."""
        level = tile.key.level
        if stage is Stage.REFINED:
            grid, frames = tile.key.grid, num_spread(level) + num_loudest(level)
            columns = columns[: _MOST_TRANSFORMED // (grid.n_fft * frames)]
            if num_loudest(level):
                size = grid.column_samples(level)
                under = SampleSpan(columns[0] * size, (columns[-1] + 1) * size)
                chunks = sound.peaks.unknown_chunks(sound.ready(CHUNK), under)
                if chunks:
                    yield from self._chunks(sound, under)
                    return
        yield ColumnWork(sound, tile, columns, stage)

    def _details(self, part: SeenPart) -> Iterator[Work]:
        """The waveform sample by sample, where so little is seen."""
        if part.visible.num_samples < DetailPiece.MOST_A_PIXEL * part.width_px:
            for index in part.sound.missing_details(part.visible):
                if DetailPiece.key(part.sound.identity, index) not in self._claims:
                    yield DetailWork(part.sound, index)

    def _probes(self, sound: DrawnSound) -> Iterator[Work]:
        """First looks at the waveform."""
        if probes := sound.peaks.missing_probes(sound.ready(sound.peaks.probe_spacing)):
            work = ProbeWork(sound, probes[:_MOST_PROBES])
            if work.claim not in self._claims:
                yield work

    def _chunks(self, sound: DrawnSound, span: SampleSpan) -> Iterator[Work]:
        """The waveform under a span."""
        for chunk in sound.peaks.unknown_chunks(sound.ready(CHUNK), span):
            work = WaveformWork(sound, chunk)
            if work.claim not in self._claims:
                yield work


def _is_usable(sound: DrawnSound) -> bool:
    """Whether there is something to read."""
    return not sound.is_broken and bool(sound.covered) and sound.num_samples > 0
