"""What every part of the lanes looks at and acts on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetricsF, QUndoStack

from app.jobs.face_boxes import FaceBoxes
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.playback.playback import Playback
from app.project.programme import Programme
from app.project.project import Project
from app.project.view_state import TimeFormat, ViewState
from app.views.lanes.axis.ruler_ticks import Tick, ruler_ticks
from app.views.lanes.axis.text_badge import small_font
from app.views.lanes.axis.time_axis import TimeAxis, format_position
from app.workflows.background_call import BackgroundCall


class LaneContext(QObject):
    """The project, how it is seen, what plays and what draws it, for all lanes.

    Attributes:
        wand: looks for sound that hangs together.

    Signals:
        moved_by_hand: the user scrolled or zoomed, so that following has to wait.
        refused: one sentence about what was typed and cannot be.
        hint_changed: lanes without sound say something else.
    """

    moved_by_hand = Signal()
    refused = Signal(str)
    hint_changed = Signal()

    def __init__(
        self,
        project: Project,
        view: ViewState,
        playback: Playback,
        store: SpectrogramStore,
        undo: QUndoStack,
        faces: FaceBoxes | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Put everything within reach.

        Args:
            project: the document.
            view: what is seen of it.
            playback: what plays.
            store: levels of what is seen.
            undo: takes the commands.
            faces: who is in the picture.
            parent: owner.
        """
        super().__init__(parent)
        self.project, self.view = project, view
        self.transport, self.comparison = playback.transport, playback.comparison
        self.meters = playback.meters
        self.store, self.undo, self.faces = store, undo, faces
        self.wand = BackgroundCall(self)
        self.wand.failed.connect(self.refused)
        self.hint = ""
        self._ticks: tuple[Tick, ...] = ()
        self._ticks_for: object = None

    @property
    def programme(self) -> Programme | None:
        """The open movie."""
        return self.project.programme

    def set_hint(self, hint: str) -> None:
        """Say something in lanes without sound, instead of what each says by itself."""
        if hint != self.hint:
            self.hint = hint
            self.hint_changed.emit()

    def ticks(self, axis: TimeAxis) -> tuple[Tick, ...]:
        """The ruler's lines, worked out once for the ruler and the lanes below it."""
        programme, time_format = self.project.programme, self.view.time_format
        if programme is None:
            return ()
        wanted = (axis, programme, time_format)
        if wanted != self._ticks_for:
            longest = self.written(self.view.length)
            label_px = QFontMetricsF(small_font()).horizontalAdvance(longest)
            self._ticks = ruler_ticks(axis, programme, time_format, label_px)
            self._ticks_for = wanted
        return self._ticks

    def written(self, sample: int, time_format: TimeFormat | None = None) -> str:
        """A position in words, in the view's format unless another is named."""
        chosen = time_format or self.view.time_format
        return format_position(sample, self.project.programme, chosen)
