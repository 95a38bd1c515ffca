"""From the description of a published separator to its network."""

from collections.abc import Callable

from cass_core.errors import ModelError
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.mrx import MRX
from cass_core.model.published.network import PublishedNetwork

NETWORKS: dict[str, Callable[..., PublishedNetwork]] = {"mrx": MRX}


def build_published(config: PublishedConfig) -> PublishedNetwork:
    """A network with fresh weights; ModelError where the kind is unknown."""
    if config.kind not in NETWORKS:
        raise ModelError(
            f"There is no separator of the kind '{config.kind}'; choose one of "
            f"{', '.join(NETWORKS)}."
        )
    return NETWORKS[config.kind](sources=len(config.sources), **config.sizes)
