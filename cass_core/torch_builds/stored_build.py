"""The build of PyTorch in the user's data folder; the installed program loads it when it starts.

It lies in a folder of its own and is never mixed with the one that the program carries: all of
PyTorch and of NVIDIA's libraries comes from there, or nothing.
"""

import json
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cass_core.resource_files import user_data_folder

DESCRIPTION = "build.json"


@dataclass(frozen=True)
class StoredBuild:
    """A whole build, as it was fetched.

    Attributes:
        folder: of its modules, for `sys.path`.
        version: of PyTorch, such as "2.13.0+cu130".
        wheels: names of the files that it was unpacked from.
    """

    folder: Path
    version: str
    wheels: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether it is of the version that this program was made and tested with."""
        return _public(self.version) == carried_version()


def builds_folder() -> Path:
    """Where builds are fetched to."""
    return user_data_folder() / "pytorch"


def build_folder() -> Path:
    """Where the one that is used lies."""
    return builds_folder() / "cuda"


def carried_version() -> str:
    """Of the PyTorch that came with the program, without its kind; empty where there is none."""
    try:
        return _public(version("torch"))
    except PackageNotFoundError:
        return ""


def stored_build() -> StoredBuild | None:
    """The build that lies there; None where there is none, or only a part of one."""
    folder = build_folder()
    try:
        told = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        return StoredBuild(folder, str(told["version"]), tuple(map(str, told["wheels"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def takes_builds() -> bool:
    """Whether this program looks for a stored build when it starts: the installed one does."""
    return bool(getattr(sys, "frozen", False))


def is_in_use() -> bool:
    """Whether this process has taken the stored build."""
    return str(build_folder()) in sys.path


def use_stored_build() -> bool:
    """Let `import torch` find the stored build; before anything has imported it.

    Returns:
        Whether there is one that fits.
    """
    carried = carried_version()  # before the stored one answers for it
    build = stored_build()
    if build is None or _public(build.version) != carried or "torch" in sys.modules:
        return False
    sys.path.insert(0, str(build.folder))
    return True


def remove_build() -> None:
    """Take away the build and all that was fetched for one.

    Raises:
        OSError: a file cannot be removed, such as one that is in use.
    """
    with suppress(FileNotFoundError):
        (build_folder() / DESCRIPTION).unlink()  # half of a build is none
    if builds_folder().exists():
        shutil.rmtree(builds_folder())


def _public(torch_version: str) -> str:
    return torch_version.partition("+")[0]
