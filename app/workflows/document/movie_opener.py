"""Opening a movie, a sound file or a project, up to where it can be seen and heard."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.environment.settings import Settings
from app.jobs.paint_priority import PaintPriority
from app.jobs.sound.cache_size import cache_limit_bytes
from app.jobs.sound.sound_cache import SoundCache
from app.jobs.sound.sound_import import SoundImport
from app.project.document import ProjectDocument
from app.project.programme import Programme
from app.project.project import Project
from app.project.project_file import EXTENSION
from app.project.view_state import ViewState
from app.workflows.background_call import BackgroundCall
from app.workflows.document.media_relinker import MediaRelinker
from app.workflows.document.project_saver import ProjectSaver
from app.workflows.preferences import take_folder
from cass_core.programme.chapters import chapters_of, joined_chapters, may_have_chapters
from cass_core.programme.locations import project_folder

_SHOWN_MS = 100  # by then the window has painted what was opened


@dataclass(frozen=True)
class OpenRequest:
    """What is being opened.

    Attributes:
        path: the movie.
        audio_stream: number of its sound track.
        channels: numbers of the track's channels, from 0; empty for all.
        document: the project that it belongs to; None for a movie by itself.
    """

    path: Path
    audio_stream: int = 0
    channels: tuple[int, ...] = ()
    document: ProjectDocument | None = None


class MovieOpener(QObject):
    """Opens one thing at a time; of several asked for in a row the last one counts.

    Signals:
        started: a movie is being read; its path.
        opened: the project shows it.
        opened_alone: it is a movie by itself, without a project's file.
        failed: one sentence.
        noticed: one sentence about something that could not be had as it was.
        leaving: what is open will be closed.
        missing: the movie of a project is not where it was; the `ProjectDocument`.
        chapters_found: the file that is wanted, and all files of the recording that it is of, as
            tuple; one of `open_media` and `open_joined` goes on.
    """

    started = Signal(object)
    opened = Signal()
    opened_alone = Signal()
    failed = Signal(str)
    noticed = Signal(str)
    leaving = Signal()
    missing = Signal(object)
    chapters_found = Signal(object, object)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        saver: ProjectSaver,
        settings: Settings,
        way: PaintPriority,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._view, self._saver = project, view, saver
        self._settings, self._way = settings, way
        self.sound, self.relinking = SoundImport(self, way=way), MediaRelinker(self)
        self._search, self._joining = BackgroundCall(self), BackgroundCall(self)
        self._search.returned.connect(self._on_chapters)
        self._joining.returned.connect(self._on_joined)
        for call in (self._search, self._joining):
            call.failed.connect(self._on_failed)
        self._sought: Path | None = None  # whose chapters are looked for
        self._wanted: OpenRequest | None = None
        self._shown: OpenRequest | None = None
        saver.opened.connect(self.relinking.find)
        self.relinking.found.connect(self.open_document)
        self.relinking.missing.connect(self.missing)
        self.sound.opened.connect(self._on_opened)
        self.sound.decoded.connect(project.set_decoded)
        self.sound.noticed.connect(self.noticed)
        self.sound.failed.connect(self._on_failed)
        project.length_changed.connect(self._on_length_changed)

    @property
    def busy(self) -> bool:
        """Whether a movie is being read and does not show yet."""
        return self._wanted is not None

    def open(self, path: Path) -> None:
        """Open a project file, or a movie or sound file by itself."""
        self._sought = None
        if path.suffix.lower() == EXTENSION:
            self.started.emit(path)
            self._saver.open(path)
        elif may_have_chapters(path.absolute()):
            self._sought = path.absolute()
            self._search.start(partial(chapters_of, self._sought))
        else:
            self.open_media(path)

    def open_joined(self, chapters: tuple[Path, ...]) -> None:
        """Open all files of a recording as one; a list of them is written beside them."""
        self._joining.start(partial(joined_chapters, chapters))

    def open_media(self, path: Path, audio_stream: int = 0, channels: tuple[int, ...] = ()) -> None:
        """Open a movie or a sound file by itself.

        Args:
            path: the file.
            audio_stream: number of its sound track.
            channels: numbers of the track's channels, from 0; empty for all.
        """
        self._start(OpenRequest(path.absolute(), audio_stream, channels))

    @Slot(object)
    def open_document(self, document: ProjectDocument) -> None:
        """Open a project whose movie is where its document says."""
        media = document.media
        self._start(OpenRequest(media.path, media.audio_stream, media.channels, document))

    def close(self) -> None:
        """Show nothing any more."""
        self._wanted = self._shown = self._sought = None
        self.sound.stop()
        self.leaving.emit()
        self._project.open(None, Path())
        self._view.set_length(0)

    def stop(self) -> None:
        """Wait for all reading to end: for the end of the program."""
        self._search.stop()
        self._joining.stop()
        self.relinking.stop()
        self.sound.stop()

    def _start(self, wanted: OpenRequest) -> None:
        self._wanted, self._sought = wanted, None
        self.started.emit(wanted.path)
        self.sound.use_cache(SoundCache(most_bytes=cache_limit_bytes(self._settings)))
        self.sound.start(wanted.path, wanted.audio_stream, wanted.channels)

    @Slot(object)
    def _on_opened(self, programme: Programme) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        document = wanted.document
        folder = self._folder_for(wanted.path) if document is None else document.folder
        self.leaving.emit()
        self._project.open(programme, folder)
        self._view.set_length(programme.num_samples)
        self._view.select(None)
        self._view.show_span(self._project.whole)
        if document is not None:
            self._saver.restore(document)
        # the window paints first: showing a movie is enough for one turn of its loop
        self._shown = wanted
        QTimer.singleShot(_SHOWN_MS, self, partial(self._note_opened, wanted))

    def _note_opened(self, wanted: OpenRequest) -> None:
        """Remember what was opened, unless it was closed or something else was opened since."""
        self._way.end_drawing()
        if self._shown is not wanted:
            return
        if wanted.document is None:
            self._settings.add_recent(wanted.path)
            self.opened_alone.emit()
        self._settings.last_folder = wanted.path.parent
        self.opened.emit()

    @Slot(object)
    def _on_chapters(self, chapters: tuple[Path, ...]) -> None:
        wanted = self._sought
        if wanted is None:
            return  # something else was opened meanwhile
        if len(chapters) > 1:
            self.chapters_found.emit(wanted, chapters)
        else:
            self.open_media(wanted)

    @Slot(object)
    def _on_joined(self, recording: Path) -> None:
        if self._sought is not None:
            self.open_media(recording)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._wanted = None
        self.failed.emit(sentence)

    @Slot()
    def _on_length_changed(self) -> None:
        self._view.set_length(self._project.whole.stop)

    def _folder_for(self, movie: Path) -> Path:
        """Where the takes of a movie go: beside it, unless the user chose a place for all."""
        return project_folder(take_folder(self._settings) or movie.parent, movie)
