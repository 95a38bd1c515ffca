"""The made pictures of test scenes are fixed, and each choice shows its part of the same cues."""

import numpy as np
import pytest

from cass_core.errors import SettingsError
from cass_core.evaluation.scoring.scene_pictures import picture_choice, scene_picture
from tests.helpers.corpus.evaluation_fakes import known_scene

STEMS = known_scene(10.0).stems


def shown(choice, number=0):
    return scene_picture(STEMS, choice, 7, number).features


def test_each_choice_shows_its_part():
    face, scene, both = shown("face"), shown("scene"), shown("both")
    assert scene_picture(STEMS, "audio", 7, 0) is None
    np.testing.assert_array_equal(both.face, face.face)
    np.testing.assert_array_equal(both.scene, scene.scene)
    assert both.scene.any()
    assert not face.scene.any()
    assert not scene.face.any()
    assert len(both.face) == len(both.scene) == 250


def test_faces_are_seen_in_some_scenes():
    assert any(shown("face", number).face.any() for number in range(4))


def test_cues_are_fixed_for_a_seed_and_number():
    np.testing.assert_array_equal(shown("both", 3).scene, shown("both", 3).scene)
    assert (shown("both", 3).scene != shown("both", 4).scene).any()


def test_an_unknown_choice_is_refused():
    assert picture_choice("both") == "both"
    with pytest.raises(SettingsError, match="no picture 'smell'"):
        picture_choice("smell")
