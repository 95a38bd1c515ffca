"""PESQ is high for what hardly differs and says nothing of silence."""

import numpy as np
import pytest

from cass_core.metrics.pesq import pesq_wide_band
from tests.helpers.corpus.scene_builders import speech_like

pytest.importorskip("pesq")


@pytest.fixture
def speech():
    rng = np.random.default_rng(0)
    voiced = np.convolve(speech_like(rng, 3.0), np.hanning(24) / 12, "same")
    return voiced.astype(np.float32)


def test_more_noise_is_worse(speech):
    noise = np.random.default_rng(1).standard_normal(len(speech)).astype(np.float32)
    scores = [pesq_wide_band(speech + level * noise, speech) for level in (0.0, 0.002, 0.05)]
    assert scores[0] > 4.5
    assert scores[0] > scores[1] > scores[2] > 1


def test_silence_has_no_score(speech):
    assert pesq_wide_band(speech, np.zeros_like(speech)) is None
    assert pesq_wide_band(np.zeros_like(speech), speech) is None
