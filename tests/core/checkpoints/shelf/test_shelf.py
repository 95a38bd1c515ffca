"""The shelf: what is here, what can be got, and how a file becomes a model."""

from contextlib import closing

import pytest

from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint, layouts
from cass_core.checkpoints.registry import find_model
from cass_core.checkpoints.shelf.getting import fetched, fetched_file
from cass_core.checkpoints.shelf.standing import OWN, gettable, row_named, shelf
from cass_core.checkpoints.shelf.table import SHELF
from cass_core.errors import ModelError, OutputError
from tests.helpers.separation.published_checkpoints import (
    mrx_config,
    random_state,
    write_checkpoint,
)
from tests.helpers.separation.shelf_fakes import served_shelf


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def here():
    return {item.row.name: item.model.name for item in shelf() if item.model}


def test_the_table_is_whole():
    assert len({row.name for row in SHELF}) == len(SHELF)
    assert len({row.download.file_name for row in SHELF if row.download}) > 5
    for row in gettable():
        assert row.source.kind in layouts(), row.name
        assert row.good_at.endswith("."), row.name
        assert row.licence == row.source.licence
        direct = row.download.url if row.download else "https://"
        assert direct.startswith("https://")
        checked = row.source.sha256 or row.source.num_bytes or "bandit" in row.name
        assert not row.download or checked, "a file that comes by itself is checked"
    assert {row.commercial for row in SHELF if "NC" in row.licence} == {"no"}
    assert {row.commercial for row in SHELF if "none" in row.licence} == {"not stated"}


def test_a_fresh_computer_has_the_starter():
    assert here() == {"starter": "starter"}
    assert [item.row for item in shelf()] == list(SHELF)


def test_a_file_is_fetched_and_known_as_its_row(monkeypatch, tmp_path):
    with served_shelf(monkeypatch, tmp_path) as (server, row):
        for _ in fetched(row, row.name):
            pass
        import_checkpoint(ImportRequest(fetched_file(row), name="another name"))
        assert here() == {"starter": "starter", "mrx": "another name"}
        import_checkpoint(ImportRequest(fetched_file(row), name="mrx", hop_s=3.0))
        with pytest.raises(OutputError, match="a model 'mrx' already"):
            list(fetched(row, "mrx"))
        assert list(fetched(row, "mrx", overwrite=True)) == []  # its file is still there
        assert len(server.asked) == 1
    own = [item.model.name for item in shelf() if item.row.good_at == OWN]
    assert own == ["mrx"], "a row has one model, a second one is the user's own"


def test_what_was_trained_or_imported_otherwise_stands_at_the_end(tmp_path):
    other = write_checkpoint(tmp_path / "mine.pth", random_state(mrx_config()))
    import_checkpoint(ImportRequest(other, name="mine"))
    last = shelf()[-1]
    assert (last.row.name, last.model.name, last.row.commercial) == ("mine", "mine", "not stated")


def test_a_fetch_that_was_cancelled_goes_on(monkeypatch, tmp_path):
    with served_shelf(monkeypatch, tmp_path) as (server, row):
        server.pause_s = 0.01
        with closing(fetched(row, row.name)) as coming:
            while next(coming).have < 3_000:
                pass
        assert not fetched_file(row).exists()
        server.pause_s = 0.0
        for _ in fetched(row, row.name):
            pass
        assert server.asked[1][1] >= 3_000
        assert fetched_file(row).stat().st_size == row.source.num_bytes


def test_what_cannot_be_got_is_a_sentence():
    with pytest.raises(ModelError, match=r"open https://drive\.google\.com/.*import the file"):
        list(fetched(row_named("av-cass"), "av-cass"))
    with pytest.raises(ModelError, match="ships with the program"):
        list(fetched(row_named("starter"), "starter"))
    with pytest.raises(ModelError, match="no model 'umx' on the shelf; choose one of tiger-dnr"):
        row_named("umx")
    with pytest.raises(
        ModelError, match=r"not on this computer; get it with `cass models get mrx`"
    ):
        find_model("mrx")
