"""Scenes of small pictures: what is seen and heard belongs together."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.evaluation.speakers.clips import FaceClips
from cass_core.evaluation.speakers.marks import sides
from cass_core.evaluation.speakers.planted_scenes import (
    LEFT,
    RIGHT,
    FilmedFace,
    filmed_face,
    planted_scenes,
    write_picture,
)
from cass_core.evaluation.speakers.scoring import OWN, scored, speaking_rows
from cass_core.evaluation.speakers.table import scenes_table
from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.visual.faces.face_tracks import FACE_RECORD
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, Sound, tones, write_movie


def face(name, rows, shade, voice=True):
    """A clip whose pictures become brighter row by row."""
    pictures = np.zeros((rows, 32, 32, 3), np.uint8) + shade
    pictures += np.arange(rows, dtype=np.uint8)[:, None, None, None]
    tone = shade / 1000 * np.cos(np.pi / 8 * np.arange(rows * 640 if voice else 0))
    return FilmedFace(name, pictures, tone.astype(np.float32))


LONG, SHORT, SILENT = face("long", 60, 20), face("short", 40, 120), face("s", 30, 200, voice=False)


def test_each_voice_is_in_step_with_its_own_face():
    scenes = list(planted_scenes([LONG, SHORT], [SILENT], 1))
    assert [scene.kind for scene in scenes] == ["in turn"] * 2 + ["beside a silent face"] * 2
    for scene in scenes:
        assert len(scene.sound) == 640 * len(scene.speaker)
        for row in range(len(scene.speaker)):
            speaks = scene.halves[scene.speaker[row]]
            assert scene.sound[640 * row] == speaks.voice[0]
            shown = (scene.first_rows[scene.speaker[row]] + row) % len(speaks.pictures)
            turn = (
                0
                if scene.speaker[0] == scene.speaker[row]
                else np.argmax(np.diff(scene.speaker)) + 1
            )
            assert shown == row - turn


def test_the_same_seed_gives_the_same_scenes():
    def names(seed):
        return [
            scene.name for scene in planted_scenes([LONG, SHORT, face("c", 9, 9)], [SILENT], seed)
        ]

    assert names(1) == names(1)
    assert len({tuple(names(seed)) for seed in range(8)}) > 1


@pytest.mark.media
def test_the_picture_shows_both_halves(tmp_path):
    (scene, *_) = planted_scenes([LONG, SHORT], [], 1)
    write_picture(scene, tmp_path / "scene.mkv")
    frames = list(read_frames(tmp_path / "scene.mkv", [PictureRate("", 25.0, 1920)]))
    assert len(frames) == 100
    for row in (0, 30, 70, 99):
        for side, half in enumerate(scene.halves):
            part = frames[row].image[:, 32 * side + 8 : 32 * side + 24]
            shown = half.pictures[(scene.first_rows[side] + row) % len(half.pictures)]
            assert abs(float(part.mean()) - float(shown.mean())) < 4


@pytest.mark.media
def test_clips_are_read_with_their_sound_or_without(tmp_path):
    write_movie(tmp_path / "a.mkv", Picture(1.0), [Sound(tones(1.0, 48_000, 2))])
    write_movie(tmp_path / "b.mkv", Picture(1.0))
    talking, silent = (filmed_face(tmp_path / name) for name in ("a.mkv", "b.mkv"))
    assert talking.pictures.shape == silent.pictures.shape == (25, 400, 400, 3)
    assert talking.voice.shape == (16_000,)
    assert np.sqrt(np.mean(talking.voice**2)) == pytest.approx(0.05, rel=1e-3)
    assert silent.voice.shape == (0,)
    looked = PictureSettings(faces=False, cache_folder=tmp_path / "cache")
    clips = FaceClips(tmp_path, looked)
    assert clips.alone == clips.together == []
    with pytest.raises(MediaError, match="no folder"):
        FaceClips(tmp_path / "gone", looked)


def test_marks_against_the_truth():
    (scene, *_) = planted_scenes([LONG, SHORT], [], 1)
    turn = int(np.argmax(np.diff(scene.speaker))) + 1
    speaks = speaking_rows(scene)
    assert not speaks[turn - 12 : turn + 12].any()
    assert speaks[: turn - 12].all()
    marked = np.where(np.arange(100) < turn + 5, LEFT, RIGHT)
    marked[:10] = -1
    row = scored(scene, OWN, marked, speaks)
    counted = int(speaks.sum())
    assert row.right == pytest.approx(1 - 10 / counted)
    assert (row.wrong, row.turn_s) == (0.0, 0.2)
    never = scored(scene, OWN, np.full(100, LEFT), speaks)
    assert never.wrong == pytest.approx(speaks[turn:].sum() / counted)
    assert never.turn_s == (100 - turn) / 25
    cells = scenes_table([row, never])
    assert cells[-1][0] == "mean in turn"
    assert len({len(line) for line in cells}) == 1


def test_a_face_is_on_the_side_of_its_middle():
    records = np.zeros(2, FACE_RECORD)
    records["box"] = [(0.1, 0.1, 0.4, 0.9), (0.45, 0.1, 0.9, 0.9)]
    assert sides(records, np.array([0, 1, -1, 1])).tolist() == [LEFT, RIGHT, -1, RIGHT]
