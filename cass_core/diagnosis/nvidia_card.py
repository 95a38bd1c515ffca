"""An NVIDIA graphics card, as its own driver tells of it; PyTorch is not asked."""

import ctypes.util
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_S = 20.0
_QUERY = ("--query-gpu=name,memory.total,driver_version", "--format=csv,noheader,nounits")
_CUDA = re.compile(r"CUDA Version:\s*(\d+)\.\d+")


@dataclass(frozen=True)
class NvidiaCard:
    """The first card of this computer.

    Attributes:
        name: such as "NVIDIA GeForce RTX 4090".
        memory_gib: GiB of its own memory; 0 where it does not tell.
        driver: version of the driver.
        cuda: the newest CUDA that the driver runs, its first number; None where it does not tell.
    """

    name: str
    memory_gib: float
    driver: str
    cuda: int | None


def has_nvidia_driver() -> bool:
    """Whether the driver of an NVIDIA card is installed, whatever PyTorch can do with it."""
    if sys.platform == "win32":
        return ctypes.util.find_library("nvcuda") is not None
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def find_nvidia_card() -> NvidiaCard | None:
    """Ask the driver's own program.

    Returns:
        None where there is no card, no driver, or a driver that does not answer.
    """
    rows = _told(*_QUERY).splitlines()
    fields = [field.strip() for field in rows[0].split(",")] if rows else []
    if len(fields) != 3:
        return None
    name, memory, driver = fields
    memory_gib = float(memory) / 1024 if memory.isdecimal() else 0.0
    newest = _CUDA.search(_told())
    return NvidiaCard(name, memory_gib, driver, int(newest[1]) if newest else None)


def _told(*arguments: str) -> str:
    program = shutil.which("nvidia-smi")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
