"""A small run from corpus to model, stopped and gone on with."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model, load_tensors, save_tensors
from cass_core.errors import ModelError, OutputError, SettingsError
from cass_core.media.files.file_lock import FileLock
from cass_core.synthesis.scenes.dataset import TrainingExample
from cass_core.training.batches import cut_windows
from cass_core.training.stop_signals import StopRequest
from cass_core.training.train import TrainNotice, train
from cass_core.training.train_settings import TrainSettings
from cass_core.training.validation import Validation, ValidationRow
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import TINY


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder)
    return folder


def settings(corpus, out, **values):
    small = {"batch_scenes": 2, "windows_per_scene": 2, "workers": 0, "max_steps": 4}
    return TrainSettings(corpus, out, **(small | values))


def run(corpus, out, **values):
    return list(train(TINY, settings(corpus, out, **values)))


def weights(folder):
    return torch.cat([p.flatten() for p in load_model(folder)[0].state_dict().values()])


def test_a_run_leaves_a_model_and_goes_on(corpus, tmp_path):
    run(corpus, tmp_path)
    _, description = load_model(tmp_path)
    window_s = TINY.window_samples / 16_000
    assert description.config == TINY
    assert description.notes["steps"] == 4
    progress = json.loads((tmp_path / "training.json").read_text())
    assert progress["audio_hours"] == pytest.approx(4 * 4 * window_s / 3600)

    before = weights(tmp_path)
    run(corpus, tmp_path, resume=True)
    assert load_model(tmp_path)[1].notes["steps"] == 8
    assert not torch.equal(weights(tmp_path), before)


def test_two_trainings_never_save_into_one_folder(corpus, tmp_path):
    with (
        FileLock(tmp_path / ".lock").claim(tmp_path),
        pytest.raises(OutputError, match="is being written by another Cass Studio"),
    ):
        run(corpus, tmp_path)
    assert not list(tmp_path.iterdir())


def test_going_on_starts_from_the_saved_weights(corpus, tmp_path):
    run(corpus, tmp_path)
    before = weights(tmp_path)
    run(corpus, tmp_path, resume=True, minutes=1e-9)  # no time for a step
    assert torch.equal(weights(tmp_path), before)
    assert load_model(tmp_path)[1].notes["steps"] == 4


def test_the_seed_decides(corpus, tmp_path):
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        run(corpus, tmp_path / name, seed=seed, max_steps=2)
    assert torch.equal(weights(tmp_path / "one"), weights(tmp_path / "same"))
    assert not torch.equal(weights(tmp_path / "one"), weights(tmp_path / "other"))


def test_there_is_a_line_every_twenty_steps(corpus, tmp_path):
    lines = run(corpus, tmp_path, batch_scenes=1, windows_per_scene=1, max_steps=41)
    assert [line.step for line in lines] == [20, 40]
    for line in lines:
        assert line.loss == line.loss
        assert line.grad_norm > 0
        assert 0 < line.share < 1


def test_it_is_saved_on_the_way(corpus, tmp_path, monkeypatch):
    saved = []
    monkeypatch.setattr(
        "cass_core.training.train.save", lambda _out, _config, learned: saved.append(learned.step)
    )
    run(corpus, tmp_path, batch_scenes=1, windows_per_scene=1, max_steps=3, save_every_s=0)
    assert saved == [1, 2, 3, 3]


def test_a_wish_ends_the_run_and_keeps_it(corpus, tmp_path):
    request, steps = StopRequest(), []
    for event in train(TINY, settings(corpus, tmp_path, batch_scenes=1, max_steps=200), request):
        steps.append(event.step)
        request.made = True
    assert steps == [20]
    assert load_model(tmp_path)[1].notes["steps"] == 20


def test_going_on_uses_what_the_optimisers_remember(corpus, tmp_path):
    run(corpus, tmp_path)
    state = load_tensors(tmp_path / "training.safetensors")
    kept = {name for name in state if name.startswith("moment/")}
    assert {name.split("/")[1] for name in kept} >= {"unet.exit.weight", "unet.exit.bias"}
    run(corpus, tmp_path, resume=True, minutes=1e-9)
    again = load_tensors(tmp_path / "training.safetensors")
    assert all(torch.equal(again[name], state[name]) for name in kept)
    save_tensors(
        tmp_path / "training.safetensors", {k: v for k, v in state.items() if k not in kept}
    )
    run(corpus, tmp_path, resume=True)  # as an older program left it
    assert load_model(tmp_path)[1].notes["steps"] == 8


def test_the_rate_may_stay(corpus, tmp_path, monkeypatch):
    rates = []
    step = torch.optim.Adam.step
    monkeypatch.setattr(
        torch.optim.Adam,
        "step",
        lambda self: rates.append(self.param_groups[0]["lr"]) or step(self),
    )
    run(corpus, tmp_path / "falling", optimiser="adam", rate=1e-4)
    assert rates[0] < 1e-5
    rates.clear()
    run(corpus, tmp_path / "constant", optimiser="adam", rate=1e-4, schedule="constant")
    assert rates == [1e-4] * 4


def test_it_is_measured_while_it_runs(tmp_path, monkeypatch):
    scene_catalog(tmp_path / "corpus")
    monkeypatch.setattr(Validation, "due", True)
    row = ValidationRow(1, 0.1, 0.0, 0.5, np.zeros((2, 3), np.float32))
    monkeypatch.setattr(Validation, "measure", lambda *_: row)
    assert run(tmp_path / "corpus", tmp_path / "run") == [row] * 4


def test_a_failed_measurement_costs_the_curve_only(corpus, tmp_path):
    events = run(corpus, tmp_path, validate_every_min=1e-9)  # the corpus has no valid split
    assert [type(event) for event in events] == [TrainNotice]
    assert "not measured" in events[0].sentence
    assert load_model(tmp_path)[1].notes["steps"] == 4


@pytest.mark.parametrize("damage", ["training.json", "training.safetensors"])
def test_a_damaged_state_is_a_sentence(corpus, tmp_path, damage):
    run(corpus, tmp_path, max_steps=1)
    (tmp_path / damage).write_text("{")
    with pytest.raises(ModelError, match=damage):
        run(corpus, tmp_path, resume=True)


def test_a_folder_that_cannot_be_written_is_said_at_once(corpus, tmp_path):
    (tmp_path / "occupied").write_text("a file")
    with pytest.raises(OutputError, match="cannot be saved in .*occupied"):
        run(corpus, tmp_path / "occupied")


def test_a_size_of_another_rate_is_refused_before_anything_is_written(corpus, tmp_path):
    size = replace(TINY, spectrogram=replace(TINY.spectrogram, rate_hz=48_000))
    with pytest.raises(SettingsError, match="hears 48000 samples a second and the corpus holds"):
        next(train(size, settings(corpus, tmp_path / "new")))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("fps", [12.5, 25, 50])
def test_sound_and_picture_are_cut_at_the_same_times(fps):
    size = replace(TINY, vision=replace(TINY.vision, fps=float(fps)))
    scenes, count = 2, 3
    samples, rows = count * TINY.window_samples, round(count * TINY.window_samples / 640)
    clock = torch.arange(samples, dtype=torch.float64) / 16_000
    stems = torch.stack([clock + 100 * scene for scene in range(scenes)])
    stems = stems.unsqueeze(1).repeat(1, 3, 1)
    shown = torch.arange(rows, dtype=torch.float64) / 25
    face = torch.stack([shown + 100 * scene for scene in range(scenes)]).unsqueeze(-1)
    cuts = cut_windows(TrainingExample(stems, face.repeat(1, 1, 4), face + 1000), size, "cpu")
    assert cuts.stems.shape == (scenes * count, 3, TINY.window_samples)
    assert cuts.face.shape == (scenes * count, size.num_picture_frames, 4)
    assert cuts.scene.shape == (scenes * count, size.num_picture_frames, 1)
    for stems, face, scene in zip(cuts.stems, cuts.face, cuts.scene, strict=True):
        seen = scene[:, 0] > 0
        expected = stems[0, 0] + torch.arange(size.num_picture_frames) / fps
        assert (face[:, 0] - expected)[seen].abs().max() <= 0.02 * max(1, fps / 25) + 1e-6
        assert torch.equal(scene[seen, 0], face[seen, 0] + 1000)
        assert seen[: -max(1, round(fps / 25))].all()  # the last ones may lie beyond the scene
