"""Fetch the files of a catalogue from the repositories that it names, at the named commits."""

import http.client
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from cass_core.errors import MediaError, OutputError
from cass_core.synthesis.corpus.adapters.catalogue_folder import (
    CATALOGUE_FILE,
    CatalogueRow,
    catalogue_rows,
    without_suffix,
)
from cass_core.whole_files import whole_file, write_bytes

SITE = "https://github.com"

_SOURCE = re.compile(r"github:(?P<owner>[^/@:]+)/(?P<name>[^/@:]+)@(?P<commit>\w+):(?P<path>.+)")
_TIMEOUT_S = 60
_TRIES = 3
_AT_ONCE = 8
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True)
class FetchedFile:
    """What became of a file.

    Attributes:
        file: its place in the folder, as the table has it.
        problem: why it could not be had; empty where it is there.
    """

    file: str
    problem: str = ""


def fetch_catalogue(table: Path, folder: Path, site: str = SITE) -> Iterator[FetchedFile]:
    """Bring the files of a table into a folder, each under its own suffix, and the table too.

    Files that are there are not fetched again; what cannot be had is told and passed over.

    Args:
        table: a `catalogue.csv` whose sources are "github:OWNER/NAME@COMMIT:PATH".
        folder: where the files go; `cass corpus add` can read it at any time.
        site: where repositories are.

    Yields:
        FetchedFile: in the order of the table.
    """
    try:
        rows = list(catalogue_rows(table, "a catalogue"))
    except MediaError as error:
        raise MediaError(
            f"{table} is no catalogue that can be read; name a table with the columns file, kind, "
            "licence, source and stem."
        ) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / CATALOGUE_FILE, table.read_bytes(), durable=True)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(partial(_fetched, folder, site), rows)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be written ({error.strerror}); choose another folder."
        ) from error


def source_address(source: str, site: str = SITE) -> str:
    """The address of a source; MediaError where it names no file of a repository."""
    found = _SOURCE.fullmatch(source)
    if found is None or ".." in PurePosixPath(found["path"]).parts:
        raise MediaError(f"The catalogue's source {source} is no file of a repository.")
    path = urllib.parse.quote(found["path"])
    return f"{site}/{found['owner']}/{found['name']}/raw/{found['commit']}/{path}"


def _fetched(folder: Path, site: str, row: CatalogueRow) -> FetchedFile:
    inside = PurePosixPath(without_suffix(row.file))
    if inside.is_absolute() or ".." in inside.parts:
        return FetchedFile(row.file, "its name leaves the folder")
    try:
        address = source_address(row.source, site)
    except MediaError as error:
        return FetchedFile(row.file, str(error))
    target = folder / f"{inside}{PurePosixPath(row.source).suffix.lower()}"
    if target.is_file():
        return FetchedFile(row.file)
    target.parent.mkdir(parents=True, exist_ok=True)
    problem = ""
    for _ in range(_TRIES):
        try:
            return FetchedFile(row.file, _received(address, target))
        except urllib.error.HTTPError as error:
            problem = f"the server answers {error.code}"
            if error.code < 500:
                break
        except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError):
            problem = "the server cannot be reached"
    return FetchedFile(row.file, problem)


def _received(address: str, target: Path) -> str:
    """Fetch a file in one piece; why it was not kept, empty where it was."""
    with (
        urllib.request.urlopen(address, timeout=_TIMEOUT_S) as answer,
        whole_file(target, durable=False) as fresh,
    ):
        with fresh.open("wb") as stream:
            shutil.copyfileobj(answer, stream)
        with fresh.open("rb") as stream:
            is_pointer = stream.read(len(_POINTER)) == _POINTER
    if is_pointer:
        target.unlink()
        return "the repository keeps only a pointer to it"
    return ""
