"""The whole way of an editor once more in a window on a screen, not only in memory."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24"]
HERE = Path(__file__).parent

pytestmark = [
    pytest.mark.media,
    pytest.mark.skipif(not shutil.which("xvfb-run"), reason="there is no virtual screen (Xvfb)"),
]


def test_whole_way_on_a_screen():
    """With CASS_CLIPS on real clips and with the shipped model, otherwise on a generated movie."""
    chosen = "real_clip" if os.environ.get("CASS_CLIPS") else "whole_way_of_an_editor"
    run_on_a_screen("test_editor.py", "-k", chosen)


def test_keyboard_alone_on_a_screen():
    run_on_a_screen("test_keyboard_alone.py")


def run_on_a_screen(module, *choice):
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *choice]
    done = subprocess.run(
        [*SCREEN, *tests, str(HERE / module)],
        cwd=HERE.parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
