"""How a picture is looked at, and how far that is."""

from dataclasses import dataclass
from pathlib import Path

from cass_core.errors import SettingsError

_MAX_FACES = 8
Span = tuple[float | None, float | None]
"""A part of the audio's clock in seconds; None on a side that has no end."""


@dataclass(frozen=True)
class PictureSettings:
    """How a picture is looked at.

    Attributes:
        faces: look for faces at all.
        max_faces: faces followed at the same time.
        with_crops: also keep a crop of each face for the paper's face encoder.
        with_scene_frames: also keep small pictures for the paper's scene encoder.
        face_model: the face model's file; searched for if None.
        cache_folder: where results are kept; the user's cache folder if None.
        allow_download: fetch the face model from its publisher where it is nowhere else.
    """

    faces: bool = True
    max_faces: int = 4
    with_crops: bool = False
    with_scene_frames: bool = False
    face_model: Path | None = None
    cache_folder: Path | None = None
    allow_download: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.max_faces <= _MAX_FACES:
            raise SettingsError(f"Faces followed at once must be 1 to {_MAX_FACES}.")


@dataclass(frozen=True)
class PictureProgress:
    """How far the analysis is.

    Attributes:
        done_s: seconds of the film that were looked at.
        total_s: length of the film in seconds, as far as the file says.
        notice: a sentence for the user, in the first or last progress of a run only.
    """

    done_s: float
    total_s: float
    notice: str | None = None
