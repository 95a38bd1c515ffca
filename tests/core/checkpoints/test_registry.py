"""Models are found by name and by path; a broken one does not hide the others."""

import logging

import pytest

from cass_core.checkpoints import registry
from cass_core.checkpoints.description import DESCRIPTION_NAME
from cass_core.checkpoints.registry import find_model, registered_models
from cass_core.errors import ModelError
from tests.helpers.separation.tiny_model import write_tiny_model


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The program's models and the user's."""
    shipped, own = tmp_path / "resources" / "models", tmp_path / "data" / "models"
    monkeypatch.setattr(registry, "resource", lambda *parts: tmp_path.joinpath("resources", *parts))
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    return shipped, own


def test_names_are_folder_names(folders):
    shipped, own = folders
    write_tiny_model(shipped / "starter")
    write_tiny_model(own / "mine")
    (own / "no model").mkdir()
    assert [model.name for model in registered_models()] == ["starter", "mine"]
    assert find_model("starter") == shipped / "starter"
    assert find_model("mine") == own / "mine"


def test_a_users_model_does_not_replace_the_shipped_one(folders):
    shipped, own = folders
    write_tiny_model(shipped / "starter")
    write_tiny_model(own / "starter", seed=1)
    assert find_model("starter") == shipped / "starter"


def test_a_path_is_as_good_as_a_name(folders, tmp_path, monkeypatch):
    path = write_tiny_model(tmp_path / "elsewhere" / "model")
    assert find_model(str(path)) == path.resolve()
    monkeypatch.chdir(tmp_path)
    assert find_model("elsewhere/model") == path.resolve()


def test_an_unknown_name_lists_the_known_ones(folders):
    with pytest.raises(ModelError, match="no model 'best'; at hand: none"):
        find_model("best")
    write_tiny_model(folders[0] / "starter")
    with pytest.raises(ModelError, match="no model 'best'; at hand: starter"):
        find_model("best")


def test_a_damaged_model_does_not_hide_the_others(folders, caplog):
    shipped, own = folders
    write_tiny_model(shipped / "starter")
    write_tiny_model(own / "broken")
    (own / "broken" / DESCRIPTION_NAME).write_text("{")
    with caplog.at_level(logging.WARNING):
        assert [model.name for model in registered_models()] == ["starter"]
    assert "broken" in caplog.text
