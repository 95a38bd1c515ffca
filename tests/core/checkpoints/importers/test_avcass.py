"""A made checkpoint of AV-CASS, laid out as published, becomes a model that separates."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
from cass_core.clips import SampleSpan
from cass_core.errors import ModelError, SettingsError
from cass_core.model.builders import build, named_config
from cass_core.model.released.front_ends import front_end
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.released_checkpoints import (
    HEARING,
    SEEING,
    released_config,
    released_network,
    released_payload,
    write_published,
)
from tests.helpers.separation.separation_fakes import CPU, noise_source


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def seeing():
    return released_network(released_config(SEEING))


@pytest.fixture(scope="module")
def files(tmp_path_factory, seeing):
    """The three files of the audio-visual model."""
    folder = tmp_path_factory.mktemp("published")
    write_published(folder, seeing, ("av.pt", "cavp.ckpt", "face.ckpt"))
    return folder


def imported(file, *further, **values):
    return import_checkpoint(ImportRequest(file, further=further, overwrite=True, **values))


def test_audio_only(tmp_path):
    network = released_network(released_config())
    payload = released_payload(network)
    path = tmp_path / "ao_cass_checkpoint.pt"
    torch.save(payload, path)
    folder, description = imported(path)
    assert folder.name == description.config.name == "ao-cass"
    assert description.config.attention == released_config().attention  # 8 where nothing is said
    assert (description.takes_steps, description.takes_picture) == (True, False)
    assert (description.default_steps, description.config.window_frames) == (127, 512)
    assert "none stated" in description.licence
    loaded, _ = load_model(folder)
    assert loaded.state_dict().keys() == network.state_dict().keys()
    for name, value in loaded.state_dict().items():
        assert torch.equal(value, network.state_dict()[name]), name
    source = noise_source(0.5, 48_000, "stereo")
    chunks = Separator(loaded, description.config, CPU).stream(
        SeparatorInput(source), SeparationSettings(steps=1)
    )
    stems = np.concatenate([chunk.stems for chunk in chunks], axis=-1)
    mixture = source.read(SampleSpan(0, source.num_samples))
    assert np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6
    assert all(np.abs(stem).max() > 1e-3 for stem in stems)
    torch.save({"model": payload["model"]}, path)
    folder, description = imported(path)
    assert "no average" in description.notes["weights"]
    again = load_model(folder)[0].state_dict()["unet.conv_in.bias"]
    assert torch.equal(again, network.state_dict()["unet.conv_in.bias"] + 1)


@torch.no_grad()
@pytest.mark.parametrize("chosen", [(), ("cavp.ckpt",), ("face.ckpt",), ("face.ckpt", "cavp.ckpt")])
def test_the_picture_joins_with_its_encoders(files, seeing, chosen):
    folder, description = imported(files / "av.pt", *(files / name for name in chosen))
    config = description.config
    assert (config.name, config.attention.head_dim) == ("av-cass", 16)
    assert description.takes_picture == config.takes_frames == bool(chosen)
    assert (config.vision.face == "face_video") == ("face.ckpt" in chosen)
    assert (config.vision.scene == "slow_only") == ("cavp.ckpt" in chosen)
    loaded = load_model(folder)[0].state_dict()
    expected = seeing.state_dict()
    assert all(torch.equal(value, expected[name]) for name, value in loaded.items())
    dropped = {name.split(".")[0] for name in expected.keys() - loaded.keys()}
    kept = {"face_encoder": "face.ckpt" in chosen, "scene_encoder": "cavp.ckpt" in chosen}
    assert not dropped & {part for part, is_kept in kept.items() if is_kept}
    assert any("cross_attentions" in name for name in loaded) == bool(chosen)


def test_front_ends_and_hops_are_a_choice(files):
    for name in ("released", "trained"):
        _, description = imported(files / "av.pt", front_end=name)
        assert description.config.spectrogram == front_end(name, takes_picture=True)
    _, description = imported(files / "av.pt", hop_s=8.16)  # as the release's script
    assert description.config.window_hop == 510
    with pytest.raises(SettingsError, match=r"must be 0\.1 to 8\.16 s"):
        imported(files / "av.pt", hop_s=8.17)


def test_files_that_do_not_belong_are_a_sentence(files, tmp_path):
    with pytest.raises(ModelError, match="no picture encoder of AV-CASS"):
        imported(files / "av.pt", files / "av.pt")
    hearing = tmp_path / "ao.pt"
    torch.save(released_payload(released_network(released_config())), hearing)
    with pytest.raises(SettingsError, match="hears only; leave --with out"):
        imported(hearing, files / "cavp.ckpt")
    payload = released_payload(released_network(released_config()))
    del payload["ema"]["model.conv_in.bias"]
    torch.save(payload, hearing)
    with pytest.raises(
        ModelError, match=r"fit AV-CASS, audio only: unet\.conv_in\.bias is missing"
    ):
        imported(hearing)


class Evil:
    """Would make a file when it is read."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("place", ["args", "opt", "ema"])
def test_nothing_in_a_file_is_run(tmp_path, place):
    payload, trap = released_payload(released_network(released_config())), tmp_path / "trap"
    if place == "args":
        payload["args"].results_dir = Evil(trap)
    else:
        payload[place]["more"] = Evil(trap)
    torch.save(payload, tmp_path / "ao.pt")
    with pytest.raises(ModelError, match="no checkpoint that can be read safely"):
        imported(tmp_path / "ao.pt")
    assert not trap.exists()
    pickle.loads(pickle.dumps(Evil(trap)))  # it does elsewhere
    assert trap.exists()


PEAK = """
import sys
from pathlib import Path
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
import_checkpoint(ImportRequest(Path(sys.argv[1]), overwrite=True))
# not `ru_maxrss`, which begins with the peak of the process that started this one
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_file_of_the_published_size_is_read_in_little_memory(tmp_path):
    config = replace(named_config("av_cass_paper"), vision=replace(HEARING, context_dim=512))
    path = tmp_path / "ao.pt"
    torch.save(released_payload(build(config)), path)
    assert path.stat().st_size > 450e6
    run = [sys.executable, "-c", PEAK, str(path)]
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    assert int(done.stdout) * 1024 < 1.2e9
