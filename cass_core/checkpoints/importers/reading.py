"""Read what a published checkpoint file holds, without running anything that it names."""

import pickle
import warnings
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

import torch
from torch import Tensor
from torch.serialization import get_unsafe_globals_in_checkpoint, safe_globals

from cass_core.checkpoints.checkpoint import load_tensors
from cass_core.errors import ModelError

_FRACTION = f"{Fraction.__module__}.{Fraction.__qualname__}"
_LARGEST_NUMBER = 10**18
_LARGEST_PICKLE_BYTES = 64 << 20
_NAMESPACE = f"{Namespace.__module__}.{Namespace.__qualname__}"
LAST_WEIGHTS = "model"
# where several are there, the average of a training is what is meant to be used
_WEIGHTS_KEYS = ("state_dict", "state", "model_state_dict", "ema", LAST_WEIGHTS)
_SETTINGS_KEYS = ("kwargs", "args")
_UNREADABLE = (
    OSError, EOFError, RuntimeError, ValueError, TypeError, LookupError, AttributeError,
    AssertionError, RecursionError, MemoryError, pickle.UnpicklingError, BadZipFile,
)  # fmt: skip


class Unread:
    """Stands for every object of a checkpoint that is no plain value; it does nothing."""

    def __new__(cls, *_values: object, **_named: object) -> "Unread":
        """Take any arguments."""
        return super().__new__(cls)

    def __init__(self, *_values: object, **_named: object) -> None:
        """Take any arguments."""

    def __setstate__(self, _state: object) -> None:
        """Forget the state."""


class KeptValues(Unread):
    """Stands for the arguments of a script; what else it held does nothing."""

    values: Mapping[Any, Any] = MappingProxyType({})

    def __setstate__(self, state: object) -> None:
        """Keep the arguments."""
        if isinstance(state, dict):
            self.values = state


class SmallFraction:
    """Makes the fractions of a checkpoint, none of which is larger than a length needs."""

    def __new__(cls, *values: object) -> Fraction:  # type: ignore[misc]
        """A fraction of two numbers, or of one text; ValueError for any other."""
        parts = str(values[0]).split("/") if len(values) == 1 and _is_short(values[0]) else values
        if not 1 <= len(parts) <= 2 or not all(map(_is_short, parts)):
            raise ValueError("a fraction is too large")
        return Fraction(*(int(str(part)) for part in parts))


_STAND_INS: list[Any] = [(SmallFraction, _FRACTION), (KeptValues, _NAMESPACE)]


def _is_short(value: object) -> bool:
    if isinstance(value, int):
        return abs(value) < _LARGEST_NUMBER
    return isinstance(value, str) and len(value) <= len(str(_LARGEST_NUMBER))


@dataclass(frozen=True)
class CheckpointFile:
    """What is left of a checkpoint when everything but weights and plain values is put aside.

    Attributes:
        path: the file.
        tensors: weights by their published names.
        settings: the arguments that the network was made with, where the file tells them.
        taken_from: under which key of the file the weights were; empty where they were its own.
    """

    path: Path
    tensors: dict[str, Tensor]
    settings: dict[str, Any]
    taken_from: str = ""


def read_checkpoint(
    path: Path, of_interest: Callable[[str], bool] = lambda _name: True
) -> CheckpointFile:
    """Read a `.ckpt`, `.pth`, `.pt`, `.th` or `.safetensors` file.

    A file is mapped and not read, so that an optimiser's state costs no memory.

    Args:
        path: the file; classes that it names are replaced by `Unread`.
        of_interest: which weights are read, by their names; the others cost nothing.

    Returns:
        Its weights and settings.

    Raises:
        ModelError: it cannot be read, or holds no weights.
    """
    if not path.is_file():
        raise ModelError(f"There is no file {path}; name a downloaded checkpoint.")
    if path.suffix == ".safetensors":
        return CheckpointFile(path, load_tensors(path, of_interest), {})
    payload = _payload(path)
    key = next((key for key in _WEIGHTS_KEYS if _is_dict(payload.get(key))), "")
    tensors = {
        name: value
        for name, value in (payload[key] if key else payload).items()
        if isinstance(name, str) and isinstance(value, Tensor) and not value.is_sparse
        if of_interest(name)
    }
    if not tensors:
        raise ModelError(f"{path} holds no weights; download the checkpoint again.")
    return CheckpointFile(path, tensors, _settings(payload), key)


def _settings(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The first arguments that the file has."""
    for value in (payload.get(key) for key in _SETTINGS_KEYS):
        if isinstance(value, KeptValues):
            return _plain(value.values)
        if isinstance(value, dict):
            return _plain(value)
    return {}


def _payload(path: Path) -> Mapping[str, Any]:
    _check_size(path)
    try:
        with (
            warnings.catch_warnings(),
            safe_globals([*_STAND_INS, *_put_aside(path)]),
        ):
            warnings.simplefilter("ignore")  # how a file was pickled is its publisher's affair
            mapped = _can_be_mapped(path)
            payload = torch.load(path, map_location="cpu", weights_only=True, mmap=mapped)
    except _UNREADABLE as error:
        raise ModelError(
            f"{path} is no checkpoint that can be read safely, or it is damaged; download it again."
        ) from error
    if not _is_dict(payload):
        raise ModelError(f"{path} holds no weights; choose a checkpoint of a published separator.")
    return payload


def _can_be_mapped(path: Path) -> bool:
    """Not where the file has the old format, or a name that is no text."""
    return str(path).encode("utf-8", "replace").decode() == str(path) and is_zipfile(path)


def _put_aside(path: Path) -> list[Any]:
    """A stand-in for every class that the file names and that is no part of PyTorch's safe ones."""
    try:
        names = get_unsafe_globals_in_checkpoint(path)
    except (ValueError, RuntimeError):  # a file of the old format must do without them
        return []
    return [(Unread, name) for name in names if name not in (_FRACTION, _NAMESPACE)]


def _check_size(path: Path) -> None:
    """Refuse a file that becomes much larger when it is read."""
    with suppress(OSError, BadZipFile, ValueError), ZipFile(path) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > path.stat().st_size or any(
            part.filename.endswith(".pkl") and part.file_size > _LARGEST_PICKLE_BYTES
            for part in parts
        ):
            raise ModelError(
                f"{path} is packed as no checkpoint is, and would take more memory than its size "
                "tells; download it again."
            )


def _plain(settings: Mapping[Any, Any]) -> dict[str, Any]:
    """Numbers, texts and short lists of them; whatever else stands there is of no use here."""

    def is_plain(value: object) -> bool:
        return value is None or isinstance(value, bool | int | float | str | Fraction)

    def is_row(value: object) -> bool:
        return isinstance(value, list | tuple) and len(value) < 100 and all(map(is_plain, value))

    return {
        name: value
        for name, value in settings.items()
        if isinstance(name, str) and (is_plain(value) or is_row(value))
    }


def _is_dict(value: object) -> bool:
    return isinstance(value, dict)
