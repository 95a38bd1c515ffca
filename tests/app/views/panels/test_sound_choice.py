"""The row that says which sound is open: when it is seen, what it shows, what it asks for."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.views.panels.sound_choice import SoundChoice
from app.views.panels.sound_text import language_words, layout_words, numbered_words, track_words
from cass_core.media.files.media_info import AudioStreamInfo
from tests.helpers.project.programmes import programme
from tests.helpers.separation.separating_bench import make_bench
from tests.helpers.window.controls import nameless_controls, untold_controls


def track(order=0, layout="stereo", num_channels=2, language="", codec="aac", bits=None, title=""):
    return AudioStreamInfo(
        order, codec, 48_000, num_channels, layout, Fraction(0), None, bits, language, title
    )


MONO = (track(layout="mono", num_channels=1),)
STEREO = (track(),)
SURROUND = (track(layout="5.1", num_channels=6, language="eng"),)
POLY = (track(layout="16 channels", num_channels=16, codec="pcm_s24le", bits=24),)
TWO = (track(layout="5.1", num_channels=6, language="eng"), track(1, language="deu"))
TWO_MONO = (*MONO, track(1, "mono", 1))


@pytest.fixture
def context(qtbot, settings):
    context = make_bench(settings)
    yield context
    context.separation.stop()
    qtbot.waitUntil(lambda: not context.session.busy)


@pytest.fixture
def row(qtbot, context):
    row = SoundChoice(context.project, context.separation)
    row.asked, row.wanted = [], []
    row.chosen.connect(lambda *choice: row.asked.append(choice))
    row.channels_wanted.connect(lambda: row.wanted.append(True))
    qtbot.addWidget(row)
    return row


@pytest.fixture
def opened(context, row, tmp_path):
    def open_tracks(tracks, stream=0, channels=()):
        plain = programme(length_s=10.0)
        layout = "mono" if channels else tracks[stream].layout
        info = replace(plain.info, audio=tracks)
        track = replace(plain.movie.track, stream=stream, channels=channels, layout=layout)
        own = replace(plain, movie=replace(plain.movie, info=info, track=track))
        context.project.open(own, tmp_path)
        return row

    return open_tracks


def seen(row):
    names = ("tracks", "what", "sides", "channels")
    return {name for name in names if not getattr(row, name).isHidden()}


@pytest.mark.parametrize(
    ("tracks", "parts"),
    [
        (STEREO, {"what", "sides"}),
        (SURROUND, {"what", "channels"}),
        (POLY, {"what", "channels"}),
        (TWO, {"tracks", "channels"}),
        (TWO_MONO, {"tracks"}),
    ],
)
def test_only_what_can_be_chosen_is_seen(opened, tracks, parts):
    row = opened(tracks)
    assert not row.isHidden()
    assert seen(row) == parts


def test_one_mono_track_leaves_no_choice(row, opened):
    assert row.isHidden()
    opened(STEREO)
    assert opened(MONO).isHidden()


def test_tracks_are_told_apart(opened):
    row = opened(TWO, 1)
    texts = [row.tracks.itemText(index) for index in range(row.tracks.count())]
    assert texts == ["1: English, 5.1, AAC 48 kHz", "2: German, Stereo, AAC 48 kHz"]
    assert row.tracks.currentIndex() == 1


@pytest.mark.parametrize(
    ("tracks", "channels", "text"),
    [
        (SURROUND, (), "Channels…"),
        (SURROUND, (0, 1, 2), "L R C…"),
        (POLY, (3, 15), "4 16…"),
        (POLY, (0, 1, 2, 3, 4), "5 of 16…"),
    ],
)
def test_button_says_which_channels_are_open(opened, tracks, channels, text):
    assert opened(tracks, 0, channels).channels.text() == text


def test_another_track_is_asked_for_with_all_its_channels(opened):
    row = opened(TWO, 0, (2,))
    row.tracks.activated.emit(0)
    assert row.asked == []
    row.tracks.activated.emit(1)
    assert row.asked == [(1, ())]


def test_one_side_of_a_stereo_track(opened):
    row = opened(STEREO)
    assert row.sides.currentText() == "Both channels"
    for index in (0, 1, 2):
        row.sides.activated.emit(index)
    assert row.asked == [(0, (0,)), (0, (1,))]
    row = opened(STEREO, 0, (1,))
    assert row.sides.currentText() == "Right only"
    row.sides.activated.emit(0)
    assert row.asked[-1] == (0, ())


def test_many_channels_want_a_dialog(opened):
    row = opened(SURROUND)
    row.channels.click()
    assert row.wanted == [True]


def test_what_was_not_opened_is_shown_no_longer(opened):
    row = opened(TWO)
    row.tracks.setCurrentIndex(1)
    row.show_open()
    assert row.tracks.currentIndex() == 0


def test_nothing_can_be_chosen_while_it_is_separated(qtbot, context, opened):
    row = opened(TWO)
    context.project.set_decoded(480_000, True)
    context.separation.start(context.settings.choice, None, "steady")
    assert not row.tracks.isEnabled()
    assert not row.channels.isEnabled()
    assert row.tracks.toolTip() == "Wait until the separation has ended"
    context.wait(qtbot)
    assert row.tracks.isEnabled()
    assert row.tracks.toolTip() == "Which sound of the movie is opened and separated"


def test_every_control_says_what_it_is(opened):
    row = opened(TWO)
    assert not nameless_controls(row)
    assert not untold_controls(row)


@pytest.mark.parametrize(
    ("code", "words"), [("eng", "English"), ("deu", "German"), ("ger", "German"), ("fra", "French"),
                        ("fre", "French"), ("und", ""), ("", ""), ("qqq", "qqq")]
)  # fmt: skip
def test_languages(code, words):
    assert language_words(code) == words


@pytest.mark.parametrize(
    ("layout", "words"),
    [("mono", "Mono"), ("stereo", "Stereo"), ("5.1(side)", "5.1"), ("16 channels", "16 channels"),
     ("3 channels (FL+FC+LFE)", "3 channels"), ("1 channels (FL)", "Mono"), ("", "")],
)  # fmt: skip
def test_layouts(layout, words):
    assert layout_words(layout) == words


def test_a_track_in_one_line():
    commentary = track(1, language="eng", title="Commentary", codec="pcm_s24le", bits=24)
    assert numbered_words(commentary) == "2: English, Commentary, Stereo, PCM 24 bit 48 kHz"
    assert track_words(track(codec="eac3")) == "Stereo, E-AC-3 48 kHz"


SIX_MONO = tuple(track(order, "mono", 1, codec="pcm_s24le", bits=24) for order in range(6))


def test_mono_tracks_can_be_taken_together(opened):
    row = opened(SIX_MONO)
    texts = [row.tracks.itemText(index) for index in range(6, row.tracks.count())]
    assert texts[0] == "1-6 together, 5.1"
    assert texts[1:] == [f"{pair} together, Stereo" for pair in ("1+2", "3+4", "5+6")]
    assert row.tracks.currentIndex() == 0
    for index in (0, 6, 8):
        row.tracks.activated.emit(index)
    assert row.asked == [(0, (0, 1, 2, 3, 4, 5)), (2, (0, 1))]


@pytest.mark.parametrize(
    ("stream", "channels", "index", "text"),
    [(0, (0, 1, 2, 3, 4, 5), 6, "1-6 together, 5.1"), (2, (0, 1), 8, "3+4 together, Stereo"),
     (1, (0, 3), 10, "2+5 together, Stereo")],
)  # fmt: skip
def test_what_is_open_together_is_shown(opened, stream, channels, index, text):
    row = opened(SIX_MONO, stream, channels)
    assert (row.tracks.currentIndex(), row.tracks.currentText()) == (index, text)
    assert seen(row) == {"tracks"}
    row.tracks.activated.emit(index)
    assert row.asked == []
    row.tracks.activated.emit(stream)  # the track alone
    assert row.asked == [(stream, ())]
