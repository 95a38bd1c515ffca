"""Frequencies and contrast under the hand, and the mixture in the colours of its stems."""

import pytest

from app.project.seen.spectrogram_look import SpectrogramLook
from app.tiles.frequency_axis import hz_at
from app.views.lanes.axis.wheel_navigation import NotchCounter
from app.views.lanes.canvas.lane_geometry import scale_of
from app.views.lanes.canvas.readout import length_words
from tests.helpers.window import mouse

CTRL_SHIFT = mouse.CTRL | mouse.SHIFT


def test_the_frequency_under_the_mouse_stays_there(canvas, view):
    before = canvas.geometry_now.hz_at(30.0)
    mouse.turn(canvas, (200, 30), notches=4, keys=CTRL_SHIFT)
    bottom, top = view.look.seen
    assert top - bottom == pytest.approx(1.25**-4)
    assert canvas.geometry_now.hz_at(30.0) == pytest.approx(before, rel=0.01)
    mouse.turn(canvas, (200, 30), notches=1, keys=mouse.SHIFT)
    assert view.look.seen[0] == pytest.approx(bottom + 0.1 * (top - bottom))
    mouse.turn(canvas, (200, 30), notches=-9, keys=CTRL_SHIFT)
    assert view.look.seen == (0.0, 1.0)


def test_the_wheel_changes_contrast_and_leaves_time_alone(canvas, view):
    seen, look = view.visible, view.look
    mouse.turn(canvas, (200, 30), notches=2, keys=mouse.CTRL | mouse.ALT)
    assert view.look.floor_db == look.floor_db + 6
    assert view.look.ceiling_db == look.ceiling_db
    assert view.visible == seen


def test_the_wheel_changes_the_length_of_spectra_and_says_it(canvas, view):
    seen, bounds = view.visible, view.look.seen
    mouse.turn(canvas, (200, 30), notches=2, keys=mouse.ALT | mouse.SHIFT)
    assert view.look.n_fft == 8192
    mouse.turn(canvas, (200, 30), notches=-9, keys=mouse.ALT | mouse.SHIFT)
    assert view.look.n_fft == 512
    assert (view.visible, view.look.seen) == (seen, bounds)
    assert length_words(8192, 48_000) == "8192 samples: 171 ms, 5.9 Hz"


def test_small_turns_of_a_trackpad_add_up():
    counter = NotchCounter()
    assert [counter.whole(0.5) for _ in range(4)] == [0, 1, 0, 1]
    assert counter.whole(-1.0) == -1


def test_a_look_keeps_within_its_ends():
    look = SpectrogramLook()
    for _ in range(50):
        look = look.zoomed(0.5, 0.9)
    assert look.seen[1] - look.seen[0] == pytest.approx(1 / 30)
    assert look.scrolled(100.0).seen[1] == 1.0
    assert look.scrolled(-100.0).seen[0] == 0.0
    assert hz_at(1.0, scale_of(look.scrolled(100.0)), 48_000) == pytest.approx(24_000)
    assert look.contrasted(500.0, 0.0).floor_db == -6.0
    assert look.contrasted(500.0, 0.0).ceiling_db == 0.0
    assert look.contrasted(-500.0, -500.0).ceiling_db == -114.0
