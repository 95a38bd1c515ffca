import os
import subprocess
import sys

from cass_core.visual.native_libraries import silent_stderr

CODE = """
import os
os.environ.pop("QT_QPA_FONTDIR", None)
os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] = "mine"
from cass_core.visual.native_libraries import import_cv2
cv2 = import_cv2()
assert cv2.resize is not None
assert os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] == "mine"
assert "QT_QPA_FONTDIR" not in os.environ
"""
LAZY = """
import sys
import cass_core.visual.picture_analysis
assert not {"cv2", "mediapipe", "torch"} & set(sys.modules), "heavy import"
"""


def test_opencv_leaves_the_qt_variables_alone():
    subprocess.run([sys.executable, "-c", CODE], check=True)


def test_the_door_loads_nothing_heavy():
    subprocess.run([sys.executable, "-c", LAZY], check=True)


def test_native_lines_do_not_reach_stderr(capfd):
    with silent_stderr():
        os.write(2, b"noise\n")
    os.write(2, b"said\n")
    assert capfd.readouterr().err == "said\n"


def test_stderr_comes_back_after_an_error(capfd):
    try:
        with silent_stderr():
            raise ValueError
    except ValueError:
        os.write(2, b"said\n")
    assert capfd.readouterr().err == "said\n"
