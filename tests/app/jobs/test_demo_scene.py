"""The demo scene is made once, in a process of its own, or says why not."""

import pytest

from app.jobs import demo_scene
from app.jobs.demo_scene import DemoError, DemoScene, demo_folder, make_demo

SCRIPT = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
folder.mkdir(parents=True)
(folder / "demo.mov").write_text("a movie")
"""


@pytest.fixture
def script(tmp_path, monkeypatch):
    """Stands for the real script, which draws for half a minute."""

    def write(text):
        path = tmp_path / "make_demo_movie.py"
        path.write_text(text)
        monkeypatch.setattr(demo_scene, "resource", lambda *_: path)

    return write


def test_movie_appears_and_is_found_again(script, tmp_path):
    script(SCRIPT)
    folder = tmp_path / "demo"
    assert make_demo(folder) == folder / "demo.mov"
    script("raise SystemExit(3)")
    assert make_demo(folder) == folder / "demo.mov"


def test_a_failure_leaves_nothing_behind(script, tmp_path):
    script("raise SystemExit(3)")
    with pytest.raises(DemoError, match="code 3"):
        make_demo(tmp_path / "here" / "demo")
    assert list((tmp_path / "here").iterdir()) == []


def test_scene_comes_as_a_signal(script, qtbot):
    script(SCRIPT)
    scene = DemoScene()
    with qtbot.waitSignal(scene.made, timeout=20_000) as made:
        scene.start()
        scene.start()
    assert made.args == [demo_folder() / "demo.mov"]
    qtbot.waitUntil(lambda: not scene.busy)


def test_end_of_the_program_does_not_wait_for_it(script, qtbot):
    script("import time; time.sleep(60)")
    scene = DemoScene()
    scene.start()
    scene.stop()
    qtbot.waitUntil(lambda: not scene.busy)
    assert not demo_folder().exists()
    assert list(demo_folder().parent.glob("demo-*")) == []
