"""Pictures under windows, for encoders of features and for the paper's encoders of frames."""

from dataclasses import replace

import numpy as np
import torch

from cass_core.model.builders import named_config
from cass_core.separation.flow.picture_windows import FramePicture, picture_source
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.faces.face_tracks import FACE_RECORD, FaceTracks
from cass_core.visual.feature_layout import (
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    PRESENCE,
    VisualFeatures,
)

PAPER, TINY = named_config("av_cass_paper"), named_config("unittest_tiny")


def frame_picture(rows=100, start_s=0.0):
    """A face from row 50 on whose crops hold their row; scene frames hold their number."""
    face = np.zeros((rows, NUM_FACE_FEATURES), np.float32)
    face[50:, PRESENCE] = 1
    features = VisualFeatures(face, np.ones((rows, NUM_SCENE_FEATURES), np.float32), start_s)
    speaker = np.full(rows, -1, np.int64)
    speaker[50:] = np.arange(rows - 50)
    crops = np.broadcast_to(
        np.arange(50, rows, dtype=np.uint8)[:, None, None], (rows - 50, 112, 112)
    )
    scenes = np.broadcast_to(
        np.arange(1, 17, dtype=np.uint8)[:, None, None, None], (16, 224, 224, 3)
    )
    tracks = FaceTracks(np.zeros(rows - 50, FACE_RECORD), speaker, start_s)
    return AnalysedPicture(features, tracks, crops, scenes, start_s, speaker)


def test_paper_windows_hold_the_frames_of_their_time():
    picture = frame_picture()
    source = picture_source(picture, PAPER)
    assert isinstance(source, FramePicture)
    windows = source.windows([0.0, 2.0, 60.0])
    assert windows.face.shape == (3, PAPER.num_picture_frames, 112, 112)
    assert windows.scene.shape[2:] == (3, 224, 224)
    assert windows.seen.tolist() == [[True, True], [True, True], [False, False]]
    assert windows.face[1, :50, 0, 0].tolist() == list(range(50, 100))
    assert torch.allclose(windows.scene[1, :8, 0, 0, 0] * 255, torch.arange(9.0, 17.0))
    assert not windows.face[2].any()


def test_no_picture_is_no_source():
    assert picture_source(None, PAPER) is None
    assert picture_source(AnalysedPicture(), TINY) is None
    assert PAPER.takes_frames
    assert not TINY.takes_frames


def test_frames_come_at_the_models_rates():
    vision = replace(PAPER.vision, fps=12.5, scene_frame_fps=2.0)
    source = picture_source(frame_picture(), replace(PAPER, vision=vision))
    windows = source.windows([2.0])
    assert windows.face[0, :25, 0, 0].tolist() == list(range(50, 100, 2))
    assert torch.allclose(windows.scene[0, :4, 0, 0, 0] * 255, torch.tensor([9.0, 11, 13, 15]))
