"""Types of arguments that say which numbers they take."""

import argparse
import math
from collections.abc import Callable

from cass_core.delivery.sessions.formats import session_format
from cass_core.errors import SettingsError

_MOST_TRACKS = 1000


def whole(lowest: int, highest: int | None = None) -> Callable[[str], int]:
    """A whole number within a range.

    Args:
        lowest: smallest number that is taken.
        highest: largest; None for no limit.

    Returns:
        A type for `add_argument`.
    """
    upper = math.inf if highest is None else highest
    said = f"{lowest} or more" if highest is None else f"{lowest} to {highest}"

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = lowest - 1
        if not lowest <= value <= upper:
            raise argparse.ArgumentTypeError(f"must be a whole number, {said}, not '{text}'")
        return value

    return number


def channel_numbers(text: str) -> tuple[int, ...]:
    """Channels as editors count them, such as "1,2", for `add_argument`.

    Args:
        text: numbers from 1 with commas between them.

    Returns:
        The numbers from 0, in rising order, which is the file's own.
    """
    try:
        numbers = {int(part) for part in text.split(",")}
    except ValueError:
        numbers = {0}
    if min(numbers) < 1:
        raise argparse.ArgumentTypeError(
            f"must be channel numbers from 1 with commas between them, such as 1,2, not '{text}'"
        )
    return tuple(sorted(number - 1 for number in numbers))


def track_numbers(text: str) -> tuple[int, ...]:
    """Sound tracks as editors count them, such as "1-6" or "1+2", for `add_argument`.

    Args:
        text: numbers from 1, with + between them, or - between the first and the last.

    Returns:
        The numbers from 0, in rising order.
    """
    numbers: set[int] = set()
    for part in text.split("+"):
        first, _, last = part.partition("-")
        try:
            numbers |= set(range(int(first), min(int(last or first), _MOST_TRACKS) + 1)) or {0}
        except ValueError:
            numbers |= {0}
    if min(numbers) < 1 or len(numbers) < 2:
        raise argparse.ArgumentTypeError(
            f"must be numbers of two tracks or more, such as 1-6 or 1+2, not '{text}'"
        )
    return tuple(sorted(number - 1 for number in numbers))


def share(lowest: float, highest: float) -> Callable[[str], float]:
    """A number between two, for `add_argument`.

    Args:
        lowest: smallest number that is taken.
        highest: largest.

    Returns:
        A type.
    """

    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not lowest <= value <= highest:
            raise argparse.ArgumentTypeError(
                f"must be a number from {lowest:g} to {highest:g}, not '{text}'"
            )
        return value

    return number


def zero_or_more(text: str) -> float:
    """A number that is not negative, for `add_argument`."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"must be 0 or more, not '{text}'")
    return value


def above_zero(text: str) -> float:
    """A number above zero, for `add_argument`."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"must be a number above 0, not '{text}'")
    return value


def session_keys(text: str) -> tuple[str, ...]:
    """Kinds of sessions, such as "reaper,aaf", for `add_argument`.

    Args:
        text: keys of `SESSION_FORMATS` with commas between them.

    Returns:
        The keys, each once.
    """
    keys = tuple(dict.fromkeys(key.strip() for key in text.split(",") if key.strip()))
    try:
        for key in keys:
            session_format(key)
    except SettingsError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return keys
