"""Caches and results of the library are the old or the new ones when a writer is killed."""

import os

import numpy as np
import pytest
import torch

from cass_core.checkpoints.checkpoint import file_sha256, save_model
from cass_core.checkpoints.description import WEIGHTS_NAME, load_description
from cass_core.evaluation.scoring.estimate_store import KeptEstimates
from cass_core.model.builders import named_config
from cass_core.training.master_weights import MasterWeights
from cass_core.training.run_folder import Learned, resume, save
from cass_core.visual.faces import face_model
from cass_core.visual.feature_cache import FeatureCache
from tests.helpers.killed_process import check_every_kill

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def kept_features(folder, number):
    with FeatureCache(folder).writer("key") as writer:
        writer.array("numbers").append(np.full(10, number, np.float32))
        writer.commit({"number": number})


def read_features(folder):
    entry = FeatureCache(folder).find("key")
    return entry and (entry.facts["number"], float(entry.array("numbers")[3]))


def kept_estimate(folder, number):
    KeptEstimates(folder, "a condition", 2).keep(1, np.full((3, 5), number))


def read_estimate(folder):
    stems = KeptEstimates(folder, "a condition", 2).find(1)
    return None if stems is None else (stems.shape, float(stems[0, 0]))


def kept_face_model(folder, number):
    face_model.write_bytes(folder / "model.task", bytes([number]) * 5000, durable=False)


def read_face_model(folder):
    path = folder / "model.task"
    return path.read_bytes() if path.exists() else None


def kept_model(folder, number):
    model = {"weight": torch.full((3,), number, dtype=torch.float16)}
    notes = {"steps": number}
    config = named_config("unittest_tiny")
    save_model(folder, model, config, licence="CC0-1.0", default_steps=2, notes=notes)


def read_model(folder):
    described = load_description(folder)
    assert file_sha256(folder / WEIGHTS_NAME) == described.sha256
    return described.notes["steps"]


def kept_training(folder, number):
    model = torch.nn.Linear(2, 2)
    torch.nn.init.constant_(model.weight, number)
    save(folder, named_config("unittest_tiny"), Learned(MasterWeights(model, 0.5), [], number))


def read_training(folder):
    learned = Learned(MasterWeights(torch.nn.Linear(2, 2), 0.5), [])
    resume(folder, learned)
    assert (
        read_model(folder) == learned.step == float(learned.master.weights["weight"].detach()[0, 0])
    )
    return learned.step


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (kept_features, read_features),
        (kept_estimate, read_estimate),
        (kept_face_model, read_face_model),
        (kept_model, read_model),
    ],
)
def test_a_killed_writer_leaves_the_old_or_the_new_or_nothing(tmp_path, write, read):
    check_every_kill(tmp_path, write, read, may_be_gone=write is kept_features)


def test_a_killed_training_leaves_state_and_model_of_one_step(tmp_path):
    check_every_kill(tmp_path, kept_training, read_training, every=4)
