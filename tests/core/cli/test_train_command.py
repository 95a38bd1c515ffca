"""`cass train` as a process: stopped from outside, alone and in a group."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cass_core.checkpoints.checkpoint import load_model
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.scene_builders import scene_catalog

ROOT = Path(__file__).resolve().parents[3]


def begin(folder, *options, **environment):
    """Start a training; it is heard when its first line has come."""
    small = ("--size", "unittest_tiny", "--batch-scenes", "1", "--windows-per-scene", "1")
    places = ("--corpus", folder / "corpus", "--out", folder / "run")
    return subprocess.Popen(
        [sys.executable, "-m", "cass_core", "train", *small, *map(str, [*places, *options])],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_saves_and_ends(tmp_path, number):
    scene_catalog(tmp_path / "corpus")
    training = begin(tmp_path)
    assert training.stdout.readline().startswith("step 20 ")
    os.killpg(training.pid, number)  # as a terminal does: the mixing process gets it, too
    out, err = training.communicate(timeout=60)
    assert (training.returncode, err) == (0, "")
    last = out.splitlines()[-1]
    assert last == f"Stopped and saved; go on with --resume --out {tmp_path / 'run'}."
    steps = json.loads((tmp_path / "run" / "training.json").read_text())["step"]
    assert load_model(tmp_path / "run")[1].notes["steps"] == steps >= 20


def test_one_stopped_process_stops_the_group(tmp_path):
    scene_catalog(tmp_path / "corpus")
    shared = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1"}
    shared["MASTER_PORT"] = str(40_000 + os.getpid() % 20_000)
    group = [
        begin(tmp_path, "--workers", "0", RANK=str(rank), LOCAL_RANK=str(rank), **shared)
        for rank in range(2)
    ]
    assert group[0].stdout.readline().startswith("step 20 ")
    group[1].send_signal(signal.SIGTERM)
    outputs = [process.communicate(timeout=60) for process in group]
    assert [process.returncode for process in group] == [0, 0], outputs
    assert load_model(tmp_path / "run")[1].notes["steps"] >= 20


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--validate-every-min", "-1"], "must be 0 or more, not '-1'"),
        (["--stage", "vision"], "'vision'"),
        (["--schedule", "wild"], "'wild'"),
        (["--stage", "picture"], "goes on with a model that knows sound"),
        (["--start-from", "nowhere"], "nowhere"),
    ],
)
def test_a_wrong_option_is_a_sentence(capfd, tmp_path, options, words):
    base = ("train", "--corpus", tmp_path, "--out", tmp_path / "run", "--size", "unittest_tiny")
    done = run_cass(capfd, *base, *options)
    assert done.code == 2
    assert len(done.refusals) == 1
    assert words in done.refusals[0]
