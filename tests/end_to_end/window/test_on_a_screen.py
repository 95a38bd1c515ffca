"""The whole way of an editor once more in a window on a screen, not only in memory."""

import os
import re
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


def test_whole_way_and_keyboard_alone_on_a_screen():
    """With CASS_CLIPS on real clips and with the shipped model, otherwise on a generated movie."""
    real = "test_editor.py::test_whole_way_with_the_shipped_model_on_a_real_clip"
    made = "test_editor.py::test_whole_way_of_an_editor"
    names = (real if os.environ.get("CASS_CLIPS") else made, "test_keyboard_alone.py")
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q"]
    done = subprocess.run(
        [*SCREEN, *tests, *(str(HERE / name) for name in names)],
        cwd=HERE.parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed, done.stdout
    assert int(passed[1]) >= len(names)
