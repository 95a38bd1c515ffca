"""What must hold in every window and dialog of the program."""

import re

import pytest
from PySide6.QtCore import QLocale

from tests.helpers.window.controls import unspoken_controls
from tests.helpers.window.editor import Editor, serve_quickly
from tests.helpers.window.every_window import every_window
from tests.helpers.window.texts import MarkingTranslator, texts_of, unmarked

pytestmark = pytest.mark.media

# names that are the same everywhere, of this program, of formats and of the test's own files
NAMES = re.compile(
    r"Cass Studio|starter|scene[\w.-]*|Tür|/\S+|\{\w+\}|MIX|REMIX|LUFS|LFE|PCM|WAV|FLAC|MOV|MKV|MP4"
    r"|AAC|Apple Lossless|dBFS|kHz|bit|CPU|cores|English|Deutsch|Français|Not a directory"
)
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
