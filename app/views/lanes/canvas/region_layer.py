"""Outlines over a lane: what is selected, and what was repaired."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.lanes import LANES, Lane
from app.look.theme import DARK, active_theme
from app.project.seen.selection import Selection
from app.tiles.frequency_axis import frequencies
from app.tiles.tile_grid import BoolArray
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_marks import draw_outlined
from app.views.lanes.axis.waveform_image import image_of
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from cass_core.repair.edits import Edit
from cass_core.repair.operations import stems_of
from cass_core.repair.region import Region
from cass_core.spans import overlap

_DRAWN_BINS = 1024
_LEAST_PX = 3.0
_DASHES = (3.0, 3.0)


@dataclass(frozen=True)
class _DrawnGrid:
    """Cells as they are drawn: a frame a pixel, bins fine enough for the lane.

    Attributes:
        hop: samples a pixel.
        bin_hz: hertz of a bin.
        num_bins: up to half the rate.
    """

    hop: float
    bin_hz: float
    num_bins: int = _DRAWN_BINS


class RegionLayer:
    """Draws outlines only, so that the spectrogram below keeps its colours."""

    def __init__(self, context: LaneContext, lane: Lane) -> None:
        """Draw nothing yet.

        Args:
            context: what is looked at.
            lane: its row.
        """
        self._context, self._lane = context, lane
        self._drawn_for: object = None
        self._outline: tuple[QRectF, QImage] | None = None

    def paint(self, painter: QPainter, geometry: LaneGeometry) -> None:
        """Paint the repairs of this lane, then the selection."""
        for edit in self._context.project.repairs.edits:
            if self._lane.stem in stems_of(edit.operation):
                self._paint_edit(painter, geometry, edit)
        selection = self._context.view.selection
        if selection is None:
            return
        if selection.shape is None:
            is_band = selection.band_hz is not None
            draw_outlined(painter, geometry.rect_of(selection), active_theme(), is_band=is_band)
        else:
            self._paint_shape(painter, geometry, selection, selection.shape)

    def _paint_edit(self, painter: QPainter, geometry: LaneGeometry, edit: Edit) -> None:
        """A dashed frame in the colour of the stem that got the sound."""
        region = edit.operation.region
        if overlap(region.span, geometry.axis.span).num_samples <= 0:
            return
        rect = geometry.rect_of(Selection(region.span, region.band_hz))
        if rect.width() < _LEAST_PX:
            return
        target = getattr(edit.operation, "target", edit.operation)
        colour = next((lane.colour for lane in LANES if lane.stem is target), "muted")
        pen = QPen(QColor(DARK.colour(colour)), 1.0)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(1.0 if edit.is_on else 0.4)
        painter.drawRect(rect.adjusted(0.0, 0.5, -1.0, -1.5))
        painter.setOpacity(1.0)

    def _paint_shape(
        self, painter: QPainter, geometry: LaneGeometry, selection: Selection, shape: Region
    ) -> None:
        wanted = (shape, geometry)
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self._outline = _outlined(shape, selection, geometry)
        if self._outline is not None:
            rect, image = self._outline
            painter.drawImage(rect, image)


def _outlined(
    shape: Region, selection: Selection, geometry: LaneGeometry
) -> tuple[QRectF, QImage] | None:
    """The edge of a shape as it is drawn, and where; None where it is out of sight."""
    axis, height = geometry.axis, max(round(geometry.height_px), 1)
    seen = overlap(selection.span, axis.span)
    left, right = int(geometry.x_of(seen.start)) - 1, int(geometry.x_of(seen.stop)) + 2
    if seen.num_samples <= 0 or right <= left:
        return None
    grid = _DrawnGrid(axis.samples_per_px, geometry.rate_hz / 2 / (_DRAWN_BINS - 1))
    first = round(axis.span.start / grid.hop)
    covered = shape.hard_mask(range(first + left, first + right), range(_DRAWN_BINS), grid)
    shares = 1.0 - (np.arange(height) + 0.5) / height
    rows = frequencies(shares, geometry.scale, geometry.rate_hz) / grid.bin_hz
    inside = covered[:, np.minimum(np.rint(rows).astype(np.int64), _DRAWN_BINS - 1)].T > 0.5
    edge = inside & ~_inner(inside)
    beside = ~inside & ~_inner(~inside)
    pixels = np.zeros(inside.shape, np.uint32)
    pixels[beside] = QColor(0, 0, 0).rgba()
    pixels[edge] = QColor(active_theme().selection).lighter(150).rgba()
    return QRectF(left, 0.0, right - left, geometry.height_px), image_of(pixels)


def _inner(inside: BoolArray) -> BoolArray:
    """What is inside with all four neighbours; the image's own border is no edge."""
    wide = np.pad(inside, 1, mode="edge")
    return wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
