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
from tests.helpers.separation.shelf_fakes import served_shelf


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def downloaded(tmp_path):
    payload = demucs_payload(random_state(cdx23_config()))
    return write_checkpoint(tmp_path / "97d170e1-dbb4db15.th", payload)


def test_the_shelf_is_listed(capfd):
    shown = run_cass(capfd, "models")
    assert shown.code == 0
    here, gettable = shown.out.split("can be got")
    assert "starter: Starter" in here
    for word in (
        "`cass models get tiger-dnr` (17 MB)", "full band, listens only", "bandit2",
        "CC-BY-SA-4.0; commercial use: yes", "zenodo.org", "CC-BY-NC-4.0; commercial use: no",
        "download av_cass_checkpoint.pt (738 MB) from https://drive.google.com",
    ):  # fmt: skip
        assert word in gettable


def test_one_command_gets_a_model(capfd, tmp_path, data_folder, monkeypatch):
    with served_shelf(monkeypatch, tmp_path) as (server, row):
        refused = run_cass(capfd, "separate", tmp_path / "x.wav", "-o", tmp_path, "--model", "mrx")
        assert "get it with `cass models get mrx`" in refused.err
        assert server.asked == [], "nothing is fetched without being asked for"
        got = run_cass(capfd, "models", "get", "mrx", "--hop", "6")
        assert (got.code, got.err) == (0, "")
        assert "mrx: MRX imported into" in got.out
        assert "windows of 12 s, the next one after 6 s" in got.out
        assert [path.name for path in (data_folder / "downloads").iterdir()] == []
        assert "mrx: MRX, full band" in run_cass(capfd, "models").out.split("can be got")[0]
        again = run_cass(capfd, "models", "get", "mrx")
        assert again.code == 2
        assert "There is a model 'mrx' already" in again.err
        server.content = b"no checkpoint at all"  # whose checksum is that of no model
        other = run_cass(capfd, "models", "get", "mrx", "--name", "other")
        assert "is not the published file" in other.err
        server.status = 404
        gone = run_cass(capfd, "models", "get", "mrx", "--name", "other")
        assert (gone.code, len(gone.refusals)) == (2, 1)
        assert f"look for it at {row.source.url}" in gone.err


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
        ["get"],
        ["get", "umx"],
        ["get", "ao-cass"],
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


def test_the_chosen_model_separates_where_none_is_named(capfd, tmp_path, downloaded, data_folder):
    assert run_cass(capfd, "models", "import", str(downloaded), "--name", "mine").code == 0
    assert run_cass(capfd, "models", "use", "mine").code == 0
    here, _ = run_cass(capfd, "models").out.split("can be got")
    assert here.split("mine:")[1].count("chosen: new separations") == 1
    noise = np.random.default_rng(0).uniform(-0.1, 0.1, (22_050, 2))
    soundfile.write(tmp_path / "scene.wav", noise, 44_100, subtype="FLOAT")
    scene = str(tmp_path / "scene.wav")
    shown = run_cass(capfd, "separate", scene, "-o", str(tmp_path / "out"), "--no-picture")
    assert shown.code == 0
    assert "separating with mine, the chosen model" in shown.err
    manifest = next((tmp_path / "out").glob("*.stems/manifest.json"))
    assert '"mine"' in manifest.read_text()
    for name, sentence in (("nobody", "no model 'nobody'"), (None, "required: MODEL")):
        refused = run_cass(capfd, "models", "use", *filter(None, [name]))
        assert refused.code == 2
        assert sentence in refused.err
    for file in (data_folder / "models" / "mine").iterdir():
        file.unlink()
    shown = run_cass(capfd, "models")
    assert "starter: Starter" in shown.out.split("chosen: new separations")[0]
