"""PyTorch's libraries, and of its modules those that are imported, without most sources.

The hook that PyInstaller's contributors maintain takes all modules, twice, and programs for tests.
"""

import re
from pathlib import Path

from PyInstaller.compat import is_win
from PyInstaller.utils.hooks import (
    PY_DYLIB_PATTERNS,
    collect_data_files,
    collect_dynamic_libs,
    get_package_paths,
)

_ONLY_FOR_TESTS = ("_test.", "backend_with_compiler", "aoti_custom_ops")
_READS_ITSELF = re.compile(r"install_config_module\(|jit\.script|getsource|_overload")

_root = Path(get_package_paths("torch")[1])


def _module(path: Path) -> str:
    parts = ("torch", *path.relative_to(_root).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


warn_on_missing_hiddenimports = False
# a few modules read their own source when they are imported, and have to find it
module_collection_mode = {"torch": "pyz"} | {
    _module(path): "pyz+py"
    for path in _root.rglob("*.py")
    if path.parent != _root or path.name != "__init__.py"
    if _READS_ITSELF.search(path.read_text(encoding="utf-8"))
}
binaries = [
    (path, folder)
    for path, folder in collect_dynamic_libs(
        "torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"]
    )
    if not any(part in path for part in _ONLY_FOR_TESTS)
]
# PyTorch does not start without the program that keeps shared memory in order
datas = [] if is_win else collect_data_files("torch", includes=["bin/torch_shm_manager"])
# libraries beside each other find each other; links to them elsewhere confuse PyTorch
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
