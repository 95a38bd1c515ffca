"""What is open: the movie, which of its sound tracks, and where its stems go."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cass_core.media.media_info import MediaInfo


class Project(QObject):
    """The open movie; setters emit only when a value changes.

    Signals:
        movie_changed: another movie is open; its sound track and folder are set already.
        target_changed: the sound track or the folder for the stems changed.
    """

    movie_changed = Signal()
    target_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._movie: MediaInfo | None = None
        self._audio_stream = 0
        self._out = Path()

    @property
    def movie(self) -> MediaInfo | None:
        """What the open movie says about itself."""
        return self._movie

    @property
    def audio_stream(self) -> int:
        """Number of the sound track to separate, from 0."""
        return self._audio_stream

    @property
    def out(self) -> Path:
        """Folder for the stems; made when it is missing."""
        return self._out

    @property
    def can_separate(self) -> bool:
        """Whether a movie with sound is open."""
        return self._movie is not None and bool(self._movie.audio)

    def set_movie(self, movie: MediaInfo) -> None:
        """Open a movie: its first sound track, its stems in a folder beside it."""
        self._movie, self._audio_stream = movie, 0
        path = movie.path.absolute()
        self._out = path.parent / f"{path.stem} stems"
        self.movie_changed.emit()

    def set_audio_stream(self, number: int) -> None:
        """Choose the sound track."""
        if number != self._audio_stream:
            self._audio_stream = number
            self.target_changed.emit()

    def set_out(self, folder: Path) -> None:
        """Choose the folder for the stems; one without a root lies beside the movie."""
        if self._movie is not None:
            folder = self._movie.path.absolute().parent / folder.expanduser()
        if folder != self._out:
            self._out = folder
            self.target_changed.emit()
