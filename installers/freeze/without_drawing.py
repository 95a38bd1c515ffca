"""Run before the program: MediaPipe's module for drawings is not there, and nothing misses it.

It is imported with the rest of MediaPipe and would bring matplotlib, fonts and Pillow along.
"""

import sys
from types import ModuleType

for _name in ("drawing_styles", "drawing_utils"):
    _full = f"mediapipe.tasks.python.vision.{_name}"
    sys.modules[_full] = ModuleType(_full)
