"""Stems with all repairs: read like the stems below them, by playback, pictures and export."""

from cass_core.repair.edits import Edit, EditIndex, EditList
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.spectra import Box, Spectra
from cass_core.repair.tiles.tile_memory import Reasons, TileMemory
from cass_core.repair.tiles.tiled_stems import TiledStems
from cass_core.stems.readable_stems import ReadableStems


class EditedStems(TiledStems):
    """Stems of a programme after a list of edits."""

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
        super().__init__(stems, memory)
        self.edits, self._others = edits, others or OtherTakes()
        self._index = EditIndex(edits, self._grid)

    def refresh(self) -> bool:
        """Look how far growing takes are; says whether more is separated than before."""
        has_grown = self._others.refresh()
        if has_grown:
            self._memory.clear()
        return super().refresh() or has_grown

    def close(self) -> None:
        """Close the stems below, and those that edits take from."""
        super().close()
        self._others.close()

    def _reasons(self, frames: range) -> tuple[Reasons, range]:
        return self._index.touching(frames) if self.edits.active else ((), frames)

    def _spectra(self, frames: range) -> Spectra:
        others = self._others.by_name
        return Spectra(self._stems.read, self.num_channels, frames, self._grid, others)

    def _change(self, spectra: Spectra, reasons: Reasons) -> None:
        for edit in reasons:
            assert isinstance(edit, Edit)
            region, frames = edit.operation.region, spectra.frames
            own = region.frames(self._grid)
            times = range(max(own.start, frames.start), min(own.stop, frames.stop))
            box = Box(times, region.bins(self._grid))
            if not box.is_empty:
                edit.operation.change(spectra, box)
