"""What the user may choose."""

import pytest

from cass_core.errors import SettingsError
from cass_core.request.settings import MAX_STEPS, SeparationSettings


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"steps": 0}, "Steps must be 1 to 128, not 0"),
        ({"steps": MAX_STEPS + 1}, "not 129"),
        ({"seed": -1}, "seed must be a whole number"),
        ({"seed": 2**63}, "seed must be"),
        ({"render": "loud"}, "no render 'loud'; choose one of faithful, generated"),
        ({"method": "rk4"}, "no method 'rk4'; choose one of model, euler, midpoint, heun"),
    ],
)
def test_a_wrong_choice_is_a_sentence(values, sentence):
    with pytest.raises(SettingsError, match=sentence):
        SeparationSettings(**values)


def test_the_choice_survives_the_manifest():
    settings = SeparationSettings(
        steps=MAX_STEPS, seed=2**63 - 1, render="generated", method="heun"
    )
    assert SeparationSettings(**settings.to_dict()) == settings
