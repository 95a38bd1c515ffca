"""What of the frozen folder for Linux nobody asks for: libraries without a user, ICU's words.

A library that a left-out plugin had needed stays behind, and Qt's ICU brings the names of all
currencies, cities and units in 200 languages, of which Qt asks none: it only sorts with it.
"""

import fnmatch
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

_SHARED = ("*.so*", "PySide6/Qt/lib/*.so*")
"""Where libraries lie that are only there for others; packages load their own by name."""

_LOADED_BY_NAME = ("libpython3*",)
_NEEDED = re.compile(r"\(NEEDED\).*\[(.*)\]")

ICU_LEFT_OUT = ("*/*", "*.cnv", "[a-z][a-z].res", "[a-z][a-z][a-z].res", "[a-z][a-z]*_*.res")
ICU_KEPT = ("coll/*", "en.res", "de.res", "fr.res")
"""How words are ordered stays for all languages; encodings of old texts and other names go."""

_ICU_SOURCE = """\
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "{file}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def remove_unneeded_libraries(lib: Path) -> list[str]:
    """Remove libraries that no other library and no program asks for, until all have a user.

    Args:
        lib: the frozen folder's libraries.

    Returns:
        Names of what was removed.
    """
    removed: list[str] = []
    needed_by = {path: _needed(path) for path in lib.rglob("*.so*") if not path.is_symlink()}
    while True:
        needed = {name for names in needed_by.values() for name in names}
        lone = [path for path in _shared(lib) if path in needed_by and _is_lone(path, lib, needed)]
        if not lone:
            break
        for path in lone:
            path.unlink()
            del needed_by[path]
            removed.append(path.name)
    for link in lib.glob("*.so*"):
        if not link.exists():
            link.unlink()
    return sorted(removed)


def shrink_icu_data(lib: Path) -> None:
    """Leave of Qt's ICU data what Qt asks for; needs `icupkg` (icu-devtools) and `gcc`.

    Args:
        lib: the frozen folder's libraries.

    Raises:
        subprocess.CalledProcessError: a tool failed; the library is as it was.
    """
    (library,) = lib.glob("PySide6/Qt/lib/libicudata.so.*")
    name = f"icudt{library.suffix[1:]}"
    with tempfile.TemporaryDirectory() as folder:
        whole, fewer = Path(folder, f"{name}l.dat"), Path(folder, "fewer", f"{name}l.dat")
        fewer.parent.mkdir()  # the file's name is the name of the package in it
        _run("objcopy", "-O", "binary", "--only-section=.rodata", library, whole)
        listed = Path(folder, "left_out.txt")
        listed.write_text("\n".join(left_out_of_icu(_run("icupkg", "-l", whole).split())) + "\n")
        _run("icupkg", "-r", listed, whole, fewer)
        source = Path(folder, "data.s")
        source.write_text(_ICU_SOURCE.format(symbol=f"{name}_dat", file=fewer))
        made = Path(folder, library.name)
        options = ("-shared", "-nostdlib", "-s", f"-Wl,-soname,{library.name}", "-Wl,-Bsymbolic")
        _run("gcc", *options, "-o", made, source)
        shutil.copyfile(made, library)


def left_out_of_icu(items: Iterable[str]) -> list[str]:
    """What Qt never asks ICU for.

    Args:
        items: names inside ICU's data.

    Returns:
        Those that are left out.
    """
    return [name for name in items if _is_like(name, ICU_LEFT_OUT) and not _is_like(name, ICU_KEPT)]


def _shared(lib: Path) -> list[Path]:
    return [path for pattern in _SHARED for path in lib.glob(pattern) if not path.is_symlink()]


def _is_lone(path: Path, lib: Path, needed: set[str]) -> bool:
    is_extension = path.parent == lib and (".cpython-" in path.name or ".abi3." in path.name)
    return not is_extension and path.name not in needed and not _is_like(path.name, _LOADED_BY_NAME)


def _needed(library: Path) -> list[str]:
    return _NEEDED.findall(_run("readelf", "-dW", library))


def _is_like(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return done.stdout.decode(errors="replace")
