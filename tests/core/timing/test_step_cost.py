"""What a step costs, and the rest of a chunk, from a run's events alone."""

import pytest

from cass_core.clips import SampleSpan
from cass_core.request.events import ChunkWritten, PhaseShare, StepDone
from cass_core.timing.speed_book import Speed
from cass_core.timing.step_cost import StepCost


def chunk(cost, now_s, prepare_s, step_s, steps, rest_s):
    for number in range(steps):
        now_s += step_s + (prepare_s if number == 0 else 0)
        cost.add(StepDone(0.0), now_s)
    now_s += rest_s
    cost.add(ChunkWritten(SampleSpan(0, 1000), 0.0), now_s)
    return now_s


@pytest.mark.parametrize("steps", [2, 3, 8])
def test_steps_and_the_rest_are_told_apart(steps):
    cost, now_s = StepCost(1000, steps), 5.0
    cost.add(PhaseShare("separate", 0.0), now_s)
    now_s = chunk(cost, now_s, 9.0, 0.5, steps, 9.0)  # what happens once does not count
    for _ in range(3):
        now_s = chunk(cost, now_s, 0.2, 0.1, steps, 0.3)
    assert cost.speed.step_s == pytest.approx(0.1)
    assert cost.speed.fixed_s == pytest.approx(0.5)


def test_a_single_step_is_not_told_apart():
    cost = StepCost(1000, 1)
    cost.add(PhaseShare("separate", 0.0), 3.0)
    assert cost.speed is None
    chunk(cost, 3.0, 0.2, 0.1, 1, 0.3)
    assert cost.speed == Speed(pytest.approx(0.6), None)


def test_a_chunk_of_two_batches_is_no_example():
    cost = StepCost(1000, 2)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.2, 0.1, 4, 0.3)
    assert cost.speed is None
