"""The program as a process: the window comes before the network, and says what fails."""

import ast
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = tomllib.loads((ROOT / "app" / "ruff.toml").read_text())
BANNED = RULES["lint"]["flake8-tidy-imports"]["banned-module-level-imports"]
HEAVY = ("torch", "mediapipe", "cv2", "cass_core.separation", "cass_core.model.velocity_net")
WITHOUT_WIDGETS = ("jobs", "project", "playback", "workflows", "environment")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

# runs the real program; as soon as the condition is so, prints and chooses "Quit"
DRIVER = """
import sys
from PySide6.QtCore import QTimer
from app import __main__ as program
from app.main_window import MainWindow
show = MainWindow.show
def shown(window):
    show(window)
    context = window.context
    def look():
        if {condition}:
            timer.stop()
            print({report})
            window.action_table["quit"].trigger()
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()
if __name__ == "__main__":
    MainWindow.show = shown
    sys.exit(program.main(sys.argv[1:]))
"""
LOADED = f"[m for m in {HEAVY} if m in sys.modules]"


def run(code, *arguments, screen="offscreen"):
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    if screen:
        environment["QT_QPA_PLATFORM"] = screen
    return subprocess.run(
        [sys.executable, *code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
    )


def drive(condition, report, *arguments, screen="offscreen"):
    code = DRIVER.format(condition=condition, report=report)
    done = run(["-c", code], *arguments, screen=screen)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_window_loads_no_network():
    done = run(["-c", f"import sys, app.main_window, app.__main__, app.program; print({LOADED})"])
    assert done.stdout.strip() == "[]", done.stderr


def test_the_separating_process_needs_no_qt_to_begin():
    worker = "app.jobs.separating.separation_worker"
    code = f"import sys, app.__main__, {worker}; print('PySide6' in sys.modules)"
    assert run(["-c", code]).stdout.strip() == "False"


def test_the_window_is_shown_without_a_file():
    begun = time.monotonic()
    assert drive("window._was_shown", "window.windowTitle()") == "Cass Studio"
    assert time.monotonic() - begun < 30  # two seconds on a quiet computer


def screen_of(tmp_path, width_px, height_px, left_px=0):
    """Qt's own screen for tests, so large."""
    described = {"name": "one", "x": left_px, "y": 0, "width": width_px, "height": height_px}
    path = tmp_path / f"screen_{width_px}.json"
    usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path.write_text(json.dumps({"screens": [described | usual]}))
    return f"offscreen:configfile={path}"


# a small laptop after a large screen, and a screen beside which the window was
@pytest.mark.parametrize(
    "screens",
    [
        [(1280, 720)],
        [(3840, 2160), (1366, 768)],
        [(1920, 1080, 1920), (1366, 768)],
        [(1366, 768), (3840, 2160)],
    ],
)
def test_the_window_is_never_larger_than_the_screen(tmp_path, screens):
    report = "[window.frameGeometry().getRect(), window.screen().availableGeometry().getRect()]"
    for size in screens:
        screen = screen_of(tmp_path, *size)
        said = ast.literal_eval(drive("window._was_shown", report, screen=screen))
        (left, top, width, height), (free_left, free_top, free_width, free_height) = said
        assert (free_width, free_height) == size[:2]
        assert free_left <= left
        assert left + width <= free_left + free_width
        assert free_top <= top
        assert top + height <= free_top + free_height
    assert (width, height) > (1200, 600)


def test_the_program_itself_is_spared_by_the_collector():
    kept = "__import__('gc').get_freeze_count()"
    assert int(drive(f"{kept} > 0", f"{kept}")) > 20_000


@pytest.mark.media
def test_a_movie_is_opened_without_the_network(movie, tmp_path):
    report = f"window.windowTitle(), context.project.whole.num_samples, {LOADED}"
    said = drive("context.project.is_decoded", report, movie)
    assert said == "scene.mov[*] – Cass Studio 144000 []"
    assert (tmp_path / "cass_data" / "settings.json").is_file()


@pytest.mark.media
def test_a_project_is_opened(movie, tmp_path):
    project = tmp_path / "scene.cass"
    save = f"context.saver.modified or context.saver.save_as(Path({str(project)!r}))"
    code = DRIVER.format(condition="context.project.is_decoded", report="context.project.path")
    code = code.replace("timer.stop()", f"timer.stop(); {save}; context.saver._store.stop()")
    done = run(["-c", "from pathlib import Path\n" + code], movie)
    assert project.is_file(), done.stderr
    report = "context.project.path.name, context.project.programme.info.path.name"
    assert drive("context.project.is_decoded", report, project) == "scene.cass scene.mov"


@pytest.mark.parametrize("name", ["gone.mov", "gone.cass", "folder"])
def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path, name):
    (tmp_path / "folder").mkdir()
    problem = "window.first_page.problem.toPlainText()"
    said = drive(problem, f"{problem}, window.first_page.isVisible()", tmp_path / name)
    assert name in said
    assert said.endswith(" True")
    assert "\n" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_it_says_so():
    done = run(["-m", "app"], screen="")
    assert done.returncode == 2
    assert "no screen" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_needs_no_screen():
    done = run(["-m", "app", "--help"], screen="")
    assert done.returncode == 0
    assert "movie, sound file or project to open" in done.stdout


def test_unknown_option_is_refused():
    done = run(["-m", "app", "--louder"], screen="")
    assert done.returncode == 2
    assert "--louder" in done.stderr


@pytest.mark.parametrize("place", WITHOUT_WIDGETS)
def test_what_lies_below_the_views_knows_no_widgets(place):
    root = ROOT / "app" / place
    paths = [root] if root.is_file() else list(root.rglob("*.py"))
    assert paths
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module != "PySide6.QtWidgets", path


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


@pytest.mark.parametrize("module", ["torch", "cass_core.separation.movie.job"])
def test_linter_refuses_it_too(module):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "app/views/planted.py", "-"],
        input=f'"""Planted."""\n\nimport {module}\n\nprint({module})\n',
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert "TID253" in done.stdout
