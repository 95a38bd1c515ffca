"""Background threads wait while the window draws, and never for long."""

import threading
import time

import numpy as np

from app.jobs import paint_priority as way_giving
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.jobs.paint_priority import PaintPriority, YieldingSource, yielding_to_paint
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource


def waited_s(way):
    begun = time.monotonic()
    way.give_way()
    return time.monotonic() - begun


def test_nothing_waits_while_nothing_is_drawn():
    way = PaintPriority()
    assert waited_s(way) < 0.05
    way.begin_drawing()
    way.end_drawing()
    assert waited_s(way) < 0.05


def test_a_thread_waits_until_all_is_drawn():
    way, passed = PaintPriority(), threading.Event()
    way.begin_drawing()
    thread = threading.Thread(target=lambda: (way.give_way(), passed.set()))
    thread.start()
    assert not passed.wait(0.03)
    way.end_drawing()
    assert passed.wait(5.0)
    thread.join()


def test_a_window_that_forgets_to_end_holds_nobody_for_long():
    way = PaintPriority()
    way.begin_drawing()
    assert way_giving._LONGEST_S * 0.9 <= waited_s(way) < 5.0


def test_beside_a_window_that_always_draws_some_work_is_done(monkeypatch):
    monkeypatch.setattr(way_giving, "_TURN_S", 60.0)
    way = PaintPriority()
    way.begin_drawing()
    way.give_way()
    assert waited_s(way) < way_giving._LONGEST_S * 0.5


def test_steps_pass_through_and_are_closed():
    ends = []

    def steps():
        try:
            yield from range(5)
        finally:
            ends.append("closed")

    assert list(yielding_to_paint(steps(), PaintPriority())) == [0, 1, 2, 3, 4]
    part = yielding_to_paint(steps(), PaintPriority())
    assert next(part) == 0
    part.close()
    assert ends == ["closed", "closed"]


def test_a_polite_source_reads_what_it_wraps():
    clip = AudioClip(np.arange(12, dtype=np.float32)[None], 48_000, "mono")
    polite = YieldingSource(ArraySource(clip), PaintPriority())
    assert (polite.rate_hz, polite.layout, polite.num_channels) == (48_000, "mono", 1)
    assert polite.num_samples == 12
    np.testing.assert_array_equal(polite.read(SampleSpan(3, 6)), [[3, 4, 5]])


def test_drawing_lasts_one_turn_of_the_loop(qtbot, qapp):
    way = PaintPriority()
    store = SpectrogramStore(way=way)
    store.note_drawing()
    assert not way._is_free.is_set()
    qtbot.waitUntil(way._is_free.is_set)
    store.stop()
