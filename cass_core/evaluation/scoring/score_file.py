"""Scores on disk: one JSON line a scene, condition and stem; a later run adds what is missing."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from cass_core.evaluation.json_lines import append_lines, plain_values, read_lines
from cass_core.stem_names import Stem

SCORES_NAME = "scores.jsonl"


@dataclass(frozen=True)
class ScoreRow:
    """What was measured on one stem of one scene under one condition.

    Attributes:
        test_set: name of the set.
        scene: number within it.
        recipe: first digits of the recipe's checksum; another corpus gives other scenes.
        condition: name of the condition.
        model: first digits of the checksum of the weights; empty for a baseline.
        steps: of the flow; 0 for a baseline.
        picture: what the model saw; empty for a baseline.
        stem: which stem.
        group: language of the dialogue or kind of the effects, as far as the recipe tells.
        processor_s: processor time of the separation of the scene.
        length_s: length of the scene.
        metrics: names of the metrics that were asked for.
        values: what they gave.
    """

    test_set: str
    scene: int
    recipe: str
    condition: str
    model: str
    steps: int
    picture: str
    stem: Stem
    group: str
    processor_s: float
    length_s: float
    metrics: tuple[str, ...] = ()
    values: dict[str, float] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int, str, str, Stem]:
        """What a later row of the same measurement replaces."""
        return self.test_set, self.scene, self.condition, self.model, self.stem


class ScoreFile:
    """The rows of a folder, or of memory alone where no folder is given."""

    def __init__(self, folder: Path | None) -> None:
        """Read what stands there.

        Args:
            folder: where `scores.jsonl` is or will be; None keeps the rows in memory.
        """
        self._path = folder / SCORES_NAME if folder else None
        self._rows: dict[tuple[str, int, str, str, Stem], ScoreRow] = {}
        for values in read_lines(self._path) if self._path else ():
            with suppress(KeyError, ValueError, TypeError, AttributeError, OverflowError):
                self._take(_row(values))

    @property
    def rows(self) -> list[ScoreRow]:
        """All rows, in the order in which they were first measured."""
        return list(self._rows.values())

    def missing(self, row: ScoreRow, metrics: Iterable[str]) -> list[str]:
        """Metrics that still have to be measured for a row of this key and recipe."""
        known = self._rows.get(row.key)
        done = known.metrics if known is not None and known.recipe == row.recipe else ()
        return [name for name in metrics if name not in done]

    def add(self, rows: Iterable[ScoreRow]) -> None:
        """Keep rows; those of a scene go to disk in one piece."""
        new = list(rows)
        for row in new:
            self._take(row)
        if self._path is not None:
            append_lines(self._path, ({**asdict(row), "stem": row.stem.value} for row in new))

    def _take(self, row: ScoreRow) -> None:
        known = self._rows.get(row.key)
        if known is not None and known.recipe == row.recipe:
            metrics = tuple(dict.fromkeys([*known.metrics, *row.metrics]))
            row = replace(row, metrics=metrics, values={**known.values, **row.values})
        self._rows[row.key] = row


def _row(values: dict[str, Any]) -> ScoreRow:
    known = plain_values(values, ScoreRow)
    known["stem"] = Stem(values["stem"])
    known["metrics"] = tuple(map(str, values["metrics"]))
    known["values"] = {str(k): float(v) for k, v in values["values"].items()}
    return ScoreRow(**known)
