"""Control characters of names and tags are shown, never sent, wherever they are read."""

import logging
import os

import pytest

from cass_core.errors import MediaError
from cass_core.media.files.probe import probe
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.shown_text import counted, shown
from tests.helpers.command_line import run_cass
from tests.helpers.media.movies import Sound, noise, write_movie

HOSTILE = "a\x1b[2J\x07\r\nb\x9b31m‮c\x7f"
SHOWN = r"a\x1b[2J\x07\r\nb\x9b31m\u202ec\x7f"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (HOSTILE, SHOWN),
        ("Ünïcödé 字幕 👩‍🎬\xa0", "Ünïcödé 字幕 👩‍🎬\xa0"),
        (os.fsdecode(b"caf\xe9"), r"caf\xe9"),
        ("\ud800", r"\ud800"),
        ("a\tb\0c", r"a\tb\x00c"),
    ],
)
def test_only_signs_that_do_something_are_written_out(text, seen):
    assert shown(text) == seen


@pytest.fixture
def movie(tmp_path):
    sound = Sound(noise(0.5, channels=1), layout="mono", language="e\x1bg", title=HOSTILE)
    return write_movie(tmp_path / "a\x1b[31m.mkv", None, [sound], timecode="01:00:00:00\x1b[5m")


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_probe_sends_nothing_to_the_terminal(capfd, movie, more):
    outcome = run_cass(capfd, "probe", movie, *more)
    assert outcome.code == 0
    assert not [sign for sign in outcome.out.replace("\n", "") if not sign.isprintable()]
    assert "[2J" in outcome.out  # it is there, to be seen


def test_tags_are_fit_for_lists(movie):
    (stream,) = probe(movie).audio
    assert stream.title == shown(stream.title) != ""
    assert stream.language == shown(stream.language)
    assert shown(str(probe(movie).start_timecode)) == str(probe(movie).start_timecode)


def test_sentences_show_names():
    assert str(MediaError(f"{HOSTILE} is missing.")) == f"{SHOWN} is missing."
    with CapturedWarnings() as heard:
        logging.getLogger("cass_core.media.x").warning("%s is odd", HOSTILE)
    assert heard.sentences == [f"{SHOWN} is odd"]


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (250, "250 steps")]
)
def test_a_number_with_its_noun(count, said):
    assert counted(count, "step") == said


def test_a_noun_with_a_plural_of_its_own():
    assert [counted(n, "process", "processes") for n in (1, 2)] == ["1 process", "2 processes"]
