"""Reading JSON values that must be of a kind, with a clause that says which one is not."""

import math
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

T = TypeVar("T")
Scalar = str | int | float | bool | None

LARGEST_COUNT = 1 << 53
"""Far beyond any programme, and the largest whole number that every JSON reader keeps exact."""

_LARGEST_WHOLE = 1 << 63  # a seed may be any integer of 64 bits


class BadValueError(Exception):
    """What is wrong with the content, as a clause that names the value."""


class JsonTable:
    """A JSON object whose values are asked for by key and kind."""

    def __init__(self, value: object, name: str) -> None:
        """Check that it is an object at all.

        Args:
            value: as `json.loads` gave it.
            name: where it stands, such as "mix.DX"; empty for the whole file.
        """
        if not isinstance(value, dict):
            raise BadValueError(f'"{name}" is not a table' if name else "it is not a table")
        self._values = value
        self._name = name

    def __contains__(self, key: str) -> bool:
        """Whether a key stands there at all, also with null."""
        return key in self._values

    def is_null(self, key: str) -> bool:
        """Whether a value that must be there is null."""
        return self._value(key) is None

    def table(self, key: str) -> "JsonTable":
        """An object within this one."""
        return JsonTable(self._value(key), self._path(key))

    def flag(self, key: str) -> bool:
        """True or false."""
        return self._checked(key, bool, "true or false", lambda _: True)

    def text(self, key: str, choices: Sequence[str] = ()) -> str:
        """A text, where choices are given one of them."""
        kind = f"one of {', '.join(choices)}" if choices else "a text"
        return self._checked(key, str, kind, lambda text: not choices or text in choices)

    def text_or_null(self, key: str) -> str | None:
        """A text, or null."""
        if self.is_null(key):
            return None
        return self._checked(key, str, "a text or null", lambda _: True)

    def count(self, key: str, lowest: int = 0) -> int:
        """A whole number from the lowest on."""
        words = f"a whole number from {lowest}"
        return self._checked(key, int, words, lambda value: _is_count(value) and value >= lowest)

    def whole_number(self, key: str, lowest: int = -_LARGEST_WHOLE) -> int:
        """A whole number of 64 bits; of either sign, or from the lowest on."""
        words = "a whole number" if lowest < 0 else f"a whole number from {lowest}"
        return self._checked(key, int, words, lambda value: _is_64_bits(value) and value >= lowest)

    def number(self, key: str, lowest: float, highest: float = math.inf) -> float:
        """A finite number within a range."""
        value = self._value(key)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        largest = min(highest, sys.float_info.max)  # a whole number can be larger than any float
        if is_number and lowest <= value <= largest:  # type: ignore[operator]
            return float(value)  # type: ignore[arg-type]
        end = f" to {highest:g}" if highest < math.inf else ""
        raise BadValueError(f'"{self._path(key)}" is not a number from {lowest:g}{end}')

    def numbers(self, key: str, how_many: int, lowest: float, highest: float) -> tuple[float, ...]:
        """As many numbers within a range as asked for."""
        words = f"a list of {how_many} numbers"
        items = self._checked(key, list, words, lambda found: len(found) == how_many)
        named = {f"{key}[{number}]": item for number, item in enumerate(items)}
        table = JsonTable(named, self._name)
        return tuple(table.number(name, lowest, highest) for name in named)

    def counts(self, key: str, how_many: int | None = None) -> tuple[int, ...]:
        """As many whole numbers from 0 as asked for; any number of them where None."""
        words = "whole numbers" if how_many is None else f"{how_many} whole numbers"
        items = self._checked(
            key,
            list,
            f"a list of {words} from 0",
            lambda found: how_many in (None, len(found)) and all(map(_is_count, found)),
        )
        return tuple(items)

    def each(self, key: str, read: Callable[["JsonTable"], T]) -> tuple[T, ...]:
        """Every object of a list, read by a function."""
        items = self._checked(key, list, "a list", lambda _: True)
        names = (f"{self._path(key)}[{number}]" for number in range(len(items)))
        return tuple(read(JsonTable(item, name)) for item, name in zip(items, names, strict=True))

    def lists(self, key: str) -> list[list[object]]:
        """A list of lists of anything."""
        return self._checked(
            key,
            list,
            "a list of lists",
            lambda items: all(isinstance(item, list) for item in items),
        )

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(
            self._checked(
                key,
                list,
                "a list of texts",
                lambda items: all(isinstance(item, str) for item in items),
            )
        )

    def dictionary(self, key: str) -> dict[str, Any]:
        """An object of anything, which nobody relies on."""
        return self._checked(key, dict, "a table", lambda _: True)

    def scalars(self, key: str) -> dict[str, Scalar]:
        """An object of texts, numbers, truths and nulls."""

        def is_flat(values: dict[str, object]) -> bool:
            return all(v is None or isinstance(v, str | int | float) for v in values.values())

        table: dict[str, object] = self._checked(key, dict, "a table of settings", is_flat)
        return cast(dict[str, Scalar], table)

    def _value(self, key: str) -> object:
        if key not in self._values:
            raise BadValueError(f'"{self._path(key)}" is missing')
        return self._values[key]

    def _checked(self, key: str, kind: type[T], words: str, test: Callable[[T], bool]) -> T:
        value = self._value(key)
        # True and False are whole numbers to Python and never to us
        is_kind = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        if not is_kind or not test(cast(T, value)):
            raise BadValueError(f'"{self._path(key)}" is not {words}')
        return cast(T, value)

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key


def _is_count(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole and 0 <= value < LARGEST_COUNT  # type: ignore[operator]


def _is_64_bits(value: int) -> bool:
    return -_LARGEST_WHOLE <= value < _LARGEST_WHOLE
