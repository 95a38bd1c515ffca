"""Markdown from numbers."""

from collections.abc import Iterable, Sequence


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; the first row holds the headings, the first column is aligned to the left."""
    head, *body = rows
    rule = [":--", *["--:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *body))


def number(value: float | None, digits: int = 2) -> str:
    """A number with a fixed count of digits; nothing where it was not measured."""
    return "" if value is None else f"{value:.{digits}f}"


def section(title: str, *parts: str, level: int = 2) -> str:
    """A heading with paragraphs, tables or pictures below it; empty ones are left out."""
    return "\n\n".join([f"{'#' * level} {title}", *(part for part in parts if part)])


def document(sections: Iterable[str]) -> str:
    """Sections one after the other; empty ones are left out."""
    return "\n\n".join(part for part in sections if part) + "\n"
