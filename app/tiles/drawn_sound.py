"""Everything that is known about how one sound looks: its tiles, its waveform, what is covered."""

from collections.abc import Sequence

import numpy as np

from app.tiles.spectra import LevelArray
from app.tiles.tile import Stage, Tile
from app.tiles.tile_cache import TileCache
from app.tiles.tile_grid import (
    USUAL_GRID,
    TileGrid,
    TileKey,
    cells_of,
    has_shrunk,
    moved_edges,
    touched,
)
from app.tiles.waveform_detail import DetailPiece
from app.tiles.waveform_peaks import DETAIL, WaveformPeaks, as_pixels
from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.spans import is_apart, is_within, union


class DrawnSound:
    """The pictures of one sound. Not safe from several threads: whoever has it holds a lock.

    Attributes:
        identity: of the sound; the same samples have the same one.
        source: the sound.
        grid: of its tiles; those of another one are not shown.
        covered: parts that hold sound by now; the rest is blank.
        revision: changes whenever other columns can be made.
        is_growing: whether `covered` has changed lately.
        peaks: its waveform.
        is_broken: whether reading it failed.
        edited: parts whose samples are not those that the identity names.
    """

    def __init__(
        self,
        identity: str,
        source: AudioSource,
        tile_cache: TileCache,
        grid: TileGrid = USUAL_GRID,
    ) -> None:
        """Know nothing yet.

        Args:
            identity: of the sound.
            source: the sound.
            tile_cache: for its tiles; those of its overview are kept here.
            grid: of its tiles.
        """
        self.identity, self.source, self.grid = identity, source, grid
        # kept, since asking a sound that grows looks at its file
        self.num_samples = source.num_samples
        self.covered: tuple[SampleSpan, ...] = ()
        self.revision = 0
        self.is_growing = False
        self.peaks = WaveformPeaks(self.num_samples)
        self.is_broken = False
        self.edited: tuple[SampleSpan, ...] = ()
        self._tile_cache = tile_cache
        self._overview: dict[TileKey, Tile] = {}

    @property
    def overview_level(self) -> int:
        """The level of the tiles that are always kept."""
        return self.grid.overview_level(self.num_samples)

    @property
    def whole(self) -> SampleSpan:
        """The whole programme."""
        return SampleSpan(0, self.num_samples)

    @property
    def is_whole(self) -> bool:
        """Whether all of the programme is covered."""
        return self.num_samples > 0 and is_within(self.whole, self.covered)

    def key(self, level: int, index: int) -> TileKey:
        """The name of one of its tiles."""
        return TileKey(self.identity, self.grid, level, index)

    def set_grid(self, grid: TileGrid) -> None:
        """Show spectra of another length; tiles of the former ones stay while there is room."""
        if grid != self.grid:
            self.grid, self.revision = grid, self.revision + 1
            self._overview = {}

    def set_source(self, source: AudioSource) -> None:
        """Read from another source with the same samples."""
        self.source, self.is_broken = source, False
        self.num_samples = source.num_samples
        self.peaks.lengthen(self.num_samples)

    def set_edited(
        self, edited: tuple[SampleSpan, ...], changed: tuple[SampleSpan, ...] | None = None
    ) -> None:
        """Tell where the source's samples are not those that the identity names.

        Args:
            edited: these parts.
            changed: where samples are others than before; None for all that was or is edited.
        """
        spans = union((*self.edited, *edited) if changed is None else changed)
        self.edited, self.revision = union(edited), self.revision + 1
        self._forget_other_grids()
        for span in spans:
            self._forget_part(span)

    def set_covered(self, covered: tuple[SampleSpan, ...]) -> None:
        """Tell which parts hold sound; what was drawn across an edge that moved is forgotten."""
        self.num_samples = self.source.num_samples
        self.peaks.lengthen(self.num_samples)
        if covered == self.covered:
            return
        if has_shrunk(self.covered, covered):
            self._forget_all()
        self._forget_other_grids()
        edges = moved_edges(self.covered, covered)
        self.covered, self.revision = covered, self.revision + 1
        self.is_growing = True
        for tile in self._tiles_at(edges):
            tile.forget(self.grid.near_edges(edges, tile.key.level, tile.columns))
        for edge in edges:
            self._tile_cache.drop(DetailPiece.key(self.identity, edge // DETAIL))
            self._tile_cache.drop(DetailPiece.key(self.identity, (edge - 1) // DETAIL))
        self.peaks.forget(sorted(edges))

    def rest(self) -> None:
        """Say that what is covered has not changed for a while: its edges are worth drawing."""
        if self.is_growing:
            self.is_growing, self.revision = False, self.revision + 1

    def ready(self, margin: int) -> Sequence[SampleSpan]:
        """What is covered, while it grows without its last samples: they would be made again."""
        if not self.is_growing:
            return self.covered
        return [SampleSpan(span.start, span.stop - margin) for span in self.covered]

    def tile(self, key: TileKey, make: bool = False) -> Tile | None:
        """A tile of this sound.

        Args:
            key: where it lies.
            make: an empty one where there is none.

        Returns:
            The tile or None.
        """
        keep = key.level >= self.overview_level
        found = self._overview.get(key) if keep else self._tile_cache.get(key)
        if isinstance(found, Tile):
            return found
        if not make:
            return None
        tile = Tile(key)
        if keep:
            self._overview = {k: t for k, t in self._overview.items() if k.level == key.level}
            self._overview[key] = tile
        else:
            self._tile_cache.put(key, tile)
        return tile

    def missing(self, tile: Tile, stage: Stage) -> list[int]:
        """Columns of a tile that hold sound and are not known well enough."""
        if tile.settled_at == self.revision and tile.settled >= stage:
            return []
        grid = tile.key.grid
        size = grid.column_samples(tile.key.level)
        ready = touched(self.ready(size + grid.n_fft), size, tile.columns)
        wanted = ready & (tile.stages < stage)
        if not wanted.any():
            tile.settled, tile.settled_at = stage, self.revision
        return (np.flatnonzero(wanted) + tile.columns.start).tolist()

    def put_columns(
        self,
        tile: Tile,
        columns: Sequence[int],
        levels: LevelArray,
        stage: Stage,
        covered: tuple[SampleSpan, ...],
    ) -> None:
        """Learn columns, unless what they were made from has changed meanwhile.

        Args:
            tile: where they belong.
            columns: their numbers.
            levels: (bin, column)
            stage: how well they are known.
            covered: what was covered when their sound was read.
        """
        if has_shrunk(covered, self.covered):
            return
        edges = moved_edges(covered, self.covered)
        around = range(columns[0], columns[-1] + 1)
        near = tile.key.grid.near_edges(edges, tile.key.level, around)
        stale = near[np.asarray(columns) - columns[0]]
        kept = [column for column, old in zip(columns, stale, strict=True) if not old]
        tile.fill(kept, levels[:, ~stale], stage)

    def still_holds(self, covered: tuple[SampleSpan, ...], span: SampleSpan) -> bool:
        """Whether samples that were read when something else was covered are still the same."""
        if has_shrunk(covered, self.covered):
            return False
        edges = moved_edges(covered, self.covered)
        return not any(span.start <= edge <= span.stop for edge in edges)

    def put_detail(self, piece: DetailPiece) -> None:
        """Learn a piece of the waveform."""
        self._tile_cache.put(DetailPiece.key(self.identity, piece.index), piece)

    def missing_details(self, visible: SampleSpan) -> list[int]:
        """Pieces of the waveform that hold sound and are not known."""
        pieces = cells_of(SampleSpan(max(visible.start, 0), visible.stop), DETAIL)
        wanted = np.flatnonzero(touched(self.ready(DETAIL), DETAIL, pieces)) + pieces.start
        keys = {index: DetailPiece.key(self.identity, index) for index in wanted.tolist()}
        return [index for index, key in keys.items() if self._tile_cache.get(key) is None]

    def from_children(self, tile: Tile, columns: Sequence[int]) -> LevelArray | None:
        """Columns (bin, column) out of two finer ones each, where all of these are refined."""
        grid, numbers = tile.key.grid, np.asarray(columns) * 2
        levels = np.empty((grid.num_bins, len(columns)), np.uint8)
        for index in (tile.key.index * 2, tile.key.index * 2 + 1):
            here = numbers // grid.tile_columns == index
            if not here.any():
                continue
            child = self.tile(TileKey(self.identity, grid, tile.key.level - 1, index))
            places = numbers[here] - index * grid.tile_columns
            if child is None or (child.stages[[*places, *(places + 1)]] < Stage.REFINED).any():
                return None
            levels[:, here] = np.maximum(child.levels[:, places], child.levels[:, places + 1])
        return levels

    def is_final(self, key: TileKey) -> bool:
        """Whether a tile lies in a covered part, so that it will never change."""
        span = key.grid.around(key.span)
        return is_within(span, self.covered) and is_apart(span, self.edited)

    def waveform(self, visible: SampleSpan, width_px: int) -> FloatArray:
        """The best that is known of the waveform now: (2, pixel), full scale is 1.0."""
        rough = self.peaks.read(visible, width_px)
        if visible.num_samples >= DetailPiece.MOST_A_PIXEL * width_px:
            return rough
        edges = visible.start + np.arange(width_px) * visible.num_samples // width_px
        low = int(edges[0])
        samples = np.zeros((2, max(visible.stop - low, 1)), np.int16)
        known = np.zeros(samples.shape[1], np.bool_)
        for index in range(low // DETAIL, -(-visible.stop // DETAIL)):
            piece = self._tile_cache.get(DetailPiece.key(self.identity, index))
            if isinstance(piece, DetailPiece):
                piece.copy_to(samples, known, low)
        fine = as_pixels(samples, edges - low)
        return np.where(known[edges - low], fine, rough).astype(np.float32)

    def _forget_part(self, span: SampleSpan) -> None:
        """Make anew what was made of some samples; it stays visible until then."""
        wide = self.grid.around(span)
        for level in range(self.overview_level + 1):
            for index in self.grid.tiles_of(wide, level):
                tile = self.tile(self.key(level, index))
                if tile is not None:
                    tile.forget(touched([wide], self.grid.column_samples(level), tile.columns))
                    tile.is_kept = False
        for piece in cells_of(wide, DETAIL):
            self._tile_cache.drop(DetailPiece.key(self.identity, piece))
        self.peaks.forget_part(wide)

    def _tiles_at(self, edges: frozenset[int]) -> list[Tile]:
        """Known tiles that reach across any of the edges."""
        tiles: dict[TileKey, Tile] = {}
        for edge in edges:
            span = self.grid.around(SampleSpan(edge, edge))
            for level in range(self.overview_level + 1):
                for index in self.grid.tiles_of(span, level):
                    tile = self.tile(self.key(level, index))
                    if tile is not None:
                        tiles[tile.key] = tile
        return list(tiles.values())

    def _forget_other_grids(self) -> None:
        """Tiles that are not shown are not made anew where samples change: they go."""
        tiles = [key for key in self._tile_cache.names() if isinstance(key, TileKey)]
        for key in tiles:
            if key.identity == self.identity and key.grid != self.grid:
                self._tile_cache.drop(key)

    def _forget_all(self) -> None:
        self._overview.clear()
        for key in self._tile_cache.names():
            if getattr(key, "identity", None) == self.identity:
                self._tile_cache.drop(key)
        self.peaks = WaveformPeaks(self.num_samples)
        self.peaks.seen_on_disk = True  # what is there is of the former cover
