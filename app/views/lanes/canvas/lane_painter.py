"""The lasting part of a lane, layer over layer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from app.lanes import Lane
from app.look.theme import DARK, active_theme
from app.views.lanes.axis.coverage import covered_spans
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.text_badge import small_font
from app.views.lanes.axis.time_marks import draw_lines, draw_timeline
from app.views.lanes.canvas.flag_layer import draw_flags
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from app.views.lanes.canvas.lane_grid import (
    dim,
    draw_frequencies,
    draw_hint,
    draw_missing,
)
from app.views.lanes.canvas.lane_picture import LanePicture
from app.views.lanes.canvas.lines.line_layer import draw_line, draw_marks
from app.views.lanes.canvas.lines.stem_lines import StemLine, StrictnessOfStem
from app.views.lanes.canvas.region_layer import RegionLayer
from cass_core.spans import gaps
from cass_core.stems.line import LinePoint, is_flat

_DASHES = (4.0, 3.0)


@dataclass(frozen=True)
class SeenLine:
    """A line over time, as it is painted.

    Attributes:
        line: which one.
        chosen: the point of it that keys act on.
        is_edited: it is what the mouse changes.
    """

    line: StemLine
    chosen: LinePoint | None
    is_edited: bool


class LanePainter:
    """Paints one lane; knows its picture and nothing of mouse and keys.

    The ground is dark in both themes, and so what is drawn on it has the dark theme's colours.
    """

    def __init__(self, context: LaneContext, lane: Lane) -> None:
        """Paint nothing yet.

        Args:
            context: what is looked at.
            lane: its row.
        """
        self._context, self._lane = context, lane
        self.stem = lane.stem
        self.picture = LanePicture(context, lane.code)
        self._regions = RegionLayer(context, lane)
        self.painted_px: tuple[tuple[int, int], ...] = ()
        self.painted_heard = True

    @property
    def is_heard(self) -> bool:
        """Whether mute, solo and what is listened to let the lane through."""
        if self.stem is None:
            return True
        if self._context.comparison.original:
            return False
        return self._context.project.mix.rebalance.is_heard(self.stem)

    def paint(self, painter: QPainter, geometry: LaneGeometry, lines: Sequence[SeenLine]) -> None:
        """Paint all layers.

        Args:
            painter: of the lane.
            geometry: its axes.
            lines: over time; a flat one is painted only while it is edited.
        """
        painter.setFont(small_font())
        self.painted_px = self.covered_px(geometry)
        self._paint_sound(painter, geometry)
        self._paint_missing(painter, geometry)
        self.painted_heard = self.is_heard
        if not self.painted_heard:
            dim(painter, geometry)
        self._paint_marks(painter, geometry)
        is_edited = any(seen.is_edited for seen in lines)
        if not is_edited and covered_spans(self._context.project, self.stem):
            draw_frequencies(painter, geometry)
        for seen in lines:
            self._paint_line(painter, geometry, seen)

    def _paint_line(self, painter: QPainter, geometry: LaneGeometry, seen: SeenLine) -> None:
        line, scale = seen.line.points, seen.line.scale
        if seen.is_edited or not is_flat(line):
            colour = QColor(DARK.colour(self._lane.colour))
            dashes = _DASHES if isinstance(seen.line, StrictnessOfStem) else ()
            draw_line(painter, geometry, line, scale, colour, seen.chosen, dashes)
        if seen.is_edited:
            draw_marks(painter, geometry, scale)

    def _paint_sound(self, painter: QPainter, geometry: LaneGeometry) -> None:
        theme, look = active_theme(), self._context.view.look
        ratio = painter.device().devicePixelRatioF()
        width, height = round(geometry.axis.width_px * ratio), round(geometry.height_px * ratio)
        whole = QRectF(0.0, 0.0, geometry.axis.width_px, geometry.height_px)
        painter.fillRect(whole, QColor(theme.canvas))
        if not covered_spans(self._context.project, self.stem):
            return
        painter.drawImage(whole, self.picture.spectrogram(width, height))
        if look.waveform:
            colour = QColor(DARK.colour(self._lane.colour))
            painter.save()
            painter.setClipRegion(self._covered_region(geometry))
            painter.drawImage(whole, self.picture.waveform(width, height, colour))
            painter.restore()
        axis = geometry.axis
        draw_lines(painter, axis, geometry.height_px, self._context.ticks(axis))

    def covered_px(self, geometry: LaneGeometry) -> tuple[tuple[int, int], ...]:
        """First pixel and the one after the last of each part that there is sound of."""
        edges = []
        for span in covered_spans(self._context.project, self.stem):
            left = max(0, math.floor(geometry.x_of(max(span.start, geometry.axis.span.start))))
            right = math.ceil(geometry.x_of(min(span.stop, geometry.axis.span.stop)))
            edges.append((left, max(left, right)))
        return tuple(edges)

    def _covered_region(self, geometry: LaneGeometry) -> QRegion:
        """Where there is sound: elsewhere a flat line would look like silence."""
        region = QRegion()
        for left, right in self.painted_px:
            region += QRect(left, 0, right - left, math.ceil(geometry.height_px))
        return region

    def _paint_missing(self, painter: QPainter, geometry: LaneGeometry) -> None:
        covered = covered_spans(self._context.project, self.stem)
        missing = gaps(geometry.axis.span, covered)
        if self.stem is None:
            words = QCoreApplication.translate("LaneCanvas", "Reading the sound…")
        else:
            words = QCoreApplication.translate("LaneCanvas", "Not separated yet")
        draw_missing(painter, geometry, missing, words)
        if self.stem is not None and not covered:
            own = QCoreApplication.translate("Lanes", self._lane.hint)
            draw_hint(painter, geometry, self._context.hint or own)

    def _paint_marks(self, painter: QPainter, geometry: LaneGeometry) -> None:
        timeline = self._context.project.timeline
        draw_timeline(painter, geometry.axis, geometry.height_px, timeline, active_theme())
        self._regions.paint(painter, geometry)
        if self.stem is not None:
            reviews = self._context.project.reviews
            chosen = reviews.chosen.flag if reviews.chosen else None
            draw_flags(painter, geometry, reviews.review, self.stem, chosen)
