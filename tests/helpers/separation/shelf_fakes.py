"""A shelf whose models lie on a server of this computer."""

import hashlib
from contextlib import closing, contextmanager
from dataclasses import replace

from cass_core.checkpoints.shelf import standing, table
from cass_core.checkpoints.shelf.table import SHELF
from tests.helpers.file_server import FileServer
from tests.helpers.separation.published_checkpoints import (
    mrx_config,
    random_state,
    write_checkpoint,
)


@contextmanager
def served_shelf(monkeypatch, folder):
    """The shelf, with a tiny MRX that its server gives; yields the server and that row."""
    path = write_checkpoint(folder / "weights.pth", random_state(mrx_config()))
    content = path.read_bytes()
    path.unlink()
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with closing(FileServer(content)) as server:
        rows = []
        for row in SHELF:
            if row.name == "mrx":
                source = replace(
                    row.source,
                    direct=f"{server.url}/mrx.pth",
                    num_bytes=len(content),
                    sha256=hashlib.sha256(content).hexdigest(),
                )
                row = served = replace(row, source=source)  # noqa: PLW2901
            rows.append(row)
        monkeypatch.setattr(table, "SHELF", tuple(rows))
        monkeypatch.setattr(standing, "SHELF", tuple(rows))
        yield server, served
