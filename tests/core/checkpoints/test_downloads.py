import hashlib
import io
import urllib.error

import pytest

from cass_core.checkpoints import downloads
from cass_core.checkpoints.downloads import DOWNLOADS, Download, downloaded, fetch
from cass_core.errors import ModelError, OutputError
from cass_core.media.files.file_lock import FileLock

CONTENT = bytes(range(256)) * 40


class Server:
    """Stands for the network: one file, which it may cut off or send whole against the wish."""

    def __init__(self):
        self.content, self.cut, self.can_go_on, self.asked = CONTENT, None, True, []

    def open(self, request, timeout):
        first = int((request.get_header("Range") or "bytes=0-")[6:-1])
        self.asked.append(first)
        if first >= len(self.content):
            raise urllib.error.HTTPError(request.full_url, 416, "range", None, None)
        first = first if self.can_go_on else 0
        answer = io.BytesIO(self.content[first : self.cut])
        answer.status = 206 if first else 200
        return answer


@pytest.fixture
def server(monkeypatch, tmp_path):
    server = Server()
    digest = hashlib.sha256(CONTENT).hexdigest()
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    monkeypatch.setattr(downloads.urllib.request, "urlopen", server.open)
    monkeypatch.setattr(downloads, "_BLOCK_BYTES", 1_000)
    items = {
        "file": Download("file.bin", "https://example.org/file", "CC0-1.0", len(CONTENT), digest),
        "open": Download("open.bin", "https://example.org/open", "CC0-1.0"),
        "begins": Download(
            "begins.bin", "https://example.org/b", "CC0-1.0", len(CONTENT), digest[:8]
        ),
    }
    monkeypatch.setattr(downloads, "DOWNLOADS", items)
    return server


def test_two_programs_never_fetch_into_one_file(server):
    folder = downloads.downloads_folder()
    folder.mkdir()
    with (
        FileLock(folder / ".file.bin.lock").claim(folder),
        pytest.raises(OutputError, match="is being written by another Cass Studio"),
    ):
        fetch("file")
    assert fetch("file").read_bytes() == CONTENT


@pytest.mark.parametrize("name", ["file", "open", "begins"])
def test_fetched_once(server, tmp_path, name):
    seen = []
    path = fetch(name, lambda have, whole: seen.append((have, whole)))
    assert path.read_bytes() == CONTENT
    assert path == downloaded(name)
    assert seen[-1] == (len(CONTENT), None if name == "open" else len(CONTENT))
    assert fetch(name) == path
    assert len(server.asked) == 1
    assert [p.name for p in path.parent.iterdir()] == [path.name], "no part is left"


@pytest.mark.parametrize("can_go_on", [True, False])
def test_a_fetch_that_was_cut_off_goes_on(server, can_go_on):
    server.cut = 3_500
    with pytest.raises(ModelError, match="what has come is kept"):
        fetch("file")
    server.cut, server.can_go_on = None, can_go_on
    assert fetch("file").read_bytes() == CONTENT
    assert server.asked == [0, 3_500]


def test_a_whole_part_is_not_asked_for_again(server, tmp_path):
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "file.bin.part").write_bytes(CONTENT)
    (tmp_path / "downloads" / "open.bin.part").write_bytes(CONTENT)
    assert fetch("file").read_bytes() == CONTENT
    assert server.asked == []
    assert fetch("open").read_bytes() == CONTENT


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"x", CONTENT + b"more"])
def test_another_file_is_refused_and_not_kept(server, tmp_path, content):
    server.content = content
    with pytest.raises(ModelError, match="size or checksum"):
        fetch("file")
    assert list((tmp_path / "downloads").iterdir()) == []


@pytest.mark.parametrize(
    "error", [urllib.error.URLError(OSError(101, "Network is unreachable")), TimeoutError("slow")]
)
def test_no_network_is_one_sentence(server, monkeypatch, error):
    def offline(*_args, **_named):
        raise error

    monkeypatch.setattr(downloads.urllib.request, "urlopen", offline)
    with pytest.raises(ModelError, match="check the network"):
        fetch("file")


def test_full_disk_is_one_sentence(server, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(downloads, "_copy", full)
    with pytest.raises(OutputError, match=r"No space left.*make room"):
        fetch("file")


def test_what_is_not_there_is_named(server):
    with pytest.raises(ModelError, match=r"cass fetch file.*https://example.org/file"):
        downloaded("file")
    with pytest.raises(ModelError, match="no download 'other'"):
        fetch("other")


def test_registry_is_whole():
    for name, item in DOWNLOADS.items():
        assert item.url.startswith("https://"), name
        assert item.licence, name
        assert item.sha256 is None or int(item.sha256, 16) >= 0
    assert len({item.file_name for item in DOWNLOADS.values()}) == len(DOWNLOADS)
