"""The real process with a tiny model: killed, orphaned and resumed."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
import torch

from app.jobs.separating.control_listener import CancelledError, ControlListener
from app.jobs.separating.run_events import (
    Control,
    MeasureOrder,
    OrderDone,
    OrderFailed,
    Paused,
    WentOn,
)
from app.jobs.separating.separation_session import SeparationSession
from app.jobs.separating.worker_orders import _gate_in_network
from cass_core.clips import SampleSpan
from cass_core.media.sound.audio_reader import open_track
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.decoding import decode_to_file
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import StemSet
from cass_core.timing.speed_book import SpeedBook, SpeedKey


@pytest.fixture
def sound(long_sound, tmp_path):
    decoded = tmp_path / "sound.wav"
    list(decode_to_file(open_track(long_sound), decoded))
    return decoded


@pytest.fixture
def order(long_sound, sound, model, tmp_path, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    with FloatWaveReader(sound) as reader:
        stop = reader.num_samples
    folder = tmp_path / "takes" / "take 001"
    return SeparationRequest(
        long_sound, folder, str(model), SeparationSettings(steps=2), span=SampleSpan(0, stop),
        resume=True, decoded=sound,
    )  # fmt: skip


@pytest.fixture
def session(qtbot):
    session = SeparationSession()
    session.endings = []
    session.ended.connect(lambda _order, ending: session.endings.append(ending))
    yield session
    session.stop()
    qtbot.waitUntil(lambda: not session.busy)


def run(qtbot, session, order):
    session.start(order)
    qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    return session.endings[-1]


def stems(folder):
    with StemSet.open(folder) as opened:
        assert opened.manifest.state == "complete"
        return np.stack([opened.read(stem, opened.span) for stem in STEMS])


def start_program(order, sound):
    words = [order.movie, sound, order.folder, order.model, order.settings.steps]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.separation.separating_program", *map(str, words)],
        stdout=subprocess.PIPE,
        text=True,
    )


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_killed_run_is_resumed_bit_for_bit(qtbot, session, order):
    uninterrupted = replace(order, folder=order.folder.with_name("take 002"))
    assert run(qtbot, session, uninterrupted) == OrderDone()
    grown = []
    session.take_grew.connect(grown.append)
    session.take_grew.connect(lambda _position: os.kill(session.pid, signal.SIGKILL))
    assert isinstance(run(qtbot, session, order), OrderFailed)
    assert 0 < grown[-1] < order.span.stop
    session.take_grew.disconnect()
    assert run(qtbot, session, order) == OrderDone()
    assert np.array_equal(stems(order.folder), stems(uninterrupted.folder))


def test_a_part_is_the_same_in_the_whole(qtbot, session, order):
    part = SampleSpan(200_000, 300_000)
    folder = order.folder.with_name("part")
    some = replace(order, span=part, folder=folder)
    assert run(qtbot, session, some) == OrderDone()
    assert run(qtbot, session, order) == OrderDone()
    assert np.array_equal(stems(folder), stems(order.folder)[..., part.start : part.stop])


def test_the_window_never_loads_the_network(order, sound):
    with start_program(order, sound) as program:
        lines = program.stdout.read().splitlines()
    assert lines[-1] == "end OrderDone free"


def test_process_ends_with_the_program(order, sound):
    with start_program(replace(order, settings=SeparationSettings(steps=128)), sound) as program:
        word, pid, _position = program.stdout.readline().split()
        assert word == "grew"
        assert is_there(int(pid))
        program.kill()
    deadline = time.monotonic() + 5
    while is_there(int(pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_there(int(pid))


def test_unknown_model_is_one_sentence(qtbot, session, order):
    ending = run(qtbot, session, replace(order, model="nobody's"))
    assert ending.sentence.startswith("There is no model 'nobody's'")
    assert not order.folder.exists()


def test_measuring_tells_what_a_step_costs(qtbot, session, order):
    devices = []
    session.device_found.connect(devices.append)
    settings = SeparationSettings(steps=3)
    measuring = MeasureOrder(order.model, 16_000, "mono", 1, settings)
    assert run(qtbot, session, measuring) == OrderDone()
    key = SpeedKey(devices[0].name, order.model, False, 16_000, 1)
    speed = SpeedBook().speed(key)
    one, two = (speed.seconds(steps, 0.0, 1.0, 60.0) for steps in (1, 2))
    assert 0 < one < two < 3
    assert speed.seconds(2, 0.0, 0.1, 60.0) > 0.5 * two  # whole batches are heard


@pytest.fixture
def control():
    told = []
    control = ControlListener(told.append)
    control.told = told
    return control


def test_a_step_is_left_between_two_layers(control):
    layers = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
    layers[0].register_forward_hook(lambda *_: control.obey(Control.CANCEL))
    layers[1].register_forward_hook(lambda *_: pytest.fail("the second layer was run"))
    with _gate_in_network(control), pytest.raises(CancelledError):
        layers(torch.zeros(1, 2))
    control.reset()
    torch.nn.Linear(2, 2)(torch.zeros(1, 2))


def test_a_step_stands_still_between_two_layers(control):
    layers = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
    layers[0].register_forward_hook(lambda *_: control.obey(Control.PAUSE))
    threading.Timer(0.2, control.obey, [Control.GO_ON]).start()
    begun, begun_work = time.monotonic(), control.working_time()
    with _gate_in_network(control):
        layers(torch.zeros(1, 2))
    assert control.told == [Paused(), WentOn()]
    assert time.monotonic() - begun > 0.15
    assert control.working_time() - begun_work < 0.1
