"""Loudness of what lanes show, measured beside the window."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app.jobs.images.spectrogram_store import LaneSound
from app.jobs.sound.loudness_curves import LoudnessCurves
from cass_core.clips import SampleSpan
from cass_core.dsp.loudness import step_powers
from cass_core.dsp.short_term_loudness import short_term_loudness

RATE_HZ, STEP = 48_000, 4800
LENGTH = 12 * RATE_HZ


class Source:
    """A sound that counts how often it is read."""

    rate_hz, layout, num_channels, num_samples = RATE_HZ, "stereo", 2, LENGTH

    def __init__(self, seed):
        rng = np.random.default_rng(seed)
        self.samples = rng.normal(0, 0.1, (2, LENGTH)).astype(np.float32)
        self.spans = []

    def read(self, span):
        self.spans.append(span)
        return self.samples[:, span.start : span.stop]


class Broken(Source):
    def read(self, span):
        raise OSError("gone")


class Store(QObject):
    sound_changed = Signal(str)

    def __init__(self):
        super().__init__()
        self.sounds = {}

    def sound(self, code):
        return self.sounds.get(code)

    def put(self, code, source, stop, identity=None):
        covered = (SampleSpan(0, stop),) if stop else ()
        self.sounds[code] = LaneSound(identity or f"{id(source)}", source, covered)
        self.sound_changed.emit(code)


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def curves(qapp, store):
    curves = LoudnessCurves(store, ("MIX", "DX"))
    yield curves
    curves.stop()


def known(curves, code):
    return int(np.isfinite(curves.lufs(code)).sum())


def test_curves_are_those_of_the_whole_sound(qtbot, store, curves):
    source = Source(0)
    store.put("MIX", source, LENGTH)
    with qtbot.waitSignal(curves.changed):
        curves.start()
    qtbot.waitUntil(lambda: known(curves, "MIX") == 120, timeout=20_000)
    wanted = short_term_loudness(step_powers(source.samples, RATE_HZ, STEP))
    assert curves.lufs("MIX") == pytest.approx(wanted, abs=0.05)
    assert curves.step_samples == STEP
    assert len(curves.lufs("DX")) == 0


def test_a_sound_that_grows_is_measured_further_and_nothing_twice(qtbot, store, curves):
    source = Source(1)
    store.put("DX", source, 5 * RATE_HZ, "take")
    curves.start()
    qtbot.waitUntil(lambda: known(curves, "DX") == 50, timeout=20_000)
    store.put("DX", source, LENGTH, "take")
    qtbot.waitUntil(lambda: known(curves, "DX") == 120, timeout=20_000)
    assert sum(span.num_samples for span in source.spans) < 1.3 * LENGTH


def test_a_version_that_comes_back_is_known(qtbot, store, curves):
    first, second = Source(2), Source(3)
    curves.start()
    for source, name in ((first, "one"), (second, "two")):
        store.put("DX", source, LENGTH, name)
        qtbot.waitUntil(lambda: known(curves, "DX") == 120, timeout=20_000)
    count = len(first.spans)
    store.put("DX", first, LENGTH, "one")
    assert known(curves, "DX") == 120
    curves.stop()
    assert len(first.spans) == count


def test_a_sound_that_cannot_be_read_leaves_the_others_alone(qtbot, store, curves):
    store.put("MIX", Broken(4), LENGTH)
    store.put("DX", Source(5), LENGTH)
    curves.start()
    qtbot.waitUntil(lambda: known(curves, "DX") == 120, timeout=20_000)
    assert known(curves, "MIX") == 0


def test_nothing_is_measured_before_it_is_asked_for(store, curves):
    source = Source(6)
    store.put("MIX", source, LENGTH)
    assert source.spans == []


def test_it_can_be_hidden_and_shown_again_at_once(qtbot, store, curves):
    store.put("MIX", Source(7), LENGTH)
    for _ in range(5):
        curves.start()
        curves.stop()
    curves.start()
    qtbot.waitUntil(lambda: known(curves, "MIX") == 120, timeout=20_000)
    names = [thread.name for thread in threading.enumerate()]
    assert names.count("loudness") == 1


def test_loudness_of_a_part_that_comes_first_is_mended_by_what_comes_before_it(
    qtbot, store, curves
):
    source = Source(8)
    store.sounds["MIX"] = LaneSound("one", source, (SampleSpan(6 * RATE_HZ, LENGTH),))
    curves.start()
    qtbot.waitUntil(lambda: known(curves, "MIX") == 60, timeout=20_000)
    store.put("MIX", source, LENGTH, "one")
    qtbot.waitUntil(lambda: known(curves, "MIX") == 120, timeout=20_000)
    wanted = short_term_loudness(step_powers(source.samples, RATE_HZ, STEP))
    assert curves.lufs("MIX") == pytest.approx(wanted, abs=0.05)
