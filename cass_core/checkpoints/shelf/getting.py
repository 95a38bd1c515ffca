"""From a row of the shelf to a model that can be chosen: its file fetched, checked and imported."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from cass_core.checkpoints.description import DESCRIPTION_NAME
from cass_core.checkpoints.downloads import downloads_folder
from cass_core.checkpoints.registry import user_models_folder
from cass_core.checkpoints.shelf.table import ShelfRow
from cass_core.checkpoints.transfer import Received, transferred
from cass_core.errors import ModelError, OutputError


def fetched(row: ShelfRow, name: str, overwrite: bool = False) -> Generator[Received, None, None]:
    """Fetch the file of a model; close the iterator to cancel, what has come is kept.

    Args:
        row: of the shelf.
        name: that the model is to have.
        overwrite: also where there is a model of that name.

    Yields:
        How far it is; in the end the file lies at `fetched_file`.

    Raises:
        ModelError: its publisher gives the file to people only, or it does not come.
        OutputError: it is here already, or there is no room for it.
    """
    if row.source is None:
        raise ModelError(f"{row.title} ships with the program; there is nothing to get.")
    if row.download is None:
        raise ModelError(
            f"The publisher gives {row.source.file} to people only; open {row.source.url}, "
            "download it there, and import the file."
        )
    if (user_models_folder() / name / DESCRIPTION_NAME).exists() and not overwrite:
        raise OutputError(
            f"There is a model '{name}' already; use it, or get it anew under another name."
        )
    # the model that is made of the file is about as large
    yield from transferred(row.download, downloads_folder(), row.download.num_bytes or 0)


def fetched_file(row: ShelfRow) -> Path:
    """Where the fetched file of a model lies until it is imported."""
    assert row.download is not None
    return downloads_folder() / row.download.file_name


@contextmanager
def used_up(file: Path) -> Generator[None, None, None]:
    """Let a fetched file go when a model was made of it, or when none can be.

    Args:
        file: as it was fetched; it stays where its import stopped for another reason.

    Yields:
        While it is imported.
    """
    try:
        yield
    except ModelError:  # the next time another one may come
        file.unlink(missing_ok=True)
        raise
    file.unlink(missing_ok=True)
