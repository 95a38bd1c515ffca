"""Where the time of a training step goes."""

from dataclasses import fields

import pytest

from cass_core.training.step_cost import StepCost, training_cost
from cass_core.training.train_settings import TrainSettings
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import TINY
from tests.helpers.separation.tiny_model import write_tiny_model


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder)
    return folder


def test_parts_of_a_step(corpus, tmp_path):
    settings = TrainSettings(corpus, tmp_path / "run", batch_scenes=2, windows_per_scene=3)
    cost = training_cost(TINY, settings, count=2)
    parts = [getattr(cost.step, field.name) for field in fields(StepCost)]
    assert all(part > 0 for part in parts)
    assert cost.step.total_s == pytest.approx(sum(parts))
    assert cost.sound_s == pytest.approx(6 * TINY.window_samples / 16_000)
    assert cost.hours_an_hour() == pytest.approx(cost.sound_s / sum(parts))
    assert cost.hours_an_hour(with_mixing=False) > cost.hours_an_hour()
    assert not (tmp_path / "run").exists()


def test_the_command_prints_a_line_for_each_part(corpus, tmp_path, capfd):
    model = write_tiny_model(tmp_path / "model")
    how = ("--corpus", corpus, "--device", "cpu", "--repeats", 1)
    done = run_cass(capfd, "bench", "training", "--model", model, *how)
    names = [line.split()[0] for line in done.out.splitlines()]
    assert names[1:6] == ["mixing", "transfer", "forward", "backward", "optimiser"]
    assert "hours of mixtures an hour" in done.out
