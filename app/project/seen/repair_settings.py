"""How what is selected is repaired and heard."""

from dataclasses import dataclass, replace

from cass_core.repair.region import Region


@dataclass(frozen=True)
class RepairSettings:
    """How what is selected is repaired and heard.

    Attributes:
        amount: how much of it is moved, 0 to 1.
        feather_ms: width of the soft edge in time.
        feather_hz: width of the soft edge in frequency.
        gate_db: level below which a gate moves what it hears, in dBFS.
        roll_s: what is played before and behind a selection.
        brush_px: width of the brush on screen.
        hardness: share of the brush that covers wholly, 0 to 1.
        wand_db: how much quieter than its place what a wand finds may be.
        num_partials: of a tone whose harmonics are selected, the fundamental among them.
        partial_hz: half the width of the band around each.
    """

    amount: float = 1.0
    feather_ms: float = 20.0
    feather_hz: float = 0.0
    gate_db: float = -50.0
    roll_s: float = 1.0
    brush_px: float = 24.0
    hardness: float = 0.5
    wand_db: float = 21.0
    num_partials: int = 12
    partial_hz: float = 40.0

    def feathered(self, region: Region, rate_hz: int, num_samples: int) -> Region:
        """A region with soft edges; what reaches the programme's end has none there."""
        soft = round(self.feather_ms * rate_hz / 1000)
        return replace(
            region.open_at(num_samples), feather_samples=soft, feather_hz=self.feather_hz
        )
