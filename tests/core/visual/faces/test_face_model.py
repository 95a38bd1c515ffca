import hashlib
import io
from urllib.error import URLError

import pytest

from cass_core.visual.faces import face_model
from cass_core.visual.faces.face_model import FILE_NAME, find_face_model


@pytest.fixture
def alone(monkeypatch):
    """No package with the model, and a network that must not be used."""

    def offline(*args, **kwargs):
        raise URLError("no network")

    monkeypatch.setattr(face_model, "_PACKAGE", "no_such_package_here")
    monkeypatch.setattr(face_model.urllib.request, "urlopen", offline)


def packaged(tmp_path, monkeypatch):
    """An installed package that carries the model and may not be imported."""
    folder = tmp_path / "site" / "fake_faces"
    (folder / "models").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    (folder / "models" / FILE_NAME).write_bytes(b"packaged")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.setattr(face_model, "_PACKAGE", "fake_faces")
    return folder / "models" / FILE_NAME


def test_given_path_comes_first(tmp_path, alone):
    given, kept = tmp_path / "mine.task", tmp_path / FILE_NAME
    given.write_bytes(b"mine")
    kept.write_bytes(b"kept")
    assert find_face_model(given, tmp_path).path == given
    assert find_face_model(None, tmp_path).path == kept


def test_missing_given_path_is_said_and_another_one_is_taken(tmp_path, alone):
    (tmp_path / FILE_NAME).write_bytes(b"kept")
    model = find_face_model(tmp_path / "gone.task", tmp_path)
    assert model.path == tmp_path / FILE_NAME
    assert "gone.task does not exist" in model.notice


def test_folder_comes_before_the_package(tmp_path, monkeypatch, alone):
    inside = packaged(tmp_path, monkeypatch)
    assert find_face_model(None, tmp_path).path == inside
    (tmp_path / FILE_NAME).write_bytes(b"kept")
    assert find_face_model(None, tmp_path).path == tmp_path / FILE_NAME


def test_none_anywhere_is_a_notice(tmp_path, alone):
    model = find_face_model(None, tmp_path)
    assert model.path is None
    assert FILE_NAME in model.notice
    assert str(tmp_path) in model.notice


@pytest.mark.parametrize("genuine", [True, False])
def test_download_is_kept_only_with_the_known_checksum(tmp_path, monkeypatch, alone, genuine):
    asked = []

    def urlopen(url, timeout):
        asked.append(url)
        return io.BytesIO(b"the model")

    monkeypatch.setattr(face_model.urllib.request, "urlopen", urlopen)
    if genuine:
        monkeypatch.setattr(face_model, "SHA256", hashlib.sha256(b"the model").hexdigest())
    folder = tmp_path / "models"
    model = find_face_model(None, folder)
    assert asked == [face_model.URL]
    assert (model.path is not None) == genuine
    assert [path.name for path in folder.glob("*")] == ([FILE_NAME] if genuine else [])


def test_download_may_be_forbidden(tmp_path, monkeypatch, alone):
    def urlopen(*args, **kwargs):
        pytest.fail("the network was used")

    monkeypatch.setattr(face_model.urllib.request, "urlopen", urlopen)
    assert find_face_model(None, tmp_path, allow_download=False).path is None
