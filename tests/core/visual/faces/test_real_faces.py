"""Faces of real clips, which are not part of the repository; CASS_CLIPS names their folder."""

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from cass_core.clips import AudioClip
from cass_core.errors import ModelError
from cass_core.media.sound.array_source import ArraySource
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.visual.faces.face_landmarker import FaceFinder
from cass_core.visual.faces.face_model import find_face_model
from cass_core.visual.feature_layout import BLENDSHAPES, PRESENCE
from cass_core.visual.heard_picture import PictureSound, load_picture
from cass_core.visual.picture_analysis import analyse_picture
from cass_core.visual.picture_settings import PictureSettings

CLIPS = Path(os.environ.get("CASS_CLIPS", ""))
TALKING = sorted((CLIPS / "talking").glob("*")) if os.environ.get("CASS_CLIPS") else []
ONE_FACE = [path for path in TALKING if path.name.startswith(("grid", "retalking"))]
TWO_FACES = [path for path in TALKING if "2spk_720p" in path.name]

pytestmark = [
    pytest.mark.clips,
    pytest.mark.skipif(not TALKING, reason="CASS_CLIPS names no folder with talking faces"),
    pytest.mark.skipif(
        find_face_model(allow_download=False).path is None, reason="the face model is not here"
    ),
]


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return PictureSettings(
        cache_folder=tmp_path_factory.mktemp("pictures"), with_crops=True, allow_download=False
    )


def heard(path):
    track = open_track(path)
    samples = np.concatenate(list(decode_audio(path)), axis=1)
    return PictureSound("0", ArraySource(AudioClip(samples, track.rate_hz, track.layout)))


@pytest.mark.parametrize("path", ONE_FACE, ids=lambda path: path.stem)
def test_talking_face_is_seen_throughout_and_mostly_marked(path, settings):
    picture = load_picture(path, settings, open_track(path).start_s, sound=heard(path))
    assert (picture.tracks.speaker >= 0).mean() > 0.5
    face = picture.features.face
    assert face[:, PRESENCE].mean() >= 0.95
    assert np.std(face[:, BLENDSHAPES.index("jawOpen")]) > 0.02
    assert np.abs(face[:, -3:]).max() < 1.2
    assert len(np.unique(picture.tracks.records["track"])) == 1
    crops = picture.speaker_crops(0, len(face))
    assert crops.std(axis=(1, 2)).min() > 5


@pytest.mark.parametrize("path", TWO_FACES, ids=lambda path: path.stem)
def test_two_faces_are_two_tracks(path, settings):
    tracks = load_picture(path, settings, open_track(path).start_s, sound=heard(path)).tracks
    rows = range(10, len(tracks.speaker), 10)
    assert np.mean([len(tracks.at(row)) == 2 for row in rows]) > 0.9
    centres = [tracks.at(row)["box"][:, [0, 2]].mean(axis=1) for row in rows]
    assert all(abs(pair[0] - pair[-1]) > 0.2 for pair in centres if len(pair) == 2)
    speakers = [tracks.speaking_track(row) for row in rows]
    assert len({*speakers} - {None}) == 2


@pytest.mark.parametrize("path", sorted((CLIPS / "faces_silent").glob("*")), ids=lambda p: p.stem)
def test_a_face_that_is_silent_is_not_marked_by_the_voice_of_another(path, settings):
    tracks = load_picture(path, settings, sound=heard(ONE_FACE[-1])).tracks
    assert len(tracks.records)
    assert (tracks.speaker >= 0).mean() < 0.2


def test_nothing_is_written_on_stderr(settings, tmp_path, capfd):
    fresh = PictureSettings(cache_folder=tmp_path, allow_download=False)
    list(analyse_picture(ONE_FACE[0], fresh))
    assert capfd.readouterr().err == ""


def test_file_that_is_no_model(tmp_path):
    path = tmp_path / "wrong.task"
    path.write_bytes(b"no archive")
    with pytest.raises(ModelError, match="wrong.task"):
        FaceFinder(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("face_detector.tflite", b"no network")
    with pytest.raises(ModelError, match="wrong.task"):
        FaceFinder(path)


def test_wrong_model_is_a_notice_and_the_scene_is_still_analysed(tmp_path):
    path = tmp_path / "wrong.task"
    path.write_bytes(b"no archive")
    settings = PictureSettings(cache_folder=tmp_path, face_model=path)
    notices = [step.notice for step in analyse_picture(ONE_FACE[0], settings) if step.notice]
    assert len(notices) == 1
    assert "wrong.task" in notices[0]
    assert len(load_picture(ONE_FACE[0], settings).features.scene) > 20
