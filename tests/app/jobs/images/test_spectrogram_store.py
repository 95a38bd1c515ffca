import threading

import numpy as np
import pytest

from app.jobs.images.spectrogram_store import SpectrogramStore
from app.tiles.tile_grid import USUAL_GRID
from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from tests.helpers.window.drawn_sounds import sine, source_of

LENGTH = 480_000
WHOLE = SampleSpan(0, LENGTH)


@pytest.fixture
def store(qtbot):
    store = SpectrogramStore()
    yield store
    store.stop()


@pytest.fixture
def tone():
    return source_of(sine(200 * 48_000 / 2048, 10.0, 0.5, 2))


def settle(qtbot, store, lane="MIX", visible=WHOLE):
    store.levels(lane, visible, 400)
    qtbot.waitUntil(store.is_settled, timeout=20_000)


def test_a_lane_fills_and_says_so(qtbot, store, tone):
    store.set_source("MIX", tone, "tone", (WHOLE,))
    assert not store.levels("MIX", WHOLE, 400).levels.any()
    with qtbot.waitSignal(store.tiles_changed, check_params_cb=lambda lane: lane == "MIX"):
        pass
    settle(qtbot, store)
    image = store.levels("MIX", WHOLE, 400)
    assert image.visible == WHOLE
    inner = image.levels[:, 3 : LENGTH // 512 - 3]
    assert (inner.argmax(axis=0) == 200).all()
    low, high = store.peaks("MIX", WHOLE, 400)
    assert np.allclose(high, 0.5, atol=0.01)
    assert np.allclose(low, -0.5, atol=0.01)


def test_empty_and_unknown_lanes_are_blank(store, tone):
    for lane in ("DX", "no such lane"):
        assert store.levels(lane, WHOLE, 400).levels.shape == (USUAL_GRID.num_bins, 1)
        assert not store.peaks(lane, WHOLE, 400).any()
    store.set_covered("DX", (WHOLE,))
    store.set_source("MIX", tone, "tone", (WHOLE,))
    assert not store.levels("MIX", SampleSpan(5, 5), 400).levels.any()
    assert store.peaks("MIX", WHOLE, 0).shape == (2, 1)
    store.set_source("MIX", None)
    assert store.levels("MIX", WHOLE, 400).levels.shape == (USUAL_GRID.num_bins, 1)


def test_a_growing_lane_fills_as_it_is_covered(qtbot, store, tone):
    store.set_source("MIX", tone, "tone", ())
    settle(qtbot, store)
    assert not store.levels("MIX", WHOLE, 400).levels.any()
    store.set_covered("MIX", (SampleSpan(0, LENGTH // 2),))
    settle(qtbot, store)
    lit = store.levels("MIX", WHOLE, 400).levels.any(axis=0)
    assert lit[: len(lit) // 2 - 4].all()
    assert not lit[len(lit) // 2 + 4 :].any()


def test_a_lane_that_shows_another_sound_shows_nothing_of_the_former(qtbot, store, tone):
    store.set_source("DX", tone, "tone", (WHOLE,))
    settle(qtbot, store, "DX")
    other = source_of(sine(700 * 48_000 / 2048, 10.0, 0.5, 2))
    store.set_source("DX", other, "other", (WHOLE,))
    assert not store.levels("DX", WHOLE, 400).levels.any()
    settle(qtbot, store, "DX")
    assert store.levels("DX", WHOLE, 400).levels[:, 100].argmax() == 700
    store.set_source("DX", tone, "tone", (WHOLE,))
    assert store.levels("DX", WHOLE, 400).levels[:, 100].argmax() == 200, "at once: it is known"


def test_all_lanes_change_to_spectra_of_another_length(qtbot, store, tone):
    store.set_source("MIX", tone, "tone", (WHOLE,))
    store.set_source("DX", tone, "tone", (WHOLE,))
    settle(qtbot, store)
    with qtbot.waitSignals([store.tiles_changed] * 2):
        store.set_transform(8192)
    assert store.levels("MIX", WHOLE, 400).levels.shape[0] == 4097
    settle(qtbot, store)
    settle(qtbot, store, "DX")
    for lane in ("MIX", "DX"):
        assert store.levels(lane, WHOLE, 400).levels[:, 20].argmax() == 800
    assert store.levels("FX", WHOLE, 400).levels.shape == (4097, 1)


class FailingSource:
    rate_hz, layout, num_channels, num_samples = 48_000, "mono", 1, LENGTH

    def __init__(self):
        self.failed = threading.Event()

    def read(self, span):
        self.failed.set()
        raise MediaError("The disk is gone; check it.")


def test_a_sound_that_cannot_be_read_is_one_sentence_and_the_others_go_on(qtbot, store, tone):
    problems = []
    store.problem.connect(problems.append)
    store.set_source("DX", FailingSource(), "broken", (WHOLE,))
    store.set_source("MIX", tone, "tone", (WHOLE,))
    store.levels("DX", WHOLE, 400)
    settle(qtbot, store)
    qtbot.waitUntil(lambda: bool(problems))
    qtbot.wait(50)
    assert problems == ["The disk is gone; check it."]
    assert store.levels("MIX", WHOLE, 400).levels.any()


def test_a_source_that_was_replaced_may_fail_in_silence(qtbot, store, tone):
    problems = []
    store.problem.connect(problems.append)
    broken = FailingSource()
    store.set_source("DX", broken, "tone", (WHOLE,))
    assert broken.failed.wait(5)
    store.set_source("DX", tone, "tone", (WHOLE,))
    settle(qtbot, store, "DX")
    assert problems == []
    assert store.levels("DX", WHOLE, 400).levels.any()


def test_signals_come_together(qtbot, store, tone):
    times = []
    store.set_source("MIX", tone, "tone", (WHOLE,))
    store.tiles_changed.connect(lambda lane: times.append(store.levels(lane, WHOLE, 400)))
    settle(qtbot, store)
    qtbot.wait(150)
    assert 1 <= len(times) <= 100


def test_stopping_twice_and_asking_afterwards(store, tone):
    store.set_source("MIX", tone, "tone", (WHOLE,))
    store.stop()
    store.stop()
    store.set_covered("MIX", (WHOLE,))
    store.levels("MIX", WHOLE, 400)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("tiles-")]
