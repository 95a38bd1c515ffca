"""The pictures and the guide: small enough, complete, and true to the table of actions."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.actions.action_table import ACTIONS

ROOT = Path(__file__).resolve().parents[2]
IMAGES, GUIDE = ROOT / "docs" / "images", ROOT / "docs" / "editor.md"
SCENES = (
    "first-run",
    "models",
    "movie-opened",
    "isolate",
    "separating",
    "separated",
    "balance",
    "gain-line",
    "export-dialog",
    "error-state",
)
SUFFIXES = {1: "", 2: "@2x"}
SMALL_SCENES, SMALL_PX = ("review", "lasso"), (1366, 768)
REPORT = "report.png"
MOST_BYTES = 17_000_000


@pytest.fixture
def tools(monkeypatch):
    """The script's own modules, which stand beside it instead of in a package."""
    monkeypatch.syspath_prepend(str(ROOT / "resources" / "screenshots"))


def pictures():
    return [
        (f"{scene}-{theme}{suffix}.png", scale)
        for scene in SCENES
        for scale, suffix in SUFFIXES.items()
        for theme in ("dark", "light")
    ]


@pytest.mark.parametrize(("name", "scale"), pictures())
def test_each_picture_is_there_in_its_size(name, scale):
    image = QImage(str(IMAGES / name))
    assert (image.width(), image.height()) == (1600 * scale, 900 * scale)
    assert image.format() == QImage.Format.Format_Indexed8


def small_pictures():
    return [f"{scene}-{theme}.png" for scene in SMALL_SCENES for theme in ("dark", "light")]


@pytest.mark.parametrize("name", small_pictures())
def test_a_review_fits_on_a_small_screen(name):
    image = QImage(str(IMAGES / name))
    assert (image.width(), image.height()) == SMALL_PX
    assert image.format() == QImage.Format.Format_Indexed8


def test_there_are_no_others_and_they_are_small():
    found = {path.name: path.stat().st_size for path in IMAGES.glob("*.png")}
    assert set(found) == {*(name for name, _ in pictures()), *small_pictures(), REPORT}
    assert sum(found.values()) < MOST_BYTES


@pytest.mark.usefixtures("tools")
def test_the_tool_takes_these_scenes():
    import plan

    assert plan.SCENE_NAMES == SCENES
    assert tuple(SUFFIXES) == plan.SCALES
    assert (plan.SMALL_SCENE_NAMES, plan.SMALL_PX) == (SMALL_SCENES, SMALL_PX)


@pytest.mark.usefixtures("tools")
def test_eight_bits_keep_a_picture():
    from eight_bit import reduced

    rng = np.random.default_rng(0)
    pixels = np.zeros((64, 96, 3), np.uint8)
    pixels[:, 48:] = (200, 100, 50)
    pixels[:8, :8] = rng.integers(0, 256, (8, 8, 3))
    pixels[40:, :, 2] = np.linspace(0, 255, 96)
    image = QImage(pixels.data, 96, 64, 288, QImage.Format.Format_RGB888)
    small = reduced(image)
    assert small.format() == QImage.Format.Format_Indexed8
    back = small.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(back.constBits(), np.uint8).reshape(64, -1)[:, :288]
    wrong = np.abs(rows.reshape(64, 96, 3).astype(int) - pixels.astype(int))
    assert wrong.max() <= 6


def cells():
    """Keys and names in the guide's table, two pairs a row."""
    lines = GUIDE.read_text(encoding="utf-8").split("## Keys")[1].splitlines()
    for line in lines:
        parts = [part.strip() for part in line.strip("|").split("|")]
        if len(parts) == 4 and parts[0] != "Keys" and not parts[0].startswith("-"):
            yield from ((parts[0], parts[1]), (parts[2], parts[3]))


def test_the_guide_has_the_keys_of_the_table():
    written = {name: tuple(re.findall(r"`([^`]+)`", keys)) for keys, name in cells() if name}
    table = {row.text.replace("&", "").rstrip("…"): row.keys for row in ACTIONS if row.keys}
    assert written == table


def test_the_guide_names_keys_and_pictures_that_exist():
    text = GUIDE.read_text(encoding="utf-8")
    shown = re.findall(r"\]\((images/[^)]+)\)", text)
    of_window = [path for path in shown if path.count("/") == 1]  # others have their own makers
    assert len(of_window) == len(SCENES) + len(SMALL_SCENES) + 1
    assert all((GUIDE.parent / path).is_file() for path in shown)
    known = {key for row in ACTIONS for key in row.keys}
    prose = text.split("## Keys")[0]
    keys = set(re.findall(r"`((?:Ctrl\+|Shift\+|Alt\+)*(?:[A-Z]|Space|Delete))`", prose))
    assert keys - known == set()
