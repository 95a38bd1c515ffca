"""Text without names of files: a report of a problem is nobody's list of what he works on.

What is known to be private, such as recent movies, goes by name; whatever else looks like a path or
like a movie goes by its form, rather too much of it than too little.
"""

import re
from collections.abc import Iterable
from pathlib import Path

MASK = "‹name›"

_KINDS = (
    "aac|ac3|aif|aiff|avi|bwf|caf|cass|dts|dv|eac3|flac|m2ts|m4a|m4v|mka|mkv|mov|mp3|mp4|mpeg|mpg|"
    "mts|mxf|ogg|opus|rf64|stems|thd|ts|vob|w64|wav|webm|wmv"
)
# up to the last ending of a line's unquoted rest, since names have spaces; else to the next space
_PATH = re.compile(r"(?:\b[A-Za-z]:[\\/]|(?<![\w.<])[\\/])(?:[^\"'<>|\n]*\.\w{1,8}|[^\s\"'<>|,;]+)")
_MOVIE = re.compile(rf"[^\s\"'<>|/\\]+\.(?:{_KINDS})\b", re.IGNORECASE)
_FRAME = re.compile(
    r"^(\s*File \")(?:[^\"]*[\\/])?"
    r"((?:app|cass_core|site-packages|python3\.\d+)[\\/][^\"]*\", line \d+)",
    re.MULTILINE,
)
_KEPT = re.compile(r"\x00(\d+)\x00")


def without_names(text: str, known: Iterable[Path] = ()) -> str:
    """Put a mask in place of all names of files and folders.

    Args:
        text: of several lines.
        known: files whose paths and names are private wherever they stand.

    Returns:
        The text; places in this program's own code are kept from its folder on.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] + match[2])
        return f"\x00{len(kept) - 1}\x00"

    text = _FRAME.sub(keep, text.replace("\x00", ""))
    for name in _names(known):
        text = text.replace(name, MASK)
    text = _MOVIE.sub(MASK, _PATH.sub(MASK, text)).replace(2 * MASK, MASK)
    return _KEPT.sub(lambda match: kept[int(match[1])], text)


def _names(known: Iterable[Path]) -> list[str]:
    """Paths, names of files and of folders; long ones first, as they may hold short ones."""
    names: set[str] = set()
    for path in known:
        names |= {str(path), path.name, path.stem}
        names |= {str(folder) for folder in path.parents if len(folder.parts) > 1}
        names |= {path.parent.name}
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)
