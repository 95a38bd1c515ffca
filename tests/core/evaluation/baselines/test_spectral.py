"""Baselines that tell steady from sudden and repeated from new."""

import numpy as np
import torch

from cass_core.evaluation.baselines.spectral import (
    HarmonicPercussiveBaseline,
    RepetitionBaseline,
    harmonic_percussive_masks,
    repetition_masks,
)
from cass_core.evaluation.scoring.conditions import KnownScene
from cass_core.metrics.sdr import si_sdr
from cass_core.stem_names import STEMS, Stem

DX, FX, MX = range(3)


def scene_of(dialogue, effects, music):
    stems = np.stack([dialogue, effects, music]).astype(np.float32)
    return KnownScene(0, 0, stems.sum(axis=0), stems)


def test_tones_are_music_and_clicks_are_effects():
    count = 64_000
    tones = sum(0.1 * np.sin(2 * np.pi * f * np.arange(count) / 16_000) for f in (440, 1_000))
    clicks = np.zeros(count)
    clicks[4_000::8_000] = 0.9
    scene = scene_of(np.zeros(count), clicks, tones)
    stems = HarmonicPercussiveBaseline().estimates(scene)
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-5)
    for place in (FX, MX):
        own = si_sdr(stems[place], scene.stems[place])
        assert own > si_sdr(scene.mixture, scene.stems[place]) + 5


def test_masks_sum_to_one_and_a_steady_row_is_music():
    magnitudes = torch.full((64, 80), 0.01)
    magnitudes[20] = 1.0
    magnitudes[:, 50] = 1.0
    masks = harmonic_percussive_masks(magnitudes)
    assert (masks.sum(dim=0) == 1).all()
    assert masks[MX, 20, 10] == 1
    assert masks[FX, 5, 50] == 1
    assert masks[DX, 5, 5] == 1


def test_what_repeats_is_music():
    rng = np.random.default_rng(0)
    bar = 0.1 * rng.standard_normal(2 * 16_000)
    music = np.tile(bar, 4)
    voice = np.zeros_like(music)
    voice[50_000:60_000] = 0.2 * np.sin(2 * np.pi * 700 * np.arange(10_000) / 16_000)
    scene = scene_of(voice, np.zeros_like(music), music)
    stems = RepetitionBaseline().estimates(scene)
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-5)
    assert si_sdr(stems[DX], voice) > si_sdr(scene.mixture, voice) + 5
    assert not stems[FX].any()
    assert RepetitionBaseline.facts.stems == (Stem.DX, Stem.MX)


def test_repetition_masks_of_a_short_sound():
    masks = repetition_masks(torch.rand(8, 3))
    torch.testing.assert_close(masks.sum(dim=0), torch.ones(8, 3))
    assert len(masks) == len(STEMS)
