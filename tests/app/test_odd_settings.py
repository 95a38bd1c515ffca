"""Settings that no window has written keep none from starting."""

import json

import pytest

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from tests.helpers.window.editor import Editor

NO_TEXT, NO_NAME, LONG = "\udcff\ud800", "/a\0b", "x" * 5000
KEYS = (
    "cache/most_gb", "follow", "keys/own", "keys/preset", "language", "last_folder",
    "look/ceiling_db", "look/colours", "look/floor_db", "look/n_fft", "look/scale", "look/waveform",
    "playback/delays", "playback/device", "playback/level_match", "recent_files",
    "separation/hop_s", "separation/model", "separation/render", "separation/steps",
    "separation/take_folder", "separation/window_s", "shown_lanes", "theme", "time_format",
    "window/geometry", "window/lane_heights",
    "window/left_column", "window/state",
)  # fmt: skip


VALUES = {
    "no text": NO_TEXT, "no name": NO_NAME, "long": LONG, "large": 2.0**31, "huge": 10**300,
    "a list": [[]],
}  # fmt: skip


@pytest.mark.parametrize("kind", VALUES)
def test_a_window_starts_with_any_value(qtbot, qapp, tmp_path, kind):
    path = tmp_path / "settings.json"
    values = dict.fromkeys(KEYS, VALUES[kind]) | {"look/floor_db": -80.0, "look/scale": "mel"}
    path.write_text(json.dumps(values))
    editor = Editor(qtbot, Settings(SettingsStore(path)))
    try:
        editor.trigger("preferences")
        assert editor.window.isVisible()
        assert editor.view.look.floor_db == -80.0
    finally:
        editor.close()
