"""Processes that train one model together, on one machine without a GPU."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model
from cass_core.training.group import ALONE, joined_group
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import TINY

ROOT = Path(__file__).resolve().parents[3]
TOGETHER = """
import os
import torch
from cass_core.training.group import joined_group
with joined_group("cpu") as group:
    mine = [torch.full((2, 3), float(group.rank)), torch.full((4,), 10.0 * (1 + group.rank))]
    group.average(mine)
    told = group.largest(0.25 + group.rank, "cpu")
    assert torch.equal(mine[0], torch.full((2, 3), 0.5)), mine
    assert torch.equal(mine[1], torch.full((4,), 15.0)), mine
    assert told == 1.25, told
    weight = torch.nn.Parameter(torch.ones(2, 3))
    weight.sum().backward()
    group.average([weight.grad])
    torch.optim.AdamW([weight]).step()
if os.path.exists("/proc/self/task"):  # counts threads as Linux shows
    print(sum("gloo" in open(f"/proc/self/task/{task}/comm").read()
              for task in os.listdir("/proc/self/task")))
"""
TRAIN = """
import sys
from pathlib import Path
from cass_core.training.train import train
from cass_core.training.train_settings import TrainSettings
from tests.helpers.separation.separation_fakes import TINY
settings = TrainSettings(Path(sys.argv[1]), Path(sys.argv[2]), batch_scenes=1, workers=0,
                         max_steps=20, rate=3e-3)
print(len(list(train(TINY, settings))))
"""


def together(code, *arguments, num_processes=2):
    """Run code in several processes as torchrun does; gives what each printed."""
    common = {"WORLD_SIZE": str(num_processes), "MASTER_ADDR": "127.0.0.1", "OMP_NUM_THREADS": "1"}
    port = {"MASTER_PORT": str(20_000 + os.getpid() % 20_000)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | common | port | {"RANK": str(rank), "LOCAL_RANK": str(rank)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(num_processes)
    ]
    outputs = [process.communicate(timeout=120) for process in running]
    assert [p.returncode for p in running] == [0] * num_processes, outputs
    return [out.strip() for out, _ in outputs]


def test_alone_nothing_is_exchanged():
    with joined_group("cpu") as group:
        assert group is ALONE
        tensor = torch.ones(3)
        group.average([tensor])
        assert torch.equal(tensor, torch.ones(3))
        assert group.largest(0.5, "cpu") == 0.5


def test_means_and_the_largest_and_no_thread_is_left():
    left = "0" if Path("/proc/self/task").exists() else ""
    assert together(TOGETHER) == [left, left]


def test_two_processes_train_one_model(tmp_path):
    scene_catalog(tmp_path / "corpus")
    reports = together(TRAIN, tmp_path / "corpus", tmp_path / "run")
    assert reports == ["1", "0"]  # only the first one reports
    progress = json.loads((tmp_path / "run" / "training.json").read_text())
    seen_s = 20 * 2 * 1 * 2 * TINY.window_samples / 16_000
    assert progress["audio_hours"] == pytest.approx(seen_s / 3600)
    network, description = load_model(tmp_path / "run")
    assert description.notes["steps"] == 20
    assert all(torch.isfinite(p).all() for p in network.parameters())
