"""What those who receive a delivery demand of its loudness: a row a target, a rule a demand."""

from dataclasses import dataclass
from typing import Literal, get_args

from cass_core.errors import SettingsError

Measure = Literal[
    "integrated", "dialogue", "range", "dialogue range", "true peak", "short-term", "momentary"
]
MEASURES: tuple[Measure, ...] = get_args(Measure)
UNITS: dict[Measure, str] = {
    "integrated": "LUFS",
    "dialogue": "LUFS",
    "range": "LU",
    "dialogue range": "LU",
    "true peak": "dBTP",
    "short-term": "LUFS",
    "momentary": "LUFS",
}
LITTLE_SPEECH = 0.15
"""Where less of a programme is speech, its whole loudness counts instead of the dialogue's."""


@dataclass(frozen=True)
class Rule:
    """One demand.

    Attributes:
        measure: what is measured.
        lowest: value that still passes; None for any.
        highest: value that still passes; None for any.
        of: the "programme" (remix, else mixture), or "M&E".
        speech: asked only where there is "much" speech or "little" of it; "any" for always.
    """

    measure: Measure
    lowest: float | None = None
    highest: float | None = None
    of: Literal["programme", "M&E"] = "programme"
    speech: Literal["any", "much", "little"] = "any"

    @property
    def words(self) -> str:
        """The demand as an editor reads it, such as "integrated -24 to -22 LUFS"."""
        unit = UNITS[self.measure]
        if self.lowest is not None and self.highest is not None:
            return f"{self.measure} {self.lowest:g} to {self.highest:g} {unit}"
        if self.highest is not None:
            return f"{self.measure} at most {self.highest:g} {unit}"
        return f"{self.measure} at least {self.lowest:g} {unit}"

    def passes(self, value: float) -> bool:
        """Whether a value, as it is read to a tenth, is inside."""
        shown = round(value, 1)
        too_low = self.lowest is not None and shown < self.lowest
        return not too_low and not (self.highest is not None and shown > self.highest)


@dataclass(frozen=True)
class LoudnessTarget:
    """What a house demands.

    Attributes:
        key: for presets and the command line.
        label: as an editor reads it.
        rules: all must pass; none for sound that is only measured.
    """

    key: str
    label: str
    rules: tuple[Rule, ...] = ()


def around(measure: Measure, value: float, tolerance: float, **how: str) -> Rule:
    """A demand of a value with a tolerance to both sides."""
    return Rule(measure, value - tolerance, value + tolerance, **how)  # type: ignore[arg-type]


TARGETS = (
    LoudnessTarget("none", "Theatrical: measured, no target"),
    LoudnessTarget(
        "r128", "EBU R 128", (around("integrated", -23, 0.5), Rule("true peak", highest=-1))
    ),
    LoudnessTarget(
        "r128s1",
        "EBU R 128 s1, short programmes",
        (
            around("integrated", -23, 0.5),
            Rule("short-term", highest=-18),
            Rule("true peak", highest=-1),
        ),
    ),
    LoudnessTarget(
        "netflix",
        "Netflix",
        (
            around("dialogue", -27, 2, speech="much"),
            around("integrated", -24, 2, speech="little"),
            Rule("true peak", highest=-2),
            Rule("range", 4, 18),
            Rule("dialogue range", highest=10, speech="much"),
            Rule("true peak", highest=-1, of="M&E"),
        ),
    ),
    LoudnessTarget("netflix-me", "Netflix M&E", (Rule("true peak", highest=-1, of="M&E"),)),
    LoudnessTarget(
        "a85",
        "ATSC A/85",
        (
            around("dialogue", -24, 2, speech="much"),
            around("integrated", -24, 2, speech="little"),
            Rule("true peak", highest=-2),
        ),
    ),
    LoudnessTarget(
        "podcast",
        "Podcast, -16 LUFS",
        (around("integrated", -16, 1), Rule("true peak", highest=-1)),
    ),
)


def loudness_target(key: str) -> LoudnessTarget:
    """A target by its key; `SettingsError` where there is none."""
    found = next((target for target in TARGETS if target.key == key), None)
    if found is None:
        known = ", ".join(target.key for target in TARGETS)
        raise SettingsError(f"There is no loudness target '{key}'; choose one of {known}.")
    return found
