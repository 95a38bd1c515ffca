"""The weights of the network of suspicion, which `cass fit-review` learns."""

from functools import lru_cache
from pathlib import Path

from cass_core.resource_files import resource
from cass_core.review.small_nets import load_small_net
from cass_core.review.suspicion.suspicion_net import SuspicionNet

SUSPICION_VERSION = "1"


@lru_cache(maxsize=2)
def load_suspicion_net(path: Path | None = None) -> SuspicionNet:
    """Load a network; ModelError with one sentence where it is missing or damaged.

    Args:
        path: the file; the one that ships if None.

    Returns:
        The same network for the same file, ready to judge.
    """
    shipped = resource("review", "suspicion.safetensors")
    return load_small_net(path or shipped, SUSPICION_VERSION, SuspicionNet)
