"""A recording that its machine split into chapters, as a list that is opened like one file.

The list is FFmpeg's own (`ffconcat`), so other programs play it as well. Only lists that this
program wrote are opened, and only files that hold what they play are taken from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.errors import MediaError, OutputError
from cass_core.whole_files import whole_file

ENDING = ".ffconcat"
_HEAD = "ffconcat version 1.0"
_MARK = "# a recording in chapters, by Cass Studio"
_FILE, _QUOTE = "file ", "'\\''"
_MOST_BYTES = 1 << 20


@dataclass(frozen=True)
class Chapter:
    """One file of a recording.

    Attributes:
        path: the file.
        duration_s: length of its sound, or of its picture where it has none.
        fingerprint: hash of its content, so that lists of other recordings are others.
    """

    path: Path
    duration_s: Fraction
    fingerprint: str


def is_recording(path: str | Path) -> bool:
    """Whether a file is a list of chapters that this program wrote."""
    path = Path(path)
    if path.suffix.lower() != ENDING:
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_HEAD) + len(_MARK) + 1).decode("utf-8") == f"{_HEAD}\n{_MARK}"
    except (OSError, ValueError):
        return False


def chapters_in(path: str | Path) -> tuple[Path, ...]:
    """The files of a recording, in their order.

    Args:
        path: its list.

    Returns:
        At least one.

    Raises:
        MediaError: the list is damaged, or one of its files is not there.
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8") as file:
            lines = file.read(_MOST_BYTES).splitlines()
    except (OSError, ValueError) as error:
        raise MediaError(f"{path} cannot be read; check its name and permissions.") from error
    quoted = (line.removeprefix(_FILE).strip() for line in lines if line.startswith(_FILE))
    found = tuple(path.parent / text[1:-1].replace(_QUOTE, "'") for text in quoted)
    for chapter in found:
        if not chapter.is_file() or is_recording(chapter):
            raise MediaError(
                f"{chapter.name}, a chapter of {path.name}, is not there; put it back beside the "
                "others."
            )
    if not found:
        raise MediaError(f"{path} names no chapters; open the first file of the recording again.")
    return found


def first_chapter(path: str | Path) -> Path:
    """The first file of a recording, whose notes are those of the whole; any other file itself."""
    return chapters_in(path)[0] if is_recording(path) else Path(path)


def write_recording(chapters: Sequence[Chapter]) -> Path:
    """Write the list of a recording beside its files; one that is the same stays as it is.

    Args:
        chapters: at least two, of one folder, in their order.

    Returns:
        The list, which is called like the first file.

    Raises:
        OutputError: it cannot be written there.
    """
    first = chapters[0].path
    target = first.with_suffix(ENDING)
    text = "".join(_entry(chapter) for chapter in chapters)
    content = f"{_HEAD}\n{_MARK}\n{text}".encode()
    try:
        if not target.exists() or target.read_bytes() != content:
            with whole_file(target, durable=True) as place:
                place.write_bytes(content)
    except OSError as error:
        raise OutputError(
            f"{target} cannot be written ({error.strerror or error}); copy the recording to a "
            "folder that can be written."
        ) from error
    return target


def _entry(chapter: Chapter) -> str:
    name = chapter.path.name.replace("'", _QUOTE)
    seconds = f"{float(chapter.duration_s):.6f}"
    return f"{_FILE}'{name}'\nduration {seconds}\n# {chapter.fingerprint}\n"
