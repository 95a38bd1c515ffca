"""Which way through a programme the kinds of models take, by the name in their row."""

from collections.abc import Callable
from typing import Any

from cass_core.compute_device import ComputeDevice
from cass_core.separation.chunk_method import ChunkMethod
from cass_core.separation.flow.flow_method import FlowMethod
from cass_core.separation.published.published_method import PublishedMethod

CHUNK_METHODS: dict[str, Callable[[Any, Any, ComputeDevice], ChunkMethod]] = {
    "flow": FlowMethod,
    "published": PublishedMethod,
}
"""From a network, its configuration and a device to the method."""
