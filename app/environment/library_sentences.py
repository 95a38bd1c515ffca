"""The library's sentences in the language of the window; the library itself writes plain English.

A sentence is found again by the template that it was made of, and its values are put into the
template's translation. The templates are collected from the library's source:
`resources/translations/update.py`.
"""

import json
import re
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.environment.numbers import decimal_point
from cass_core.resource_files import resource

CONTEXT = "LibrarySentences"

_PLACE = re.compile(r"\{(\d+)(:n)?\}")
_NUMBER = r"([-+]?(?:[\d.]+(?:e[-+]?\d+)?|inf))"
_FEWEST_LETTERS = 6  # of a template that is looked for outside of others
_FILE = re.compile(r"[/\\]|\.\w{1,5}$")
_BETWEEN = re.compile(r"(, | and )(?![^(]*\))")  # the pieces of a list, outside of brackets


class _Template(NamedTuple):
    """A text with places, and how it is known again."""

    text: str
    letters: int
    pattern: re.Pattern[str]


def translated(sentence: str) -> str:
    """What the library said, as the window says it.

    Args:
        sentence: of an error, a warning or a label.

    Returns:
        The translation; the sentence itself where nobody knows it.
    """
    return _translated(sentence, _FEWEST_LETTERS)


def _translated(text: str, fewest_letters: int) -> str:
    for template in _templates():
        if template.letters < fewest_letters:
            break
        if found := template.pattern.fullmatch(text):
            return _filled(template.text, found.groups())
    return text


def _filled(template: str, values: tuple[str, ...]) -> str:
    def value(place: re.Match[str]) -> str:
        said = values[int(place[1])]
        return said.replace(".", decimal_point()) if place[2] else _value(said)

    return _PLACE.sub(value, QCoreApplication.translate(CONTEXT, template))


def _value(said: str) -> str:
    """A value: a clause, a list of clauses, or a name, which stays as it is."""
    if _FILE.search(said) and not said.endswith("."):
        return said
    pieces = _BETWEEN.split(said)
    done = [_translated(piece, 0) for piece in pieces]
    is_list = all(new != old for new, old in zip(done[::2], pieces[::2], strict=True))
    return "".join(done) if is_list else _translated(said, 0)


@cache
def _templates() -> tuple[_Template, ...]:
    """All templates, those with the most text of their own first."""
    path = resource("translations", "library.json")
    texts = json.loads(path.read_text(encoding="utf-8"))
    templates = (_Template(text, len(_PLACE.sub("", text)), _pattern(text)) for text in texts)
    return tuple(sorted(templates, key=lambda template: -template.letters))


def _pattern(text: str) -> re.Pattern[str]:
    pattern, end = "", 0
    for place in _PLACE.finditer(text):
        pattern += re.escape(text[end : place.start()]) + (_NUMBER if place[2] else "(.*?)")
        end = place.end()
    return re.compile(pattern + re.escape(text[end:]), re.DOTALL)
