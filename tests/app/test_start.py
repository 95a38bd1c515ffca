"""The window comes before the network's libraries."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = tomllib.loads((ROOT / "app" / "ruff.toml").read_text())
BANNED = RULES["lint"]["flake8-tidy-imports"]["banned-module-level-imports"]
HEAVY = ("torch", "mediapipe", "cv2", "soxr", "cass_core.separation", "cass_core.model")


WITHOUT_WIDGETS = ("jobs", "project", "settings.py", "error_report.py")


def run(code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


@pytest.mark.parametrize("module", ["app.main_window", "app.__main__"])
def test_importing_the_window_loads_no_network(module):
    done = run(f"import sys, {module}; print([m for m in {HEAVY} if m in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


def test_opening_a_movie_in_the_window_loads_no_network(movie):
    code = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.main_window import MainWindow
from app.settings import stored_settings
application = QApplication([])
window = MainWindow(stored_settings())
window.show()
window.project.movie_changed.connect(application.quit)
window.opening.failed.connect(application.quit)
window.open_movie(Path(sys.argv[1]))
application.exec()
print(window.project.movie.duration_s, [m for m in ("torch", "cv2") if m in sys.modules])
window.close()
"""
    done = run(code, str(movie))
    assert done.stdout.strip() == "3 []", done.stderr
    assert done.returncode == 0


def test_whole_program_starts_shows_the_movie_and_ends(movie, tmp_path):
    code = """
import sys
from PySide6.QtCore import QTimer
from app import __main__ as program
from app.main_window import MainWindow
show = MainWindow.show
def shown(window):
    show(window)
    def look():
        if window.project.movie is not None:
            print(window.windowTitle())
            window.action_table["quit"].trigger()
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()
MainWindow.show = shown
sys.exit(program.main(sys.argv[1:]))
"""
    done = run(code, str(movie))
    assert (done.returncode, done.stdout.strip()) == (0, "scene.mov – Cass Studio"), done.stderr
    assert (tmp_path / "cass_data" / "settings.ini").is_file()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_it_says_so():
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
        env={name: value for name, value in os.environ.items() if name not in screens},
    )  # fmt: skip
    assert done.returncode == 2
    assert "no screen" in done.stderr


@pytest.mark.parametrize("place", WITHOUT_WIDGETS)
def test_what_lies_below_the_views_knows_no_widgets(place):
    root = ROOT / "app" / place
    paths = [root] if root.is_file() else list(root.rglob("*.py"))
    assert paths
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in ("PySide6.QtWidgets", "PySide6.QtGui"), path


def module_level_imports(tree):
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_module_of_the_app_imports_the_network_at_module_level():
    for path in (ROOT / "app").rglob("*.py"):
        for name in module_level_imports(ast.parse(path.read_text(encoding="utf-8"))):
            for banned in BANNED:
                assert name != banned, path
                assert not name.startswith(banned + "."), path


@pytest.mark.parametrize("module", ["torch", "cass_core.separation.movie_job"])
def test_linter_refuses_it_too(module):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "app/views/planted.py", "-"],
        input=f'"""Planted."""\n\nimport {module}\n\nprint({module})\n',
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert "TID253" in done.stdout
