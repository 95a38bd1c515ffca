"""Settings from files, checked against the annotations of their dataclass: type, range, length."""

import math
import sys
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_SHOWN = 60  # characters of a wrong value in a sentence


class Between:
    """The lowest and the highest number; of a text or a list, the shortest and the longest."""

    def __init__(self, lowest: float, highest: float) -> None:
        self.lowest, self.highest = lowest, highest

    def __str__(self) -> str:
        return f"{self.lowest:g} to {self.highest:g}"


def check_fields(settings: "DataclassInstance") -> None:
    """Check all fields of a dataclass, annotated plainly or as `Annotated[int, Between(1, 8)]`.

    Args:
        settings: with its values; called from its `__post_init__`.

    Raises:
        ValueError: a clause that names the first field of a wrong type or out of its range.
    """
    kinds = _kinds(type(settings))
    for field in fields(settings):
        check_value(field.name, getattr(settings, field.name), kinds[field.name])


def check_value(name: str, value: object, kind: object) -> None:
    """Check one value against an annotation.

    Args:
        name: for the clause.
        value: what was read.
        kind: a type, a Literal, a tuple or Sequence of such, a union, with or without `Between`.

    Raises:
        ValueError: it is of another type or out of its range.
    """
    limits: Sequence[Between] = ()
    if get_origin(kind) is Annotated:
        kind, *limits = get_args(kind)
    if not _is_of_kind(name, value, kind):
        raise ValueError(f"{name} is {_shown(value)}")
    for limit in limits:
        size = len(value) if hasattr(value, "__len__") else value
        if not limit.lowest <= size <= limit.highest:  # type: ignore[operator]
            what = "of a length from " if hasattr(value, "__len__") else ""
            raise ValueError(f"{name} is {_shown(value)}, not {what}{limit}")


def check_tree(settings: "DataclassInstance") -> None:
    """As `check_fields`, of all dataclasses within as well, in fields and rows of them."""
    check_fields(settings)
    for field in fields(settings):
        value = getattr(settings, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part) and not isinstance(part, type):
                check_tree(part)


@cache
def _kinds(owner: type) -> dict[str, object]:
    return get_type_hints(owner, vars(sys.modules[owner.__module__]), include_extras=True)


def _is_of_kind(name: str, value: object, kind: object) -> bool:
    origin = get_origin(kind)
    if origin is Literal:
        return isinstance(value, str) and value in get_args(kind)
    if origin in (Union, UnionType):
        return _is_one_of(name, value, get_args(kind))
    if origin in (tuple, Sequence):
        return _is_row(name, value, kind)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and abs(value) < math.inf  # type: ignore[arg-type]
    return isinstance(value, origin or kind)  # type: ignore[arg-type]


def _is_one_of(name: str, value: object, kinds: Sequence[object]) -> bool:
    """None, where that is possible, or a value whose own check speaks for itself."""
    if value is None and type(None) in kinds:
        return True
    rest = [kind for kind in kinds if kind is not type(None)]
    for kind in rest:
        check_value(name, value, kind)
    return True


def _is_row(name: str, value: object, kind: object) -> bool:
    """A tuple of things of one kind, or of a kind for each place; a list, too, for a Sequence."""
    if not isinstance(value, tuple if get_origin(kind) is tuple else (tuple, list)):
        return False
    kinds = get_args(kind)
    if get_origin(kind) is not tuple or Ellipsis in kinds:
        kinds = kinds[:1] * len(value)
    if len(kinds) != len(value):
        return False
    for number, (part, of) in enumerate(zip(value, kinds, strict=True)):
        check_value(f"{name}[{number}]", part, of)
    return True


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, int) or abs(value) < 1 << 64 else "a huge number"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
