"""Collects what the library says to people, as templates with numbered places.

The library writes plain English and knows no translations. Its sentences and the clauses that are
put into them are read from its source, so that none is forgotten: `{0}` stands for a text, `{1:n}`
for a number. What only the command line and developers see is left out.
"""

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[2] / "cass_core"

UNHEARD = (
    "checkpoints/importers", "checkpoints/opinion_weights.py", "cli", "delivery/batches",
    "diagnosis", "evaluation", "flow", "metrics", "review/page", "synthesis", "training",
)  # fmt: skip
"""Parts of the library that the window never runs."""

WORDS = (
    "AV-CASS, audio only", "MRX, levels of films", "MRX, spectra of films",
    "Bandit v2, many languages",
    "sound", "picture", "sync", "timecode", "before", "after", "channel", "channels", "steps",
    "all", "none", " and ", " (process {0})", " to {0:n}", "{0:n} GB",
    "{0:n} MB", "{0:n} kB",
    "No such file or directory", "Permission denied", "No space left on device",
    "Input/output error", "Read-only file system", "Is a directory", "Not a directory",
    "File exists", "File name too long", "Operation not permitted", "Device or resource busy",
    "Text file busy", "Stale file handle", "Disk quota exceeded", "File too large",
    "Cannot allocate memory", "Too many open files", "Invalid argument", "End of file",
    "Invalid data found when processing input",
    "{0} cannot be used ({1}); check the disk and the rights of the folder.",
    "The memory is full; close other programs and try again.",
    "Something went wrong that should not have ({0}); please report it together with {1}.",
)  # fmt: skip
"""What stands in sentences besides: single words, the system's reasons, a process's faults."""

UNSAID = {
    "# a recording in chapters, by Cass Studio", "ffconcat version 1.0",
    "further files", "source file", "source sha256",
    ", 32-bit float", "16-bit PCM", "24-bit PCM", "32-bit float", "Cass Studio", "Closing {0}: {1}",
    "A decoding process ended ({0}, code {1}): {2}", "MKV, 24-bit FLAC", "MOV, 24-bit PCM",
    "MP4, 24-bit Apple Lossless", "MP4, AAC", "can't allocate memory", "drop frame",
    "not enough memory", "not stated", "of a length from ", "out of memory", "picture features",
    "scene frame", "use --overwrite or another folder.", "variable rate", "{0} Hz",
    "belongs to", "start s", "end s", "low hz", "high hz",
    "{0} and {1}", "{0} needs torchaudio's compiled part.", "{0} stems", "{0} to {1}",
}  # fmt: skip
"""Texts that no user reads, and names that are the same in all languages."""

_CODE = re.compile(r" \| |tuple\[|\n|\\|=|^ |^\W*$")
_PLACE = re.compile(r"%(?:s|(?:\.\d+)?[dfg])")
_ONLY_CLAUSES = (
    "checked/", "config.py", "media/files/naming_journal.py", "model/", "network_sizes.py",
    "request/", "separation/flow/", "separation/published/", "stems/",
)  # fmt: skip
_ONLY_SENTENCES = ("media/files/probe.py",)  # what it says besides, the command line lists


def library_templates() -> list[str]:
    """All templates, each once, in the order of the alphabet."""
    found = set(WORDS)
    for path in LIBRARY.rglob("*.py"):
        place = path.relative_to(LIBRARY).as_posix()
        if place.startswith(UNHEARD):
            continue
        texts = set(_templates(ast.parse(path.read_text(encoding="utf-8"))))
        sentences = {text for text in texts if _is_sentence(text)}
        has_clauses = bool(sentences) or place.startswith(_ONLY_CLAUSES)
        found |= texts if has_clauses and place not in _ONLY_SENTENCES else sentences
    return sorted(found - UNSAID)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and text.count(" ") > 1


def _templates(node: ast.AST) -> Iterator[str]:
    """Texts of several words; docstrings, types and the pieces of other texts are none."""
    text = _template(node)
    if text and " " in text.strip() and re.search("[A-Za-z]{2}", text) and not _CODE.search(text):
        yield text
    for part in ast.iter_child_nodes(node):
        is_docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
        is_piece = isinstance(node, ast.JoinedStr) and isinstance(part, ast.Constant)
        is_type = isinstance(part, ast.arguments)
        if not (is_docstring or is_piece or is_type):
            yield from _templates(part)


def _template(node: ast.AST) -> str | None:
    numbers = count()
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _PLACE.sub(lambda at: _place(next(numbers), at.group()), node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        _place(next(numbers), _spec(part))
        if isinstance(part, ast.FormattedValue)
        else str(part.value)  # type: ignore[attr-defined]
        for part in node.values
    )


def _spec(part: ast.FormattedValue) -> str:
    """How a value is written, such as ".2f"; empty for texts."""
    pieces = part.format_spec.values if isinstance(part.format_spec, ast.JoinedStr) else []
    return "".join(str(piece.value) for piece in pieces if isinstance(piece, ast.Constant))


def _place(number: int, spec: str) -> str:
    return f"{{{number}:n}}" if spec.endswith(("d", "f", "g")) else f"{{{number}}}"


if __name__ == "__main__":
    print("\n".join(library_templates()))
