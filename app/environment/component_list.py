"""What the program is made of, and under which licences."""

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions

from cass_core.resource_files import resource

PACKAGE = "cass-studio"
LICENCE = "Apache-2.0"
_LONGEST_LICENCE = 80
_CLASSIFIER = "License :: OSI Approved :: "

# what wheels carry inside without saying so in their own licence
CARRIED = (
    ("Qt", "PySide6", "LGPL-3.0-only"),
    ("FFmpeg with x264 and x265", "av", "GPL-2.0-or-later"),
    ("libsndfile", "soundfile", "LGPL-2.1-or-later"),
    ("PortAudio", "sounddevice", "MIT"),
    ("MediaPipe Face Landmarker", "mediapipe", "Apache-2.0"),
)


@dataclass(frozen=True)
class Component:
    """A part of the program that others wrote.

    Attributes:
        name: as its authors write it.
        version: of what is installed; empty for what another component carries.
        licence: its name.
        carrier: the component that contains it; empty for a package of its own.
    """

    name: str
    version: str
    licence: str
    carrier: str = ""


def starter_licence() -> str:
    """Licence of the weights that ship; empty where they do not."""
    try:
        card = json.loads(resource("models", "starter", "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(card.get("licence", "")) if isinstance(card, dict) else ""


def components() -> tuple[Component, ...]:
    """All packages that the program needs, and what they carry; reads many small files."""
    found: dict[str, Distribution] = {}
    if hasattr(sys, "frozen"):  # what lies in the installed program's folder, and nothing else
        found = {_key(one.metadata["Name"]): one for one in distributions()}
    else:
        _collect(PACKAGE, found)
    found.pop(PACKAGE, None)
    packages = [Component(d.metadata["Name"], d.version, _licence(d)) for d in found.values()]
    carried = [Component(name, "", licence, carrier) for name, carrier, licence in CARRIED]
    return tuple(sorted([*packages, *carried], key=lambda one: one.name.casefold()))


def _collect(name: str, found: dict[str, Distribution]) -> None:
    """Follow what a package requires; optional extras are not installed with the program."""
    key = _key(name)
    if key in found:
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:
        return
    for requirement in found[key].requires or ():
        start = re.match(r"[\w.-]+", requirement)
        if start is not None and "extra ==" not in requirement:
            _collect(start.group(), found)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(package: Distribution) -> str:
    """The short name of a licence, from the place where this package tells it."""
    expression, told = _field(package, "License-Expression"), _field(package, "License")
    classified = [
        line.removeprefix(_CLASSIFIER)
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith(_CLASSIFIER)
    ]
    is_name = 0 < len(told) <= _LONGEST_LICENCE and "\n" not in told
    return str(expression or (told if is_name else "") or ", ".join(classified) or "see package")


def _field(package: Distribution, name: str) -> str:
    return package.metadata[name].strip() if name in package.metadata else ""
