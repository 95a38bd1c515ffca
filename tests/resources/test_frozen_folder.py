"""The frozen folder's recipe: what is taken out of it has no user, what sorts words stays."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLERS = ROOT / "installers"


def recipe(name):
    """A module of the recipe, which is no package."""
    spec = importlib.util.spec_from_file_location(f"recipe_{name}", INSTALLERS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def needs(*tools):
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"there is no {', '.join(missing)}")


def make_library(path, *needed):
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["gcc", "-shared", "-nostdlib", "-x", "c", "/dev/null", "-Wl,--no-as-needed"]
    command += [f"-Wl,-soname,{path.name}", "-o", str(path), "-x", "none", *map(str, needed)]
    subprocess.run(command, check=True)
    return path


@needs("gcc", "readelf")
def test_libraries_go_with_their_last_user(tmp_path):
    deep = make_library(tmp_path / "libdeep.so.1")
    make_library(tmp_path / "libleft.so.2", deep)  # its plugin was left out
    qt = make_library(tmp_path / "PySide6/Qt/lib/libQt6Core.so.6")
    make_library(tmp_path / "PySide6/Qt/lib/libQt6Network.so.6", qt)
    make_library(tmp_path / "PySide6/QtCore.abi3.so", qt)
    make_library(tmp_path / "libpython3.11.so.1.0")
    make_library(tmp_path / "_cffi_backend.cpython-311-x86_64-linux-gnu.so")
    make_library(tmp_path / "mediapipe/libmediapipe.so")
    for name in ("libQt6Core.so.6", "libQt6Network.so.6"):
        (tmp_path / name).symlink_to(f"PySide6/Qt/lib/{name}")

    removed = recipe("unneeded").remove_unneeded_libraries(tmp_path)

    assert removed == ["libQt6Network.so.6", "libdeep.so.1", "libleft.so.2"]
    assert not (tmp_path / "libQt6Network.so.6").is_symlink()
    assert (tmp_path / "libQt6Core.so.6").exists()
    assert len([path for path in tmp_path.rglob("*.so*") if not path.is_symlink()]) == 5


@needs("gcc", "icupkg", "objcopy")
def test_qt_sorts_words_as_before_with_less_of_its_data(tmp_path):
    qt = pytest.importorskip("PySide6.QtCore")
    libraries = Path(qt.__file__).parent / "Qt" / "lib"
    if not list(libraries.glob("libicudata.so.*")):
        pytest.skip("this Qt has no ICU beside it")
    target = tmp_path / "PySide6" / "Qt" / "lib"
    target.mkdir(parents=True)
    for library in libraries.glob("libicu*.so.*"):
        shutil.copy(library, target)
    (data,) = target.glob("libicudata.so.*")
    before = data.stat().st_size

    recipe("unneeded").shrink_icu_data(tmp_path)

    assert data.stat().st_size < before / 5
    assert sorted_words(target) == sorted_words(libraries)


def sorted_words(libraries):
    """How Qt sorts with the ICU of a folder, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SORT],
        env=os.environ | {"LD_LIBRARY_PATH": str(libraries)},
        capture_output=True,
        text=True,
        check=True,
    )
    place, *rows = done.stdout.splitlines()
    assert place == str(libraries)
    assert len(rows) == 4
    assert rows[0] != rows[1]  # Swedes write what begins with a dotted A after Z
    return rows


SORT = """
from functools import cmp_to_key
from pathlib import Path
from PySide6.QtCore import QCollator, QLocale

words = ["Zug", "Äpfel", "Apfel", "apfel", "étage", "Etat", "10", "9", "日", "本"]
rows = []
for name in ("de", "sv", "fr", "ja"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    rows.append(" ".join(sorted(words, key=cmp_to_key(collator.compare))))
maps = Path("/proc/self/maps").read_text()
(place,) = {line.split()[-1] for line in maps.splitlines() if "libicudata" in line}
print(Path(place).parent, *rows, sep="\\n")
"""


@needs("makensis")
def test_the_installer_for_windows_compiles(tmp_path):
    frozen = tmp_path / "cass-studio"
    frozen.mkdir()
    frozen.joinpath("cass.exe").write_bytes(b"program")
    variables = ["-DVERSION=0.1.0", f"-DFROZEN={frozen}", f"-DOUT={tmp_path}"]
    script = INSTALLERS / "windows" / "cass-studio.nsi"
    subprocess.run(["makensis", "-V2", "-WX", *variables, str(script)], check=True)
    assert tmp_path.joinpath("cass-studio-0.1.0-x64.exe").read_bytes()[:2] == b"MZ"
