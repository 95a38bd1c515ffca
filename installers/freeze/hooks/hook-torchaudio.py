"""The parts of torchaudio that are plain PyTorch; its compiled part belongs to one CUDA version.

It is not imported here, since it may be of another version than PyTorch.
"""

from pathlib import Path

from PyInstaller.utils.hooks import get_package_paths

_LEFT_OUT = ("prototype", "sox_effects", "_extension")

_root = Path(get_package_paths("torchaudio")[1])
hiddenimports = [
    ".".join(("torchaudio", *path.relative_to(_root).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in sorted(_root.rglob("*.py"))
    if not any(part in path.parts for part in _LEFT_OUT)
]
