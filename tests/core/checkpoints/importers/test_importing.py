"""A downloaded checkpoint becomes a model like any other, or one sentence says why not."""

import json
import os
import pickle
import zipfile
from contextlib import suppress
from fractions import Fraction
from pathlib import PurePosixPath

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from cass_core.checkpoints.checkpoint import file_sha256, load_model
from cass_core.checkpoints.description import load_description
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint, layouts
from cass_core.checkpoints.importers.sources import SOURCES
from cass_core.checkpoints.registry import find_model, registered_models
from cass_core.clips import SampleSpan
from cass_core.errors import ModelError, OutputError, SettingsError
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.published_checkpoints import (
    bandit_config,
    bandit_second_config,
    cdx23_config,
    demucs_payload,
    mrx_config,
    random_state,
    second_layout,
    tiger_config,
    write_checkpoint,
)
from tests.helpers.separation.separation_fakes import CPU, noise_source

PUBLISHED = {
    "mrx": mrx_config,
    "mvsep-cdx23": cdx23_config,
    "bandit": bandit_config,
    "bandit2": bandit_second_config,
    "tiger-dnr": tiger_config,
}


def payload_of(kind, state):
    """What the publisher's file holds."""
    if kind == "mvsep-cdx23":
        return demucs_payload(state)
    if kind in ("mrx", "tiger-dnr"):
        return state
    system = second_layout(state) if kind == "bandit2" else state
    prefix = "model." if kind == "bandit2" else "model.bsrnn."
    loss = {"loss_handler.scale": torch.ones(1)}
    return {"state_dict": {prefix + k: v for k, v in system.items()} | loss, "epoch": 7}


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def weights(tmp_path):
    return write_checkpoint(tmp_path / "weights.pth", random_state(mrx_config()))


def same_weights(folder, other):
    first, second = (load_model(f)[0].state_dict() for f in (folder, other))
    return first.keys() == second.keys() and all(torch.equal(first[k], second[k]) for k in first)


def separated(folder):
    network, description = load_model(folder)
    separator = Separator(network, description.config, CPU)
    source = noise_source(1.0, 48_000, "stereo")
    chunks = separator.stream(SeparatorInput(source), SeparationSettings(steps=1))
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


@pytest.mark.parametrize("kind", PUBLISHED)
def test_it_is_recognised_and_can_be_chosen(tmp_path, data_folder, kind):
    state = random_state(PUBLISHED[kind]())
    path = write_checkpoint(tmp_path / "downloaded.ckpt", payload_of(kind, state))
    folder, description = import_checkpoint(ImportRequest(path))
    assert folder == find_model(kind) == data_folder / "models" / kind
    assert description == load_description(folder)
    assert description.config == PUBLISHED[kind]()
    assert (description.licence, description.default_steps) == (layouts()[kind].licence, 1)
    assert description.notes["source sha256"] == file_sha256(path)
    assert not description.takes_steps
    assert not description.takes_picture
    assert [model.name for model in registered_models()].count(kind) == 1
    network, _ = load_model(folder)
    for name, value in network.state_dict().items():
        assert torch.equal(value, state[name]), name
    assert not network.training


def test_a_file_whose_name_is_no_text(weights, tmp_path):
    path = weights.rename(tmp_path / os.fsdecode(b"caf\xe9\x85.pth"))
    folder, _ = import_checkpoint(ImportRequest(path))
    assert load_description(folder).notes["source file"] == path.name
    load_model(folder)


@pytest.mark.parametrize("kind", PUBLISHED)
def test_it_separates(tmp_path, kind):
    payload = payload_of(kind, random_state(PUBLISHED[kind]()))
    path = write_checkpoint(tmp_path / "x.ckpt", payload)
    window_s = 3.0 if kind == "tiger-dnr" else None  # quick where it may be short
    stems = separated(import_checkpoint(ImportRequest(path, window_s=window_s))[0])
    mixture = noise_source(1.0, 48_000, "stereo")
    assert stems.shape == (3, 2, 48_000)
    total = stems.sum(axis=0, dtype=np.float64)
    assert np.abs(total - mixture.read(SampleSpan(0, 48_000))).max() < 1e-6
    assert all(np.abs(a - b).max() > 1e-4 for a, b in zip(stems, stems[[1, 2, 0]], strict=True))


