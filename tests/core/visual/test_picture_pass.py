"""Faces on their way from the stream that sees them to the disk; the stream itself is played."""

from contextlib import closing
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from cass_core.visual import picture_analysis
from cass_core.visual.faces.face_model import FaceModel
from cass_core.visual.faces.face_tracks import FACE_RECORD
from cass_core.visual.feature_layout import CUT, PRESENCE
from cass_core.visual.picture_analysis import analyse_picture, load_picture
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, write_movie

pytestmark = pytest.mark.media


class PlayedFaces:
    """One face with a moving mouth in every picture, a new one after each cut."""

    def __init__(self):
        self.rows, self.cuts, self.is_closed = [], [], False

    def step(self, row, picture, is_cut, with_crops):
        self.rows.append(row)
        self.cuts += [row] if is_cut else []
        records = np.zeros(1, FACE_RECORD)
        records["row"], records["track"] = row, len(self.cuts)
        records["box"] = (0.2, 0.2, 0.6, 0.6)
        records["face"][:, :PRESENCE] = 0.3 * (row % 2)
        records["face"][:, PRESENCE] = 1
        return records, np.full((int(with_crops), 112, 112), row, np.uint8)

    def close(self):
        self.is_closed = True


@pytest.fixture
def faces(monkeypatch):
    played = PlayedFaces()
    monkeypatch.setattr(
        picture_analysis, "find_face_model", lambda *args, **kwargs: FaceModel(Path(__file__))
    )
    monkeypatch.setattr(picture_analysis, "_open_faces", lambda model, count: (played, model))
    return played


@pytest.fixture
def settings(tmp_path):
    return PictureSettings(cache_folder=tmp_path / "cache", with_crops=True)


def test_faces_of_every_row_are_kept_in_order(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=2.0))
    picture = load_picture(path, settings)
    assert faces.rows == list(range(50))
    assert picture.tracks.records["row"].tolist() == list(range(50))
    assert picture.features.face[:, PRESENCE].tolist() == [1] * 50
    np.testing.assert_allclose(picture.features.face[:, 25], 0.3 * (np.arange(50) % 2))
    assert picture.speaker_crops(10, 13)[:, 0, 0].tolist() == [10, 11, 12]
    assert faces.is_closed


def test_held_picture_is_looked_at_once(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=2.0, fps=Fraction(5)))
    picture = load_picture(path, settings)
    assert len(faces.rows) == 10
    assert picture.tracks.records["row"].tolist() == list(range(len(picture.features.face)))
    assert picture.face_crops[:, 0, 0].tolist() == sorted(picture.face_crops[:, 0, 0])


def test_cut_reaches_the_faces_with_its_own_picture(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=2.0, flashes_s=(1.2,)))
    picture = load_picture(path, settings)
    assert faces.cuts == [30]
    assert np.flatnonzero(picture.features.scene[:, CUT]).tolist() == [30]
    assert [picture.tracks.speaking_track(row) for row in (29, 30)] == [0, 1]


def test_cancel_frees_the_faces(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=6.0))
    with closing(analyse_picture(path, settings)) as steps:
        next(steps)
        next(steps)
    assert faces.is_closed
    assert len(faces.rows) < 150
    assert list(settings.cache_folder.iterdir()) == []


def test_error_of_the_faces_is_not_swallowed(tmp_path, faces, settings, monkeypatch):
    def fail(*args):
        raise RuntimeError("graph")

    monkeypatch.setattr(faces, "step", fail)
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=1.0))
    with pytest.raises(RuntimeError, match="graph"):
        load_picture(path, settings)
    assert faces.is_closed
    assert list(settings.cache_folder.iterdir()) == []
