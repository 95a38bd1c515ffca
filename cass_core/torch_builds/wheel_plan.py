"""Which wheels a build of PyTorch is made of."""

import os
import re
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from packaging.requirements import Requirement
from packaging.tags import Tag, sys_tags
from packaging.utils import canonicalize_name

from cass_core.errors import ModelError
from cass_core.torch_builds.wheel_index import WheelFile, requirements_of, wheels_of, with_size

_INDEX_VARIABLE = "CASS_TORCH_INDEX"
_INDEXES = {
    "linux": "https://pypi.org/simple/",  # its wheels of PyTorch for Linux are those for CUDA
    "win32": "https://download.pytorch.org/whl/cu130/",
}


def torch_index() -> str:
    """Address of the index with the builds for graphics cards; empty where there are none.

    The variable CASS_TORCH_INDEX names another one, such as a company's own.
    """
    return os.environ.get(_INDEX_VARIABLE) or _INDEXES.get(sys.platform, "")


def plan_build(index: str, torch_version: str) -> tuple[WheelFile, ...]:
    """Find PyTorch, and all that it needs and the program does not have.

    Args:
        index: address of a package index.
        torch_version: such as "2.13.0"; the exact one that the program was made with.

    Returns:
        Wheels with their sizes, PyTorch first.

    Raises:
        ModelError: the index does not answer, or has nothing for this computer.
    """
    wanted = [Requirement(f"torch=={torch_version}")]
    found: dict[str, WheelFile] = {}
    while wanted:
        requirement = wanted.pop(0)
        name = canonicalize_name(requirement.name)
        if name in found or (name != "torch" and _is_here(requirement)):
            continue
        found[name] = with_size(_best(index, requirement))
        extras = requirement.extras or {""}
        wanted += [
            one
            for one in requirements_of(found[name])
            if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in extras)
        ]
    return tuple(found.values())


def cuda_of(plan: Iterable[WheelFile]) -> int | None:
    """The CUDA that a build is made for, its first number; None where its wheels do not tell."""
    for wheel in plan:
        kind = re.fullmatch(r"cu(\d+)\d", wheel.version.local or "")
        if kind:
            return int(kind[1])
        if wheel.name.startswith("nvidia-cuda-runtime"):
            return wheel.version.major
    return None


def _is_here(requirement: Requirement) -> bool:
    """Whether the program carries it already."""
    try:
        return requirement.specifier.contains(version(requirement.name), prereleases=True)
    except PackageNotFoundError:
        return False


def _best(index: str, requirement: Requirement) -> WheelFile:
    """The newest version, in the build that fits this computer best."""
    ranks = {tag: rank for rank, tag in enumerate(sys_tags())}
    fitting = [
        wheel
        for wheel in wheels_of(index, requirement.name)
        if requirement.specifier.contains(wheel.version) and _rank(wheel.tags, ranks) is not None
    ]
    if not fitting:
        raise ModelError(
            f"{index} has no {requirement} for this computer; install a newer Cass Studio, or "
            "separate with the processor."
        )
    return max(fitting, key=lambda one: (one.version, -(_rank(one.tags, ranks) or 0)))


def _rank(tags: Iterable[Tag], ranks: dict[Tag, int]) -> int | None:
    """Place of the best of some tags; None where none fits."""
    return min((ranks[tag] for tag in tags if tag in ranks), default=None)
