"""Base of stems that are others than those below them, by what is added tile by tile."""

from abc import abstractmethod

from cass_core.clips import FloatArray, SameFormat, SampleSpan
from cass_core.closable import Closable
from cass_core.repair.grid import Grid
from cass_core.repair.spectra import Spectra
from cass_core.repair.tiles.tile_memory import Changes, Reasons, TileMemory
from cass_core.request.identity import StemSetIdentity
from cass_core.spans import overlap
from cass_core.stem_names import Stem
from cass_core.stems.readable_stems import ReadableStems, StemSource

_TILE_HOPS = 16


class TiledStems(SameFormat, Closable):
    """Stems of a programme after a change that moves cells between them, block by block.

    What changes is worked out in tiles that lie at the same places whoever reads, so samples do
    not depend on how a span is cut into blocks. Where nothing changes, samples are read straight
    through. The changes of all stems sum to nothing: DX + FX + MX stays what it was. Safe from
    several threads.
    """

    def __init__(self, stems: ReadableStems, memory: TileMemory | None = None) -> None:
        """Lay changes over stems, which are closed together with this object.

        Args:
            stems: what is changed.
            memory: shared with others over the same stems; None for an own one.
        """
        super().__init__(stems)
        self._stems, self._memory = stems, memory or TileMemory()
        self._grid = Grid(stems.rate_hz)

    @abstractmethod
    def _reasons(self, frames: range) -> tuple[Reasons, range]:
        """What changes some frames, nothing where they stay, and the frames to look at for that."""

    @abstractmethod
    def _change(self, spectra: Spectra, reasons: Reasons) -> None:
        """Move cells between the stems."""

    def _spectra(self, frames: range) -> Spectra:
        """The stems below over some frames."""
        return Spectra(self._stems.read, self.num_channels, frames, self._grid)

    @property
    def identities(self) -> tuple[StemSetIdentity, ...]:
        """What each take below was made of and with, the lowest first."""
        return self._stems.identities

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, in rising order and without overlaps."""
        return self._stems.covered

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples of a span of the programme; zeros where nothing is separated.

        Args:
            stem: which stem.
            span: on the programme's sample axis.

        Returns:
            (channel, sample).
        """
        sound = self._stems.read(stem, span)
        is_own = False
        for tile in self._tiles(span):
            whole = self._tile_span(tile)
            change = self._changes(tile, whole).get(stem)
            if change is None:
                continue
            if not is_own:
                sound, is_own = sound.copy(), True
            part = overlap(whole, span)
            sound[:, part.start - span.start : part.stop - span.start] += change[
                :, part.start - whole.start : part.stop - whole.start
            ]
        return sound

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """As `read`, of the mixture, which never changes."""
        return self._stems.read_mixture(span)

    def source(self, stem: Stem) -> StemSource:
        """A stem as an `AudioSource` over the whole programme."""
        return StemSource(self, stem)

    def refresh(self) -> bool:
        """Look how far growing takes are; says whether more is separated than before."""
        has_grown = self._stems.refresh()
        if has_grown:
            self._memory.clear()
        return has_grown

    def close(self) -> None:
        """Close the stems below."""
        self._stems.close()

    def _tiles(self, span: SampleSpan) -> range:
        size = _TILE_HOPS * self._grid.hop
        return range(span.start // size, (span.stop - 1) // size + 1 if span.num_samples > 0 else 0)

    def _tile_span(self, tile: int) -> SampleSpan:
        size = _TILE_HOPS * self._grid.hop
        return SampleSpan(tile * size, (tile + 1) * size)

    def _changes(self, tile: int, span: SampleSpan) -> Changes:
        reasons, frames = self._reasons(self._grid.frames_over(span))
        if not reasons:
            return {}
        state, found = self._memory.state, self._memory.find(tile, reasons)
        if found is None:
            spectra = self._spectra(frames)
            self._change(spectra, reasons)
            found = spectra.changes(span) if spectra.is_changed else {}
            self._memory.keep(tile, reasons, found, state)
        return found
