"""Reading JSON values that must be of a kind, with a clause that says which one is not."""

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

T = TypeVar("T")

LARGEST_COUNT = 1 << 53
"""Far beyond any programme, and the largest whole number that every JSON reader keeps exact."""


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
        return self._values.get(key) is not None

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

    def count(self, key: str) -> int:
        """A whole number from 0."""
        return self._checked(key, int, "a whole number from 0", _is_count)

    def whole_number(self, key: str) -> int:
        """A whole number of either sign."""
        return self._checked(key, int, "a whole number", lambda value: abs(value) < LARGEST_COUNT)

    def number(self, key: str, lowest: float, highest: float) -> float:
        """A number within a range."""
        value = self._value(key)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and lowest <= value <= highest:  # type: ignore[operator]
            return float(value)  # type: ignore[arg-type]
        raise BadValueError(f'"{self._path(key)}" is not a number from {lowest:g} to {highest:g}')

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
