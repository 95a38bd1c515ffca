"""Read weights that others have published, without running code that may lie in the file."""

import pickle
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from cass_core.errors import ModelError

# whatever torch and pickle may stumble over in damaged bytes
_UNREADABLE = (
    OSError, EOFError, RuntimeError, ValueError, TypeError, LookupError, AttributeError,
    AssertionError, ArithmeticError, MemoryError, pickle.UnpicklingError, zipfile.BadZipFile,
)  # fmt: skip


def load_published(network: nn.Module, path: Path, *, ignored: tuple[str, ...] = ()) -> None:
    """Load a file's weights into a network; ModelError where they are not for it.

    Args:
        network: with the published names of its parameters.
        path: a state dict, or a dict that holds one under "model".
        ignored: beginnings of names that the network has no use for.
    """
    state = {k: v for k, v in _state(path).items() if not k.startswith(ignored)}
    try:
        network.load_state_dict(state)
    except (RuntimeError, TypeError) as error:
        raise ModelError(
            f"{path} does not hold the weights of {type(network).__name__}; fetch it again."
        ) from error


def _state(path: Path) -> dict[str, Tensor]:
    try:
        with _plain_numbers_allowed():
            content: Any = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise ModelError(f"There is no file {path}; fetch it first.") from error
    except _UNREADABLE as error:
        raise ModelError(f"{path} is damaged or cut off; fetch it again.") from error
    state = content.get("model", content) if isinstance(content, dict) else None
    if not isinstance(state, dict) or not all(isinstance(v, Tensor) for v in state.values()):
        raise ModelError(f"{path} holds no table of weights; fetch it again.")
    return state


@contextmanager
def _plain_numbers_allowed() -> Iterator[None]:
    """Let arrays of numbers pass: the 16 kHz PANNs file keeps its sampler's indices beside them."""
    rebuild = np.array(0).__reduce__()[0]
    known: list[Any] = [
        (rebuild, "numpy.core.multiarray._reconstruct"),
        (rebuild, "numpy._core.multiarray._reconstruct"),
        np.ndarray,
        np.dtype,
        type(np.dtype(np.int64)),
    ]
    with torch.serialization.safe_globals(known):
        yield
