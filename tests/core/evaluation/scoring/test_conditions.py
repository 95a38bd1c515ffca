"""The model's conditions: their names, and what reaches the separator."""

import numpy as np
import pytest

from cass_core.evaluation.scoring.conditions import ModelCondition
from cass_core.request.settings import SeparationSettings
from tests.helpers.corpus.evaluation_fakes import known_scene, opened_model


@pytest.mark.parametrize(
    ("settings", "picture", "name"),
    [
        ({"steps": 1}, "audio", "audio, 1 step"),
        ({"steps": 4}, "both", "both, 4 steps"),
        ({"steps": 4, "render": "generated"}, "face", "face, 4 steps, generated"),
        ({"steps": 2, "method": "heun"}, "audio", "audio, 2 steps, heun"),
    ],
)
def test_the_name_tells_the_setting(settings, picture, name):
    facts = ModelCondition(opened_model(), SeparationSettings(**settings), picture).facts
    assert facts.name == name
    assert (facts.steps, facts.picture, facts.model) == (settings["steps"], picture, "ab" * 6)


def test_setting_and_picture_reach_the_separator():
    model, scene, settings = opened_model(), known_scene(), SeparationSettings(steps=4)
    stems = ModelCondition(model, settings, "both").estimates(scene)
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-6)
    assert model.separator.settings == [settings]
    assert model.separator.pictures[0].features.scene.any()
    ModelCondition(model, settings).estimates(scene)
    assert model.separator.pictures[1] is None
