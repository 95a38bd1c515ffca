"""What is kept of a movie's picture, opened from its cache entry."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.errors import SettingsError
from cass_core.visual.faces.face_tracks import FaceTracks
from cass_core.visual.feature_cache import CacheEntry
from cass_core.visual.feature_layout import VisualFeatures


@dataclass(frozen=True)
class AnalysedPicture:
    """All that is kept of a picture; arrays are memory-mapped.

    Attributes:
        features: the two streams, or None for a movie without picture.
        tracks: all faces, or None for a movie without picture.
        face_crops: (record of `tracks`, 112, 112) grey, where they were asked for.
        scene_frames: (frame, 224, 224, RGB) at 4 fps, where they were asked for.
        scene_frames_start_s: time of the first of them on the audio's clock.
    """

    features: VisualFeatures | None = None
    tracks: FaceTracks | None = None
    face_crops: npt.NDArray[np.uint8] | None = None
    scene_frames: npt.NDArray[np.uint8] | None = None
    scene_frames_start_s: float = 0.0

    def speaker_crops(self, first: int, last: int) -> npt.NDArray[np.uint8]:
        """Crops of the face that speaks in rows [first, last), (row, 112, 112).

        Rows without a face, or outside the picture, are black.
        """
        if self.face_crops is None or self.tracks is None:
            raise SettingsError("Face crops were not asked for when the picture was analysed.")
        speaker = self.tracks.speaker
        crops = np.zeros((last - first, *self.face_crops.shape[1:]), np.uint8)
        for row in range(max(first, 0), min(last, len(speaker))):
            if speaker[row] >= 0:
                crops[row - first] = self.face_crops[speaker[row]]
        return crops


def open_entry(entry: CacheEntry) -> AnalysedPicture:
    """The picture that a cache entry describes."""
    if not entry.facts["num_rows"]:
        return AnalysedPicture()
    start_s = entry.facts["start_s"]
    return AnalysedPicture(
        features=VisualFeatures(entry.array("face"), entry.array("scene"), start_s),
        tracks=FaceTracks(entry.array("records"), entry.array("speaker"), start_s),
        face_crops=entry.array("face_crops") if entry.has("face_crops") else None,
        scene_frames=entry.array("scene_frames") if entry.has("scene_frames") else None,
        scene_frames_start_s=entry.facts["scene_frames_start_s"],
    )
