"""Endless training examples and fixed test scenes, mixed from a catalogue of clips."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_power
from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import ByteImage
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.corpus.frames.frame_packs import FramePacks
from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS
from cass_core.synthesis.scenes.clip_frames import ClipFrames, FrameWindows
from cass_core.synthesis.scenes.cues import draw_shots, face_cues, scene_cues
from cass_core.synthesis.scenes.draw_settings import AUGMENTED, PLAIN
from cass_core.synthesis.scenes.mixer import Scene, render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.visual.feature_layout import (
    FEATURE_FPS,
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
)

_ACTIVE_STEP_S = 0.1
_ACTIVE_DB = -55.0  # RMS of a step in which a stem is heard
_LEAST_ACTIVE_SHARE = 0.1
_MOST_ATTEMPTS = 200


class TrainingExample(NamedTuple):
    """One scene, or a batch of them with one more axis in front.

    The picture is made features, or the frames of the clips, already cut at windows; zeros where
    nothing is seen.

    Attributes:
        stems: (stem, sample) float32 at `CATALOG_RATE_HZ`.
        face: (frame, face column) float32 at `FEATURE_FPS`, or (window, frame, 112, 112) uint8.
        scene: (frame, scene column) float32 at `FEATURE_FPS`, or (window, frame, 224, 224, RGB)
            uint8.
    """

    stems: Tensor
    face: Tensor
    scene: Tensor


class SceneDataset(IterableDataset[TrainingExample]):
    """Scenes without end; each loader process draws its own."""

    def __init__(
        self,
        folder: Path,
        *,
        split: str = "train",
        num_samples: int = 8 * CATALOG_RATE_HZ,
        seed: int = 0,
        augment: bool = True,
        no_picture: float = 0.4,
        plain: float = 0.0,
        frames: FrameWindows | None = None,
    ) -> None:
        """Read the catalogue.

        Args:
            folder: corpus folder with the catalogue.
            split: "train", "valid" or "test".
            num_samples: length of a scene at `CATALOG_RATE_HZ`.
            seed: of all chance; the same seed gives the same scenes in the same process.
            augment: whether recipes may carry effects.
            no_picture: share of the scenes without any picture.
            plain: share of the scenes without effects, as those of the test sets are.
            frames: what encoders of frames want to see; None for made features.

        Raises:
            MediaError: the corpus lacks a stem, or frames where some are wanted.
        """
        super().__init__()
        self._pool = ClipPool(Catalog.load(folder), split)
        self._num_samples = num_samples
        self._seed = seed
        self._settings = AUGMENTED if augment else PLAIN
        self._no_picture, self._plain = no_picture, plain
        self._frames = None if frames is None else self._clip_frames(folder, split, frames)

    def _clip_frames(self, folder: Path, split: str, windows: FrameWindows) -> ClipFrames:
        packs = FramePacks(folder)
        if self._no_picture < 1 and not any(packs.all_of(k, split) for k in FRAME_KINDS.values()):
            raise MediaError(
                f"The corpus in {folder} holds no frames for {split!r}; add LRS3 or VGGSound "
                "with `cass corpus add`, or train the sound alone with --stage sound."
            )
        return ClipFrames(self._pool, packs, windows)

    def __iter__(self) -> Iterator[TrainingExample]:
        worker = get_worker_info()
        rng = np.random.default_rng([self._seed, 0 if worker is None else worker.id])
        while True:
            is_plain = self._plain > 0 and rng.random() < self._plain
            settings = PLAIN if is_plain else self._settings
            recipe = draw_recipe(self._pool, rng, self._num_samples, settings)
            yield self._example(render(recipe, self._pool), rng)

    def _example(self, scene: Scene, rng: np.random.Generator) -> TrainingExample:
        is_blind = rng.random() < self._no_picture
        picture: tuple[FloatArray, FloatArray] | tuple[ByteImage, ByteImage]
        if self._frames is None:
            picture = self._features(scene.stems, rng, is_blind)
        else:
            picture = self._frames.blind() if is_blind else self._frames.under(scene.recipe)
        return TrainingExample(*map(torch.from_numpy, (scene.stems, *picture)))

    def _features(
        self, stems: FloatArray, rng: np.random.Generator, is_blind: bool
    ) -> tuple[FloatArray, FloatArray]:
        num_frames = round(self._num_samples / CATALOG_RATE_HZ * FEATURE_FPS)
        face = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
        scene = np.zeros((num_frames, NUM_SCENE_FEATURES), np.float32)
        if not is_blind:
            shots = draw_shots(rng, num_frames)
            face = face_cues(stems[STEMS.index(Stem.DX)], rng, num_frames, shots)
            scene = scene_cues(stems[STEMS.index(Stem.FX)], rng, num_frames, shots)
        return face, scene


def fixed_scenes(
    catalog: Catalog, split: str, num_scenes: int, num_samples: int, seed: int
) -> Iterator[Scene]:
    """Mixtures of a test set, the same for the same catalogue.

    They follow the plain protocol, without effects; in each all three stems are heard. Clips with
    a kind came later than these sets and are not drawn, so that adding some changes no mixture.

    Args:
        catalog: clips.
        split: "valid" or "test".
        num_scenes: how many.
        num_samples: length of a scene at `CATALOG_RATE_HZ`.
        seed: of the set.

    Yields:
        Scene: one after the other, always in the same order.
    """
    without_kinds = [entry for entry in catalog.entries if not entry.kind]
    pool = ClipPool(Catalog(catalog.folder, without_kinds), split)
    for number in range(num_scenes):
        yield _complete_scene(pool, num_samples, [seed, number])


def stem_activity(stems: FloatArray) -> FloatArray:
    """Share of the time in which each stem of (stem, sample) is heard, (stem,)."""
    step = round(_ACTIVE_STEP_S * CATALOG_RATE_HZ)
    whole = stems[:, : stems.shape[1] // step * step].reshape(len(stems), -1, step)
    active = np.mean(whole**2, axis=2) > db_to_power(_ACTIVE_DB)
    return np.asarray(active.mean(axis=1), np.float32)


def _complete_scene(pool: ClipPool, num_samples: int, seed: list[int]) -> Scene:
    for attempt in range(_MOST_ATTEMPTS):
        rng = np.random.default_rng([*seed, attempt])
        scene = render(draw_recipe(pool, rng, num_samples), pool)
        if stem_activity(scene.stems).min() >= _LEAST_ACTIVE_SHARE:
            return scene
    raise MediaError(
        "The corpus is too small for a scene in which dialogue, effects and music are all heard: "
        "fetch more packages with `cass corpus fetch`."
    )
