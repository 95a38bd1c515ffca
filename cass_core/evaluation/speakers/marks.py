"""Who is marked in a movie, by the program and by LR-ASD."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.evaluation.speakers.face_pictures import face_pictures
from cass_core.evaluation.speakers.lr_asd import LrAsd, speaking_scores
from cass_core.visual.faces.face_tracks import FaceTable, FaceTracks
from cass_core.visual.feature_layout import FEATURE_FPS

NOBODY = -1
Marks = npt.NDArray[np.int32]
_RATE_HZ = 16_000
_LEAST_ROWS = 10  # of a face that the network judges


def network_speaker(
    network: LrAsd, movie: Path, tracks: FaceTracks, sound: FloatArray, audio_start_s: Fraction
) -> Marks:
    """Who speaks by LR-ASD: the face with the highest score, if that is above 0.

    Args:
        network: from `load_lr_asd`.
        movie: whose picture is cut up.
        tracks: its faces.
        sound: (sample,) at 16 kHz.
        audio_start_s: media time of its first sample.

    Returns:
        (row,) index into the records, -1 for nobody.
    """
    records = tracks.records
    crops = face_pictures(movie, tracks, audio_start_s)
    scores = np.full(len(records), -np.inf, np.float32)
    for track in np.unique(records["track"]):
        own = np.flatnonzero(records["track"] == track)
        if len(own) >= _LEAST_ROWS:
            start = round((tracks.start_s + records["row"][own[0]] / FEATURE_FPS) * _RATE_HZ)
            heard = np.concatenate([np.zeros(max(-start, 0), np.float32), sound[max(start, 0) :]])
            scores[own] = speaking_scores(network, heard, crops[own])
    return _highest(records, scores, len(tracks.speaker))


def sides(records: FaceTable, speaker: Marks) -> Marks:
    """Left 0 or right 1 of the picture's middle for each row's speaker, -1 for nobody."""
    marked = np.full(len(speaker), NOBODY, np.int32)
    somebody = speaker >= 0
    boxes = records["box"][speaker[somebody]]
    marked[somebody] = (boxes[:, 0] + boxes[:, 2]) / 2 > 0.5
    return marked


def _highest(records: FaceTable, scores: FloatArray, num_rows: int) -> Marks:
    speaker = np.full(num_rows, NOBODY, np.int32)
    best = np.zeros(num_rows, np.float32)
    for index, (row, score) in enumerate(zip(records["row"], scores, strict=True)):
        if score > best[row]:
            best[row], speaker[row] = score, index
    return speaker
