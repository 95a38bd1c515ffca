"""Speeds of earlier runs: what is kept of them and what it says about the next one."""

import pytest

from cass_core.timing.speed_book import Speed, SpeedBook, SpeedKey

KEY = SpeedKey("CPU (2 cores)", "starter", True, 48_000, 2)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "not there yet" / "speeds.json"


@pytest.fixture
def book(path):
    return SpeedBook(path)


def test_an_estimate_for_any_number_of_steps(book):
    assert book.separating_s(KEY, 2, 60.0) is None
    book.add(KEY, Speed(0.02, 0.05), 2)
    for steps in (1, 2, 16, 128):
        assert book.separating_s(KEY, steps, 60.0) == pytest.approx(60 * (0.02 + steps * 0.05))


def test_one_step_alone_says_nothing_about_more(book):
    book.add(KEY, Speed(0.07, None), 1)
    assert book.separating_s(KEY, 1, 10.0) == pytest.approx(0.7)
    assert book.separating_s(KEY, 2, 10.0) is None
    book.add(KEY, Speed(0.02, 0.05), 4)
    book.add(KEY, Speed(0.09, None), 1)  # the steps' cost is known by now
    assert book.separating_s(KEY, 2, 10.0) == pytest.approx(1.4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{" * 100_000,
        '{"version": 2}',
        '{"version": 1, "speeds": [{"key": 1}], "pictures": []}',
        '{"version": 1, "speeds": [{"key": "a", "fixed_s": -1, "step_s": null}], "pictures": []}',
        '{"version": 1, "speeds": [{"key": "a", "fixed_s": NaN, "step_s": null}], "pictures": []}',
    ],
)
def test_speeds_outlive_the_program_and_nonsense(path, text):
    SpeedBook(path).add(KEY, Speed(0.02, 0.05), 2)
    assert SpeedBook(path).separating_s(KEY, 2, 10.0) == pytest.approx(1.2)
    path.write_text(text)
    assert SpeedBook(path).separating_s(KEY, 2, 10.0) is None
    SpeedBook(path).add(KEY, Speed(0.02, 0.05), 2)
    assert SpeedBook(path).separating_s(KEY, 2, 10.0) == pytest.approx(1.2)


def test_a_place_that_cannot_be_written_is_no_harm(tmp_path):
    (tmp_path / "file").touch()
    book = SpeedBook(tmp_path / "file" / "speeds.json")
    book.add(KEY, Speed(0.02, 0.05), 2)
    assert book.separating_s(KEY, 2, 10.0) is None


def test_pictures_are_known_by_their_size(book):
    book.add_picture("1920x1080", 0.3)
    assert book.picture_s("1920x1080", 100.0) == pytest.approx(30.0)
    assert book.picture_s("3840x2160", 100.0) is None


def test_the_oldest_go_when_there_are_many(book):
    for rate_hz in range(1, 70):
        book.add(SpeedKey("CPU", "starter", False, rate_hz, 2), Speed(0.1, 0.1), 2)
    known = [
        book.separating_s(SpeedKey("CPU", "starter", False, rate_hz, 2), 2, 1.0) is not None
        for rate_hz in range(1, 70)
    ]
    assert known == [False] * 5 + [True] * 64
