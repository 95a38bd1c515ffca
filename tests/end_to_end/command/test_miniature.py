"""The whole pipeline in miniature, from source files to scores, as `make miniature` runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from cass_core.media.files.probe import probe
from cass_core.stem_names import STEMS
from tests.helpers.command_line import null_steps

pytestmark = [pytest.mark.media, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "resources" / "miniature" / "run_miniature.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of a finished run, and what it printed."""
    out = tmp_path_factory.mktemp("miniature")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=out,
        env=os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return out, done.stdout


def test_all_three_sets_are_in_the_catalogue_in_all_splits(made):
    lines = (made[0] / "corpus" / "catalog.jsonl").read_text().splitlines()
    found = {(e["stem"], e["split"], e["package"]) for e in map(json.loads, lines)}
    sets = {"DX": "lrs3", "FX": "vggsound", "MX": "fma"}
    assert found == {
        (stem, split, package)
        for stem, package in sets.items()
        for split in ("train", "valid", "test")
    }


def test_mixtures_have_both_movies_and_an_exact_sum(made):
    for sample in (made[0] / "avdnr" / "0000", made[0] / "avdnr" / "0001"):
        names = [*(stem.value for stem in STEMS), "mixture"]
        *stems, mixture = (soundfile.read(sample / f"{n}.wav", dtype="float32")[0] for n in names)
        np.testing.assert_array_equal(stems[0] + stems[1] + stems[2], mixture)
        assert len(mixture) == 160_000
        for movie in ("face.mp4", "scene.mp4"):
            assert probe(sample / movie).duration_s == 10


def test_the_recipe_gave_the_same_samples_again(made):
    out, _ = made
    for name in ("DX.wav", "FX.wav", "MX.wav", "mixture.wav"):
        first = (out / "avdnr" / "0000" / name).read_bytes()
        assert (out / "replayed" / name).read_bytes() == first


def test_the_movie_was_separated_by_the_model_that_was_trained(made):
    out, printed = made
    assert (out / "model" / "model.safetensors").stat().st_size > 10_000
    assert "step 20 " in printed
    assert null_steps(out / "stems", "scene") == 0


def test_scores_and_places_are_printed(made):
    out, printed = made
    assert "starter-test: 2 mixtures" in printed
    for name in ("corpus", "avdnr", "model", "scene.mp4", "stems"):
        assert f"{name}: {out / name}" in printed
