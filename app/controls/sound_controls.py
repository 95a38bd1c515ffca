"""Opening another sound track or other channels of the open movie, with the questions needed."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.controls.file_controls import FileControls
from app.dialogs.channel_dialog import ChannelDialog
from app.dialogs.questions import may_change_sound
from app.project.channel_labels import channel_labels
from app.views.panels.sound_choice import SoundChoice
from app.workflows.app_context import AppContext


class SoundControls(QObject):
    """Acts on the row of the separation panel."""

    def __init__(
        self, context: AppContext, choice: SoundChoice, files: FileControls, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._context, self._choice, self._files, self._window = context, choice, files, window
        choice.chosen.connect(self.open_sound)
        choice.channels_wanted.connect(self._ask_for_channels)
        context.opening.failed.connect(choice.show_open)

    @Slot(int, object)
    def open_sound(self, audio_stream: int, channels: tuple[int, ...]) -> None:
        """Open another sound of the movie, once what belongs to this one may go.

        Args:
            audio_stream: number of the sound track.
            channels: numbers of its channels from 0; empty for all.
        """
        programme, opening = self._context.project.programme, self._context.opening
        if programme is None:
            return
        movie = programme.info.path
        has_versions = bool(self._context.project.versions.versions)
        if not has_versions or may_change_sound(self._window):
            self._files.leave(lambda: opening.open_media(movie, audio_stream, channels))
        if not opening.busy:  # refused, or put off until the project is saved
            self._choice.show_open()

    @Slot()
    def _ask_for_channels(self) -> None:
        programme = self._context.project.programme
        if programme is None:
            return
        track = programme.info.audio[programme.audio_stream]
        labels = channel_labels(programme.track_layout, track.num_channels)
        dialog = ChannelDialog(labels, programme.channels, self._window)
        if dialog.exec() and dialog.channels != programme.channels:
            self.open_sound(programme.audio_stream, dialog.channels)
        dialog.deleteLater()
