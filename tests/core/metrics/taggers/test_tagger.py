import json
import shutil

import numpy as np
import pytest

from cass_core.errors import ModelError
from cass_core.metrics.taggers.tagger import (
    TAGGER_DESCRIPTION,
    TAGGER_WEIGHTS,
    load_tagger,
    load_tagger_description,
)
from cass_core.resource_files import resource
from cass_core.synthesis.sounds.procedural import make_noise
from tests.helpers.corpus.tiny_tagger import write_tiny_tagger


@pytest.fixture
def folder(tmp_path):
    return write_tiny_tagger(tmp_path / "tagger")


def noise(num_samples, seed=0):
    rng = np.random.default_rng(seed)
    return (0.1 * rng.standard_normal(num_samples)).astype(np.float32)


@pytest.mark.parametrize(
    ("num_samples", "windows"), [(10, 1), (15_600, 1), (15_601, 2), (15_600 + 7_680, 2)]
)
def test_windows_reach_the_end(folder, num_samples, windows):
    tagger = load_tagger(folder)
    assert tagger.presence(noise(num_samples)).shape == (windows, 3)
    assert tagger.embeddings(noise(num_samples)).shape == (windows, 12)
    assert tagger.class_logits(noise(num_samples)).shape[0] == windows


def test_a_long_sound_is_heard_as_its_parts_are(folder):
    tagger = load_tagger(folder)
    sound = noise(75 * 7_680)
    whole = tagger.embeddings(sound)
    at = 70  # beyond the first batch
    part = sound[at * 7_680 : at * 7_680 + 15_600]
    assert tagger.embeddings(part)[0] == pytest.approx(whole[at], abs=1e-5)


def test_presence_is_the_probability_of_the_first_logits(folder):
    tagger = load_tagger(folder)
    logits = tagger.class_logits(noise(30_000))[:, :3]
    assert tagger.presence(noise(30_000)) == pytest.approx(1 / (1 + np.exp(-logits)), abs=1e-6)


@pytest.mark.parametrize("damage", ["weights", "cut", "no weights", "json", "classes", "sizes"])
def test_damage_is_one_sentence(folder, damage):
    weights, description = folder / TAGGER_WEIGHTS, folder / TAGGER_DESCRIPTION
    values = json.loads(description.read_text(encoding="utf-8"))
    if damage == "weights":
        content = bytearray(weights.read_bytes())
        content[-1] ^= 1
        weights.write_bytes(content)
    elif damage == "cut":
        weights.write_bytes(weights.read_bytes()[:100])
    elif damage == "no weights":
        weights.unlink()
    elif damage == "json":
        description.write_text("{", encoding="utf-8")
    elif damage == "classes":
        description.write_text(json.dumps(values | {"classes": ["a", "b", "c"]}), encoding="utf-8")
    else:
        description.write_text(json.dumps(values | {"widths": [4, 6, 9]}), encoding="utf-8")
    with pytest.raises(ModelError):
        load_tagger(folder)
    shutil.rmtree(folder)
    with pytest.raises(ModelError, match="no tagger"):
        load_tagger_description(folder)


def test_the_shipped_tagger_tells_effects_from_music():
    folder = resource("tagger")
    if not (folder / TAGGER_DESCRIPTION).is_file():
        pytest.skip("no tagger ships with this tree")
    assert (folder / TAGGER_WEIGHTS).stat().st_size < 5_000_000
    tagger = load_tagger()
    notes = tagger.description.notes
    assert notes["scores"]
    assert notes["attribution"]
    rain = 0.05 * make_noise("rain", 1, 64_000)
    presence = tagger.presence(rain).mean(axis=0)
    assert presence.argmax() == 1
    silent = tagger.presence(np.zeros(64_000, np.float32))
    assert silent.max() < 0.5
