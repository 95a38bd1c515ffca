"""The import rules that keep the two packages apart. No extra tool needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = {"cass_core": {"app", "PySide6", "pyqtgraph"}, "cass_core/flow": {"cass_core.model"}}
LONGEST_FILE = 400
MOST_MODULES = 15  # a folder with more holds two subjects
NO_MODULES = ("__init__.py", "conftest.py")
LAZY = ("torch", "mediapipe", "cv2", "PySide6", "pyqtgraph")


def imported_names(source):
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize(("folder", "banned"), FORBIDDEN.items())
def test_folder_never_imports(folder, banned):
    for path in (ROOT / folder).rglob("*.py"):
        for name in imported_names(path.read_text(encoding="utf-8")):
            hit = next((b for b in banned if name == b or name.startswith(b + ".")), None)
            assert hit is None, f"{path.relative_to(ROOT)} imports {name}"


def test_files_stay_readable():
    for folder in ("cass_core", "app", "tests", "resources"):
        for path in (ROOT / folder).rglob("*.py"):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            assert lines <= LONGEST_FILE, f"{path.relative_to(ROOT)} has {lines} lines"


@pytest.mark.parametrize("top", ["cass_core", "app", "tests", "resources"])
def test_a_folder_holds_one_subject(top):
    folders = [ROOT / top, *(path for path in (ROOT / top).rglob("*") if path.is_dir())]
    for folder in folders:
        modules = [path for path in folder.glob("*.py") if path.name not in NO_MODULES]
        assert len(modules) <= MOST_MODULES, f"{folder.relative_to(ROOT)}: {len(modules)} modules"


@pytest.mark.parametrize("module", ["cass_core", "cass_core.cli", "app"])
def test_starts_without_heavy_libraries(module):
    code = f"import sys, {module}; print([m for m in {LAZY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
