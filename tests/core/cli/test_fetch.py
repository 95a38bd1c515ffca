import argparse

import pytest

from cass_core.checkpoints import downloads
from cass_core.checkpoints.downloads import DOWNLOADS
from cass_core.cli import fetch
from cass_core.errors import ModelError


def options(*arguments):
    parser = argparse.ArgumentParser()
    fetch.add_arguments(parser)
    return parser.parse_args(arguments)


def test_list_says_what_is_at_hand(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / DOWNLOADS["vggish"].file_name).write_bytes(b"")
    assert fetch.run(options()) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * len(DOWNLOADS)
    rows = {line.split(":")[0]: line for line in lines[::2]}
    assert rows["vggish"].endswith("289 MB, licence Apache-2.0, at hand")
    assert not rows["cnn14-16k"].endswith("at hand")


def test_fetches_what_is_named(tmp_path, monkeypatch, capsys):
    asked = []

    def fake(name, progress):
        asked.append(name)
        progress(3, None)
        return tmp_path / name

    monkeypatch.setattr(downloads, "fetch", fake)
    assert fetch.run(options("vggish", "wpr-classes")) == 0
    assert asked == ["vggish", "wpr-classes"]
    assert str(tmp_path / "vggish") in capsys.readouterr().out
    asked.clear()
    fetch.run(options("--all"))
    assert asked == list(DOWNLOADS)


def test_unknown_name(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    with pytest.raises(ModelError, match="no download"):
        fetch.run(options("nothing"))
