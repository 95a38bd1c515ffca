"""What every kind of Linux package lays beside the programs: menu entry, icons, manuals."""

import gzip
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_ICONS = ROOT / "resources" / "icons" / "application"


def lay_shared_files(share: Path) -> None:
    """Fill a folder that becomes `/usr/share`, or `~/.local/share`.

    Args:
        share: the folder; made.
    """
    _copy(HERE / "cass-studio.desktop", share / "applications")
    _copy(HERE / "cass-studio.xml", share / "mime" / "packages")
    _copy(HERE / "org.cass_studio.CassStudio.metainfo.xml", share / "metainfo")
    for picture in _ICONS.glob("cass-studio-*.png"):
        size = picture.stem.rpartition("-")[2]
        folder = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        _copy(picture, folder, "cass-studio.png")
    _copy(_ICONS / "cass-studio.svg", share / "icons" / "hicolor" / "scalable" / "apps")
    _write_manuals(share / "man" / "man1")


def _write_manuals(folder: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from cass_core.cli import COMMANDS

    rows = "\n".join(
        f".TP\n.B {name}\n{command.purpose}".replace("-", r"\-")
        for name, command in COMMANDS.items()
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("cass.1", "cass-studio.1"):
        text = (HERE / name).read_text(encoding="utf-8").replace("@COMMANDS@", rows)
        (folder / f"{name}.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name or source.name)
    shutil.copyfile(source, target)
    target.chmod(0o644)
