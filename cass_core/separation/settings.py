"""What the user chooses for a separation."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from cass_core.errors import SettingsError

MAX_STEPS = 128


@dataclass(frozen=True)
class SeparationSettings:
    """Settings that change the samples of the stems.

    Attributes:
        steps: steps of the flow, 1 (conservative, instant) to 128 (most natural).
        seed: of the noise.
        render: "faithful" masks the programme; "generated" gives the model's own sound in its band.
        method: how the flow is integrated.
    """

    steps: int = 4
    seed: int = 0
    render: Literal["faithful", "generated"] = "faithful"
    method: Literal["euler", "midpoint", "heun"] = "euler"

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 1 <= self.steps <= MAX_STEPS:
            raise SettingsError(f"Steps must be 1 to {MAX_STEPS}, not {self.steps}.")
        if not 0 <= self.seed < 2**63:
            raise SettingsError("The seed must be a whole number from 0 to 2^63 - 1.")

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for the manifest."""
        return asdict(self)
