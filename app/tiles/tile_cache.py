"""Tiles in memory: the least recently used ones go."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Protocol

MOST_BYTES = 96 << 20


class Sized(Protocol):
    """What the cache can hold."""

    @property
    def num_bytes(self) -> int:
        """Memory that it takes."""


class TileCache:
    """A dictionary with a limit in bytes. Not safe from several threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Start empty.

        Args:
            most_bytes: what its entries may take together.
        """
        self._most_bytes = most_bytes
        self._things: OrderedDict[Hashable, Sized] = OrderedDict()
        self._num_bytes = 0

    @property
    def num_bytes(self) -> int:
        """Memory that is taken."""
        return self._num_bytes

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable) -> Sized | None:
        """A thing, which is then the most recently used one."""
        thing = self._things.get(key)
        if thing is not None:
            self._things.move_to_end(key)
        return thing

    def put(self, key: Hashable, thing: Sized) -> None:
        """Add or replace a thing; others go where there is no room."""
        self.drop(key)
        self._things[key] = thing
        self._num_bytes += thing.num_bytes
        while self._num_bytes > self._most_bytes and len(self._things) > 1:
            _, oldest = self._things.popitem(last=False)
            self._num_bytes -= oldest.num_bytes

    def drop(self, key: Hashable) -> None:
        """Take a thing away, if it is there."""
        thing = self._things.pop(key, None)
        if thing is not None:
            self._num_bytes -= thing.num_bytes

    def names(self) -> list[Hashable]:
        """What is there, the least recently used first."""
        return list(self._things)
