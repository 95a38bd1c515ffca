"""The ladder of memory: its order, what is told, and that a run goes on where it was."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.compute_device import choose_device
from cass_core.errors import CassError, StemSetError
from cass_core.model.builders import build
from cass_core.request.settings import SeparationSettings
from cass_core.separation.memory_fallback import MemoryLadder, levels_below
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.stems.fallbacks import Fallback, MemoryLevel
from tests.helpers.separation.published_checkpoints import mrx_config, random_network
from tests.helpers.separation.separation_fakes import CPU, TINY, noise_source

# a number format that the processor is not given by itself
OTHER = torch.float32 if choose_device("cpu").dtype == torch.bfloat16 else torch.bfloat16
ONE_STEP = SeparationSettings(steps=1)
GPU = replace(CPU, kind="cpu:0")  # PyTorch's CPU under a name that is not "cpu"
FULL = MemoryLevel(4, 1, "cuda")


def ladder(*fallbacks, first=FULL):
    return MemoryLadder(first, most_parts=2, fewer="fewer at once", fallbacks=fallbacks)


def attempts(work, start, room):
    """Levels that were tried until `room` said that there was some."""
    tried = []

    def attempt(level):
        tried.append(level)
        yield
        if not room(level):
            raise torch.OutOfMemoryError("out of memory")
        return level

    list(work.within(start, attempt))
    return tried


def test_half_the_batch_then_the_shorter_window_then_the_processor():
    levels = [(4, 1, "cuda"), (2, 1, "cuda"), (1, 1, "cuda"), (1, 2, "cuda")]
    expected = [MemoryLevel(*level) for level in [*levels, (1, 1, "cpu"), (1, 2, "cpu")]]
    assert levels_below(FULL, 2) == expected
    assert levels_below(MemoryLevel(1, 1, "cpu"), 1) == [MemoryLevel(1, 1, "cpu")]
    assert levels_below(MemoryLevel(6, 1, "cpu"), 1)[1] == MemoryLevel(3, 1, "cpu")


def test_every_shortage_is_one_level_and_each_sentence_is_told_once():
    work = ladder()
    lowest = levels_below(FULL, 2)[-1]
    assert attempts(work, 5, lambda level: level == lowest) == levels_below(FULL, 2)
    assert attempts(work, 6, lambda level: True) == [lowest]
    assert work.fallbacks == (Fallback(5, lowest),)
    assert work.level_at(4) == FULL
    assert [sentence.partition(": ")[2] for sentence in work.warnings] == [
        "fewer at once.",
        "shorter windows, a little less context.",
        "going on with the CPU.",
        "shorter windows, a little less context.",
    ]
    assert work.warnings[-1].startswith("The computer ran")


def test_below_the_last_level_is_a_sentence():
    with pytest.raises(CassError, match="not enough memory to separate even one window"):
        attempts(ladder(), 0, lambda level: False)


def test_other_errors_are_no_shortage():
    def attempt(level):
        yield
        raise RuntimeError("shapes do not fit")

    work = ladder()
    with pytest.raises(RuntimeError, match="do not fit"):
        list(work.within(0, attempt))
    assert work.fallbacks == ()


def test_a_run_that_goes_on_has_the_former_levels_at_their_places():
    two, one = MemoryLevel(2, 1, "cuda"), MemoryLevel(1, 1, "cuda")
    work = ladder(Fallback(10, two), Fallback(30, one))
    levels = [work.level_at(start) for start in (-1, 9, 10, 29, 30, 99)]
    assert levels == [FULL, FULL, two, two, one, one]
    # less room than before at an earlier place: what is known of later ones stays where it is lower
    attempts(work, 0, lambda level: level.rows == 2)
    assert work.fallbacks == (Fallback(0, two), Fallback(30, one))


def test_a_level_of_another_program_is_refused():
    with pytest.raises(StemSetError, match="start over"):
        ladder(Fallback(10, MemoryLevel(3, 1, "cuda")))


class Short(torch.nn.Module):
    """A network that finds room on its first device for so many rows and frames only."""

    def __init__(self, network, first_call, room):
        super().__init__()
        self.network, self.first_call, self.room = network, first_call, room
        self.calls, self.kind = 0, ""

    def to(self, *args, **kwargs):
        self.kind = args[0] if args else self.kind
        super().to(*args, **kwargs)
        return self

    def _check(self, shape):
        self.calls += 1
        if self.calls >= self.first_call and self.kind != "cpu" and not self.room(shape):
            raise torch.OutOfMemoryError("out of memory")

    def condition(self, mixture, picture):
        self._check(mixture.shape)
        return self.network.condition(mixture, picture)

    def forward(self, sound, *flow):
        return self.network(sound, *flow)

    def gradually(self, sound):
        self._check(sound.shape)
        return self.network.gradually(sound)


def flow_network():
    torch.manual_seed(1)
    network = build(TINY).eval()
    for parameter in network.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    return network, TINY


def published_network():
    config = mrx_config()
    return random_network(config), replace(config, window=88_200, hop=66_150)


def separated(made, source, spans=None, fallbacks=()):
    chunks = [
        event.stems
        for event in made.run(SeparatorInput(source), ONE_STEP, spans, fallbacks)
        if hasattr(event, "stems")
    ]
    return np.concatenate(chunks, axis=-1)


def half_a_window(shape):
    return shape[0] == 1 and shape[3] <= TINY.window_frames // 2


ROOMS = {
    "three windows at once": (flow_network, torch.float32, lambda shape: shape[0] <= 3),
    "half a window": (flow_network, torch.float32, half_a_window),
    "no window on the first device": (flow_network, OTHER, lambda shape: False),
    "one channel": (published_network, torch.float32, lambda shape: shape[0] == 1),
    "no channel on the first device": (published_network, torch.float32, lambda shape: False),
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_resumed_run_is_bit_identical(room):
    make, dtype, has_room = ROOMS[room]
    device = replace(GPU, dtype=dtype)
    source = noise_source(11.0, 44_100, "stereo")

    def separator(first_call):
        network, config = make()
        return Separator(Short(network, first_call, has_room), config, device)

    stopped = separator(2)
    spans = stopped.chunk_spans(source)
    whole = separated(stopped, source)
    known = stopped.fallbacks
    assert known
    assert stopped.warnings
    for left in (spans[1:], spans[-1:]):
        later = separator(10**9)  # the memory is free again
        rest = separated(later, source, left, known)
        assert np.array_equal(rest, whole[..., left[0].start :])
        assert later.fallbacks == known
        assert later.warnings == []
