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

from libraries import forget_build_places, strip_libraries
from licences import write_licences
from unneeded import remove_unneeded_libraries, shrink_icu_data

HERE = Path(__file__).resolve().parent


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
        remove_unneeded_libraries(folder / "lib")
        shrink_icu_data(folder / "lib")
        strip_libraries(folder)
        forget_build_places(folder)
    packed = out / "Cass Studio.app" / "Contents" / "Resources"
    files = [(place, Path(source)) for place, source in json.loads(listed.read_text("utf-8"))]
    for place in filter(Path.is_dir, (folder, packed)):
        write_licences(place / "licences", [one for one in files if _is_in(folder, one[0])])
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


def _is_in(folder: Path, place: str) -> bool:
    return (folder / "lib" / place).exists()


def _link(program: Path, name: Path) -> None:
    """A second name for a program: the archive of all modules is in it, and need not be twice."""
    name.unlink(missing_ok=True)
    name.symlink_to(program.name)


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
