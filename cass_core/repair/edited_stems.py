"""Stems with all repairs: read like the stems below them, by playback, pictures and export."""

import threading
from collections import OrderedDict
from collections.abc import Iterator

from cass_core.clips import FloatArray, SameFormat, SampleSpan
from cass_core.closable import Closable
from cass_core.repair.edits import Edit, EditIndex, EditList
from cass_core.repair.grid import Grid
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.spectra import Box, Spectra
from cass_core.request.identity import StemSetIdentity
from cass_core.spans import overlap
from cass_core.stem_names import Stem
from cass_core.stems.readable_stems import ReadableStems, StemSource

_TILE_HOPS = 16
_MOST_TILES = 96
Changes = dict[Stem, FloatArray]


class TileMemory:
    """What edits change, for the tiles that were read last; safe from several threads."""

    def __init__(self, most: int = _MOST_TILES) -> None:
        """Remember nothing yet.

        Args:
            most: tiles that are kept.
        """
        self._most, self._lock = most, threading.Lock()
        self._tiles: OrderedDict[int, tuple[tuple[Edit, ...], Changes]] = OrderedDict()

    def find(self, tile: int, edits: tuple[Edit, ...]) -> Changes | None:
        """What the very same edits changed of a tile; None where that is not known."""
        with self._lock:
            known = self._tiles.get(tile)
            if known is None or not _are_same(known[0], edits):
                return None
            self._tiles.move_to_end(tile)
            return known[1]

    def keep(self, tile: int, edits: tuple[Edit, ...], changes: Changes) -> None:
        """Remember a tile, and forget the one that was not asked for the longest."""
        with self._lock:
            self._tiles[tile] = edits, changes
            self._tiles.move_to_end(tile)
            while len(self._tiles) > self._most:
                self._tiles.popitem(last=False)

    def clear(self) -> None:
        """Forget all, because the stems below have changed."""
        with self._lock:
            self._tiles.clear()


class EditedStems(SameFormat, Closable):
    """Stems of a programme after a list of edits, block by block.

    What edits change is worked out in tiles that lie at the same places whoever reads, so samples
    do not depend on how a span is cut into blocks. What no edit touches is read straight through.
    The changes of all stems sum to nothing: DX + FX + MX stays what it was. Safe from several
    threads.
    """

    def __init__(
        self,
        stems: ReadableStems,
        edits: EditList,
        memory: TileMemory | None = None,
        others: OtherTakes | None = None,
    ) -> None:
        """Lay edits over stems, which are closed together with this object.

        Args:
            stems: what is edited.
            edits: in their order.
            memory: shared with another list's stems over the same ones; None for an own one.
            others: separations that edits take from, closed together with the stems; what is not
                among them changes nothing.
        """
        super().__init__(stems)
        self._stems, self.edits = stems, edits
        self._memory, self._others = memory or TileMemory(), others or OtherTakes()
        self._grid = Grid(stems.rate_hz)
        self._index = EditIndex(edits, self._grid)

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
        for tile, edits, frames in self._touched(span):
            change = self._changes(tile, edits, frames).get(stem)
            if change is None:
                continue
            if not is_own:
                sound, is_own = sound.copy(), True
            whole = self._tile_span(tile)
            part = overlap(whole, span)
            sound[:, part.start - span.start : part.stop - span.start] += change[
                :, part.start - whole.start : part.stop - whole.start
            ]
        return sound

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """As `read`, of the mixture, which no edit changes."""
        return self._stems.read_mixture(span)

    def source(self, stem: Stem) -> StemSource:
        """A stem as an `AudioSource` over the whole programme."""
        return StemSource(self, stem)

    def refresh(self) -> bool:
        """Look how far growing takes are; says whether more is separated than before."""
        has_grown = self._stems.refresh()
        if self._others.refresh() or has_grown:
            self._memory.clear()
        return has_grown

    def close(self) -> None:
        """Close the stems below, and those that edits take from."""
        self._stems.close()
        self._others.close()

    def _tile_span(self, tile: int) -> SampleSpan:
        size = _TILE_HOPS * self._grid.hop
        return SampleSpan(tile * size, (tile + 1) * size)

    def _touched(self, span: SampleSpan) -> Iterator[tuple[int, tuple[Edit, ...], range]]:
        """The tiles of a span that any edit reaches, with these edits and the frames to look at."""
        if not self.edits.active or span.num_samples <= 0:
            return
        size = _TILE_HOPS * self._grid.hop
        for tile in range(span.start // size, (span.stop - 1) // size + 1):
            edits, frames = self._index.touching(self._grid.frames_over(self._tile_span(tile)))
            if edits:
                yield tile, edits, frames

    def _changes(self, tile: int, edits: tuple[Edit, ...], frames: range) -> Changes:
        found = self._memory.find(tile, edits)
        if found is None:
            found = self._made(tile, edits, frames)
            self._memory.keep(tile, edits, found)
        return found

    def _made(self, tile: int, edits: tuple[Edit, ...], frames: range) -> Changes:
        spectra = Spectra(
            self._stems.read, self.num_channels, frames, self._grid, self._others.by_name
        )
        for edit in edits:
            region = edit.operation.region
            own = region.frames(self._grid)
            times = range(max(own.start, frames.start), min(own.stop, frames.stop))
            box = Box(times, region.bins(self._grid))
            if not box.is_empty:
                edit.operation.change(spectra, box)
        return spectra.changes(self._tile_span(tile)) if spectra.is_changed else {}


def _are_same(known: tuple[Edit, ...], edits: tuple[Edit, ...]) -> bool:
    """Whether two rows hold the same objects; values would be slow to compare."""
    return len(known) == len(edits) and all(map(lambda a, b: a is b, known, edits))
