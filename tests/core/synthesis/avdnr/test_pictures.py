"""Faces and scenes stand at the times of their sounds."""

import logging
from contextlib import closing

import numpy as np
import pytest

from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.stem_names import Stem
from cass_core.synthesis.avdnr.drawing import mix_dnr3
from cass_core.synthesis.avdnr.pictures import FPS, SIZE, write_pictures
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe, Submix
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry
from tests.helpers.media.movies import Picture, Sound, write_movie

pytestmark = pytest.mark.media

RATE_HZ = 16_000
FLASH_S = 0.4
CLIP_S = 2.0


def click(at_s: float = FLASH_S) -> np.ndarray:
    samples = np.zeros(round(CLIP_S * RATE_HZ), np.int16)
    samples[round(at_s * RATE_HZ)] = 20_000
    return samples


@pytest.fixture
def pool(tmp_path):
    """Two talks and an effect with a movie, an effect and music without."""
    movies = {}
    for name in ("one", "two", "door"):
        path = tmp_path / f"{name}.mov"
        picture = Picture(CLIP_S, size=(64, 64), flashes_s=(FLASH_S,), codec="libx264")
        sound = Sound(click()[None] / np.float32(32_768), RATE_HZ, "mono")
        movies[name] = str(write_movie(path, picture, [sound]))
    clips = [
        (clip_entry(Stem.DX, source="one", voice="a", video=movies["one"]), click()),
        (clip_entry(Stem.DX, source="two", voice="b", video=movies["two"]), -click()),
        (clip_entry(Stem.FX, source="door", video=movies["door"]), click() // 2),
        (clip_entry(Stem.FX, source="rain"), click() // 4),
        (clip_entry(Stem.MX, source="song"), click() // 8),
        (clip_entry(Stem.DX, source="lost", voice="c", video="/nowhere.mp4"), click() // 16),
    ]
    return ClipPool(build_catalog(tmp_path / "corpus", clips), "train")


def event(submix, clip, start_s, length_s, clip_start_s=0.0):
    start, length, first = (round(RATE_HZ * s) for s in (start_s, length_s, clip_start_s))
    return ClipEvent(submix, f"package-data/{clip}", first, start, length, 0.0)


def scene_of(*events, seconds=6.0):
    return SceneRecipe(0, round(seconds * RATE_HZ), events, (), (-27.0,) * 4, -27.0)


def frames_of(path):
    """(frame, height, width, 3) of a movie without sound."""
    with closing(read_frames(path, [PictureRate("all", FPS, SIZE)])) as frames:
        return np.stack([frame.image for frame in frames])


def lit(frames):
    """Whether any clip is seen in each frame, by its orange corner."""
    return frames[:, :20, :20, 0].mean(axis=(1, 2)) > 128


def flashes(frames):
    """Numbers of the frames that are white."""
    white = frames[:, 100:, 100:].mean(axis=(1, 2, 3)) > 128
    return list(np.flatnonzero(white))


def test_flashes_stand_where_the_clicks_are(pool, tmp_path):
    recipe = scene_of(
        event(Submix.SPEECH, "one", 0.52, 1.5),
        event(Submix.SPEECH, "two", 3.0, 1.0, clip_start_s=0.2),
        event(Submix.FX_FRONT, "door", 2.0, 2.0),
        event(Submix.MUSIC, "song", 0.0, 2.0),
    )
    assert write_pictures(recipe, pool, tmp_path) == ("face.mp4", "scene.mp4")
    stems = mix_dnr3(recipe, pool)
    faces, scenes = frames_of(tmp_path / "face.mp4"), frames_of(tmp_path / "scene.mp4")
    assert faces.shape == scenes.shape == (150, SIZE[1], SIZE[0], 3)
    for frames, stem in ((faces, stems[0]), (scenes, stems[1])):
        clicks_s = np.flatnonzero(np.abs(stem) > 0.5 * np.abs(stem).max()) / RATE_HZ
        assert len(flashes(frames)) == len(clicks_s)
        np.testing.assert_allclose(np.array(flashes(frames)) / FPS, clicks_s, atol=0.5 / FPS)
    assert list(np.flatnonzero(np.diff(lit(faces).astype(int)))) == [12, 50, 74, 99]


def test_an_effect_in_front_hides_the_one_behind(pool, tmp_path):
    recipe = scene_of(
        event(Submix.FX_BACK, "door", 0.0, 1.0, clip_start_s=1.0),
        event(Submix.FX_FRONT, "door", 0.2, 0.6),
        seconds=1.0,
    )
    write_pictures(recipe, pool, tmp_path)
    assert flashes(frames_of(tmp_path / "scene.mp4")) == [15]


def test_no_movie_without_a_clip_that_has_one(pool, tmp_path):
    recipe = scene_of(
        event(Submix.FX_FRONT, "rain", 0.0, 1.0), event(Submix.MUSIC, "song", 0.0, 1.0)
    )
    assert write_pictures(recipe, pool, tmp_path) == ()
    assert not list(tmp_path.glob("*/face.mp4"))


def test_a_movie_that_is_gone_stays_black_and_is_named(pool, tmp_path, caplog):
    recipe = scene_of(
        event(Submix.SPEECH, "lost", 0.0, 1.0), event(Submix.SPEECH, "one", 1.0, 1.0), seconds=2.0
    )
    with caplog.at_level(logging.WARNING):
        write_pictures(recipe, pool, tmp_path)
    assert list(lit(frames_of(tmp_path / "face.mp4"))) == [False] * 25 + [True] * 25
    assert "nowhere.mp4" in caplog.text
