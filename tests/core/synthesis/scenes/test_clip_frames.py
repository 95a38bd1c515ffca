"""A scene shows the clip that is heard, at the time at which it is heard."""

import numpy as np
import pytest

from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.corpus.frames.frame_packs import FramePacks
from cass_core.synthesis.corpus.frames.keeping import keep_frames
from cass_core.synthesis.scenes.clip_frames import ClipFrames, FrameWindows
from cass_core.synthesis.scenes.mixer import render
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe, Submix
from cass_core.synthesis.sounds.film_effects import Treatment
from tests.helpers.corpus.flickers import agreement, is_loud, is_white, write_flicker
from tests.helpers.corpus.published_sets import fma_folder, write_rows

pytestmark = pytest.mark.media

TALK, DOOR = "lrs3/pretrain/a/1.mp4", "vggsound/abc_000005.mp4"
FRAME = 640  # samples of a frame of a face
WINDOWS = FrameWindows(
    count=2, num_samples=16_000, first_sample=0,
    num_faces=25, face_fps=25, num_scenes=4, scene_fps=4,
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    root = tmp_path_factory.mktemp("sets")
    write_flicker(root / "lrs3" / "pretrain" / "a" / "1.mp4", 1)
    write_flicker(root / "vgg" / "abc_000005.mp4", 2)
    write_rows(root / "vgg" / "vggsound.csv", ["abc", 5, "wind", "train"])
    fma_folder(root / "fma")
    for name, folder in (("lrs3", "lrs3"), ("vggsound", "vgg"), ("fma", "fma")):
        list(add_set(root / "corpus", SETS[name], root / folder))
        list(keep_frames(root / "corpus", name))
    return root / "corpus"


@pytest.fixture(scope="module")
def pool(corpus):
    return ClipPool(Catalog.load(corpus), "train")


@pytest.fixture(scope="module")
def frames(corpus, pool):
    return ClipFrames(pool, FramePacks(corpus), WINDOWS)


def event(clip=TALK, start=0, clip_start=0, length=50, submix=Submix.SPEECH, **values):
    return ClipEvent(submix, clip, clip_start * FRAME, start * FRAME, length * FRAME, 0.0, **values)


def recipe(*events):
    return SceneRecipe(0, 2 * WINDOWS.num_samples, events, (), (-27.0,) * 4, -27.0)


def faces(frames, *events):
    """(frame, 112, 112) of the whole scene."""
    return frames.under(recipe(*events))[0].reshape(-1, 112, 112)


@pytest.mark.parametrize("values", [
    {}, {"clip_start": 9, "length": 41}, {"start": 13, "length": 37}, {"speed": 2.0, "length": 25},
    {"inverted": True, "treatment": Treatment(high_hz=3_000.0)},
])  # fmt: skip
def test_faces_go_with_the_sound_to_the_frame(frames, pool, values):
    talk = event(**values)
    dialogue = render(recipe(talk), pool).stems[STEMS.index(Stem.DX)]
    shown = faces(frames, talk)
    middles = np.arange(50) * FRAME + FRAME / 2 / talk.speed
    first, stop = talk.start // FRAME, (talk.start + talk.num_samples) // FRAME
    heard, seen = is_loud(dialogue, middles)[first:stop], is_white(shown)[first:stop]
    assert list(seen) == list(heard)
    assert max(agreement(seen, heard, 1), agreement(seen, heard, -1)) < 0.75
    assert not shown[:first].any()
    assert not shown[stop:].any()


def test_a_loop_shows_the_clip_again(frames, pool):
    bed = event(DOOR, submix=Submix.FX_BACK, clip_start=40, looped=True)
    effects = render(recipe(bed), pool).stems[STEMS.index(Stem.FX)]
    seen = is_white(frames.under(recipe(bed))[1].reshape(-1, 224, 224, 3))
    # a frame of four a second is the one that its clip shows then
    loop = FramePacks(pool._catalog.folder).read(DOOR, np.arange(8))
    places = (40 * FRAME + np.arange(8) * 4_000) % (50 * FRAME - 1_600)
    assert list(seen) == list(is_white(loop)[np.round(places / 4_000).astype(int).clip(0, 7)])
    assert effects.any()


def test_the_clip_that_began_last_is_seen_and_gaps_are_black(frames):
    one, two = event(length=20), event(start=10, clip_start=30, length=5)
    both = faces(frames, one, two)
    alone = faces(frames, one)
    assert np.array_equal(both[:10], alone[:10])
    assert np.array_equal(both[10:15], faces(frames, two)[10:15])
    assert np.array_equal(both[15:], alone[15:])
    assert not both[20:].any()
    assert frames.under(recipe(one))[1].any() == np.False_


@pytest.mark.parametrize("treatment", [
    Treatment(reversed=True), Treatment(grain_s=0.1), Treatment(drift=0.2),
])  # fmt: skip
def test_what_no_longer_goes_with_its_picture_is_not_seen(frames, treatment):
    assert not faces(frames, event(treatment=treatment)).any()
