"""A place that went wrong is found, and what a hint does around it is measured."""

import numpy as np
import pytest

from cass_core.clips import AudioClip
from cass_core.evaluation.hints.scoring import HintScore, compared
from cass_core.evaluation.hints.summary import hints_table, summarise_hints
from cass_core.evaluation.hints.worst_place import worst_place
from cass_core.evaluation.known_mixtures import KnownMixture
from cass_core.stem_names import Stem

RATE_HZ = 16_000


def noises(seconds=8):
    """Three noises in octaves of their own: (stem, channel, sample)."""
    rng = np.random.default_rng(2)
    size = seconds * RATE_HZ
    pitches = np.fft.rfftfreq(size, 1 / RATE_HZ)
    made = []
    for low in (250, 1000, 4000):
        inside = (pitches > 1.1 * low) & (pitches < 1.9 * low)
        made.append(np.fft.irfft(np.fft.rfft(rng.standard_normal((1, size))) * inside, size))
    return (0.2 * np.stack(made)).astype(np.float32)


def with_mistake(truth, start_s, stop_s, share):
    """A part of the effects stands in the dialogue."""
    wrong = truth.copy()
    here = slice(round(start_s * RATE_HZ), round(stop_s * RATE_HZ))
    wrong[0, :, here] += share * truth[1, :, here]
    wrong[1, :, here] -= share * truth[1, :, here]
    return wrong


def test_the_worst_place_is_found_and_a_hint_is_measured_around_it():
    truth = noises()
    before = with_mistake(with_mistake(truth, 2, 6, 0.3), 3, 4, 0.6)
    place = worst_place(before, truth, RATE_HZ)
    assert (place.own, place.found, place.band_hz) == (Stem.FX, Stem.DX, (1000.0, 2000.0))
    assert place.span.start / RATE_HZ == pytest.approx(3, abs=0.05)
    assert worst_place(truth, truth, RATE_HZ) is None

    mixture = KnownMixture(0, AudioClip(truth.sum(axis=0), RATE_HZ, "mono"), truth)
    after = with_mistake(truth, 2, 6, 0.03)
    numbers = compared(mixture, place, (before, after))
    assert np.diff(numbers["wrong_db"]) == pytest.approx(-20, abs=0.5)
    assert np.diff(numbers["around"]) > 5
    assert np.diff(numbers["inside"]) > np.diff(numbers["around"])

    found = HintScore("set", 0, "4 steps", "m", "FX", "DX", 3.0, [1000.0, 2000.0], **numbers)
    summary = summarise_hints([found, HintScore("set", 1, "4 steps", "m")])
    assert (summary.num_scenes, summary.share_better, summary.share_worse) == (1, 1.0, 0.0)
    assert hints_table(summary).count("\n") == 5
