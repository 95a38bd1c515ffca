"""Files of a catalogue fetched from a server on this machine that is laid out as repositories."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cass_core.cli import main
from cass_core.errors import MediaError
from cass_core.synthesis.corpus import repository_fetch
from cass_core.synthesis.corpus.adapters.extra_effects import FX_EXTRA
from cass_core.synthesis.corpus.repository_fetch import fetch_catalogue, source_address
from tests.helpers.corpus.corpus_builders import write_tone
from tests.helpers.corpus.published_sets import write_rows

HEADER = ["file", "stem", "kind", "seconds", "licence", "author", "source"]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a log."""

    asked: list = []

    def do_GET(self):  # noqa: N802
        """Note what was asked for."""
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site(tmp_path):
    QuietHandler.asked.clear()
    root = tmp_path / "site"
    write_tone(root / "ann" / "sounds" / "raw" / "1234abcd" / "Door Close" / "door 1.WAV", 1)
    pointer = root / "ann" / "sounds" / "raw" / "1234abcd" / "large.wav"
    pointer.write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def table(tmp_path):
    def row(file, path, source="github:ann/sounds@1234abcd:"):
        return [file, "FX", "Door Close", 1, "CC0", "", source + path]

    return write_rows(
        tmp_path / "table" / "catalogue.csv",
        HEADER,
        row("moodist/door-0123456789.opus", "Door Close/door 1.WAV"),
        row("moodist/gone-0123456789.opus", "gone.ogg"),
        row("moodist/large-0123456789.opus", "large.wav"),
        row("../out-0123456789.opus", "Door Close/door 1.WAV"),
        row("moodist/odd-0123456789.opus", "x.ogg", "ftp:somewhere/"),
    )


def test_files_come_once_and_can_be_added_and_what_is_missing_is_told(site, table, tmp_path):
    folder = tmp_path / "extra"
    problems = {
        file.file.split("-")[0]: file.problem for file in fetch_catalogue(table, folder, site)
    }
    assert problems["moodist/door"] == ""
    assert problems["moodist/gone"] == "the server answers 404"
    assert "pointer" in problems["moodist/large"]
    assert "leaves the folder" in problems["../out"]
    assert "no file of a repository" in problems["moodist/odd"]
    assert [p.name for p in folder.rglob("*.*")] == ["catalogue.csv", "door-0123456789.wav"]
    (clip,) = FX_EXTRA.read(folder)
    assert (clip.kind, clip.path.suffix) == ("doors", ".wav")
    asked = len(QuietHandler.asked)
    list(fetch_catalogue(table, folder, site))
    assert [path for path in QuietHandler.asked[asked:] if "door" in path] == []


def test_a_server_that_is_away_is_told_from_the_command_line(table, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(repository_fetch.fetch_catalogue, "__defaults__", ("http://127.0.0.1:9",))
    out = tmp_path / "extra"
    assert main(["corpus", "fetch-extra", "--out", str(out), "--table", str(table)]) == 1
    said = capsys.readouterr()
    assert "door-0123456789.opus: the server cannot be reached" in said.err
    assert said.out.startswith("0 of 5 files")


def test_addresses_are_quoted_and_stay_in_the_repository():
    address = source_address("github:a/b@12ab:Sounds/one & two #3.ogg")
    assert address == "https://github.com/a/b/raw/12ab/Sounds/one%20%26%20two%20%233.ogg"
    for source in ("github:a/b:x.ogg", "made:drone/1", "github:a/b@12:../x.ogg"):
        with pytest.raises(MediaError):
            source_address(source)
