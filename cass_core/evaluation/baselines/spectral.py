"""Separators that know no sounds: steady against sudden, repeated against new."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import FloatArray
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

_GRID = FrameGrid(1024, 256, CATALOG_RATE_HZ)
_MEDIAN_FRAMES, _MEDIAN_BINS = 31, 31
_SEPARATION_FACTOR = 2.0
_NEIGHBOURS, _LEAST_DISTANCE_FRAMES = 10, 60  # about a second
_TINY = 1e-9

Masks = Callable[[Tensor], Tensor]


class HarmonicPercussiveBaseline:
    """Steady tones are music, clicks are effects, the rest is dialogue.

    Median filters along time and frequency with a separation factor (Driedger et al. 2014).
    """

    facts = ConditionFacts("harmonic/percussive")

    def estimates(self, scene: KnownScene) -> FloatArray:
        """(stem, sample); they sum to the mixture."""
        return _masked(scene.mixture, harmonic_percussive_masks)


class RepetitionBaseline:
    """What repeats is music, what does not is dialogue (REPET-SIM, Rafii and Pardo 2012)."""

    facts = ConditionFacts("repetition", stems=(Stem.DX, Stem.MX))

    def estimates(self, scene: KnownScene) -> FloatArray:
        """(stem, sample); they sum to the mixture, effects are silent."""
        return _masked(scene.mixture, repetition_masks)


def harmonic_percussive_masks(magnitudes: Tensor) -> Tensor:
    """(bin, frame) -> (stem, bin, frame) of zeros and ones, summing to one."""
    harmonic = _median_along_last(magnitudes, _MEDIAN_FRAMES)
    percussive = _median_along_last(magnitudes.T, _MEDIAN_BINS).T
    music = harmonic > _SEPARATION_FACTOR * percussive
    effects = percussive >= _SEPARATION_FACTOR * harmonic + _TINY
    return torch.stack([~(music | effects), effects, music]).float()


def repetition_masks(magnitudes: Tensor) -> Tensor:
    """(bin, frame) -> (stem, bin, frame), summing to one."""
    similar = _similar_frames(magnitudes)
    repeating = magnitudes[:, similar].median(dim=2).values
    music = torch.minimum(repeating, magnitudes) / (magnitudes + _TINY)
    return torch.stack([1 - music, torch.zeros_like(music), music])


def _similar_frames(magnitudes: Tensor) -> Tensor:
    """(frame, neighbour) the frames most alike, none within a second of the frame itself."""
    directions = magnitudes / (magnitudes.norm(dim=0) + _TINY)
    likeness = directions.T @ directions
    numbers = torch.arange(len(likeness))
    near = (numbers[:, None] - numbers).abs() < _LEAST_DISTANCE_FRAMES
    likeness = likeness.masked_fill(near, -1.0)
    count = min(_NEIGHBOURS, len(likeness))
    return likeness.topk(count, dim=1).indices


def _median_along_last(values: Tensor, width: int) -> Tensor:
    side = width // 2
    padded = torch.nn.functional.pad(values[None], (side, side), mode="replicate")[0]
    return padded.unfold(-1, width, 1).median(dim=-1).values


def _masked(mixture: FloatArray, masks: Masks) -> FloatArray:
    before = _GRID.samples_before()
    num_frames = _GRID.num_frames(len(mixture))
    after = _GRID.num_samples(num_frames) - before - len(mixture)
    spectrogram = analyse(torch.from_numpy(np.pad(mixture, (before, after))), _GRID)
    samples, weight = synthesise(masks(spectrogram.abs()) * spectrogram, _GRID)
    inside = slice(before, before + len(mixture))
    return np.asarray((samples[:, inside] / weight[inside].clamp_min(_TINY)).numpy(), np.float32)
