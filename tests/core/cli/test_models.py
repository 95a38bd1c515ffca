"""`cass models`: the list, what can be imported, and importing; then separating with it."""

import json

import numpy as np
import pytest
import soundfile

from tests.helpers.command_line import null_steps, run_cass
from tests.helpers.separation.published_checkpoints import (
    cdx23_config,
    demucs_payload,
    random_state,
    write_checkpoint,
)


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def downloaded(tmp_path):
    payload = demucs_payload(random_state(cdx23_config()))
    return write_checkpoint(tmp_path / "97d170e1-dbb4db15.th", payload)


def test_what_can_be_imported_is_listed(capfd):
    shown = run_cass(capfd, "models")
    assert shown.code == 0
    for word in ("available to import", "mrx", "bandit2", "CC-BY-SA-4.0", "zenodo.org"):
        assert word in shown.out


def test_an_imported_model_is_listed_and_separates(capfd, tmp_path, downloaded):
    imported = run_cass(capfd, "models", "import", downloaded)
    assert (imported.code, imported.err) == (0, "")
    assert "licence of these weights: none stated" in imported.out
    listed = json.loads(run_cass(capfd, "models", "--json").out)
    row = next(row for row in listed if row["name"] == "mvsep-cdx23")
    assert (row["takes_steps"], row["takes_picture"], row["default_steps"]) == (False, False, 1)
    sound = np.random.default_rng(0).uniform(-0.3, 0.3, (48_000, 2))
    soundfile.write(tmp_path / "scene.wav", sound, 48_000, "PCM_24")
    options = ["--model", "mvsep-cdx23", "--device", "cpu"]
    done = run_cass(capfd, "separate", tmp_path / "scene.wav", "-o", tmp_path / "a", *options)
    assert done.code == 0
    assert "one pass" not in done.err + done.out
    assert null_steps(tmp_path / "a", "scene") == 0
    options += ["--steps", "8"]
    told = run_cass(capfd, "separate", tmp_path / "scene.wav", "-o", tmp_path / "b", *options)
    assert "works in one pass: the number of steps is left out" in told.err + told.out


def test_refusals_are_one_sentence(capfd, tmp_path, downloaded):
    (tmp_path / "text.ckpt").write_text("no checkpoint")
    for arguments in (
        ["import"],
        ["import", tmp_path / "nowhere.ckpt"],
        ["import", tmp_path / "text.ckpt"],
        ["import", downloaded, "--kind", "mrx"],
        ["import", downloaded, "--name", "starter"],
        ["import", downloaded, "--hop", "-1"],
        ["list", downloaded],
        ["list", "--kind", "mrx"],
        ["export"],
    ):
        refused = run_cass(capfd, "models", *arguments)
        assert refused.code == 2, arguments
        assert len(refused.refusals) == 1
        assert refused.out == ""
