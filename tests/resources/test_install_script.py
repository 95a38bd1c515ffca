"""The archive's own scripts: the program comes whole, a second one takes its place, and it goes."""

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "installers" / "linux"

pytestmark = pytest.mark.skipif(shutil.which("xz") is None, reason="there is no xz")


@pytest.fixture
def unpacked(tmp_path):
    """What the archive unpacks: scripts beside the data of a .deb."""
    tree = tmp_path / "tree" / "usr"
    program = tree / "lib" / "cass-studio"
    program.mkdir(parents=True)
    program.joinpath("cass").write_text("#!/bin/sh\necho of one\n")
    program.joinpath("cass").chmod(0o755)
    program.joinpath("cass-studio").symlink_to("cass")
    menu = tree / "share" / "applications"
    menu.mkdir(parents=True)
    shutil.copy(LINUX / "cass-studio.desktop", menu)
    tree.joinpath("share", "doc", "cass-studio").mkdir(parents=True)
    folder = tmp_path / "unpacked"
    folder.mkdir()
    with tarfile.open(folder / "data.tar.xz", "w:xz", preset=0) as archive:
        archive.add(tree, "./usr")
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(LINUX / name, folder)
    return folder


def install(unpacked, prefix):
    command = ["sh", str(unpacked / "install.sh"), str(prefix)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_comes_is_replaced_and_goes(unpacked, tmp_path):
    prefix = tmp_path / "Programme für Töne"
    program = prefix / "lib" / "cass-studio"
    program.mkdir(parents=True)
    program.joinpath("uninstall.sh").touch()
    program.joinpath("of an older version").touch()
    menu = prefix / "share" / "applications" / "cass-studio.desktop"

    done = install(unpacked, prefix)

    assert done.returncode == 0, done.stderr
    assert f'Exec="{prefix}/bin/cass-studio" %f' in menu.read_text()
    assert not program.joinpath("of an older version").exists()
    assert not (prefix / "share" / "doc").exists()
    assert [path.name for path in (prefix / "lib").iterdir()] == ["cass-studio"]
    said = subprocess.run([prefix / "bin" / "cass-studio"], capture_output=True, check=True)
    assert said.stdout == b"of one\n"

    prefix.joinpath("share", "mine.cass").touch()
    subprocess.run(["sh", program / "uninstall.sh"], capture_output=True, check=True)
    left = {path.name for path in prefix.rglob("*") if path.is_file() or path.is_symlink()}
    assert left - {"mimeinfo.cache"} == {"mine.cass"}  # the desktop keeps a list of all programs


def test_what_is_not_the_program_is_not_touched(unpacked, tmp_path):
    other = tmp_path / "lib" / "cass-studio"
    other.mkdir(parents=True)
    other.joinpath("films").touch()

    done = install(unpacked, tmp_path)

    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert [path.name for path in other.iterdir()] == ["films"]
    assert not (tmp_path / "bin").exists()
