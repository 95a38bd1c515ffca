"""Scores that a folder keeps, so that a run which was stopped goes on where it was."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cass_core.evaluation.json_lines import append_lines, read_lines

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Score = TypeVar("Score", bound="DataclassInstance")


class KeptScores(Generic[Score]):
    """The scores of one kind, a dataclass of plain values; some fields tell them apart."""

    def __init__(
        self, folder: Path | None, name: str, kind: type[Score], key: tuple[str, ...]
    ) -> None:
        """Read what is there; lines that are no such scores are passed over.

        Args:
            folder: where they are kept; None to keep nothing.
            name: of the file.
            kind: of the scores.
            key: names of the fields that tell one from the others.

        Raises:
            MediaError: the file cannot be read.
        """
        self._path, self._kind = folder / name if folder else None, kind
        self._known: dict[tuple[Any, ...], Score] = {}
        for values in read_lines(self._path) if self._path else ():
            with suppress(KeyError, TypeError):
                self._known[tuple(values[field] for field in key)] = kind(**values)

    def get(self, *key: object) -> Score | None:
        """The score with these values of the key; None where it is still to be measured."""
        return self._known.get(key)

    def of(self, key: tuple[Any, ...], measure: Callable[[], dict[str, Any]]) -> Score:
        """The score that is kept, or one of what is measured now, which is kept then.

        Args:
            key: values of the key's fields, which are the first ones of the score.
            measure: gives the other fields.

        Returns:
            The score.
        """
        return self.get(*key) or self.keep(self._kind(*key, **measure()))

    def keep(self, score: Score) -> Score:
        """Add a score that was measured; OutputError where it cannot be written."""
        if self._path is not None:
            append_lines(self._path, [asdict(score)])
        return score
