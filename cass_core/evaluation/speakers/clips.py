"""Clips of talking faces: which show one, which several, and who is marked in those."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from cass_core.errors import MediaError
from cass_core.evaluation.clip_sound import clip_sound
from cass_core.evaluation.speakers.lr_asd import LrAsd
from cass_core.evaluation.speakers.marks import Marks, network_speaker
from cass_core.evaluation.speakers.planted_scenes import RATE_HZ
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.faces.face_tracks import FaceTracks
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.heard_picture import load_picture
from cass_core.visual.picture_settings import PictureSettings


@dataclass(frozen=True)
class ClipMarks:
    """Who is marked in a real clip.

    Attributes:
        name: of the file.
        seconds: for which each face is marked, by its number.
        length_s: of the picture.
        agreed: share of the rows for which LR-ASD says the same; None where it was not asked.
    """

    name: str
    seconds: Mapping[int, float]
    length_s: float
    agreed: float | None


class FaceClips:
    """The movies of a folder in which faces are seen."""

    def __init__(self, folder: Path, settings: PictureSettings) -> None:
        """Name the folder.

        Args:
            folder: of the clips.
            settings: how they are looked at.

        Raises:
            MediaError: the folder cannot be read.
        """
        self._settings = settings
        try:
            self._paths = sorted(path for path in folder.iterdir() if path.is_file())
        except OSError as error:
            raise MediaError(f"{folder} is no folder that can be read; name another.") from error

    @cached_property
    def _num_faces(self) -> dict[Path, int]:
        """How many faces each movie mostly shows; files that are no movies are left out."""
        found = {}
        for path in self._paths:
            try:
                tracks = self._seen(path).tracks
            except MediaError:
                continue
            if tracks is not None:
                rows = np.bincount(tracks.records["row"], minlength=len(tracks.speaker))
                found[path] = int(np.median(rows))
        return found

    @property
    def alone(self) -> list[Path]:
        """Movies of one face."""
        return [path for path, count in self._num_faces.items() if count == 1]

    @property
    def together(self) -> list[Path]:
        """Movies of several faces."""
        return [path for path, count in self._num_faces.items() if count > 1]

    def marks(self, path: Path, network: LrAsd | None) -> ClipMarks:
        """Who is marked in a movie.

        Args:
            path: one of the folder.
            network: asked for its opinion, if any.

        Returns:
            The marks.
        """
        tracks = self._seen(path).tracks
        assert tracks is not None
        own = numbers(tracks, tracks.speaker)
        faces, counts = np.unique(own[own >= 0], return_counts=True)
        seconds = {
            int(face): count / FEATURE_FPS for face, count in zip(faces, counts, strict=True)
        }
        agreed = None
        if network is not None:
            sound = clip_sound(path)
            heard, start_s = sound.at(RATE_HZ), sound.track.start_s
            other = network_speaker(network, path, tracks, heard, start_s)
            agreed = float(np.mean(own == numbers(tracks, other)))
        return ClipMarks(path.name, seconds, len(own) / FEATURE_FPS, agreed)

    def _seen(self, path: Path) -> AnalysedPicture:
        try:
            sound = clip_sound(path)
        except MediaError:
            return load_picture(path, self._settings)
        start_s = sound.track.start_s
        return load_picture(path, self._settings, start_s, sound=sound.of_picture)


def numbers(tracks: FaceTracks, speaker: Marks) -> Marks:
    """(row,) number of the face that speaks, -1 for nobody."""
    found = np.full(len(speaker), -1, np.int32)
    found[speaker >= 0] = tracks.records["track"][speaker[speaker >= 0]]
    return found
