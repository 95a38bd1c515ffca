"""What must hold in every window and dialog of the program."""

import re

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from app.environment.translation import choose_language, install_translation
from app.look.theme import apply_chosen_theme
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window.controls import unspoken_controls
from tests.helpers.window.editor import Editor, serve_quickly
from tests.helpers.window.every_window import every_window
from tests.helpers.window.fitting import cut_off
from tests.helpers.window.texts import MarkingTranslator, texts_of, unmarked

pytestmark = pytest.mark.media

# names that are the same everywhere, of this program, of formats and of the test's own files
NAMES = re.compile(
    r"Cass Studio|starter|scene[\w.-]*|Tür|/\S+|\{\w+\}|MIX|REMIX|LUFS|LFE|PCM|WAV|FLAC|MOV|MKV|MP4"
    r"|WPR|FILM|DIFF|AAC|Apple Lossless|dBFS|kHz|bit|CPU|English|Deutsch|Français"
    r"|AV-CASS|av_cass_checkpoint\.pt|TIGER-DnR|MRX|BandIt|Bandit|MVSEP-CDX23|HT Demucs"
    r"|Netflix|NDF|MXF|Reaper|Ardour|DAWproject|OpenTimelineIO|Audacity"
)
SMALL_SCREEN_PX = 1024, 720  # without the desktop's own bars
VERSIONS = re.compile(r"\d+\.\d+\.\d+|Apache-2\.0|CC-BY-SA-4\.0|\d\d\.\d\d\.\d\d")


def test_every_control_is_spoken_with_its_name(editor, movie, tmp_path, monkeypatch):
    found = {}
    for name, window in every_window(editor, movie, tmp_path / "out", monkeypatch):
        if unspoken := unspoken_controls(window):
            found[name] = unspoken
    assert found == {}


@pytest.fixture
def marked(qtbot, qapp, settings, monkeypatch):
    """The window in German, what is translated in brackets."""
    serve_quickly(monkeypatch)
    translator, before = MarkingTranslator("de"), QLocale()
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale("de"))
    editor = Editor(qtbot, settings)
    yield editor
    editor.close()
    QLocale.setDefault(before)
    qapp.removeTranslator(translator)


def test_everything_is_said_in_german(marked, movie, tmp_path, monkeypatch):
    english, points = set(), set()
    for name, window in every_window(marked, movie, tmp_path / "out", monkeypatch):
        for where, text in texts_of(window):
            if re.search("[A-Za-z]{3}", NAMES.sub("", unmarked(text))):
                english.add((name, where, text))
            if re.search(r"\d\.\d", VERSIONS.sub("", text)):
                points.add((name, where, text))
    assert english == set()
    assert points == set()


def test_a_damaged_movie_is_refused_in_german(marked, movie, tmp_path):
    broken = tmp_path / "scene.mov"
    broken.write_bytes(movie.read_bytes()[:2000])
    with marked.qtbot.waitSignal(marked.context.opening.failed):
        marked.window.open_path(broken)
    assert "abgeschnitten oder beschädigt" in marked.said
    assert unmarked(marked.said) == ""


@pytest.fixture(params=["de", "fr"])
def translated(request, qtbot, qapp, settings, monkeypatch):
    """The window as its users see it, in a language."""
    serve_quickly(monkeypatch)
    apply_chosen_theme(qapp, settings)
    choose_language(settings, request.param)
    before, locale = qapp.findChildren(QTranslator), QLocale()
    install_translation(qapp, settings)
    editor = Editor(qtbot, settings)
    yield editor
    editor.close()
    QLocale.setDefault(locale)
    for translator in set(qapp.findChildren(QTranslator)) - set(before):
        qapp.removeTranslator(translator)


def test_nothing_is_cut_off_in_the_smallest_window(translated, movie, tmp_path, monkeypatch):
    found = {}
    for name, window in every_window(translated, movie, tmp_path / "out", monkeypatch):
        if window is translated.window:
            window.resize(1, 1)
            translated.qtbot.wait(50)
            assert window.width() <= SMALL_SCREEN_PX[0]
            assert window.height() <= SMALL_SCREEN_PX[1]
        if missing := cut_off(window):
            found[name] = missing
    assert found == {}


def rich_labels(top):
    """Labels on screen that take their text for HTML."""
    labels = (
        [top, *top.findChildren(QLabel)] if isinstance(top, QLabel) else top.findChildren(QLabel)
    )
    return [
        label.text()
        for label in labels
        if label.textFormat() != Qt.TextFormat.PlainText
        and "<" in label.text()
        and label.isVisible()
    ]


def test_names_of_files_are_shown_letter_for_letter(qapp, settings, editor, tmp_path, monkeypatch):
    apply_chosen_theme(qapp, settings)
    folder = tmp_path / "<i>a"
    folder.mkdir()
    sound = [Sound(noise(3.0)), Sound(noise(3.0, seed=2))]
    movie = write_movie(folder / "<b>x<b>.mov", Picture(3.0), sound)
    rich, num_tips = [], 0
    for _, window in every_window(editor, movie, tmp_path / "<u>out", monkeypatch):
        rich += rich_labels(window)
        named = [w for w in window.findChildren(QWidget) if "<b>" in w.toolTip() and w.isVisible()]
        for widget in named:
            QToolTip.showText(widget.mapToGlobal(QPoint(1, 1)), widget.toolTip(), widget)
            (tip,) = (w for w in qapp.topLevelWidgets() if w.inherits("QTipLabel"))
            rich += rich_labels(tip)
            num_tips += 1
    QToolTip.hideText()
    assert rich == []
    assert num_tips > 1
    assert "<b>x<b>.mov" in editor.window.windowTitle()
