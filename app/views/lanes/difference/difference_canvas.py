"""The spectrogram of a difference: dark where nothing has changed."""

import math

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from app.lanes import Lane
from app.look.theme import DARK, active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.seek_canvas import SeekCanvas
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.axis.time_marks import draw_outlined
from app.views.lanes.canvas.lane_geometry import LaneGeometry, scale_of
from app.views.lanes.canvas.lane_grid import draw_frequencies
from app.views.lanes.canvas.lane_picture import LanePicture


class DifferenceCanvas(SeekCanvas):
    """Looked at with the same colours and axis as the stems."""

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(lane, context, parent)
        self._image = LanePicture(context, lane.code)
        context.view.look_changed.connect(self.redraw)
        context.store.tiles_changed.connect(self._on_changed)
        context.store.sound_changed.connect(self._on_changed)

    def draw_content(self, painter: QPainter) -> None:
        """Paint spectrogram and waveform."""
        whole = QRectF(0.0, 0.0, float(self.width()), float(self.height()))
        programme = self._context.programme
        if self._context.store.sound(self._lane.code) is None or programme is None:
            words = self.tr("There is nothing to compare yet")
            right = (self.width() + words_width(painter, words)) / 2.0
            draw_words(painter, right, whole.center().y(), words, centred=True)
            return
        ratio = self.devicePixelRatioF()
        width, height = math.ceil(whole.width() * ratio), math.ceil(whole.height() * ratio)
        painter.drawImage(whole, self._image.spectrogram(width, height))
        look = self._context.view.look
        if look.waveform:
            colour = QColor(DARK.colour(self._lane.colour))
            painter.drawImage(whole, self._image.waveform(width, height, colour))
        geometry = LaneGeometry(self.axis, whole.height(), scale_of(look), programme.rate_hz)
        draw_frequencies(painter, geometry)

    def draw_selection(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the edges; the colours inside stay true."""
        draw_outlined(painter, rect, active_theme(), is_band=False)

    @Slot(str)
    def _on_changed(self, code: str) -> None:
        if code == self._lane.code:
            self._image.forget()
            self.redraw()