def test_a_training_systems_prefix_and_its_other_weights_are_left_out(tmp_path, weights):
    plain, _ = import_checkpoint(ImportRequest(weights, name="plain"))
    state = {f"model.{k}": v for k, v in random_state(mrx_config()).items()}
    payload = {
        "state_dict": state | {"loss.window": torch.zeros(3)},
        "epoch": 3,
        "callbacks": {PurePosixPath("run"): Fraction(1, 3)},
    }
    path = write_checkpoint(tmp_path / "lightning.ckpt", payload)
    assert same_weights(import_checkpoint(ImportRequest(path))[0], plain)


def test_safetensors_are_read_too(tmp_path, weights):
    plain, _ = import_checkpoint(ImportRequest(weights, name="plain"))
    path = tmp_path / "converted.safetensors"
    save_file(random_state(mrx_config()), path)
    assert same_weights(import_checkpoint(ImportRequest(path))[0], plain)


def test_half_precision_stays_half(tmp_path):
    state = random_state(mrx_config())
    state = {k: v.half() if v.is_floating_point() else v for k, v in state.items()}
    path = write_checkpoint(tmp_path / "half.pth", state)
    folder, _ = import_checkpoint(ImportRequest(path))
    whole = sum(2 * v.numel() for v in state.values())
    assert (folder / "model.safetensors").stat().st_size < 1.5 * whole
    load_model(folder)


def test_names_hops_and_overwriting(weights):
    folder, description = import_checkpoint(ImportRequest(weights, name="mine", hop_s=6.0))
    assert (folder.name, description.config.hop) == ("mine", 6 * 44_100)
    with pytest.raises(OutputError, match="a model 'mine' already"):
        import_checkpoint(ImportRequest(weights, name="mine"))
    _, description = import_checkpoint(ImportRequest(weights, name="mine", overwrite=True))
    assert description.config.hop == 9 * 44_100
    for name in ("starter", "a/b", "..", ".hidden"):
        with pytest.raises(SettingsError, match="cannot be called"):
            import_checkpoint(ImportRequest(weights, name=name))
    for hop_s in (0.01, 11.5):
        with pytest.raises(SettingsError, match=r"must be 0\.1 to 10\.8 s"):
            import_checkpoint(ImportRequest(weights, name="other", hop_s=hop_s))


def test_windows_where_the_network_can_hear_others(tmp_path, weights):
    path = tmp_path / "model.safetensors"
    save_file(random_state(tiger_config()), path)
    _, description = import_checkpoint(ImportRequest(path, window_s=6.0))
    assert (description.config.window, description.config.hop) == (6 * 44_100, 5 * 44_100)
    published = ImportRequest(path, name="slow", window_s=12.0, hop_s=4.0)
    assert import_checkpoint(published)[1].config.hop == 4 * 44_100
    with pytest.raises(SettingsError, match="3 to 60 s, not 90"):
        import_checkpoint(ImportRequest(path, name="other", window_s=90.0))
    with pytest.raises(SettingsError, match="leave --window out"):
        import_checkpoint(ImportRequest(weights, window_s=6.0))


def test_settings_that_are_not_the_published_ones_are_a_sentence(tmp_path):
    state = random_state(cdx23_config())
    for name, value in {
        "cac": False,
        "t_emb": "cape",
        "sources": ["drums"],
        "segment": 500,
    }.items():
        payload = demucs_payload(state)
        payload["kwargs"] |= {name: value}
        path = write_checkpoint(tmp_path / f"{name}.th", payload)
        with pytest.raises(ModelError, match="its sizes are not the published ones"):
            import_checkpoint(ImportRequest(path))


def test_the_wrong_kind_is_a_sentence(weights):
    with pytest.raises(ModelError, match="checkpoint of MRX; use --kind mrx"):
        import_checkpoint(ImportRequest(weights, kind="mvsep-cdx23"))
    with pytest.raises(SettingsError, match="no importer 'umx'"):
        import_checkpoint(ImportRequest(weights, kind="umx"))


