"""Pictures over time, and under them where a face is seen and where one speaks."""

import numpy as np
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from app.jobs.face_boxes import FaceBoxes, Rows
from app.jobs.images.thumbnails import Thumbnails
from app.lanes import Lane
from app.look.theme import DARK, active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.seek_canvas import SeekCanvas
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.axis.time_marks import draw_outlined
from app.views.lanes.filmstrip.strip_plan import Spacing, StripPicture, strip_pictures

FACE_COLOUR, SPEAKER_COLOUR = QColor("#5f6b7d"), QColor(DARK.dx)
_CUT_COLOUR, _EMPTY = QColor(240, 244, 250, 230), QColor(255, 255, 255, 14)
_STRIP_PX, _GAP_PX = 9.0, 2.0
_ASPECT = 16 / 9
_AFTER_S = 0.08  # into a shot, where its first picture is sure to be its own
_COARSE_S = 8.0  # pictures further apart than that need not be exact
_ASK_MS = 120


class FilmstripCanvas(SeekCanvas):
    """The picture at a place in the strip is the one that is seen while that is heard."""

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        thumbnails: Thumbnails,
        faces: FaceBoxes | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            thumbnails: decodes while the lane is shown.
            faces: who is seen, and where shots begin.
            parent: the widget around it.
        """
        super().__init__(lane, context, parent)
        self._thumbnails, self._faces = thumbnails, faces
        self._spacing = Spacing()
        self._asking = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._asking.timeout.connect(self._ask)
        thumbnails.changed.connect(self.redraw)
        if faces is not None:
            faces.ready.connect(self.redraw)

    @property
    def spacing(self) -> Spacing:
        """How far pictures are apart."""
        return self._spacing

    def set_spacing(self, spacing: Spacing) -> None:
        """Choose how far pictures are apart."""
        if spacing != self._spacing:
            self._spacing = spacing
            self.redraw()

    @property
    def pictures(self) -> list[StripPicture]:
        """What is seen now."""
        programme = self._context.programme
        if programme is None or not programme.has_picture:
            return []
        cuts = [] if self._faces is None else self._faces.cuts().tolist()
        length, width = self._context.view.length, self._picture_height() * _ASPECT
        return strip_pictures(self.axis, cuts, length, programme.rate_hz, width, self._spacing)

    def draw_content(self, painter: QPainter) -> None:
        """Paint pictures, cuts and who is seen."""
        programme = self._context.programme
        if programme is None or not programme.has_picture:
            self._say(painter, self.tr("This file has no picture"))
            return
        pictures = self.pictures
        for picture in pictures:
            self._draw_picture(painter, picture)
        for picture in pictures:
            if picture.is_cut:
                x_px = round(self.axis.x_of(picture.sample))
                painter.fillRect(QRectF(x_px, 0.0, 2.0, self._picture_height()), _CUT_COLOUR)
        self._draw_faces(painter)
        self._asking.start()

    def draw_selection(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the edges; the colours inside stay true."""
        draw_outlined(painter, rect, active_theme(), is_band=False)

    def words_at(self, sample: int) -> str:
        """The time, and whether somebody is seen to speak."""
        words = [self._context.written(sample)]
        if self._faces is not None and self._faces.is_known:
            if _covers(self._faces.speaks(), sample):
                words.append(self.tr("a face speaks"))
            elif _covers(self._faces.in_view(), sample):
                words.append(self.tr("a face is silent"))
            else:
                words.append(self.tr("no face"))
        return ", ".join(words)

    def _picture_height(self) -> float:
        return max(self.height() - _STRIP_PX - 2 * _GAP_PX, 8.0)

    def _key(self, picture: StripPicture) -> int:
        """The sample whose picture is decoded for a place."""
        programme = self._context.programme
        after = round(_AFTER_S * programme.rate_hz) if programme and picture.is_cut else 0
        return picture.sample + after

    def _draw_picture(self, painter: QPainter, picture: StripPicture) -> None:
        height, left = self._picture_height(), self.axis.x_of(picture.sample)
        room = QRectF(left, 0.0, max(picture.room_px - 1.0, 1.0), height)
        image = self._thumbnails.at(self._key(picture))
        if image is None:
            width = min(room.width(), height * _ASPECT)
            painter.fillRect(QRectF(left, 0.0, width, height), _EMPTY)
            return
        painter.save()
        painter.setClipRect(room)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, 0.0, _width(image, height), height), image)
        painter.restore()

    def _draw_faces(self, painter: QPainter) -> None:
        top = self.height() - _STRIP_PX - _GAP_PX
        if self._faces is None or not self._faces.is_known:
            self._say(painter, self.tr("Faces and cuts come with a separation"), top)
            return
        thin = _STRIP_PX / 3
        self._draw_runs(painter, self._faces.in_view(), QRectF(0, top + thin, 0, thin), FACE_COLOUR)
        self._draw_runs(painter, self._faces.speaks(), QRectF(0, top, 0, _STRIP_PX), SPEAKER_COLOUR)

    def _draw_runs(self, painter: QPainter, runs: Rows, row: QRectF, colour: QColor) -> None:
        """Paint the runs that are seen; `row` says how high they stand."""
        span = self.axis.span
        first = int(np.searchsorted(runs[:, 1], span.start, side="right"))
        stop = int(np.searchsorted(runs[:, 0], span.stop))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for begin, end in runs[first:stop].tolist():
            left, right = self.axis.x_of(begin), self.axis.x_of(end)
            painter.drawRect(QRectF(left, row.top(), max(right - left, 1.0), row.height()))

    def _say(self, painter: QPainter, words: str, y_px: float | None = None) -> None:
        right = (self.width() + words_width(painter, words)) / 2.0
        middle = self.height() / 2.0 if y_px is None else y_px
        draw_words(painter, right, middle, words, centred=True)

    def _ask(self) -> None:
        """Have what is seen decoded, from its middle to its edges."""
        programme = self._context.programme
        if programme is None or not self.isVisible():
            return
        seen, places = self.axis.span, self.pictures
        middle = (seen.start + seen.stop) / 2
        places.sort(key=lambda picture: abs(picture.sample - middle))
        widest = min((place.room_px for place in places), default=0.0) * self.axis.samples_per_px
        coarse = widest > _COARSE_S * programme.rate_hz
        self._thumbnails.want([self._key(place) for place in places], coarse=coarse)

    def showEvent(self, event: QShowEvent) -> None:
        """Decode while pictures are seen."""
        super().showEvent(event)
        self._asking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Decode nothing that is not seen."""
        super().hideEvent(event)
        self._asking.stop()
        self._thumbnails.stop()


def _width(image: QImage, height: float) -> float:
    return image.width() * height / max(image.height(), 1)


def _covers(runs: Rows, sample: int) -> bool:
    place = int(np.searchsorted(runs[:, 0], sample, side="right")) - 1
    return place >= 0 and sample < int(runs[place, 1])
