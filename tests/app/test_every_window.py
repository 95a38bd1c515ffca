"""What must hold in every window and dialog of the program."""

import pytest

from tests.helpers.window.controls import unspoken_controls
from tests.helpers.window.every_window import every_window

pytestmark = pytest.mark.media


def test_every_control_is_spoken_with_its_name(editor, movie, tmp_path, monkeypatch):
    found = {}
    for name, window in every_window(editor, movie, tmp_path / "out", monkeypatch):
        if unspoken := unspoken_controls(window):
            found[name] = unspoken
    assert found == {}
