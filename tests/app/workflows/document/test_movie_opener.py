"""From a path to a movie that is seen whole."""

import pytest

from app.workflows.app_context import Workbench
from cass_core.clips import SampleSpan
from tests.helpers.media.movies import Sound, noise, write_movie

pytestmark = pytest.mark.media


@pytest.fixture
def bench(qtbot, qapp, settings):
    bench = Workbench(settings)
    yield bench
    bench.stop(keep_changes=False)


def opened(qtbot, bench, path):
    with qtbot.waitSignal(bench.opening.opened, timeout=10_000):
        bench.opening.open(path)
    qtbot.waitUntil(lambda: bench.project.is_decoded, timeout=10_000)


def test_a_movie_is_seen_whole_whatever_was_seen_before(qtbot, bench, movie, tmp_path):
    opened(qtbot, bench, movie)
    assert bench.view.visible == bench.project.whole == SampleSpan(0, 3 * 48_000)
    bench.view.show_span(SampleSpan(1000, 2000))
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(5.0))])
    opened(qtbot, bench, other)
    assert bench.view.visible == bench.project.whole == SampleSpan(0, 5 * 48_000)
    assert bench.view.selection is None
    assert list(bench.settings.recent()) == [other, movie]


def test_a_length_that_the_header_did_not_tell_is_followed(qtbot, bench, movie):
    opened(qtbot, bench, movie)
    bench.project.set_decoded(8 * 48_000, True)
    assert bench.view.length == 8 * 48_000
    assert bench.view.visible == SampleSpan(0, 8 * 48_000)


def test_of_two_asked_for_the_last_one_counts(qtbot, bench, movie, tmp_path):
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(1.0))])
    bench.opening.open(movie)
    opened(qtbot, bench, other)
    qtbot.wait(50)
    assert bench.project.programme.info.path == other
    assert list(bench.settings.recent()) == [other]


def test_a_length_that_turns_out_while_it_opens_hides_nothing(qtbot, bench, movie):
    """The exact length comes within the time in which the window paints what was opened."""
    bench.project.programme_changed.connect(lambda: bench.project.set_decoded(7 * 48_000, True))
    with qtbot.waitSignal(bench.opening.opened, timeout=10_000):
        bench.opening.open(movie)
    assert bench.project.programme.num_samples == 7 * 48_000
    assert list(bench.settings.recent()) == [movie]


def test_what_was_closed_at_once_is_not_remembered(qtbot, bench, movie):
    with qtbot.waitSignal(bench.project.programme_changed, timeout=10_000):
        bench.opening.open(movie)
    bench.opening.close()
    qtbot.wait(200)
    assert list(bench.settings.recent()) == []
