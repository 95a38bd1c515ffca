"""Which way through a programme the kinds of models take, by the name in their row."""

from collections.abc import Callable, Sequence
from typing import Any

from cass_core.checkpoints.kinds import kind_of
from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.compute_device import ComputeDevice
from cass_core.separation.chunk_method import ChunkMethod
from cass_core.separation.flow.flow_method import FlowMethod
from cass_core.separation.opinions.opinions_method import OpinionsMethod
from cass_core.separation.published.published_method import PublishedMethod


def _opinions(
    networks: Sequence[Any], config: OpinionsConfig, device: ComputeDevice
) -> OpinionsMethod:
    methods = [
        CHUNK_METHODS[kind_of(member).chunk_method](network, member, device)
        for network, member in zip(networks, config.members, strict=True)
    ]
    return OpinionsMethod(methods, config)


CHUNK_METHODS: dict[str, Callable[[Any, Any, ComputeDevice], ChunkMethod]] = {
    "flow": FlowMethod,
    "published": PublishedMethod,
    "opinions": _opinions,
}
"""From a network, its configuration and a device to the method."""
