"""A Python script as from a command line; imports nothing, so that its process starts quickly."""

import runpy
import sys
from pathlib import Path


def run_script(script: str, folder: str) -> None:
    """What the process does: the script as from a command line, with its folder's modules.

    Args:
        script: path of a Python file.
        folder: its only argument.
    """
    sys.path.insert(0, str(Path(script).parent))
    sys.argv = [script, folder]
    runpy.run_path(script, run_name="__main__")
