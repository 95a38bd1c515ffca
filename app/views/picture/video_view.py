"""The picture at the transport's position."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.jobs.face_boxes import FaceBoxes
from app.look.theme import active_theme
from app.playback.picture.picture_feed import PictureFeed
from app.playback.picture.picture_thread import PictureRequest
from app.project.programme import Programme
from app.project.project import Project
from app.project.view_state import ViewState
from app.views.lanes.axis.time_axis import format_position
from app.views.picture.box_tool import BoxTool
from app.views.picture.face_layer import FaceLayer
from app.views.picture.picture_overlay import draw_timecode
from app.views.picture.picture_state import PictureState, draw_state, picture_words
from cass_core.media.picture.frame_cache import SeekedFrame

_PAINTED_MS = 100  # the window shows what was opened before the decoder takes all processors
_LEAD_S = 0.008  # half of what lies between two positions: pictures come early as often as late
_TIMECODE_PX = 13


class TransportLike(Protocol):
    """What the view asks of the transport.

    Attributes:
        position_changed: the position in samples, while playing and when it is set.
        state_changed: playing started or ended.
    """

    position_changed: Any
    state_changed: Any

    @property
    def position(self) -> int:
        """The sample that is heard."""

    @property
    def playing(self) -> bool:
        """Whether the position moves by itself."""

    @property
    def speed(self) -> float:
        """How fast it moves, below 0 backward."""


class VideoView(QWidget):
    """Shows the picture that belongs to what is heard, with timecode and faces.

    Attributes:
        box: is drawn on it, where one is asked for.
        show_faces: whether faces are framed.
        show_timecode: whether the position is written on it.

    Signals:
        shown_changed: another picture, or none, is on screen.
    """

    shown_changed = Signal()

    def __init__(
        self,
        project: Project,
        transport: TransportLike,
        view: ViewState,
        faces: FaceBoxes | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the view.

        Args:
            project: whose movie is shown.
            transport: says which picture it is.
            view: how positions are written.
            faces: who is in the picture.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._transport, self._view = project, transport, view
        self._feed, self._faces = PictureFeed(self), FaceLayer(faces, self)
        self._state, self._problem = PictureState.NOTHING_OPEN, ""
        self._frame: SeekedFrame | None = None
        self._image = QImage()
        self._sample, self._position = 0, ""
        self._opening = QTimer(self, interval=_PAINTED_MS, singleShot=True)
        self.show_faces = self._switch(self.tr("Show &faces"))
        self.show_timecode = self._switch(self.tr("Show &timecode"))
        self.box = BoxTool(self)
        self._dress()
        self._connect()
        if faces is not None:
            faces.ready.connect(self.update)
        self._on_programme_changed()

    @property
    def state(self) -> PictureState:
        """Why the view shows what it shows."""
        return self._state

    @property
    def frame(self) -> SeekedFrame | None:
        """The picture on screen."""
        return self._frame

    def stop(self) -> None:
        """End the decoding for good; blocks until the current picture is done."""
        self._opening.stop()
        self._feed.stop()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the box that is drawn works with a key."""
        return self.box.wants(event)

    def picture_area(self) -> QRectF:
        """Where the picture is; its edges are on pixels of the screen."""
        if self._frame is None:
            return QRectF(self.rect())
        scale = self.devicePixelRatioF()
        room = self._room()
        width, height = self._frame.full_size
        share = min(room[0] / width, room[1] / height)
        wide, high = round(width * share), round(height * share)
        corner = QPointF((room[0] - wide) // 2 / scale, (room[1] - high) // 2 / scale)
        return QRectF(corner, corner + QPointF(wide / scale, high / scale))

    def _switch(self, text: str) -> QAction:
        """A choice in the view's menu."""
        action = QAction(text, self, checkable=True, checked=True)
        action.toggled.connect(self.update)
        self.addAction(action)
        return action

    def _dress(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(self._description())

    def _connect(self) -> None:
        self._opening.timeout.connect(self._on_opening)
        self._feed.arrived.connect(self._follow)
        self._feed.broke.connect(self._on_broke)
        self._view.format_changed.connect(self._follow)
        self._transport.state_changed.connect(self._on_state_changed)
        self._transport.position_changed.connect(self._on_position_changed)
        self._project.programme_changed.connect(self._on_programme_changed)
        self.show_faces.toggled.connect(self._on_show_faces)

    @Slot()
    def _on_programme_changed(self) -> None:
        programme = self._project.programme
        self._opening.stop()
        self._feed.close()
        self._show_frame(None)
        self._problem = ""
        if programme is None:
            self._set_state(PictureState.NOTHING_OPEN)
        elif not programme.has_picture:
            self._set_state(PictureState.NO_PICTURE)
        else:
            self._set_state(PictureState.OPENING)
            self._opening.start()
        self._on_state_changed()

    @Slot()
    def _on_opening(self) -> None:
        programme = self._project.programme
        if programme is not None and programme.has_picture:
            self._feed.open(programme.info.path, programme.audio_start_s)
            self._on_state_changed()

    @Slot(str)
    def _on_broke(self, sentence: str) -> None:
        self._problem = sentence
        self._show_frame(None)
        self._set_state(PictureState.BROKEN)

    @Slot()
    def _on_state_changed(self) -> None:
        self._on_position_changed(self._transport.position)

    @Slot(bool)
    def _on_show_faces(self, visible: bool) -> None:
        self._faces.visible = visible
        self.update()

    @Slot(int)
    def _on_position_changed(self, sample: int) -> None:
        self._sample = sample
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Ask for the picture of this moment and show what is there, with the time told last."""
        programme = self._project.programme
        if not self._feed.is_open or programme is None or not self.isVisible():
            return
        playing = self._transport.playing
        time_s = programme.seconds(self._painted_sample(programme))
        self._feed.request(PictureRequest(time_s, self._room(), playing))
        # the same time: what a later one lets go of would be decoded again for the request
        frame = self._feed.pick(time_s)
        if frame is not None and frame is not self._frame:
            self._show_frame(frame)
            self._set_state(PictureState.SHOWN)
        position = format_position(self._sample, programme, self._view.time_format)
        if position != self._position:
            self._position = position
            self.update()
        if not playing:
            self.setAccessibleDescription(self._description())

    def _painted_sample(self, programme: Programme) -> int:
        """The position whose picture is painted now."""
        if not self._transport.playing:
            return self._sample
        lead = round(_LEAD_S * self._transport.speed * programme.rate_hz)
        return min(max(self._sample + lead, 0), programme.num_samples)

    def _show_frame(self, frame: SeekedFrame | None) -> None:
        self._frame = frame
        programme = self._project.programme
        self._faces.set_sample(programme.sample(frame.time_s) if frame and programme else None)
        if frame is None:
            self._image = QImage()
        else:
            height, width, _ = frame.image.shape
            # no copy: the frame is kept as long as the image
            self._image = QImage(
                frame.image.data, width, height, 4 * width, QImage.Format.Format_RGB32
            )
        self.update()
        self.shown_changed.emit()

    def _set_state(self, state: PictureState) -> None:
        if state is not self._state:
            self._state = state
            self.setAccessibleDescription(self._description())
            self.update()

    def _words(self) -> tuple[str, str]:
        return picture_words(self._state, self._problem)

    def _description(self) -> str:
        """The view in words, for those who cannot see it."""
        if self._state is not PictureState.SHOWN:
            return " ".join(self._words()).strip()
        position = self.tr("Picture at {position}").format(position=self._position)
        return ", ".join([position, *self._faces.all_words()])

    def _room(self) -> tuple[int, int]:
        """Size in pixels of the screen."""
        scale = self.devicePixelRatioF()
        return max(round(self.width() * scale), 2), max(round(self.height() * scale), 2)

    def sizeHint(self) -> QSize:
        """A picture of the usual shape."""
        return QSize(544, 306)

    def minimumSizeHint(self) -> QSize:
        """Small, but large enough for the timecode."""
        return QSize(192, 108)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture and what lies over it."""
        theme = active_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._frame is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_state(painter, self._words(), self.font(), QRectF(self.rect()))
        else:
            area = self.picture_area()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._faces.draw(painter, area)
            self.box.draw(painter, area)
            if self.show_timecode.isChecked():
                draw_timecode(painter, self._position, self._timecode_font(), area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _timecode_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(_TIMECODE_PX)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the picture at the new size."""
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the picture."""
        super().showEvent(event)
        self._on_state_changed()

    def event(self, event: QEvent) -> bool:
        """Say which face is under the mouse; be sharp on another screen, too."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._follow()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            face = self._faces.words_at(event.pos().toPointF(), self.picture_area())
            words = face or self.tr("The picture of what is heard")
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
