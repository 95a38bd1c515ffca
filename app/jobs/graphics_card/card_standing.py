"""How it stands with the graphics card, told without loading PyTorch."""

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from cass_core.diagnosis.nvidia_card import NvidiaCard, find_nvidia_card, has_nvidia_driver
from cass_core.torch_builds.stored_build import is_in_use, stored_build, takes_builds
from cass_core.torch_builds.wheel_plan import torch_index


@dataclass(frozen=True)
class CardStanding:
    """What there is.

    Attributes:
        card: of NVIDIA; None where none answers.
        has_driver: a driver of NVIDIA is installed, though its card may not answer.
        is_apple: the computer is one of Apple's, whose GPU needs nothing more.
        torch: version of the PyTorch that this program runs with.
        stored: version of the fetched build; empty where there is none.
        stored_fits: it is of the version that this program takes.
        in_use: this program runs with it.
        can_fetch: this program takes a build, and there are some for this system.
    """

    card: NvidiaCard | None
    has_driver: bool
    is_apple: bool
    torch: str
    stored: str
    stored_fits: bool
    in_use: bool
    can_fetch: bool


def card_standing() -> CardStanding:
    """Look; the driver may take a second to answer."""
    build = stored_build()
    return CardStanding(
        find_nvidia_card(),
        has_nvidia_driver(),
        sys.platform == "darwin",
        _torch_version(),
        build.version if build else "",
        build is not None and build.fits,
        is_in_use(),
        takes_builds() and bool(torch_index()),
    )


def _torch_version() -> str:
    try:
        return version("torch")
    except PackageNotFoundError:
        return ""
