"""Isolate: what the action, the box on the picture and the search tell each other."""

from PySide6.QtCore import QObject, Slot

from app.actions.actions import Actions
from app.controls.bindings import bind, show_checked
from app.views.picture.video_view import VideoView
from app.workflows.object_finder import FinderState, ObjectFinder


class IsolateControls(QObject):
    """Binds the action."""

    def __init__(
        self, actions: Actions, finder: ObjectFinder, video: VideoView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._action, self._finder, self._video = actions["isolate"], finder, video
        self._state = FinderState.IDLE
        bind(actions, {"isolate": finder.toggle})
        video.box.drawn.connect(finder.find)
        video.box.left.connect(finder.cancel)
        finder.changed.connect(self._on_changed)
        finder.failed.connect(self._on_changed)
        self._action.triggered.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        state, box = self._finder.state, self._video.box
        show_checked(self._action, state is not FinderState.IDLE)
        if state is FinderState.FINDING:
            words = self.tr("Looking and listening: {percent} %  (Esc ends it)")
            box.show_busy(words.format(percent=round(100 * self._finder.share)))
        elif state is not self._state:
            if state is FinderState.DRAWING:
                self._video.setVisible(True)
                box.begin()
            else:
                box.end()
        self._state = state
