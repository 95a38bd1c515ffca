"""What a slow run will take is said before it begins, from a piece of its work."""

from dataclasses import replace

import pytest

from cass_core.compute_device import ComputeDevice
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie import foreseen as module
from cass_core.separation.movie.foreseen import foreseen, window_call_s
from cass_core.separation.separator import Separator
from tests.helpers.separation.released_checkpoints import HEARING, released_config, released_network
from tests.helpers.separation.separation_fakes import CPU, TINY, tiny_network

CONFIG = released_config(HEARING)


@pytest.fixture(scope="module")
def separator():
    return Separator(released_network(CONFIG), CONFIG, CPU)


def test_it_follows_steps_and_channel_groups(separator, monkeypatch):
    monkeypatch.setattr(module, "window_call_s", lambda *_: 20.0)  # for 6.144 s of sound
    (sentence,) = foreseen(separator, SeparationSettings(steps=127), 1)
    assert "a minute of sound takes about 7 h with 127 steps and 13 min with 4" in sentence
    (sentence,) = foreseen(separator, SeparationSettings(steps=3), 3)
    assert "about 29 min with 3 steps" in sentence
    assert foreseen(separator, SeparationSettings(steps=1), 1) == []
    separator.device = ComputeDevice("cuda", CPU.dtype)
    assert foreseen(separator, SeparationSettings(steps=127), 1) == []
    separator.device = CPU
    starter = Separator(tiny_network(), TINY, CPU)
    assert foreseen(starter, SeparationSettings(steps=128), 3) == []


def test_a_window_is_foreseen_from_a_piece_of_it(separator, monkeypatch):
    clock = iter([10.0, 13.0])
    monkeypatch.setattr(module.time, "perf_counter", lambda: next(clock))
    # sixteen pieces, and attention grows with the square of the length
    seconds = window_call_s(separator.network, CONFIG, CPU)
    assert seconds > 16 * 3
    without = replace(CONFIG, attention=replace(CONFIG.attention, attention_levels=()))
    clock = iter([10.0, 13.0])
    monkeypatch.setattr(module.time, "perf_counter", lambda: next(clock))
    assert 16 * 3 * 0.9 < window_call_s(released_network(without), without, CPU) < seconds
