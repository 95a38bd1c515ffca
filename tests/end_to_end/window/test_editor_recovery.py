"""The program is ended from one moment to the next; the next start brings the work back."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.patched_stems import PatchedStems
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window.editor_program import AUTOSAVE_MS, EDIT_EVERY_MS

pytestmark = [
    pytest.mark.media,
    pytest.mark.skipif(sys.platform == "win32", reason="ends programs by signals"),
]

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 30.0
RATE_HZ = 16_000


@contextmanager
def running(plan, model, *arguments):
    """The program, and a function that reads what it says next."""
    command = [sys.executable, "-m", "tests.helpers.window.editor_program", plan, str(model)]
    process = subprocess.Popen(
        [*command, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen"},
    )

    def told():
        line = process.stdout.readline()
        assert line, f"{plan} ended with {process.wait()}"
        return json.loads(line)

    try:
        yield process, told
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.fixture
def movie(tmp_path):
    return write_movie(tmp_path / "szene ä.mov", Picture(2.0), [Sound(noise(2.0))])


@pytest.fixture
def sound(tmp_path):
    samples = noise(SECONDS, RATE_HZ, 1)
    return write_movie(tmp_path / "long.wav", None, [Sound(samples, RATE_HZ, "mono")])


def test_edits_come_back_after_a_kill(model, movie):
    lost_at_most = 3 * AUTOSAVE_MS // EDIT_EVERY_MS  # a busy computer writes late
    with running("edit", model, movie) as (process, told):
        while (count := told()["edit"]) < 5 * AUTOSAVE_MS // EDIT_EVERY_MS:
            pass
        kill(process)
    with running("recover", model) as (process, told):
        assert told() == {"offered": [movie.stem]}
        found = told()
        assert process.wait(30) == 0
    assert found["movie"] == movie.name
    assert found["modified"]
    assert [sample for sample, _ in found["markers"]] == list(range(1, len(found["markers"]) + 1))
    assert len(found["markers"]) >= count - lost_at_most
    with running("look", model) as (process, told):  # what was given up is offered no more
        assert told() == {"offers": 0}


def test_work_that_is_recovered_survives_another_kill(model, movie):
    with running("edit", model, movie) as (process, told):
        while told()["edit"] < 3 * AUTOSAVE_MS // EDIT_EVERY_MS:
            pass
        kill(process)
    with running("recover", model) as (process, told):
        told()
        kill(process)
    with running("look", model) as (process, told):
        assert told() == {"offers": 1}


def samples_of(folder):
    with PatchedStems.open([folder]) as stems:
        whole = SampleSpan(0, round(SECONDS * RATE_HZ))
        return np.stack([stems.read(stem, whole) for stem in STEMS])


def test_stems_survive_a_kill_and_go_on_bit_for_bit(model, sound, tmp_path):
    with running("separate", model, sound) as (process, told):
        position = told()["grew"]
        time.sleep(1.5)  # the list of versions is kept a second after it changed
        kill(process)
    with running("recover", model) as (process, told):
        assert told() == {"offered": [sound.stem]}
        (folder, kept, stop), *others = told()["takes"]
        assert others == []
        assert position <= kept <= stop
        ((again, done, _),) = told()["takes"] if kept < stop else [(folder, kept, stop)]
        assert process.wait(60) == 0
    assert (again, done) == (folder, round(SECONDS * RATE_HZ))
    other = tmp_path / "other" / sound.name
    other.parent.mkdir()
    other.write_bytes(sound.read_bytes())
    with running("separate", model, other) as (process, told):
        while "takes" not in (said := told()):
            pass
    ((uninterrupted, _, _),) = said["takes"]
    assert Path(uninterrupted).is_relative_to(other.parent)
    np.testing.assert_array_equal(samples_of(Path(folder)), samples_of(Path(uninterrupted)))
