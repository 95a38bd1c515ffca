"""Every field of `model.json` has a type and a range: a wrong one is a sentence, quickly."""

import copy
import json
import math

import numpy as np
import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model, save_model
from cass_core.checkpoints.description import DESCRIPTION_NAME, load_description
from cass_core.errors import ModelError
from cass_core.model.published.builders import build_published
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.published_checkpoints import bandit_config, cdx23_config, mrx_config
from tests.helpers.separation.separation_fakes import CPU, noise_source
from tests.helpers.separation.tiny_model import write_tiny_model

WRONG = [
    0,
    -1,
    10**9,
    10**400,
    1e300,
    math.inf,
    math.nan,
    2.5,
    "x",
    "9" * 10_000,
    None,
    [],
    {},
    True,
]
KINDS = {"flow": None, "mrx": mrx_config, "bandit": bandit_config, "mvsep-cdx23": cdx23_config}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A model of each kind."""
    root = tmp_path_factory.mktemp("models")
    for name, config in KINDS.items():
        if config is None:
            write_tiny_model(root / name)
            continue
        network = build_published(config())
        rest = {"licence": "CC0-1.0", "default_steps": 1, "notes": {}}
        save_model(root / name, network.state_dict(), config(), **rest)
    return root


def places(values, path=()):
    """Paths to every value, containers included, what is written freely left out."""
    for key, value in values.items() if isinstance(values, dict) else enumerate(values):
        if key == "notes":
            continue
        yield *path, key
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def changed(values, path, value):
    values = copy.deepcopy(values)
    inner = values
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return values


def refusal(folder):
    """The sentence with which a model is refused; None where it is taken."""
    try:
        load_model(folder)
    except ModelError as error:
        return str(error)
    return None


def separated(folder):
    network, description = load_model(folder)
    separator = Separator(network, description.config, CPU)
    source = noise_source(0.3, description.config.rate_hz)
    return [
        c.stems for c in separator.stream(SeparatorInput(source, None), SeparationSettings(steps=1))
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_wrong_value_anywhere_is_a_sentence_or_does_no_harm(folders, kind):
    path = folders / kind / DESCRIPTION_NAME
    text = path.read_text()
    harmless = []
    try:
        for place in places(json.loads(text)):
            for value in WRONG:
                path.write_text(json.dumps(changed(json.loads(text), place, value)))
                if sentence := refusal(folders / kind):
                    assert len(sentence) < 500
                    continue
                harmless.append((place, value))
                stems = separated(folders / kind)
                assert all(np.isfinite(part).all() for part in stems), (place, value)
    finally:
        path.write_text(text)
    # nothing but numbers within their range, and texts that are only shown
    assert not [place for place, value in harmless if isinstance(value, bool | list)]
    assert all(place[-1] in ("licence", "name") for place, v in harmless if isinstance(v, str))


def test_sizes_that_the_weights_do_not_have_allocate_nothing(folders, monkeypatch):
    path = folders / "flow" / DESCRIPTION_NAME
    text = path.read_text()
    largest = {"widths": [4096] * 2, "blocks": [16, 16], "patch": 1, "middle_blocks": 16}
    values = json.loads(text)
    values["config"]["unet"] |= largest
    path.write_text(json.dumps(values))
    made = []
    whole = torch.Tensor.normal_
    monkeypatch.setattr(
        torch.Tensor, "normal_", lambda t, *a, **k: made.append(t) or whole(t, *a, **k)
    )
    try:
        with pytest.raises(ModelError, match="does not fit the model size"):
            load_model(folders / "flow")
    finally:
        path.write_text(text)
    assert all(tensor.is_meta for tensor in made)


@pytest.mark.parametrize(
    ("place", "value", "clause"),
    [
        (("config", "spectrogram", "hop"), 0, "hop is 0, not 1 to 16384"),
        (("config", "unet", "widths"), [10**9, 32], r"widths\[0\] is 1000000000, not 1 to 4096"),
        (("default_steps",), 10**9, "default_steps is 1000000000, not 1 to 249"),
        (("config", "flow", "noise_sigma"), "much", "noise_sigma is 'much'"),
    ],
)
def test_the_sentence_names_the_field(folders, place, value, clause):
    path = folders / "flow" / DESCRIPTION_NAME
    text = path.read_text()
    path.write_text(json.dumps(changed(json.loads(text), place, value)))
    try:
        with pytest.raises(ModelError, match=clause):
            load_description(folders / "flow")
    finally:
        path.write_text(text)


def test_a_description_of_a_gigabyte_is_not_read(tmp_path):
    with (tmp_path / DESCRIPTION_NAME).open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(ModelError, match="too large"):
        load_description(tmp_path)
