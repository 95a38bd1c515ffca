"""The model measured on fixed mixtures while it is trained."""

import csv
import time

import numpy as np
import pytest
import torch

from cass_core.errors import CassError
from cass_core.training import validation as module
from cass_core.training.master_weights import MasterWeights
from cass_core.training.run_folder import Learned
from cass_core.training.stop_signals import StopRequest
from cass_core.training.train_settings import TrainSettings
from cass_core.training.validation import Validation, ValidationRow
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import TINY, tiny_network


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, "valid")
    return folder


@pytest.fixture(autouse=True)
def few_mixtures(monkeypatch):
    monkeypatch.setattr(module, "_SCENES", 3)
    monkeypatch.setattr(module, "_SCENE_S", 4.0)


def validation(corpus, out, request=None, **values):
    return Validation(TINY, TrainSettings(corpus, out, **values), request or StopRequest())


def learned(step=20):
    return Learned(MasterWeights(tiny_network(), decay=0.9), [], step, 0.5)


def test_a_measurement_is_a_row_of_the_curve(corpus, tmp_path):
    work = validation(corpus, tmp_path)
    row = work.measure(learned(), [1.0, 2.0])
    work.measure(learned(40), [0.5])
    with (tmp_path / "validation.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [r["step"] for r in rows] == ["20", "40"]
    assert rows[0]["train_loss"] == "1.5000"
    assert rows[0]["audio_hours"] == "0.50"
    stems = [float(rows[0][f"{stem}_2"]) for stem in ("DX", "FX", "MX")]
    assert stems == pytest.approx(list(row.improvement_db[1]), abs=0.006)
    assert float(rows[0]["mean_2"]) == pytest.approx(np.mean(stems), abs=0.02)
    assert rows[0]["DX_1"] == rows[1]["DX_1"]  # the same mixtures, the same weights


def test_the_averaged_weights_are_measured(corpus, tmp_path):
    given, work = learned(), validation(corpus, tmp_path)
    first = work.measure(given, [1.0])
    for weight in given.master.weights.values():
        weight.data.zero_()
    same = work.measure(given, [1.0])
    for average in given.master.average.values():
        average.zero_()
    other = work.measure(given, [1.0])
    assert np.array_equal(first.improvement_db, same.improvement_db)
    assert not np.allclose(first.improvement_db, other.improvement_db)


def test_what_is_learned_does_not_notice(corpus, tmp_path):
    given, work = learned(), validation(corpus, tmp_path)
    before = {k: v.clone() for k, v in given.master.state().items()}
    state = torch.get_rng_state()
    work.measure(given, [1.0])
    assert torch.equal(torch.get_rng_state(), state)
    for name, tensor in given.master.state().items():
        assert torch.equal(tensor, before[name]), name
    assert given.master.network.unet.entrance.weight.requires_grad


def test_two_mixtures_can_be_listened_to(corpus, tmp_path):
    import soundfile

    validation(corpus, tmp_path).measure(learned(), [1.0])
    names = {path.name for path in (tmp_path / "samples").iterdir()}
    kinds = ("mixture", "DX", "FX", "MX")
    assert names == {f"{number}-{kind}.wav" for number in (1, 2) for kind in kinds}
    sounds = {
        kind: soundfile.read(tmp_path / "samples" / f"1-{kind}.wav", dtype="float32")
        for kind in kinds
    }
    assert {rate for _, rate in sounds.values()} == {16_000}
    total = sum(sounds[stem][0] for stem in ("DX", "FX", "MX"))
    assert len(total) == 4 * 16_000
    np.testing.assert_allclose(total, sounds["mixture"][0], atol=1e-5)


def test_it_is_due_now_and_then_in_a_small_share_of_the_time(corpus, tmp_path, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    work = validation(corpus, tmp_path, validate_every_min=1)
    assert not work.due
    now[0] = 61.0
    assert work.due
    monkeypatch.setattr(
        work, "_score", lambda *_: now.__setitem__(0, now[0] + 1) or np.zeros((2, 3))
    )
    work.measure(learned(), [1.0])  # three seconds, so a hundred are left to learning
    assert now[0] == 64.0
    now[0] = 163.0
    assert not work.due
    now[0] = 165.0
    assert work.due
    work.give_up()
    assert not work.due
    assert not work.due_at_the_end


def test_none_is_none(corpus, tmp_path, monkeypatch):
    work = validation(corpus, tmp_path, validate_every_min=0)
    far = time.monotonic() + 1e6
    monkeypatch.setattr(module.time, "monotonic", lambda: far)
    assert not work.due
    assert not work.due_at_the_end


def test_a_wish_to_stop_is_heard_between_mixtures(corpus, tmp_path):
    request = StopRequest()
    work = validation(corpus, tmp_path, request)
    request.made = True
    assert work.measure(learned(), [1.0]) is None
    assert not (tmp_path / "validation.csv").exists()


def test_another_training_begins_another_curve(corpus, tmp_path):
    (tmp_path / "validation.csv").write_text("old\n")
    validation(corpus, tmp_path, resume=True)
    assert (tmp_path / "validation.csv").read_text() == "old\n"
    validation(corpus, tmp_path)
    assert not (tmp_path / "validation.csv").exists()


def test_a_corpus_without_mixtures_is_a_sentence(tmp_path):
    scene_catalog(tmp_path / "corpus", "train")
    with pytest.raises(CassError):
        validation(tmp_path / "corpus", tmp_path / "run").measure(learned(), [1.0])


def test_a_row_is_spoken():
    row = ValidationRow(20, 0.5, 1.0, 0.1, np.array([[1, 2, 3], [4, 5, 6]], np.float32))
    assert "1 step: DX 1.00 FX 2.00 MX 3.00 mean 2.00 dB" in row.spoken()
    assert "2 steps: DX 4.00" in row.spoken()
    assert len(row.values()) == len(row.header())
