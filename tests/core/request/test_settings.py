"""What the user may choose."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.errors import SettingsError
from cass_core.request.settings import HIGHEST_STEPS, SeparationSettings


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"steps": 0}, "Steps must be 1 to 249, not 0"),
        ({"steps": HIGHEST_STEPS + 1}, "not 250"),
        ({"seed": -1}, "seed must be a whole number"),
        ({"seed": 2**63}, "seed must be"),
        ({"render": "loud"}, "no render 'loud'; choose one of faithful, generated"),
        ({"hop_s": -1.0}, "last 120 s at most"),
        ({"window_s": float("nan")}, "last 120 s at most"),
        ({"method": "rk4"}, "no method 'rk4'; choose one of model, euler, midpoint, heun"),
    ],
)
def test_a_wrong_choice_is_a_sentence(values, sentence):
    with pytest.raises(SettingsError, match=sentence):
        SeparationSettings(**values)


SETTINGS = SeparationSettings(
    steps=HIGHEST_STEPS, picture=False, render="generated", seed=2**63 - 1, method="heun"
)


def test_what_is_written_is_read_again():
    for settings in (SETTINGS, replace(SETTINGS, window_s=12.0, hop_s=4.0)):
        written = json.dumps(settings.to_json() | {"number_format": "bfloat16"})
        assert SeparationSettings.from_json(JsonTable(json.loads(written), "choice")) == settings
    assert "hop_s" not in SETTINGS.to_json(), "the identity of earlier runs stays theirs"


@pytest.mark.parametrize(
    ("name", "value", "clause"),
    [
        ("steps", 0, '"choice.steps" is not a number from 1 to 249'),
        ("picture", 1, '"choice.picture" is not true or false'),
        ("render", "loud", '"choice.render" is not one of faithful, generated'),
        ("seed", -1, '"choice.seed" is not a whole number from 0'),
        ("seed", 2**63, '"choice.seed" is not a whole number from 0'),
        ("method", "rk4", '"choice.method" is not one of model, euler, midpoint, heun'),
    ],
)
def test_what_is_damaged_is_named(name, value, clause):
    with pytest.raises(BadValueError, match=clause):
        SeparationSettings.from_json(JsonTable(SETTINGS.to_json() | {name: value}, "choice"))


def test_what_is_asked_for_loads_nothing_big():
    program = "import sys, cass_core.request.settings; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "False"
