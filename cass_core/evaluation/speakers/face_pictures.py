"""Faces cut out of a movie's picture as LR-ASD wants them."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.visual.faces.face_geometry import Square
from cass_core.visual.faces.face_tracks import FaceTracks
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.native_libraries import import_cv2

SIDE = 112  # pixels
# the middle of the published cut: mouth and chin, a little below the face's centre
_SHARE, _DROP = 0.7, 0.2
_WIDTH = 1920


def face_pictures(path: Path, tracks: FaceTracks, audio_start_s: Fraction) -> npt.NDArray[np.uint8]:
    """Cut all faces out.

    Args:
        path: the movie.
        tracks: its faces.
        audio_start_s: media time of 0 s of the faces' clock.

    Returns:
        (record, 112, 112) grey.
    """
    cv2 = import_cv2()
    crops = np.zeros((len(tracks.records), SIDE, SIDE), np.uint8)
    first = round(tracks.start_s * FEATURE_FPS)
    for frame in read_frames(path, [PictureRate("", FEATURE_FPS, _WIDTH)], audio_start_s):
        row = frame.index - first
        start, stop = np.searchsorted(tracks.records["row"], [row, row + 1])
        height, width = frame.image.shape[:2]
        for index in range(start, stop):
            left, top, right, bottom = tracks.records["box"][index] * (width, height, width, height)
            size = max(right - left, bottom - top)
            centre = (left + right) / 2, (top + bottom) / 2 + _DROP * size
            cut = Square.around(centre, _SHARE * size).cut(frame.image)
            grey = cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY)
            crops[index] = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return crops
