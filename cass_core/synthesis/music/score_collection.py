"""Scores that the package music21 carries, and which of them are kept back."""

import importlib.util
import re
from pathlib import Path

from cass_core.errors import SettingsError

# works whose composers died more than seventy years ago; encodings that carry a licence of their
# own are left out
_SCORES = re.compile(
    r"(bach|beethoven|corelli|cpebach|handel|haydn|joplin|monteverdi|mozart|schubert"
    r"|schumann_clara|schumann_robert|verdi|weber)/.*\.(mxl|xml|musicxml)"
)
_LEFT_OUT = re.compile(r"monteverdi/.*(madrigal\.3\.(1|2)\b)|schubert/|schumann_clara/opus17")
# whole composers and whole works, never a movement of one
_KEPT = {
    "valid": re.compile(
        r"schumann_clara/|weber/|handel/|mozart/k80/|beethoven/opus74|bach/bwv2[5-9]\d"
    ),
    "test": re.compile(r"haydn/|joplin/|cpebach/|beethoven/opus59|bach/bwv(3[89]|4\d)\d"),
}


def score_files(split: str) -> list[tuple[str, Path]]:
    """Name and path of the scores of a split, in a fixed order.

    Args:
        split: "train", "valid" or "test".

    Returns:
        Names such as "mozart/k155/movement1.mxl"; SettingsError without the package.
    """
    spec = importlib.util.find_spec("music21")
    if spec is None or spec.origin is None:
        raise SettingsError(
            "The scores are missing: they come with a package (pip install --no-deps music21)."
        )
    root = Path(spec.origin).parent / "corpus"
    found = ((path.relative_to(root).as_posix(), path) for path in sorted(root.rglob("*.*")))
    return [(name, path) for name, path in found if split_of(name) == split]


def split_of(name: str) -> str | None:
    """Split of a score by its name; None where it is left out."""
    if _SCORES.fullmatch(name) is None or _LEFT_OUT.search(name):
        return None
    return next((split for split, kept in _KEPT.items() if kept.match(name)), "train")
