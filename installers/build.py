"""Freeze both programs into one folder: `python installers/build.py [--out FOLDER]`.

Runs in an environment that has the program and what `pyproject.toml` names as the extra
`installers`; `make installers` sets one up. What can go without a loss is taken out, and the
licences of all that stays are laid beside the programs.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from licences import write_licences

HERE = Path(__file__).resolve().parent
_LEAST_GAIN = 0.03


def main() -> int:
    """Freeze, strip, describe and measure.

    Returns:
        The process's exit code.
    """
    parser = argparse.ArgumentParser(description="Freeze both programs into one folder.")
    parser.add_argument("--out", type=Path, default=HERE.parent / "build" / "installers")
    out: Path = parser.parse_args().out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    listed = out / "files.json"
    _freeze(out, listed)
    folder = out / "cass-studio"
    if sys.platform.startswith("linux"):
        _link(folder / "cass", folder / "cass-studio")
        _strip(folder)
    packed = out / "Cass Studio.app" / "Contents" / "Resources"
    files = [(place, Path(source)) for place, source in json.loads(listed.read_text("utf-8"))]
    for place in filter(Path.is_dir, (folder, packed)):
        write_licences(place / "licences", files)
    _tell(folder)
    return 0


def _freeze(out: Path, listed: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        + ["--distpath", str(out), "--workpath", str(out / "work")]
        + [str(HERE / "freeze" / "cass_studio.spec")],
        check=True,
        cwd=HERE.parent,
        env=os.environ | {"CASS_FROZEN_FILES": str(listed)},
    )
    shutil.rmtree(out / "work")


def _link(program: Path, name: Path) -> None:
    """A second name for a program: the archive of all modules is in it, and need not be twice."""
    name.unlink(missing_ok=True)
    name.symlink_to(program.name)


def _strip(folder: Path) -> None:
    """Take names for debuggers out of libraries, where that gains something and harms none."""
    for library in folder.rglob("*.so*"):
        if library.is_symlink():
            continue
        stripped = library.with_name(library.name + ".stripped")
        command = ["strip", "--strip-unneeded", "-o", str(stripped), str(library)]
        done = subprocess.run(command, check=False, capture_output=True)
        most = library.stat().st_size * (1 - _LEAST_GAIN)
        if done.returncode == 0 and stripped.stat().st_size < most and _loads(stripped):
            os.replace(stripped, library)
        stripped.unlink(missing_ok=True)


def _loads(library: Path) -> bool:
    """Whether its segments lie on pages; `strip` shifts those of libraries made to be moved."""
    told = subprocess.run(
        ["readelf", "-lW", str(library)], capture_output=True, text=True, check=True
    )
    segments = [line.split() for line in told.stdout.splitlines() if line.split()[:1] == ["LOAD"]]
    return all((int(one[1], 16) - int(one[2], 16)) % int(one[-1], 16) == 0 for one in segments)


def _tell(folder: Path) -> None:
    """Print what takes room, largest first."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder).parts
            part = "/".join(inside[:2])
            sizes[part] = sizes.get(part, 0) + path.stat().st_size
    for part, size in sorted(sizes.items(), key=lambda item: -item[1])[:15]:
        print(f"{size / 1e6:8.1f} MB  {part}")
    print(f"{sum(sizes.values()) / 1e6:8.1f} MB  {folder}")


if __name__ == "__main__":
    sys.exit(main())
