"""Talking clips among held-out effects, a crowd and music."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from cass_core.dsp.loudness import integrated_loudness
from cass_core.errors import MediaError
from cass_core.evaluation.talking import mixtures as talking_mixtures
from cass_core.evaluation.talking.mixtures import TalkingClip, mixed_clip, talking_clips
from cass_core.metrics.sdr import si_sdr
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, PRESENCE
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.corpus.scene_builders import scene_catalog, speech_like
from tests.helpers.media.movies import Picture, Sound, tones, write_movie


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="test")
    return ClipPool(Catalog.load(folder), "test")


def clip(seconds=4.0, name="clip.mp4"):
    speech = speech_like(np.random.default_rng(5), seconds).astype(np.float32)
    return TalkingClip(name, speech, np.ones((round(25 * seconds), NUM_FACE_FEATURES), "f4"))


def test_the_clip_is_the_dialogue_and_the_rest_is_heard(pool):
    talker = clip()
    stems = mixed_clip(talker, pool, 1, 0)
    assert stems.shape == (3, 64_000)
    assert si_sdr(stems[0], talker.speech) > 60
    levels = [integrated_loudness(stem, 16_000) for stem in stems]
    assert min(levels) > -60
    assert integrated_loudness(stems.sum(axis=0), 16_000) == pytest.approx(-27, abs=1.0)
    assert np.abs(stems).max() < 0.8


def test_mixtures_are_fixed_and_differ(pool):
    first = mixed_clip(clip(), pool, 1, 0)
    np.testing.assert_array_equal(mixed_clip(clip(), pool, 1, 0), first)
    for other in (mixed_clip(clip(), pool, 1, 1), mixed_clip(clip(name="other"), pool, 1, 0)):
        assert not np.array_equal(other, first)


def test_a_voice_off_screen_is_dialogue_too(pool):
    talker, unseen = clip(), clip(2.5, "unseen.mp4")
    unseen = replace(unseen, speech=unseen.speech[::-1].copy())
    dialogue = mixed_clip(talker, pool, 1, 0, unseen)[0]
    twice = np.tile(unseen.speech, 2)[:64_000]
    for voice in (talker.speech, twice):
        assert -8 < si_sdr(dialogue, voice) < 8
    fit = np.linalg.lstsq(np.stack([talker.speech, twice], 1), dialogue, rcond=None)
    assert fit[1][0] < 1e-6 * np.sum(dialogue**2)


def test_a_crowd_is_in_the_effects(pool):
    rng = np.random.default_rng(3)
    recipe = talking_mixtures.draw_recipe(pool, rng, 64_000, talking_mixtures._WITH_CROWD)
    assert recipe.walla is not None
    assert len({event.clip for event in recipe.walla.clips}) >= 3


def test_share_of_frames_with_a_face():
    talker = clip()
    talker.face[:25, PRESENCE] = 0
    assert talker.face_share == pytest.approx(0.75)


def test_a_folder_that_is_none(tmp_path):
    with pytest.raises(MediaError, match="no folder"):
        list(talking_clips(tmp_path / "none", PictureSettings()))


@pytest.mark.media
def test_clips_of_a_folder(tmp_path):
    folder = tmp_path / "clips"
    folder.mkdir()
    sound = Sound(tones(2.0, 48_000, 2))
    write_movie(folder / "b.mkv", Picture(2.0), [sound])
    write_movie(folder / "a.mkv", Picture(2.0), [replace(sound, start_s=Fraction(1, 2))])
    write_movie(folder / "sound only.wav", sounds=[sound])
    write_movie(folder / "short.mkv", Picture(0.4), [Sound(tones(0.4, 48_000, 2))])
    (folder / "notes.txt").write_text("no movie")
    settings = PictureSettings(faces=False, cache_folder=tmp_path / "cache")
    clips = list(talking_clips(folder, settings))
    assert [c.name for c in clips] == ["a.mkv", "b.mkv"]
    for talker in clips:
        assert talker.speech.shape == (32_000,)
        assert talker.face.shape == (50, NUM_FACE_FEATURES)
        assert talker.face_share == 0
        assert np.std(talker.speech) == pytest.approx(0.3 / 2, rel=0.1)
