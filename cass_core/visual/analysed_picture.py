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
        shown: (row,) index into the records of the face that the features hold, -1 for none.
    """

    features: VisualFeatures | None = None
    tracks: FaceTracks | None = None
    face_crops: npt.NDArray[np.uint8] | None = None
    scene_frames: npt.NDArray[np.uint8] | None = None
    scene_frames_start_s: float = 0.0
    shown: npt.NDArray[np.int32] | None = None

    def speaker_crops(self, first: int, last: int) -> npt.NDArray[np.uint8]:
        """Crops of the face that is shown in rows [first, last), (row, 112, 112).

        Rows without a face, or outside the picture, are black.
        """
        if self.face_crops is None or self.shown is None:
            raise SettingsError("Face crops were not asked for when the picture was analysed.")
        crops = np.zeros((last - first, *self.face_crops.shape[1:]), np.uint8)
        for row in range(max(first, 0), min(last, len(self.shown))):
            if self.shown[row] >= 0:
                crops[row - first] = self.face_crops[self.shown[row]]
        return crops


def open_entries(seen: CacheEntry, chosen: CacheEntry | None) -> AnalysedPicture:
    """The picture that two cache entries describe.

    Args:
        seen: what was seen.
        chosen: who speaks; None for a movie without picture.

    Returns:
        All of it.
    """
    if chosen is None:
        return AnalysedPicture()
    start_s = seen.facts["start_s"]
    return AnalysedPicture(
        features=VisualFeatures(chosen.array("face"), seen.array("scene"), start_s),
        tracks=FaceTracks(seen.array("records"), chosen.array("speaker"), start_s),
        face_crops=seen.array("face_crops") if seen.has("face_crops") else None,
        scene_frames=seen.array("scene_frames") if seen.has("scene_frames") else None,
        scene_frames_start_s=seen.facts["scene_frames_start_s"],
        shown=chosen.array("held"),
    )
