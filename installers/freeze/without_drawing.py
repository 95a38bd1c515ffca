"""Run before the program: MediaPipe's modules for drawings are empty, and nothing misses them.

They are imported with the rest of MediaPipe and would bring matplotlib, fonts and Pillow along.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_PACKAGE = "mediapipe.tasks.python.vision"
_EMPTY = (f"{_PACKAGE}.drawing_styles", f"{_PACKAGE}.drawing_utils")


class _EmptyModules(MetaPathFinder, Loader):
    """Finds them; Python itself makes them, and names of their package."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname in _EMPTY else None

    def exec_module(self, module: ModuleType) -> None:
        pass


sys.meta_path.insert(0, _EmptyModules())
