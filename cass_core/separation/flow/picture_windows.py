"""What the picture shows under each window, in the form that the model's encoders take."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cass_core.config import ModelConfig
from cass_core.model.velocity_net import PictureWindow
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import (
    FEATURE_FPS,
    PRESENCE,
    SCENE_FRAME_FPS,
    VisualFeatures,
)


class PictureSource(Protocol):
    """Gives the picture under a batch of windows."""

    def windows(self, starts_s: Sequence[float]) -> PictureWindow:
        """Both streams under windows that start at these times on the audio's clock."""


class FeaturePicture:
    """The starter's streams: blendshapes, and motion and colour."""

    def __init__(self, features: VisualFeatures, config: ModelConfig) -> None:
        self._features, self._config = features, config

    def windows(self, starts_s: Sequence[float]) -> PictureWindow:
        """Face (window, frame, face column) and scene (window, frame, scene column)."""
        count, fps = self._config.num_picture_frames, self._config.vision.fps
        cuts = [self._features.window(start, count, fps) for start in starts_s]
        face = torch.stack([torch.from_numpy(f) for f, _ in cuts])
        scene = torch.stack([torch.from_numpy(s) for _, s in cuts])
        has_scene = scene.abs().amax(dim=(1, 2)) > 0
        return PictureWindow(face, scene, torch.stack([_has_face(face), has_scene], dim=1))


class FramePicture:
    """The paper's streams: crops of the face that speaks and, fewer of them, whole frames."""

    def __init__(self, picture: AnalysedPicture, config: ModelConfig) -> None:
        self._picture, self._config = picture, config

    def windows(self, starts_s: Sequence[float]) -> PictureWindow:
        """Face (window, frame, 112, 112) grey and scene (window, frame, 3, 224, 224)."""
        features = self._picture.features
        assert features is not None
        count, fps = self._config.num_picture_frames, self._config.vision.fps
        faces = [self._crops(round((s - features.start_s) * FEATURE_FPS)) for s in starts_s]
        shown = [torch.from_numpy(features.window(start, count, fps)[0]) for start in starts_s]
        scenes = [self._scene(start) for start in starts_s]
        seen = [_has_face(torch.stack(shown)), torch.tensor([s.any().item() for s in scenes])]
        return PictureWindow(torch.stack(faces), torch.stack(scenes), torch.stack(seen, dim=1))

    def _crops(self, first: int) -> Tensor:
        """(frame, 112, 112) grey from row `first` of the analysis on."""
        config = self._config
        rows = _rows(config.num_picture_frames, FEATURE_FPS / config.vision.fps)
        crops = self._picture.speaker_crops(first, first + int(rows[-1]) + 1)
        return torch.from_numpy(crops[rows]).float()

    def _scene(self, start_s: float) -> Tensor:
        """(frame, 3, 224, 224) in [0, 1]; black outside the picture."""
        frames = self._picture.scene_frames
        assert frames is not None
        config = self._config
        first = round((start_s - self._picture.scene_frames_start_s) * SCENE_FRAME_FPS)
        rows = first + _rows(
            config.num_scene_frames, SCENE_FRAME_FPS / config.vision.scene_frame_fps
        )
        there = (rows >= 0) & (rows < len(frames))
        out = np.zeros((len(rows), *frames.shape[1:]), np.uint8)
        out[there] = frames[rows[there]]
        return torch.from_numpy(out).permute(0, 3, 1, 2).float() / 255


def picture_source(picture: AnalysedPicture | None, config: ModelConfig) -> PictureSource | None:
    """The streams that a model's encoders want, None where there is no picture."""
    if picture is None or picture.features is None:
        return None
    if config.takes_frames:
        return FramePicture(picture, config)
    return FeaturePicture(picture.features, config)


def _rows(count: int, step: float) -> npt.NDArray[np.int64]:
    """(count,) rows from the first one on, whose pictures are the nearest in time."""
    return np.round(np.arange(count) * step).astype(np.int64)


def _has_face(face: Tensor) -> Tensor:
    """(window,) whether a face is there in any row."""
    return face[..., PRESENCE].amax(dim=1) > 0
