"""A place where a sound stands in the wrong stem, and which of them to look at first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from cass_core.checked.json_table import JsonTable
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEM_CODES, Stem


class Kind(Enum):
    """What is wrong at a place."""

    SPEECH_IN_FX = "speech in FX"
    SPEECH_IN_MX = "speech in MX"
    OVER_SEPARATED = "over-separated"
    GHOST = "ghost in DX"
    MUSIC_IN_DX = "music in DX"
    EFFECT_IN_DX = "effect in DX"
    MUSIC_IN_FX = "music in FX"
    EFFECT_IN_MX = "effect in MX"

    @property
    def explained(self) -> str:
        """A sentence for those who see it for the first time."""
        return _EXPLAINED[self]


_EXPLAINED = {
    Kind.SPEECH_IN_FX: "Dialogue is heard in the effects; the M&E would speak.",
    Kind.SPEECH_IN_MX: "Dialogue is heard in the music; the M&E would speak.",
    Kind.OVER_SEPARATED: "Part of a word is missing in the dialogue and lies in another stem.",
    Kind.GHOST: "The dialogue holds sound although nobody speaks.",
    Kind.MUSIC_IN_DX: "Music is heard in the dialogue and missing in the M&E.",
    Kind.EFFECT_IN_DX: "An effect is heard in the dialogue and missing in the M&E.",
    Kind.MUSIC_IN_FX: "Music is heard in the effects.",
    Kind.EFFECT_IN_MX: "An effect is heard in the music.",
}
# how much it disturbs whoever hears FX and MX alone, as a foreign version is made from them
_WEIGHT_IN_ME = {
    Kind.SPEECH_IN_FX: 1.0, Kind.SPEECH_IN_MX: 1.0, Kind.OVER_SEPARATED: 0.9,
    Kind.MUSIC_IN_DX: 0.6, Kind.EFFECT_IN_DX: 0.6, Kind.GHOST: 0.5,
    Kind.MUSIC_IN_FX: 0.3, Kind.EFFECT_IN_MX: 0.3,
}  # fmt: skip
_SILENT_DB, _LOUD_DB = -70.0, -20.0
_PLAIN_KINDS = {
    (Stem.FX, Stem.DX): Kind.SPEECH_IN_FX,
    (Stem.MX, Stem.DX): Kind.SPEECH_IN_MX,
    (Stem.DX, Stem.FX): Kind.EFFECT_IN_DX,
    (Stem.DX, Stem.MX): Kind.MUSIC_IN_DX,
    (Stem.FX, Stem.MX): Kind.MUSIC_IN_FX,
    (Stem.MX, Stem.FX): Kind.EFFECT_IN_MX,
}


def plain_kind(stem: Stem, belongs: Stem) -> Kind:
    """The kind of a sound of one stem that is heard in another."""
    return _PLAIN_KINDS[stem, belongs]


@dataclass(frozen=True)
class Flag:
    """A suspicious place, and where its sound belongs.

    Attributes:
        stem: in which it is heard.
        belongs: where it should be.
        span: on the programme's sample axis.
        low_hz: lower end of the band.
        high_hz: upper end of the band.
        kind: what is wrong.
        score: 0 to 1, how likely.
        level_db: level of what is misplaced, dBFS.
        measures: names of the measures that found it.
    """

    stem: Stem
    belongs: Stem
    span: SampleSpan
    low_hz: float
    high_hz: float
    kind: Kind
    score: float
    level_db: float
    measures: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A name that stays the same when the same stems are reviewed again."""
        return f"{self.stem.value}-{self.belongs.value}-{self.span.start}"

    @property
    def urgency(self) -> float:
        """0 to 1: how much it would be heard in an M&E, times how likely it is."""
        loudness = (self.level_db - _SILENT_DB) / (_LOUD_DB - _SILENT_DB)
        return _WEIGHT_IN_ME[self.kind] * self.score * min(max(loudness, 0.05), 1.0)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "stem": self.stem.value, "belongs": self.belongs.value,
            "span": [self.span.start, self.span.stop],
            "low_hz": round(self.low_hz, 1), "high_hz": round(self.high_hz, 1),
            "kind": self.kind.value, "score": round(self.score, 4),
            "level_db": round(self.level_db, 2), "measures": list(self.measures),
        }  # fmt: skip

    @classmethod
    def from_json(cls, table: JsonTable) -> "Flag":
        """What `to_json` has given; BadValueError where a value is missing or not possible."""
        return cls(
            Stem(table.text("stem", STEM_CODES)),
            Stem(table.text("belongs", STEM_CODES)),
            SampleSpan(*table.counts("span", 2)),
            table.number("low_hz", 0.0),
            table.number("high_hz", 0.0),
            Kind(table.text("kind", [kind.value for kind in Kind])),
            table.number("score", 0.0, 1.0),
            table.number("level_db", -math.inf),
            table.texts("measures"),
        )


def most_urgent_first(flags: Iterable[Flag]) -> list[Flag]:
    """Flags in the order in which they should be looked at."""
    return sorted(flags, key=lambda flag: (-flag.urgency, flag.span.start, flag.stem.value))
