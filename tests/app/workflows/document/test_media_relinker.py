"""A moved movie is found by content; another one is never taken for it in silence."""

from dataclasses import replace

import pytest

from app.project.document import MediaReference, ProjectDocument
from app.workflows.document.media_relinker import MediaRelinker
from cass_core.media.files.probe import media_hash


@pytest.fixture
def relinking(qapp):
    relinking = MediaRelinker()
    yield relinking
    relinking.stop()


@pytest.fixture
def document(tmp_path):
    """A project beside which nothing lies, whose movie is nowhere yet."""
    (tmp_path / "project").mkdir()
    whole = tmp_path / "whole.mov"
    whole.write_bytes(b"movie" * 1000)
    media = MediaReference(tmp_path / "films" / "Szene ä.mov", media_hash(whole))
    whole.unlink()
    return ProjectDocument(media, tmp_path, path=tmp_path / "project" / "a.cass")


def put(path, content=b"movie" * 1000):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def test_where_it_was(qtbot, relinking, document):
    put(document.media.path)
    with qtbot.waitSignal(relinking.found) as signal:
        relinking.find(document)
    assert signal.args == [document]


def test_beside_the_project(qtbot, relinking, document):
    here = put(document.path.parent / "Szene ä.mov")
    with qtbot.waitSignal(relinking.found) as signal:
        relinking.find(document)
    assert signal.args[0].media == replace(document.media, path=here)


def test_beside_the_project_where_another_one_took_its_place(qtbot, relinking, document):
    put(document.media.path, b"other")
    here = put(document.path.parent / "Szene ä.mov")
    with qtbot.waitSignal(relinking.found) as signal:
        relinking.find(document)
    assert signal.args[0].media.path == here


def test_changed_in_its_old_place(qtbot, relinking, document):
    put(document.media.path, b"new edit")
    with qtbot.waitSignal(relinking.found) as signal:
        relinking.find(document)
    assert signal.args == [document]  # with the old hash, so that the difference is seen


def test_another_movie_of_that_name_beside_the_project_is_not_taken(qtbot, relinking, document):
    put(document.path.parent / "Szene ä.mov", b"other")
    with qtbot.waitSignal(relinking.missing) as signal:
        relinking.find(document)
    assert signal.args == [document]


@pytest.mark.parametrize("path", [None, "project"])
def test_gone(qtbot, relinking, document, path):
    if path is None:
        document = replace(document, path=None)
    with qtbot.waitSignal(relinking.missing):
        relinking.find(document)


@pytest.mark.parametrize(("content", "same"), [(b"movie" * 1000, True), (b"other", False)])
def test_check(qtbot, relinking, document, tmp_path, content, same):
    path = put(tmp_path / "renamed.mov", content)
    with qtbot.waitSignal(relinking.checked) as signal:
        relinking.check(document, path)
    located = signal.args[0]
    assert (located.path, located.is_same) == (path, same)
    assert located.document.media.media_hash == media_hash(path)


def test_check_what_cannot_be_read(qtbot, relinking, document, tmp_path):
    with qtbot.waitSignal(relinking.failed) as signal:
        relinking.check(document, tmp_path / "nothing.mov")
    assert "nothing.mov" in signal.args[0]


def test_a_project_that_never_knew_its_movies_content(qtbot, relinking, document, tmp_path):
    path = put(tmp_path / "any.mov", b"any")
    document = replace(document, media=replace(document.media, media_hash=""))
    with qtbot.waitSignal(relinking.checked) as signal:
        relinking.check(document, path)
    assert signal.args[0].is_same
