"""The published files that measures need: a table, fetched once."""

from contextlib import closing

import pytest

from cass_core.checkpoints import downloads
from cass_core.checkpoints.downloads import DOWNLOADS, Download, downloaded, fetch
from cass_core.errors import ModelError
from tests.helpers.file_server import FileServer


@pytest.fixture(autouse=True)
def data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_fetched_once(monkeypatch):
    with closing(FileServer(b"weights")) as server:
        items = {"file": Download("file.bin", server.url, "CC0-1.0", 7)}
        monkeypatch.setattr(downloads, "DOWNLOADS", items)
        seen = []
        path = fetch("file", lambda have, whole: seen.append((have, whole)))
        assert path.read_bytes() == b"weights"
        assert path == downloaded("file") == fetch("file")
        assert seen[-1] == (7, 7)
        assert len(server.asked) == 1


def test_what_is_not_there_is_named():
    with pytest.raises(ModelError, match=r"cass fetch vggish.*https://github.com/harritaylor"):
        downloaded("vggish")
    with pytest.raises(ModelError, match="no download 'other'"):
        fetch("other")


def test_registry_is_whole():
    for name, item in DOWNLOADS.items():
        assert item.url.startswith("https://"), name
        assert item.licence, name
        assert item.sha256 is None or int(item.sha256, 16) >= 0
    assert len({item.file_name for item in DOWNLOADS.values()}) == len(DOWNLOADS)
