"""The right column of the window: overview, ruler and the lanes on one time axis."""

from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from app.jobs.face_boxes import FaceBoxes
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.lanes import LANES, Lane
from app.look.theme import active_theme
from app.playback.playback import Playback
from app.project.project import Project
from app.project.view_state import ViewState
from app.tiles.colour_maps import colour_map
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.lane_scroll import LaneScroll
from app.views.lanes.lane_view import LaneView
from app.views.lanes.overview_strip import OverviewStrip
from app.views.lanes.playhead_follower import PlayheadFollower
from app.views.lanes.ruler.corner_controls import FormatCorner, ToolCorner
from app.views.lanes.ruler.time_ruler import TimeRuler
from app.views.lanes.selection_bar import SelectionBar
from cass_core.stem_names import MIXTURE_CODE

_IDLE_MS = 200


class LaneStack(QWidget):
    """Everything that has a time axis, but the picture.

    Attributes:
        overview: the whole programme.
        ruler: times, markers and the loop.
        lanes: by code; one that is hidden is made when it is shown for the first time.
        splitter: shares the height between the lanes.
        selection_bar: the selection as numbers.

    Signals:
        refused: one sentence about what was typed and cannot be.
    """

    refused = Signal(str)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        playback: Playback,
        store: SpectrogramStore,
        undo: QUndoStack,
        faces: FaceBoxes | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is open, now and later.

        Args:
            project: the document.
            view: what is seen of it.
            playback: what plays.
            store: levels of what is seen.
            undo: takes the commands.
            faces: who is in the picture.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._context = LaneContext(project, view, playback, store, undo, faces, self)
        self._context.refused.connect(self.refused)
        PlayheadFollower(self._context)
        self.overview, self.ruler = OverviewStrip(self._context), TimeRuler(self._context)
        self.selection_bar = SelectionBar(project, view)
        self.selection_bar.refused.connect(self.refused)
        self.lanes: dict[str, LaneView] = {}
        self._lay_out()
        self._show_lanes()
        view.lanes_changed.connect(self._show_lanes)
        view.focus_changed.connect(self._on_focus_changed)
        # worked out while the user still looks for a movie, not with its first picture
        QTimer.singleShot(_IDLE_MS, self, lambda: colour_map(view.look.colours))

    def show_hint(self, hint: str) -> None:
        """Say in lanes without sound what is going on; empty for what each says by itself."""
        self._context.set_hint(hint)

    def stop(self) -> None:
        """Wait for what is looked for in the sound: for the end of the program."""
        self._context.wand.stop()

    @property
    def heights(self) -> str:
        """How high the lanes are, as text, for the next start."""
        return bytes(self.splitter.saveState().toHex().data()).decode()

    @heights.setter
    def heights(self, heights: str) -> None:
        self.splitter.restoreState(QByteArray.fromHex(heights.encode("ascii", "replace")))

    def take_keyboard(self) -> None:
        """Give the keyboard to the lane that keys act on, where the lanes are seen."""
        code = self._context.view.focus
        if self.isVisible():
            self._focus(code if self._is_shown(code) else MIXTURE_CODE)

    def _lay_out(self) -> None:
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        # one time axis: what stands above the lanes ends where they end
        self._scroll = LaneScroll()
        self._scroll.bar_changed.connect(lambda px: rows.setContentsMargins(0, 0, px, 0))
        self.splitter = self._scroll.splitter
        rows.addWidget(ToolCorner(self._context.view), 0, 0)
        rows.addWidget(self.overview, 0, 1)
        rows.addWidget(FormatCorner(self._context.view), 1, 0)
        rows.addWidget(self.ruler, 1, 1)
        rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(rows)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.selection_bar)

    def _show_lanes(self) -> None:
        """Show the lanes that are always there and those that the user chose."""
        for place, lane in enumerate(LANES):
            is_shown = lane.show is None or lane.code in self._context.view.shown_lanes
            if is_shown and lane.code not in self.lanes:
                self._add(lane, sum(one.code in self.lanes for one in LANES[:place]))
            if lane.code in self.lanes:
                made = self.lanes[lane.code]
                held_keys = not is_shown and made.canvas is self.window().focusWidget()
                made.setVisible(is_shown)
                if held_keys:
                    self._focus(self._context.view.focus)

    def _add(self, lane: Lane, place: int) -> None:
        made = LaneView(lane, self._context)
        made.neighbour_asked.connect(partial(self._go_beside, lane.code))
        self.lanes[lane.code] = made
        self.splitter.insertWidget(place, made)

    def _go_beside(self, code: str, step: int) -> None:
        """Bring the keys to the lane above or below one."""
        # a window that is not active leaves its keys with a lane that was hidden
        shown = [lane.code for lane in LANES if lane.code == code or self._is_shown(lane.code)]
        number = shown.index(code) + step
        if 0 <= number < len(shown):
            self._focus(shown[number])

    def _is_shown(self, code: str) -> bool:
        return code in self.lanes and not self.lanes[code].isHidden()

    def _focus(self, code: str) -> None:
        self._scroll.ensureWidgetVisible(self.lanes[code], 0, 0)
        self.lanes[code].canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self) -> None:
        """A key chose another lane: the keyboard goes there when it was in a lane before."""
        canvases = [lane.canvas for lane in self.lanes.values()]
        if QApplication.focusWidget() in canvases:
            self._focus(self._context.view.focus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines between the parts."""
        QPainter(self).fillRect(self.rect(), QColor(active_theme().border))
