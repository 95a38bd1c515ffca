import importlib.util

import numpy as np
import pytest
import torch

from cass_core.synthesis.corpus import speech_filter
from cass_core.synthesis.corpus.speech_filter import FRAME_SAMPLES, speech_shares


class LoudnessAsSpeech:
    """Takes every frame that is loud on the mean for speech."""

    def __init__(self):
        self.frames_heard = 0

    def reset_states(self):
        pass

    def __call__(self, frames, rate_hz):
        assert frames.shape[1] == FRAME_SAMPLES
        self.frames_heard += len(frames)
        return (frames.abs().mean(dim=1, keepdim=True) > 0.1).float()


@pytest.fixture
def detector(monkeypatch):
    stand_in = LoudnessAsSpeech()
    monkeypatch.setattr(speech_filter, "_detector", lambda: stand_in)
    return stand_in


def clip(*parts):
    return np.concatenate([np.full(round(s * 16_000), level, np.float32) for s, level in parts])


def test_shares_are_per_clip_and_in_order(detector):
    clips = [clip((4.096, 0.0)), clip((2.048, 0.5), (2.048, 0.0)), clip((1.024, 0.3))]
    assert speech_shares(clips) == pytest.approx([0.0, 0.5, 1.0])


def test_clips_of_more_than_one_snippet_are_heard_whole(detector):
    (share,) = speech_shares([clip((30.72, 0.5), (10.24, 0.0))])
    assert share == pytest.approx(0.75, abs=0.01)


def test_of_long_clips_three_minutes_are_heard(detector):
    (share,) = speech_shares([clip((60, 0.5), (180, 0.0), (60, 0.5))])
    assert share == pytest.approx(2 / 3, abs=0.01)
    # of 9375 frames, the padding of the last snippet included
    assert detector.frames_heard < 6000


def test_without_the_detector_nothing_is_judged_and_it_is_said_once(monkeypatch, caplog):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    speech_filter._detector.cache_clear()
    assert speech_shares([clip((1, 0.5))]) is None
    assert speech_shares([clip((1, 0.5))]) is None
    speech_filter._detector.cache_clear()
    assert [record.message.split(":")[0] for record in caplog.records] == [
        "silero-vad is not installed"
    ]


@pytest.mark.skipif(importlib.util.find_spec("silero_vad") is None, reason="needs silero-vad")
def test_the_real_detector_hears_no_speech_in_noise_and_tones():
    torch.set_num_threads(1)
    speech_filter._detector.cache_clear()
    noise = np.random.default_rng(0).normal(0, 0.1, 32_000).astype(np.float32)
    hum = np.sin(np.arange(48_000) * 0.05).astype(np.float32)
    shares = speech_shares([noise, hum, np.zeros(4000, np.float32)])
    assert max(shares) < 0.15
