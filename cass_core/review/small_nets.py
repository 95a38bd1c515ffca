"""The weights of the review's small networks: files that say what they are and whose."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from safetensors import SafetensorError, safe_open
from torch import nn

from cass_core.errors import ModelError
from cass_core.resource_files import resource

Network = TypeVar("Network", bound=nn.Module)


def load_small_net(path: Path, version: str, build: Callable[[int], Network]) -> Network:
    """Load a network; ModelError with one sentence where it is missing or damaged.

    Args:
        path: the file.
        version: of what the network hears and says.
        build: from a width to a network.

    Returns:
        The network, ready to judge.
    """
    if not path.is_file():
        raise ModelError(f"There is no file {path}; install the program again.")
    try:
        with safe_open(path, "pt") as file:
            facts = file.metadata() or {}
            if facts.get("version") != version:
                raise ModelError(f"{path} is of another version of this program; get it again.")
            network = build(int(facts["width"]))
            weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        network.load_state_dict(
            {k: v.float() if v.is_floating_point() else v for k, v in weights.items()}
        )
    except (OSError, SafetensorError, RuntimeError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{path} is damaged; install the program again.") from error
    return network.eval()


def review_nets_checksum() -> str:
    """First digits of the SHA-256 of all weights that ship for the review."""
    files = sorted(resource("review").glob("*.safetensors"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
