"""Make a package for Debian and Ubuntu: `make_deb.py FROZEN_FOLDER OUT_FOLDER`.

XZ_LEVEL, otherwise 9, says how hard it is compressed: 2 takes a fifth of the time, for trials.
"""

import gzip
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from shared_files import HERE, ROOT, lay_shared_files

_AUTHORS = "The authors of Cass Studio <cass-studio@localhost.invalid>"
_DEPENDS = (
    "libasound2 | libasound2t64, libdbus-1-3, libegl1, libfontconfig1, libfreetype6, libgcc-s1, "
    "libgl1, libgles2, libportaudio2, libstdc++6, libx11-6, libx11-xcb1, libxcb1"
)
_CONTROL = """\
Package: cass-studio
Version: {version}
Architecture: amd64
Maintainer: {authors}
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc}), {depends}
Recommends: fonts-dejavu-core | fonts-liberation
Suggests: pulseaudio | pipewire-pulse
Section: sound
Priority: optional
Description: separate a movie's sound into dialogue, effects and music
 For sound editors who remaster or dub scenes by hand: separate the mixed sound
 of a movie with the help of its picture, see and hear the stems, rebalance them
 over time and deliver them with timecode. The stems sum to the mixture, bit for
 bit. Everything runs on your own computer.
 .
 This package holds the window (cass-studio), the command line (cass), the
 starter model and all libraries that they need.
"""


def main() -> int:
    """Write `cass-studio_VERSION_amd64.deb`.

    Returns:
        The process's exit code.
    """
    frozen, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = f"{project['version']}-1"
    level = os.environ.get("XZ_LEVEL", "9")
    with tempfile.TemporaryDirectory(dir=out) as folder:
        tree = Path(folder)
        tree.chmod(0o755)
        _fill(tree, frozen, version)
        target = out / f"cass-studio_{version}_amd64.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build"]
            + [str(tree), str(target)],
            check=True,
        )
    print(f"{target.stat().st_size / 1e6:8.1f} MB  {target}")
    return 0


def _fill(tree: Path, frozen: Path, version: str) -> None:
    program, documents = tree / "usr/lib/cass-studio", tree / "usr/share/doc/cass-studio"
    shutil.copytree(frozen, program, symlinks=True, copy_function=shutil.copyfile)
    _set_rights(program)
    commands = tree / "usr" / "bin"
    commands.mkdir()
    for name in ("cass", "cass-studio"):
        (commands / name).symlink_to(f"../lib/cass-studio/{name}")
    lay_shared_files(tree / "usr" / "share")
    documents.mkdir(parents=True)
    copyright_text = (HERE / "copyright").read_bytes() + (ROOT / "LICENSE_WEIGHTS").read_bytes()
    (documents / "copyright").write_bytes(copyright_text)
    (documents / "changelog.Debian.gz").write_bytes(_changelog(version))
    overrides = tree / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overrides / "cass-studio")
    _write_control(tree, version)


def _set_rights(program: Path) -> None:
    """Programs and nothing else may be run; all may be read."""
    for path in (program, *program.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.name in ("cass", "torch_shm_manager")
            path.chmod(0o755 if runs else 0o644)


def _changelog(version: str) -> bytes:
    when = format_datetime(datetime.now(UTC))
    head = f"cass-studio ({version}) unstable; urgency=medium"
    text = f"{head}\n\n  * This release.\n\n -- {_AUTHORS}  {when}\n"
    return gzip.compress(text.encode(), 9, mtime=0)


def _write_control(tree: Path, version: str) -> None:
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    control = _CONTROL.format(
        version=version,
        authors=_AUTHORS,
        kilobytes=sum(-(-path.stat().st_size // 1024) for path in files),
        glibc=platform.libc_ver()[1],
        depends=_DEPENDS,
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
