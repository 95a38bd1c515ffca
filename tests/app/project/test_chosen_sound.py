"""Which sound a project is of: kept in its file, and named as editors do."""

import json
from dataclasses import replace

import pytest

from app.project.channel_labels import channel_labels
from app.project.document import MediaReference, ProjectDocument
from app.project.project_file import ProjectFileError, load_document, save_document


@pytest.fixture
def document(tmp_path):
    return ProjectDocument(MediaReference(tmp_path / "movie.mov", "ab", 2, (0, 3)), tmp_path)


def rewritten(path, change):
    content = json.loads(path.read_text())
    change(content["media"])
    path.write_text(json.dumps(content))


def test_stream_and_channels_are_kept(tmp_path, document):
    save_document(tmp_path / "a.cass", document)
    assert load_document(tmp_path / "a.cass").media == document.media


def test_a_file_that_names_no_channels_means_all(tmp_path, document):
    save_document(tmp_path / "a.cass", document)
    rewritten(tmp_path / "a.cass", lambda media: media.pop("channels"))
    assert load_document(tmp_path / "a.cass").media == replace(document.media, channels=())


def test_channels_are_read_in_the_order_of_the_file(tmp_path, document):
    save_document(tmp_path / "a.cass", document)
    rewritten(tmp_path / "a.cass", lambda media: media.update(channels=[5, 1, 5]))
    assert load_document(tmp_path / "a.cass").media.channels == (1, 5)


@pytest.mark.parametrize("value", [1, "12", [-1], [1.0], ["1"], [True]])
def test_damaged_channels_are_named(tmp_path, document, value):
    save_document(tmp_path / "a.cass", document)
    rewritten(tmp_path / "a.cass", lambda media: media.update(channels=value))
    with pytest.raises(ProjectFileError, match="media.channels"):
        load_document(tmp_path / "a.cass")


@pytest.mark.parametrize(
    ("layout", "num_channels", "labels"),
    [
        ("stereo", 2, "L R"),
        ("5.1", 6, "L R C LFE Ls Rs"),
        ("5.1(side)", 6, "L R C LFE Ls Rs"),
        ("7.1", 8, "L R C LFE Lsr Rsr Lss Rss"),
        ("3 channels", 3, "1 2 3"),
        ("16 channels", 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"),
        ("stereo", 3, "1 2 3"),
        ("no layout at all", 2, "1 2"),
        ("", 1, "1"),
    ],
)
def test_channels_are_named_as_editors_do(layout, num_channels, labels):
    assert channel_labels(layout, num_channels) == tuple(labels.split())
