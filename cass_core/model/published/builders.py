"""From the description of a published separator to its network."""

from collections.abc import Callable

from cass_core.errors import ModelError
from cass_core.model.published.bandit import Bandit, BanditSizes
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.htdemucs import HTDemucs, HTDemucsSizes
from cass_core.model.published.mrx import MRX
from cass_core.model.published.network import PublishedNetwork
from cass_core.model.published.tiger import Tiger, TigerSizes


def _mrx(config: PublishedConfig) -> PublishedNetwork:
    return MRX(sources=len(config.sources), **config.sizes)


def _htdemucs(config: PublishedConfig) -> PublishedNetwork:
    return HTDemucs(len(config.sources), HTDemucsSizes(config.channels, **config.sizes))


def _bandit(config: PublishedConfig) -> PublishedNetwork:
    return Bandit(BanditSizes(config.rate_hz, edges="constant", interleaved=False, **config.sizes))


def _bandit_second(config: PublishedConfig) -> PublishedNetwork:
    return Bandit(BanditSizes(config.rate_hz, edges="reflect", interleaved=True, **config.sizes))


def _tiger(config: PublishedConfig) -> PublishedNetwork:
    return Tiger(TigerSizes(**config.sizes))


NETWORKS: dict[str, Callable[[PublishedConfig], PublishedNetwork]] = {
    "mrx": _mrx,
    "mvsep-cdx23": _htdemucs,
    "bandit": _bandit,
    "bandit2": _bandit_second,
    "tiger-dnr": _tiger,
}


def build_published(config: PublishedConfig) -> PublishedNetwork:
    """A network with fresh weights; ModelError where the kind is unknown."""
    if config.kind not in NETWORKS:
        raise ModelError(
            f"There is no separator of the kind '{config.kind}'; choose one of "
            f"{', '.join(NETWORKS)}."
        )
    return NETWORKS[config.kind](config)
