"""The weights of the network of cells: one file, which says what they are and whose."""

from functools import lru_cache
from pathlib import Path

from cass_core.resource_files import resource
from cass_core.review.cells.cell_net import CellNet
from cass_core.review.small_nets import load_small_net

CELLS_VERSION = "1"


@lru_cache(maxsize=2)
def load_cell_net(path: Path | None = None) -> CellNet:
    """Load a network; ModelError with one sentence where it is missing or damaged.

    Args:
        path: the file; the one that ships if None.

    Returns:
        The same network for the same file, ready to judge.
    """
    return load_small_net(path or _shipped(), CELLS_VERSION, CellNet)


def _shipped() -> Path:
    return resource("review", "cells.safetensors")
