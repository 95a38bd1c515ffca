"""What changes of the tiles that were read last."""

import threading
from collections import OrderedDict

from cass_core.clips import FloatArray
from cass_core.stem_names import Stem

_MOST_TILES = 96
Changes = dict[Stem, FloatArray]
Reasons = tuple[object, ...]


class TileMemory:
    """What is added to stems, for the tiles that were read last; safe from several threads."""

    def __init__(self, most: int = _MOST_TILES) -> None:
        """Remember nothing yet.

        Args:
            most: tiles that are kept.
        """
        self._most, self._lock = most, threading.Lock()
        self._tiles: OrderedDict[int, tuple[Reasons, Changes]] = OrderedDict()
        self._state = 0

    @property
    def state(self) -> int:
        """Number of the state of the stems below; another one after each `clear`."""
        return self._state

    def find(self, tile: int, reasons: Reasons) -> Changes | None:
        """What the very same reasons changed of a tile; None where that is not known."""
        with self._lock:
            known = self._tiles.get(tile)
            if known is None or not _are_same(known[0], reasons):
                return None
            self._tiles.move_to_end(tile)
            return known[1]

    def keep(self, tile: int, reasons: Reasons, changes: Changes, state: int) -> None:
        """Remember a tile, and forget the one that was not asked for the longest.

        Args:
            tile: number of the tile.
            reasons: why it changes.
            changes: what is added.
            state: when the stems were read; what was read of former ones is not kept.
        """
        with self._lock:
            if state != self._state:
                return
            self._tiles[tile] = reasons, changes
            self._tiles.move_to_end(tile)
            while len(self._tiles) > self._most:
                self._tiles.popitem(last=False)

    def clear(self) -> None:
        """Forget all, because the stems below have changed."""
        with self._lock:
            self._tiles.clear()
            self._state += 1


def _are_same(known: Reasons, reasons: Reasons) -> bool:
    """Whether two rows hold the same objects; values would be slow to compare."""
    return len(known) == len(reasons) and all(map(lambda a, b: a is b, known, reasons))
