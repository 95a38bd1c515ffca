"""Which folder of stems is meant by a folder around it, or by the movie that they are of."""

from collections.abc import Iterable
from pathlib import Path

from cass_core.errors import SettingsError, StemSetError
from cass_core.programme.locations import stems_folder
from cass_core.stems.manifest import MANIFEST_NAME


def found_stems(path: Path) -> Path:
    """The folder with the manifest: the one named, or the only one in it.

    Args:
        path: a folder of stems, or one that `cass separate` has written to.

    Returns:
        The folder; the one named where there is none in it.

    Raises:
        StemSetError: it holds the stems of several movies.
    """
    if (path / MANIFEST_NAME).is_file() or not path.is_dir():
        return path
    found = [inside.parent for inside in sorted(path.glob(f"*/{MANIFEST_NAME}"))]
    if len(found) > 1:
        raise StemSetError(f"{path} holds the stems of several movies; name one, {found[0]}.")
    return found[0] if found else path


def stems_of_movie(movie: Path, folders: Iterable[Path]) -> Path:
    """The stems that `cass separate` or `cass batch` has made of a movie.

    Args:
        movie: its file.
        folders: where they may be, beside the movie's own folder.

    Returns:
        The first folder that is there.

    Raises:
        SettingsError: there is none.
    """
    places = [stems_folder(folder, movie) for folder in (*folders, movie.parent)]
    places += [stems_folder(folder / movie.stem, movie) for folder in folders]
    for place in places:
        if (place / MANIFEST_NAME).is_file():
            return place
    raise SettingsError(
        f"{movie.name} has no stems in {' or '.join(str(p.parent) for p in places[:2])}; name "
        "their folder, separate it with `cass separate`, or do all at once with `cass batch`."
    )
