"""Speeds of earlier runs: what is kept of them and what it says about the next one."""

import json
from dataclasses import replace

import pytest

from cass_core.timing.speed_book import Speed, SpeedBook, SpeedKey

KEY = SpeedKey("CPU (2 cores)", "starter", True, 48_000, 2)


def _file(**values):
    """A book with one entry that is not as it should be."""
    grain = {"window_s": 0.0, "windows": 1}
    entry = {"key": KEY.text, "prepare_s": 1, "step_s": 1, "render_s": 0, "heard_s": 1}
    speeds = [entry | {"grain": grain} | values]
    return json.dumps({"version": 2, "speeds": speeds, "pictures": [], "loads": []})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "not there yet" / "speeds.json"


@pytest.fixture
def book(path):
    return SpeedBook(path)


def seconds(book, steps, length_s, key=KEY):
    speed = book.speed(key)
    return speed and speed.seconds(steps, 0.0, length_s, length_s)


def test_an_estimate_for_any_number_of_steps(book):
    assert seconds(book, 2, 60.0) is None
    book.add(KEY, Speed(0.02, 0.05), 2)
    for steps in (1, 2, 16, 128):
        assert seconds(book, steps, 60.0) == pytest.approx(60 * (0.02 + steps * 0.05))


def test_one_step_alone_says_nothing_about_more(book):
    book.add(KEY, Speed(0.07, None), 1)
    assert seconds(book, 1, 10.0) == pytest.approx(0.7)
    assert seconds(book, 2, 10.0) is None
    book.add(KEY, Speed(0.02, 0.05, heard_s=10), 4)
    book.add(KEY, Speed(0.09, None, heard_s=1e9), 1)  # the steps' cost is known by now
    assert seconds(book, 2, 10.0) == pytest.approx(1.4)


def test_a_short_run_says_less_than_the_long_one_before_it(book):
    book.add(KEY, Speed(0.1, 0.1, 0.1, heard_s=3600.0), 2)
    book.add(KEY, Speed(0.2, 0.2, 0.2, heard_s=24.0), 2)
    assert 3.0 < seconds(book, 2, 10.0) < 5.5
    book.add(KEY, Speed(0.2, 0.2, 0.2, heard_s=3600.0), 2)
    assert seconds(book, 2, 10.0) == pytest.approx(8.0, rel=0.05)


def test_the_start_of_a_run_is_known_for_all_its_kinds(book):
    assert book.load_s(KEY) == 0.0
    book.add_load(KEY, 4.0)
    assert book.load_s(replace(KEY, picture=False, num_channels=6)) == 4.0
    book.add_load(KEY, 2.0)
    assert book.load_s(KEY) == 3.0
    assert book.load_s(replace(KEY, model="mrx")) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{" * 100_000,
        '{"version": 1, "speeds": [], "pictures": []}',
        '{"version": 2, "speeds": [{"key": 1}], "pictures": [], "loads": []}',
        _file(prepare_s=-1),
        _file(prepare_s=float("nan")),
        _file(grain={"window_s": 1.0, "windows": 0}),
        _file(grain={"window_s": 1e300, "windows": 1}),
    ],
)
def test_speeds_outlive_the_program_and_nonsense(path, text):
    SpeedBook(path).add(KEY, Speed(0.02, 0.05), 2)
    assert seconds(SpeedBook(path), 2, 10.0) == pytest.approx(1.2)
    path.write_text(text)
    assert seconds(SpeedBook(path), 2, 10.0) is None
    SpeedBook(path).add(KEY, Speed(0.02, 0.05), 2)
    assert seconds(SpeedBook(path), 2, 10.0) == pytest.approx(1.2)


def test_a_place_that_cannot_be_written_is_no_harm(tmp_path):
    (tmp_path / "file").touch()
    book = SpeedBook(tmp_path / "file" / "speeds.json")
    book.add(KEY, Speed(0.02, 0.05), 2)
    assert seconds(book, 2, 10.0) is None


def test_pictures_are_known_by_their_size(book):
    book.add_picture("1920x1080", 0.3)
    assert book.picture_s("1920x1080", 100.0) == pytest.approx(30.0)
    assert book.picture_s("3840x2160", 100.0) is None


def test_the_oldest_go_when_there_are_many(book):
    for rate_hz in range(1, 70):
        book.add(SpeedKey("CPU", "starter", False, rate_hz, 2), Speed(0.1, 0.1), 2)
    known = [
        book.speed(SpeedKey("CPU", "starter", False, rate_hz, 2)) is not None
        for rate_hz in range(1, 70)
    ]
    assert known == [False] * 5 + [True] * 64
