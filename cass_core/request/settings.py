"""What the user chooses for a separation."""

from dataclasses import asdict, dataclass
from typing import Any, Literal, cast, get_args

from cass_core.checked.json_table import JsonTable
from cass_core.errors import SettingsError

Render = Literal["faithful", "generated"]
Method = Literal["model", "euler", "midpoint", "heun"]

LOWEST_STEPS, HIGHEST_STEPS = 1, 249
HIGHEST_SEED = 2**63 - 1
_LONGEST_S = 120.0
RENDERS: tuple[Render, ...] = get_args(Render)
METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True)
class SeparationSettings:
    """Settings that change the samples of the stems.

    Attributes:
        steps: steps of the flow, 1 (conservative, instant) to 249 (most natural); each asks the
            network once, whatever the method.
        picture: look at the movie's picture, where it has one.
        render: "faithful" masks the programme; "generated" gives the model's own sound in its band.
        seed: of the noise.
        method: how the flow is integrated; "model" for what the model's description says.
        guides: what the user has said about whose sound a selection is, as `guides_to_text` writes
            it; empty for nothing.
        window_s: seconds that the network hears at once, for models that leave it to the user; 0
            for the model's own.
        hop_s: seconds from one window to the next; 0 for the model's own.
    """

    steps: int = 2
    picture: bool = True
    render: Render = "faithful"
    seed: int = 0
    method: Method = "model"
    guides: str = ""
    window_s: float = 0.0
    hop_s: float = 0.0

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not LOWEST_STEPS <= self.steps <= HIGHEST_STEPS:
            raise SettingsError(
                f"Steps must be {LOWEST_STEPS} to {HIGHEST_STEPS}, not {self.steps}."
            )
        if not 0 <= self.seed <= HIGHEST_SEED:
            raise SettingsError("The seed must be a whole number from 0 to 2^63 - 1.")
        if not 0 <= self.window_s <= _LONGEST_S or not 0 <= self.hop_s <= _LONGEST_S:
            raise SettingsError(f"Windows and their hops last {_LONGEST_S:g} s at most.")
        for name, value, known in (
            ("render", self.render, RENDERS),
            ("method", self.method, METHODS),
        ):
            if value not in known:
                raise SettingsError(
                    f"There is no {name} '{value}'; choose one of {', '.join(known)}."
                )

    def to_json(self) -> dict[str, Any]:
        """Plain values, for project files and manifests; without what is the model's own."""
        return {
            name: value
            for name, value in asdict(self).items()
            if value or name not in ("guides", "window_s", "hop_s")
        }

    @classmethod
    def from_json(cls, table: JsonTable) -> "SeparationSettings":
        """What `to_json` has given.

        Args:
            table: with all of these values; more are no harm.

        Returns:
            The settings.

        Raises:
            BadValueError: a value is missing or is not possible.
        """
        return cls(
            steps=round(table.number("steps", LOWEST_STEPS, HIGHEST_STEPS)),
            picture=table.flag("picture"),
            render=cast(Render, table.text("render", RENDERS)),
            seed=table.whole_number("seed", 0),
            method=cast(Method, table.text("method", METHODS)),
            # files of earlier programs know no hints and no windows
            guides=table.text("guides") if "guides" in table else "",
            window_s=_seconds(table, "window_s"),
            hop_s=_seconds(table, "hop_s"),
        )


def _seconds(table: JsonTable, name: str) -> float:
    return table.number(name, 0, _LONGEST_S) if name in table else 0.0
