"""Where the stems of a movie stand: the one rule of the command line and the window."""

from collections.abc import Sequence
from pathlib import Path

from cass_core.media.files.layout_names import channels_code
from cass_core.resource_files import user_data_folder

SPOOL_PREFIX = "decoded-"
_STEMS_SUFFIX = ".stems"
_TAKES = "takes"
# systems take 255 bytes; what is added while a file is written, or to a folder, takes 30 at most
_MOST_BYTES = 225


def stems_folder(out: Path, movie: Path) -> Path:
    """The folder of the working stems that `cass separate` makes, `<movie>.stems`."""
    return out / (shortened_name(movie.name) + _STEMS_SUFFIX)


def project_folder(parent: Path, movie: Path) -> Path:
    """The folder of what the window makes of a movie, until a project says another."""
    return parent / f"{movie.stem} stems"


def takes_folder(project_folder: Path) -> Path:
    """The folder of the takes that the window makes, each of which is a folder of stems."""
    return project_folder / _TAKES


def own_folder(movie: Path) -> Path:
    """A place for a movie's takes that this user can always write."""
    return user_data_folder() / "projects" / movie.name


def spool_path(folder: Path, key: str, audio_stream: int, channels: Sequence[int] = ()) -> Path:
    """The work file that holds the decoded sound while a movie is separated."""
    return folder / f"{SPOOL_PREFIX}{key[:12]}-{audio_stream}{channels_code(channels)}.wav"


def shortened_name(name: str) -> str:
    """The name cut to what file systems take, between two characters."""
    coded = name.encode("utf-8", "surrogateescape")
    return name if len(coded) <= _MOST_BYTES else coded[:_MOST_BYTES].decode("utf-8", "ignore")
