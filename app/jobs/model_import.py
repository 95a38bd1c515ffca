"""Importing a model in a process of its own: it needs the network's libraries and their memory."""

import multiprocessing
from collections.abc import Generator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from cass_core.errors import CassError, ModelError

_POLL_S = 0.1

Told = tuple[str, str]  # what went wrong, and the name of the model


def imported(file: Path, kind: str | None, name: str | None) -> Generator[str, None, None]:
    """Import a file; close the iterator to give up.

    Args:
        file: a published checkpoint.
        kind: which separator it is; None to recognise it.
        name: of the model; None for the usual one.

    Yields:
        Nothing but empty texts while it takes, and the model's name in the end.

    Raises:
        ModelError: it cannot be imported.
    """
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=run_import, args=(theirs, str(file), kind, name), daemon=True, name="cass-import"
    )
    with closing(mine):
        process.start()
        theirs.close()
        try:
            while not mine.poll(_POLL_S):
                yield ""
            problem, model = _answer(mine, file)
        finally:
            process.kill()
            process.join()
            process.close()
    if problem:
        raise ModelError(problem)
    yield model


def run_import(
    told: "Connection[Told, object]", file: str, kind: str | None, name: str | None
) -> None:
    """What the process does.

    Args:
        told: gets one sentence, empty if all went well, and the name of the model.
        file: path of the checkpoint.
        kind: which separator it is.
        name: of the model.
    """
    from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint

    try:
        folder, _ = import_checkpoint(ImportRequest(Path(file), kind, name, beside=True))
    except CassError as error:
        told.send((str(error), ""))
    else:
        told.send(("", folder.name))


def _answer(pipe: "Connection[object, Told]", file: Path) -> Told:
    try:
        return pipe.recv()
    except EOFError:  # it was ended, most likely for the memory that it took
        return f"{file} could not be imported; close other programs and try again.", ""
