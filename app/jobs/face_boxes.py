"""Faces and cuts of the open movie's picture, read from what a separation has kept."""

from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.programme import Programme
from app.project.project import Project

if TYPE_CHECKING:
    from cass_core.visual.faces.face_tracks import FaceTracks
    from cass_core.visual.feature_layout import VisualFeatures

Rows = npt.NDArray[np.int64]

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


@dataclass(frozen=True)
class SeenPicture:
    """What was seen in a movie's picture.

    Attributes:
        tracks: all faces.
        cuts: (cut,) rows of `FEATURE_FPS` at which another shot begins, rising.
        in_view: (run, 2) first row and the row behind the last, of runs with a face.
        speaks: the same, of runs in which one of them speaks.
    """

    tracks: "FaceTracks"
    cuts: Rows
    in_view: Rows
    speaks: Rows


class FaceBoxes(QObject):
    """Faces and cuts of the open movie; none until a separation has looked at its picture.

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
        self._seen: SeenPicture | None = None
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
        if self._seen is None or programme is None:
            return ()
        tracks = self._seen.tracks
        since_s = float(programme.seconds(sample)) - tracks.start_s
        row = int(since_s * FEATURE_FPS + 0.5) if since_s >= 0 else 0
        speaking = tracks.speaking_track(row)
        boxes = []
        for face in tracks.at(row):
            track = int(face["track"])
            left, top, right, bottom = (float(edge) for edge in face["box"])
            boxes.append(FaceBox(track, (left, top, right, bottom), track == speaking))
        return tuple(boxes)

    @property
    def is_known(self) -> bool:
        """Whether the picture was looked at."""
        return self._seen is not None

    def cuts(self) -> Rows:
        """(cut,) samples of the programme at which another shot begins, rising."""
        return self._samples(self._seen.cuts) if self._seen else np.zeros(0, np.int64)

    def in_view(self) -> Rows:
        """(run, 2) first sample and the one behind the last, of where a face is seen."""
        return self._samples(self._seen.in_view) if self._seen else np.zeros((0, 2), np.int64)

    def speaks(self) -> Rows:
        """As `in_view`, of where one of the faces speaks."""
        return self._samples(self._seen.speaks) if self._seen else np.zeros((0, 2), np.int64)

    def _samples(self, rows: Rows) -> Rows:
        programme = self._project.programme
        if self._seen is None or programme is None:
            return np.zeros_like(rows)
        # a row is seen from half its length before its time on
        times = self._seen.tracks.start_s + (rows - 0.5) / FEATURE_FPS
        return np.clip(np.rint(times * programme.rate_hz), 0, None).astype(np.int64)

    @Slot()
    def _on_programme_changed(self) -> None:
        if not self._is_same_movie():
            self._seen = None
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
    def _on_read(self, seen: SeenPicture) -> None:
        if self._is_same_movie():
            self._seen = seen
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
    """What a separation of this movie has seen and kept, if anything."""
    from cass_core.visual.heard_picture import kept_faces, sound_name

    start_s = Fraction(programme.audio_start_s)
    sound = sound_name(programme.audio_stream, programme.channels)
    picture = kept_faces(programme.info.path, start_s, programme.cache_key, sound)
    if picture is not None and picture.tracks is not None and picture.features is not None:
        yield _seen(picture.tracks, picture.features)


def _seen(tracks: "FaceTracks", features: "VisualFeatures") -> SeenPicture:
    from cass_core.visual.feature_layout import CUT

    num_rows = len(tracks.speaker)
    in_view = np.zeros(num_rows, bool)
    rows = tracks.records["row"]
    in_view[rows[(rows >= 0) & (rows < num_rows)]] = True
    cuts = np.flatnonzero(np.asarray(features.scene[:, CUT]) > 0.5)
    return SeenPicture(tracks, cuts, _runs(in_view), _runs(np.asarray(tracks.speaker) >= 0))


def _runs(flags: npt.NDArray[np.bool_]) -> Rows:
    """(run, 2) first place and the one behind the last of each run of true values."""
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return np.stack([np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)], axis=1)
