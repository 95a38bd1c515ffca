"""What the user chooses for a separation."""

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from cass_core.errors import SettingsError

MAX_STEPS = 128

Render = Literal["faithful", "generated"]
Method = Literal["model", "euler", "midpoint", "heun"]


@dataclass(frozen=True)
class SeparationSettings:
    """Settings that change the samples of the stems.

    Attributes:
        steps: steps of the flow, 1 (conservative, instant) to 128 (most natural); each asks the
            network once, whatever the method.
        seed: of the noise.
        render: "faithful" masks the programme; "generated" gives the model's own sound in its band.
        method: how the flow is integrated; "model" for what the model's description says.
    """

    steps: int = 2
    seed: int = 0
    render: Render = "faithful"
    method: Method = "model"

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 1 <= self.steps <= MAX_STEPS:
            raise SettingsError(f"Steps must be 1 to {MAX_STEPS}, not {self.steps}.")
        if not 0 <= self.seed < 2**63:
            raise SettingsError("The seed must be a whole number from 0 to 2^63 - 1.")
        for name, value, known in (
            ("render", self.render, get_args(Render)),
            ("method", self.method, get_args(Method)),
        ):
            if value not in known:
                raise SettingsError(
                    f"There is no {name} '{value}'; choose one of {', '.join(known)}."
                )

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for the manifest."""
        return asdict(self)