def changed(**values):
    state = random_state(mrx_config())
    return {k: v for k, v in (state | values).items() if v is not None}


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        ({}, "holds no weights"),
        ([1, 2], "holds no weights"),
        ({"state_dict": {"epoch": 3}}, "holds no weights"),
        ({"conv.weight": torch.zeros(3)}, "none of the separators"),
        (changed(**{"_decoders.0.1.block.0.weight": None}), "does not fit MRX: .* is missing"),
        (changed(**{"_decoders.3.0.block.0.weight": torch.zeros(2)}), "fit MRX: .* unknown"),
        (changed(**{"_encoders.1.layer.0.bias": torch.zeros(2)}), r"fit MRX: .* is \(2,\)"),
        (changed(**{"_encoders.0.layer.1.weight": torch.tensor(3.0)}), "does not fit MRX"),
        (changed(**{"_encoders.0.layer.0.weight": torch.full((257,), np.nan)}), "no number"),
    ],
)
def test_weights_that_do_not_fit_are_a_sentence(tmp_path, data_folder, payload, sentence):
    path = write_checkpoint(tmp_path / "odd.pth", payload)
    with pytest.raises(ModelError, match=sentence) as refusal:
        import_checkpoint(ImportRequest(path))
    assert str(path) in str(refusal.value)
    assert not data_folder.exists()


def test_damaged_files_are_a_sentence(tmp_path, weights, data_folder):
    data = weights.read_bytes()
    rng = np.random.default_rng(3)
    for number, bad in enumerate((b"", b"PK\3\4", data[:5000], data[:-2000], rng.bytes(9000))):
        path = tmp_path / f"bad{number}.pth"
        path.write_bytes(bad)
        with pytest.raises(ModelError, match=r"bad\d\.pth"):
            import_checkpoint(ImportRequest(path))
    for missing in (tmp_path, tmp_path / "nowhere.ckpt"):
        with pytest.raises(ModelError, match="no file"):
            import_checkpoint(ImportRequest(missing))
    assert not data_folder.exists()


class Evil:
    """Would write a file if it were unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (str(self.path), "w"))


@pytest.mark.parametrize("old_format", [False, True])
def test_nothing_that_a_file_names_is_run(tmp_path, old_format):
    trace = tmp_path / "trace"
    payload = random_state(mrx_config()) | {"evil": Evil(trace)}
    path = tmp_path / "evil.pth"
    torch.save(payload, path, _use_new_zipfile_serialization=not old_format)
    with suppress(ModelError):
        import_checkpoint(ImportRequest(path))
    assert not trace.exists()
    plain = tmp_path / "plain.pkl"
    plain.write_bytes(pickle.dumps(Evil(trace)))
    with pytest.raises(ModelError):
        import_checkpoint(ImportRequest(plain))
    with zipfile.ZipFile(tmp_path / "z.pth", "w") as archive:
        archive.writestr("z/data.pkl", pickle.dumps(Evil(trace)))
        archive.writestr("z/version", "3")
    with pytest.raises(ModelError):
        import_checkpoint(ImportRequest(tmp_path / "z.pth"))
    assert not trace.exists()


def test_a_damaged_description_is_a_sentence(weights):
    folder, description = import_checkpoint(ImportRequest(weights))
    good = description.to_json()
    for values in (
        {"hop": 0}, {"hop": 10**9}, {"sources": ["DX", "DX", "MX"]}, {"sources": 3}, {"rate_hz": 1},
        {"weighting": "box"}, {"channels": 7}, {"sizes": 3}, {"more": 1}, {"window": "long"},
    ):  # fmt: skip
        (folder / "model.json").write_text(json.dumps(good | {"config": good["config"] | values}))
        with pytest.raises(ModelError, match=r"model\.json is damaged"):
            load_model(folder)
    sizes = good["config"]["sizes"]
    for values in ({"kind": "umx"}, {"sizes": {}}, {"sizes": sizes | {"hop": "x"}}):
        config = good["config"] | values
        (folder / "model.json").write_text(json.dumps(good | {"config": config}))
        with pytest.raises(ModelError):
            load_model(folder)


def test_every_source_has_an_importer():
    assert {source.kind for source in SOURCES} == set(layouts())
    assert all(source.url.startswith("https://") for source in SOURCES)
    assert all(int(source.sha256 or "0", 16) >= 0 for source in SOURCES)
    assert all(source.direct.startswith(("", "https://")) for source in SOURCES)
