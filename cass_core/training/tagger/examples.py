"""Examples for the tagger: subsets of a scene's stems, and what is heard in each window of them."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.metrics.taggers.log_mel import (
    PATCH_FRAMES,
    PATCH_HOP_SAMPLES,
    PATCH_SAMPLES,
    log_mel_patches,
)
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import DrawSettings
from cass_core.synthesis.scenes.mixer import Scene, render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe
from cass_core.training.tagger.sound_kinds import (
    CLASSES,
    NARROW_SPEECH,
    OTHER_EFFECT,
    clip_kind,
    noise_kind,
)

WINDOW_STEP = PATCH_FRAMES * PATCH_HOP_SAMPLES
SCENE_SAMPLES = 7 * WINDOW_STEP + PATCH_SAMPLES  # eight windows

_HEARD, _UNHEARD = 10**-5.5, 10**-6.5  # power of a stem that is, and is not, there
_HEARD_SHARE, _UNHEARD_SHARE = 10**-1.8, 10**-2.8  # of the window's power
_SUBSETS = 3
_LEAST_OVERLAP = 0.2 * CATALOG_RATE_HZ

Flags = npt.NDArray[np.bool_]


class TaggerExamples(NamedTuple):
    """Windows with what is heard in them.

    Attributes:
        patches: (window, frame, mel) of `log_mel_patches`.
        heard: (window, class) 1 where a class of `CLASSES` is heard.
        known: (window, class) 1 where that can be said; a stem may be just audible.
    """

    patches: Tensor
    heard: Tensor
    known: Tensor


def draw_examples(
    pool: ClipPool, rng: np.random.Generator, settings: DrawSettings
) -> TaggerExamples:
    """A random scene, heard three times in different subsets of its stems."""
    scene = render(draw_recipe(pool, rng, SCENE_SAMPLES, settings), pool)
    return joined_examples(examples(scene, pool, draw_gains(rng)) for _ in range(_SUBSETS))


def draw_gains(rng: np.random.Generator) -> FloatArray:
    """(stem,) gains of a subset of the stems: silent, quieter as residuals are, or as they were."""
    stays = rng.random(len(STEMS)) < 0.55
    stays[rng.integers(len(STEMS))] = True
    quieter = np.where(rng.random(len(STEMS)) < 0.4, rng.uniform(-25, 0, len(STEMS)), 0.0)
    common_db = rng.uniform(-12, 6)
    return np.asarray(stays * db_to_amplitude(quieter + common_db), np.float32)


def examples(scene: Scene, pool: ClipPool, gains: FloatArray) -> TaggerExamples:
    """Windows of a mixture of a scene's stems.

    Args:
        scene: at `CATALOG_RATE_HZ`, `SCENE_SAMPLES` long.
        pool: the clips that it was rendered from.
        gains: (stem,), 0 leaves a stem out.

    Returns:
        The windows, one after the other.
    """
    stems = scene.stems * gains[:, None]
    patches = log_mel_patches(torch.from_numpy(stems.sum(axis=0)))
    heard_stems, known_stems = _stems_heard(stems)
    heard = np.zeros((len(patches), len(CLASSES)), np.bool_)
    known = np.zeros_like(heard)
    heard[:, : len(STEMS)], known[:, : len(STEMS)] = heard_stems, known_stems
    kinds = kinds_at(scene.recipe, pool)
    for column, name in enumerate(CLASSES[len(STEMS) :], len(STEMS)):
        owner = STEMS.index(Stem.DX if name == NARROW_SPEECH else Stem.FX)
        heard[:, column] = heard_stems[:, owner] & kinds[:, column]
        known[:, column] = known_stems[:, owner]
    return TaggerExamples(patches, *(torch.from_numpy(a).float() for a in (heard, known)))


def joined_examples(parts: Iterable[TaggerExamples]) -> TaggerExamples:
    """All windows of several examples."""
    return TaggerExamples(*(torch.cat(column) for column in zip(*parts, strict=True)))


def kinds_at(recipe: SceneRecipe, pool: ClipPool) -> Flags:
    """(window, class) whether a clip or made sound of a finer class lies under the window."""
    flags = np.zeros((_num_windows(recipe.num_samples), len(CLASSES)), np.bool_)
    placed = [(clip_kind(pool.entry(e.clip)), e.start, e.num_samples) for e in recipe.clips]
    placed += [(noise_kind(e.kind), e.start, e.num_samples) for e in recipe.noises]
    if recipe.walla is not None:
        placed += [(OTHER_EFFECT, e.start, e.num_samples) for e in recipe.walla.clips]
    starts = np.arange(len(flags)) * WINDOW_STEP
    for kind, start, length in placed:
        if kind is not None:
            overlap = np.minimum(starts + PATCH_SAMPLES, start + length) - np.maximum(starts, start)
            flags[overlap >= min(_LEAST_OVERLAP, length / 2), CLASSES.index(kind)] = True
    return flags


def _stems_heard(stems: FloatArray) -> tuple[Flags, Flags]:
    """(window, stem) whether each stem of (stem, sample) is heard, and whether that is certain."""
    windows = np.lib.stride_tricks.sliding_window_view(stems, PATCH_SAMPLES, axis=1)
    power = np.mean(windows[:, ::WINDOW_STEP] ** 2, axis=2).T
    share = power / (power.sum(axis=1, keepdims=True) + 1e-12)
    heard = (power > _HEARD) & (share > _HEARD_SHARE)
    unheard = (power < _UNHEARD) | (share < _UNHEARD_SHARE)
    return heard, heard | unheard


def _num_windows(num_samples: int) -> int:
    return (num_samples - PATCH_SAMPLES) // WINDOW_STEP + 1
