"""Faces come from what a separation has kept; nothing is looked at for them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.jobs.face_boxes import FaceBox, FaceBoxes
from app.project.programme import Programme
from app.project.project import Project
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.visual import heard_picture, picture_analysis
from cass_core.visual.faces.face_tracks import FACE_RECORD
from cass_core.visual.feature_cache import CacheEntry, FeatureCache
from cass_core.visual.feature_layout import CUT, NUM_FACE_FEATURES, NUM_SCENE_FEATURES
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media


@pytest.fixture
def programme(tmp_path):
    path = write_movie(tmp_path / "scene.mov", Picture(2.0), [Sound(noise(2.0))])
    return Programme(OpenedMovie.open(path), 96_000, tmp_path / "sound.f32")


def keep_faces(programme, *, frames=False, start_s=0.0):
    """What a separation leaves: face 3 in all of 50 rows, face 7 in the rows from 25, speaking."""
    settings = PictureSettings(with_crops=frames, with_scene_frames=frames, allow_download=False)
    picture = picture_analysis._Picture(
        programme.info.path, settings, programme.audio_start_s, programme.cache_key
    )
    key = picture.key(picture_analysis._face_model(settings).path)
    rows = [(row, 3) for row in range(50)] + [(row, 7) for row in range(25, 50)]
    records = np.zeros(len(rows), FACE_RECORD)
    for number, (row, track) in enumerate(sorted(rows)):
        records[number]["row"], records[number]["track"] = row, track
        records[number]["box"] = (0.1, 0.2, 0.3, 0.4) if track == 3 else (0.5, 0.5, 0.75, 1.0)
    speaker = [
        next((n for n, one in enumerate(records) if one["row"] == row and one["track"] == 7), -1)
        for row in range(50)
    ]
    facts = {"num_rows": 50, "start_s": start_s, "scene_frames_start_s": 0.0}
    scene = np.zeros((50, NUM_SCENE_FEATURES))
    scene[25, CUT] = 1
    with FeatureCache().writer(key) as writer:
        writer.array("records", (), FACE_RECORD).append(records)
        writer.array("scene", (NUM_SCENE_FEATURES,)).append(scene)
        writer.commit(facts)
    seen = CacheEntry(FeatureCache().folder / key, facts)
    name = heard_picture.sound_name(programme.audio_stream)
    with FeatureCache().writer(heard_picture._choice_key(seen, name)) as writer:
        writer.array("speaker", (), np.int32).append(np.array(speaker, np.int32))
        writer.array("held", (), np.int32).append(np.array(speaker, np.int32))
        writer.array("face", (NUM_FACE_FEATURES,)).append(np.zeros((50, NUM_FACE_FEATURES)))
        writer.commit({})


@pytest.fixture
def faces(qtbot):
    project = Project()
    faces = FaceBoxes(project)
    faces.project = project
    yield faces
    faces.stop()


def open_and_wait(qtbot, faces, programme):
    faces.project.open(programme, Path())
    qtbot.waitUntil(lambda: not faces._runner.busy)


@pytest.mark.parametrize("frames", [False, True])
def test_shows_kept_faces(qtbot, faces, programme, frames):
    keep_faces(programme, frames=frames)
    open_and_wait(qtbot, faces, programme)
    assert [face.track for face in faces.at(0)] == [3]
    late = faces.at(72000)
    assert [face.track for face in late] == [3, 7]
    assert [face.speaking for face in late] == [False, True]
    assert late[1] == FaceBox(7, (0.5, 0.5, 0.75, 1.0), True)
    assert faces.at(96000 * 5) == ()


def test_rows_are_on_the_sound_s_clock(qtbot, faces, programme):
    keep_faces(programme, start_s=0.4)
    open_and_wait(qtbot, faces, programme)
    frame = 1920
    assert len(faces.at(35 * frame)) == 2  # row 25 stands at 1.4 s
    assert len(faces.at(34 * frame)) == 1
    assert faces.cuts().tolist() == [34.5 * frame]
    assert faces.speaks().tolist() == [[34.5 * frame, 59.5 * frame]]
    assert faces.in_view().tolist() == [[9.5 * frame, 59.5 * frame]]


def test_nothing_is_looked_at(qtbot, faces, programme, monkeypatch):
    monkeypatch.setattr(picture_analysis, "_made_entry", None)
    monkeypatch.setattr(picture_analysis, "_open_faces", None)
    monkeypatch.setattr(heard_picture, "_chosen", None)
    open_and_wait(qtbot, faces, programme)
    assert faces.at(0) == ()


def test_a_separation_brings_faces(qtbot, faces, programme):
    open_and_wait(qtbot, faces, programme)
    keep_faces(programme)
    with qtbot.waitSignal(faces.ready):
        faces.reload()
    assert faces.at(0)


def test_another_movie_has_other_faces(qtbot, faces, programme):
    keep_faces(programme)
    open_and_wait(qtbot, faces, programme)
    other = replace(programme, movie=replace(programme.movie, media_hash="0" * 64))
    open_and_wait(qtbot, faces, other)
    assert faces.at(0) == ()
    open_and_wait(qtbot, faces, programme)
    assert faces.at(0)
    faces.project.open(None, Path())
    assert faces.at(0) == ()
    assert not len(faces.cuts())
    assert not len(faces.speaks())


def test_reading_faces_loads_no_network_and_no_detector():
    code = (
        "import sys, app.jobs.face_boxes, cass_core.visual.heard_picture;"
        "print([m for m in ('torch', 'mediapipe', 'cv2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
