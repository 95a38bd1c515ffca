"""What a separation fell back to when memory ran short, as it stands in its manifest."""

from dataclasses import dataclass
from typing import Any

from cass_core.checked.json_table import JsonTable


@dataclass(frozen=True)
class MemoryLevel:
    """How much is computed at once, and where.

    Attributes:
        rows: windows or channels at once.
        parts: pieces that a window is cut into.
        device_kind: "cpu", "cuda" or "mps".
    """

    rows: int
    parts: int
    device_kind: str


@dataclass(frozen=True)
class Fallback:
    """A level and the first window that was separated on it.

    Attributes:
        start: place of that window on the network's own axis: a frame of its transform, times the
            channel groups that are separated one by one, or a sample at its rate.
        level: of that window and all later ones, until another one follows.
    """

    start: int
    level: MemoryLevel

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the manifest."""
        return {"start": self.start, **vars(self.level)}

    @classmethod
    def from_json(cls, table: JsonTable) -> "Fallback":
        """Read back; `BadValueError` where the values are none."""
        level = MemoryLevel(
            table.count("rows", 1), table.count("parts", 1), table.text("device_kind")
        )
        return cls(table.whole_number("start"), level)
