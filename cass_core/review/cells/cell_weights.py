"""The weights of the network of cells: one file, which says what they are and whose."""

import hashlib
from functools import lru_cache
from pathlib import Path

from safetensors import SafetensorError, safe_open

from cass_core.errors import ModelError
from cass_core.resource_files import resource
from cass_core.review.cells.cell_net import CellNet

CELLS_VERSION = "1"


@lru_cache(maxsize=2)
def load_cell_net(path: Path | None = None) -> CellNet:
    """Load a network; ModelError with one sentence where it is missing or damaged.

    Args:
        path: the file; the one that ships if None.

    Returns:
        The same network for the same file, ready to judge.
    """
    path = path or _shipped()
    if not path.is_file():
        raise ModelError(f"There is no file {path}; install the program again.")
    try:
        with safe_open(path, "pt") as file:
            facts = file.metadata() or {}
            if facts.get("version") != CELLS_VERSION:
                raise ModelError(f"{path} is of another version of this program; get it again.")
            network = CellNet(int(facts["width"]))
            weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        network.load_state_dict(
            {k: v.float() if v.is_floating_point() else v for k, v in weights.items()}
        )
    except (OSError, SafetensorError, RuntimeError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{path} is damaged; install the program again.") from error
    return network.eval()


def cell_net_checksum() -> str:
    """First digits of the SHA-256 of the weights that ship."""
    return hashlib.sha256(_shipped().read_bytes()).hexdigest()[:16]


def _shipped() -> Path:
    return resource("review", "cells.safetensors")
