"""The faces that were found in the open movie's picture, read from what a separation has kept."""

from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.programme import Programme
from app.project.project import Project

if TYPE_CHECKING:
    from cass_core.visual.faces.face_tracks import FaceTracks

FEATURE_FPS = 25  # rows a second of the picture's analysis


@dataclass(frozen=True)
class FaceBox:
    """A face in the picture.

    Attributes:
        track: number of the face; the same person keeps it while it is followed.
        box: left, top, right, bottom as shares of the upright picture.
        speaking: whether this is the one who speaks.
    """

    track: int
    box: tuple[float, float, float, float]
    speaking: bool


class FaceBoxes(QObject):
    """Faces of the open movie; none until its picture was looked at by a separation.

    Signals:
        ready: faces of another movie are here, or they are gone.
    """

    ready = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Follow the project.

        Args:
            project: whose movie it is.
            parent: owner.
        """
        super().__init__(parent)
        self._project = project
        self._tracks: FaceTracks | None = None
        self._loaded: Programme | None = None
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._stale = False
        project.programme_changed.connect(self._on_programme_changed)
        self._on_programme_changed()

    def reload(self) -> None:
        """Look again whether there are faces, such as after a separation."""
        self._stale = True
        if not self._runner.busy:
            self._load()

    def stop(self) -> None:
        """End the work in the background; blocks for a moment."""
        self._stale = False
        self._runner.cancel_and_wait()

    def at(self, sample: int) -> tuple[FaceBox, ...]:
        """The faces in the picture at a sample of the programme."""
        programme = self._project.programme
        if self._tracks is None or programme is None:
            return ()
        since_s = float(programme.seconds(sample)) - self._tracks.start_s
        row = int(since_s * FEATURE_FPS + 0.5) if since_s >= 0 else 0
        speaking = self._tracks.speaking_track(row)
        boxes = []
        for face in self._tracks.at(row):
            track = int(face["track"])
            left, top, right, bottom = (float(edge) for edge in face["box"])
            boxes.append(FaceBox(track, (left, top, right, bottom), track == speaking))
        return tuple(boxes)

    @Slot()
    def _on_programme_changed(self) -> None:
        if not self._is_same_movie():
            self._tracks = None
            self.ready.emit()
        self.reload()

    @Slot()
    def _on_idle(self) -> None:
        if self._stale:
            self._load()

    def _load(self) -> None:
        """Read in the background."""
        self._stale = False
        programme = self._project.programme
        if programme is None or not programme.has_picture:
            return
        self._loaded = programme
        job = Job(lambda: _read(programme))
        job.progressed.connect(self._on_read)
        self._runner.start(job)

    @Slot(object)
    def _on_read(self, tracks: "FaceTracks") -> None:
        if self._is_same_movie():
            self._tracks = tracks
            self.ready.emit()

    def _is_same_movie(self) -> bool:
        """Whether the movie is the one that was read, with the same sound for its clock."""
        now, then = self._project.programme, self._loaded
        if now is None or then is None:
            return False
        return _heard_with(now) == _heard_with(then)


def _heard_with(programme: Programme) -> tuple[object, ...]:
    """What the faces and their speaker depend on."""
    sound = programme.audio_stream, programme.channels, programme.audio_start_s
    return programme.media_hash, *sound


def _read(programme: Programme) -> Generator[object, None, None]:
    """The face tracks that a separation of this movie has kept, if any."""
    from cass_core.visual.heard_picture import kept_picture, sound_name
    from cass_core.visual.picture_settings import PictureSettings

    start_s = Fraction(programme.audio_start_s)
    sound = sound_name(programme.audio_stream, programme.channels)
    # the paper's encoders keep frames too, the starter keeps none
    for frames in (False, True):
        settings = PictureSettings(
            with_crops=frames, with_scene_frames=frames, allow_download=False
        )
        picture = kept_picture(programme.info.path, settings, start_s, programme.cache_key, sound)
        if picture is not None and picture.tracks is not None:
            yield picture.tracks
            return
        yield None
