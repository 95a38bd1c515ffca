"""From a path to a movie that is seen whole."""

import pytest

from app.workflows.app_context import AppContext
from cass_core.clips import SampleSpan
from tests.helpers.media.movies import Sound, noise, write_movie

pytestmark = pytest.mark.media


@pytest.fixture
def context(qtbot, qapp, settings):
    context = AppContext(settings)
    yield context
    context.stop(keep_changes=False)


def opened(qtbot, context, path):
    with qtbot.waitSignal(context.opening.opened, timeout=10_000):
        context.opening.open(path)
    qtbot.waitUntil(lambda: context.project.is_decoded, timeout=10_000)


def test_a_movie_is_seen_whole_whatever_was_seen_before(qtbot, context, movie, tmp_path):
    opened(qtbot, context, movie)
    assert context.view.visible == context.project.whole == SampleSpan(0, 3 * 48_000)
    context.view.show_span(SampleSpan(1000, 2000))
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(5.0))])
    opened(qtbot, context, other)
    assert context.view.visible == context.project.whole == SampleSpan(0, 5 * 48_000)
    assert context.view.selection is None
    assert list(context.settings.recent()) == [other, movie]


def test_a_length_that_the_header_did_not_tell_is_followed(qtbot, context, movie):
    opened(qtbot, context, movie)
    context.project.set_decoded(8 * 48_000, True)
    assert context.view.length == 8 * 48_000
    assert context.view.visible == SampleSpan(0, 8 * 48_000)


def test_of_two_asked_for_the_last_one_counts(qtbot, context, movie, tmp_path):
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(1.0))])
    context.opening.open(movie)
    opened(qtbot, context, other)
    qtbot.wait(50)
    assert context.project.programme.info.path == other
    assert list(context.settings.recent()) == [other]


def test_a_length_that_turns_out_while_it_opens_hides_nothing(qtbot, context, movie):
    """The exact length comes within the time in which the window paints what was opened."""
    context.project.programme_changed.connect(lambda: context.project.set_decoded(7 * 48_000, True))
    with qtbot.waitSignal(context.opening.opened, timeout=10_000):
        context.opening.open(movie)
    assert context.project.programme.num_samples == 7 * 48_000
    assert list(context.settings.recent()) == [movie]


def test_what_was_closed_at_once_is_not_remembered(qtbot, context, movie):
    with qtbot.waitSignal(context.project.programme_changed, timeout=10_000):
        context.opening.open(movie)
    context.opening.close()
    qtbot.wait(200)
    assert list(context.settings.recent()) == []


def test_chapters_are_opened_as_one_where_that_is_wanted(qtbot, context, tmp_path):
    first, _ = (
        write_movie(tmp_path / f"GX0{number}0007.wav", None, [Sound(noise(1.0, seed=number))])
        for number in (1, 2)
    )
    with qtbot.waitSignal(context.opening.chapters_found, timeout=10_000) as asked:
        context.opening.open(first)
    path, chapters = asked.args
    assert path == first
    with qtbot.waitSignal(context.opening.opened, timeout=10_000):
        context.opening.open_joined(chapters)
    assert context.project.whole == SampleSpan(0, 2 * 48_000)
    opened(qtbot, context, context.project.programme.info.path)  # the list asks nothing
    # what is opened meanwhile counts
    context.opening.open(first)
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(0.5))])
    opened(qtbot, context, other)
    qtbot.waitUntil(lambda: not context.opening._search.busy, timeout=10_000)
    qtbot.wait(50)
    assert context.project.programme.info.path == other
