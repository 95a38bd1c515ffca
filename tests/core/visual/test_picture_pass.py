"""Faces on their way from the stream that sees them to the disk; the stream itself is played."""

from contextlib import closing
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from cass_core.clips import AudioClip
from cass_core.media.sound.array_source import ArraySource
from cass_core.relayed import result_of
from cass_core.visual import picture_analysis
from cass_core.visual.faces.face_model import FaceModel
from cass_core.visual.faces.face_tracks import FACE_RECORD
from cass_core.visual.feature_layout import CUT, PRESENCE
from cass_core.visual.heard_picture import (
    PictureSound,
    hear_picture,
    kept_picture,
    load_picture,
)
from cass_core.visual.picture_analysis import analyse_picture
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, write_movie

pytestmark = pytest.mark.media


# a mouth that opens and closes in words, and the voice that goes with it
_WORDS = [5, 7, 4, 9, 12, 3, 6, 8, 5, 11, 7, 4, 9, 10]
LEVEL = np.concatenate([[k % 2 * (n % 2) for n in range(words)] for k, words in enumerate(_WORDS)])


def spoken(name, late_s=0):
    """The voice of the played faces: loud while they move their mouths."""
    loud = np.concatenate([np.full(words, 0.1 * (k % 2)) for k, words in enumerate(_WORDS)])
    noise = np.random.default_rng(0).standard_normal(len(loud) * 3 * 640)
    samples = np.repeat(np.tile(loud, 3), 640) * noise
    samples = np.concatenate([np.zeros(late_s * 16_000), samples])
    return PictureSound(name, ArraySource(AudioClip(samples[None].astype("f4"), 16_000, "mono")))


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
        records["face"][:, :PRESENCE] = 0.3 * LEVEL[row % len(LEVEL)]
        records["face"][:, PRESENCE] = 1
        return records, np.full((int(with_crops), 112, 112), row % 256, np.uint8)

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
    np.testing.assert_allclose(
        picture.tracks.records["face"][:, 25], 0.3 * LEVEL[np.arange(50) % len(LEVEL)]
    )
    assert picture.face_crops[:, 0, 0].tolist() == list(range(50))
    assert faces.is_closed


def test_the_face_that_agrees_with_the_sound_is_shown(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=4.0))
    picture = load_picture(path, settings, sound=spoken("0"))
    assert picture.features.face[:, PRESENCE].tolist() == [1] * 100
    assert (picture.tracks.speaker >= 0).mean() > 0.8
    assert picture.speaker_crops(10, 13)[:, 0, 0].tolist() == [10, 11, 12]


def test_a_picture_that_begins_after_the_sound_is_heard_at_its_own_time(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=4.0, start_s=Fraction(2)))
    marked = [
        (load_picture(path, settings, sound=spoken(str(late_s), late_s)).tracks.speaker >= 0).mean()
        for late_s in (0, 2)
    ]
    assert marked[0] < 0.5 < 0.8 < marked[1]


def test_another_sound_is_listened_to_and_not_looked_at_again(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=4.0))
    first = load_picture(path, settings, sound=spoken("0"))
    silent = AudioClip(np.zeros((1, 64_000), np.float32), 16_000, "mono")
    other = load_picture(path, settings, sound=PictureSound("1", ArraySource(silent)))
    assert len(faces.rows) == 100
    assert (first.tracks.speaker >= 0).any()
    assert not (other.tracks.speaker >= 0).any()
    assert not other.features.face.any()
    start_s = Fraction(0)
    kept = kept_picture(path, settings, start_s, None, "0")
    np.testing.assert_array_equal(kept.tracks.speaker, first.tracks.speaker)
    assert kept_picture(path, settings, start_s, None, "2") is None


def test_cancelled_listening_keeps_nothing(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=12.0))
    seen = result_of(analyse_picture(path, settings))
    with closing(hear_picture(seen, settings, spoken("0"))) as steps:
        next(steps)
    assert [entry.name for entry in settings.cache_folder.iterdir()] == [seen.folder.name]


def test_held_picture_is_looked_at_once(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=2.0, fps=Fraction(5)))
    picture = load_picture(path, settings)
    assert len(faces.rows) == 10
    assert picture.tracks.records["row"].tolist() == list(range(len(picture.features.face)))
    assert picture.face_crops[:, 0, 0].tolist() == sorted(picture.face_crops[:, 0, 0])


def test_cut_reaches_the_faces_with_its_own_picture(tmp_path, faces, settings):
    path = write_movie(tmp_path / "film.mkv", Picture(duration_s=4.0, flashes_s=(2.2,)))
    picture = load_picture(path, settings, sound=spoken("0"))
    assert faces.cuts == [55]
    assert np.flatnonzero(picture.features.scene[:, CUT]).tolist() == [55]
    assert [picture.tracks.records["track"][picture.shown[row]] for row in (54, 55)] == [0, 1]


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
