"""Endless batches of windows from a corpus."""

import signal
from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from cass_core.config import ModelConfig
from cass_core.synthesis.scenes.clip_frames import FrameWindows
from cass_core.synthesis.scenes.dataset import SceneDataset, TrainingExample
from cass_core.training.step import WindowBatch
from cass_core.training.train_settings import TrainSettings
from cass_core.visual.feature_layout import FEATURE_FPS

_PLAIN_SHARE = 0.5  # of the scenes without effects: most of a film is simply mixed
_BLIND_SHARE = 0.4  # of the scenes, so that sound alone stays good once the picture has joined


def batches(config: ModelConfig, settings: TrainSettings, first: int) -> Iterator[WindowBatch]:
    """Batches without end.

    Args:
        config: length of a window; its rate is the corpus's.
        settings: corpus, size of a batch, stage.
        first: number of the first batch; a resumed run draws other scenes than the first one.

    Yields:
        Batches on the device of the training.
    """
    for example in scenes(config, settings, first):
        yield cut_windows(example, config, settings.device)


def scenes(
    config: ModelConfig, settings: TrainSettings, first: int
) -> "DataLoader[TrainingExample]":
    """The scenes of the batches, mixed in `workers` processes or, with none, when asked for.

    Args:
        config: length of a window; its rate is the corpus's.
        settings: corpus, size of a batch, stage.
        first: number of the first batch.

    Returns:
        Endless stems (b, stem, sample), faces and pictures.
    """
    dataset = SceneDataset(
        settings.corpus,
        split="train",
        num_samples=settings.windows_per_scene * config.window_samples,
        seed=settings.seed + first,
        plain=_PLAIN_SHARE,
        no_picture=1.0 if settings.stage == "sound" else _BLIND_SHARE,
        frames=_frame_windows(config, settings) if config.takes_frames else None,
    )
    return DataLoader(
        dataset,
        batch_size=settings.batch_scenes,
        num_workers=settings.workers,
        prefetch_factor=4 if settings.workers else None,
        worker_init_fn=_outlive_signals,
    )


def _frame_windows(config: ModelConfig, settings: TrainSettings) -> FrameWindows:
    """Frames from the middle of a window's first transform on, as in separation."""
    return FrameWindows(
        count=settings.windows_per_scene,
        num_samples=config.window_samples,
        first_sample=config.spectrogram.n_fft // 2,
        num_faces=config.num_picture_frames,
        face_fps=config.vision.fps,
        num_scenes=config.num_scene_frames,
        scene_fps=config.vision.scene_frame_fps,
    )


def _outlive_signals(_worker: int) -> None:
    """Ctrl-C and the end of a group reach all processes; only the training decides to stop."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def cut_windows(example: TrainingExample, config: ModelConfig, device: str) -> WindowBatch:
    """Cut scenes into windows.

    Args:
        example: stems (b, stem, sample), face and scene (b, frame, column) or, where they are
            frames and cut already, (b, window, frame, row, column, ...).
        config: length of a window.
        device: where the windows go.

    Returns:
        All windows of all scenes.
    """
    size = config.window_samples
    count = example.stems.shape[-1] // size
    stems = example.stems.unflatten(-1, (count, size)).transpose(1, 2).flatten(0, 1).to(device)
    if config.takes_frames:
        face, scene = (frames.flatten(0, 1).to(device) for frames in example[1:])
        return WindowBatch(stems, face, scene)
    starts = [round(i * size / config.rate_hz * FEATURE_FPS) for i in range(count)]
    step = FEATURE_FPS / config.vision.fps
    under = (torch.arange(config.num_picture_frames) * step).round().long()

    def cut(rows: Tensor) -> Tensor:
        short = max(0, starts[-1] + int(under[-1]) + 1 - rows.shape[1])
        padded = nn.functional.pad(rows, (0, 0, 0, short))
        windows = [padded[:, start + under] for start in starts]
        return torch.stack(windows, dim=1).flatten(0, 1)

    return WindowBatch(stems, cut(example.face).to(device), cut(example.scene).to(device))
