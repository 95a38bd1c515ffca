"""What a step costs, and the rest of a chunk, from a run's events alone."""

import pytest

from cass_core.clips import SampleSpan
from cass_core.request.events import ChunkWritten, Grain, PhaseShare, RunBegun, StepDone
from cass_core.timing.speed import Speed
from cass_core.timing.step_cost import StepCost

GRAIN = Grain(1.0, 8)


def run(steps=2, length_s=100.0, **values):
    return StepCost(RunBegun("cpu", "CPU", 1000, 2, length_s, length_s, **values), steps)


def chunk(cost, now_s, prepare_s, step_s, steps, rest_s, span=(0, 1000), batches=1):
    for number in range(steps * batches):
        now_s += step_s + (prepare_s if number % steps == 0 else 0)
        cost.add(StepDone(0.0), now_s)
    now_s += rest_s
    cost.add(ChunkWritten(SampleSpan(*span), 0.0), now_s)
    return now_s


@pytest.mark.parametrize("steps", [2, 3, 8])
def test_steps_and_the_rest_are_told_apart(steps):
    cost, now_s = run(steps), 5.0
    cost.add(PhaseShare("separate", 0.0), now_s)
    now_s = chunk(cost, now_s, 9.0, 0.5, steps, 9.0)  # what happens once does not count
    for _ in range(3):
        now_s = chunk(cost, now_s, 0.2, 0.1, steps, 0.3)
    assert cost.speed.step_s == pytest.approx(0.1)
    assert cost.speed.prepare_s == pytest.approx(0.2)
    assert cost.speed.render_s == pytest.approx(0.3)


def test_a_single_step_is_not_told_apart():
    cost = run(1)
    cost.add(PhaseShare("separate", 0.0), 3.0)
    assert cost.speed is None
    chunk(cost, 3.0, 0.2, 0.1, 1, 0.3)
    assert cost.speed == Speed(
        pytest.approx(0.3), None, pytest.approx(0.3), heard_s=pytest.approx(1.0)
    )


def test_a_short_part_costs_what_is_heard_and_not_its_own_length():
    cost = run(grain=GRAIN)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.8, 4.0, 2, 0.5, (9_000, 11_000))  # two seconds, but eight are heard
    assert cost.speed.step_s == pytest.approx(4.0 / 8)
    assert cost.speed.prepare_s == pytest.approx(0.8 / 8)
    assert cost.speed.render_s == pytest.approx(0.5 / 2)


def test_the_last_windows_of_a_programme_are_fewer():
    cost = run(grain=GRAIN, length_s=9.5)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.0, 1.0, 2, 0.0, (8_000, 9_500))
    assert cost.speed.step_s == pytest.approx(1.0 / 2)


def test_a_chunk_of_two_batches_counts_as_two():
    cost = run(grain=GRAIN)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.8, 4.0, 2, 0.5, (8_100, 11_000), batches=2)
    assert cost.speed.step_s == pytest.approx(4.0 / 8)
    assert cost.speed.heard_s == pytest.approx(16)


def test_steps_that_are_no_whole_batch_are_no_example():
    cost = run(steps=2)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.2, 0.1, 3, 0.3)
    assert cost.speed is None


def test_a_model_of_one_pass_costs_the_same_for_any_steps():
    cost = run(steps=4, grain=GRAIN, takes_steps=False)
    cost.add(PhaseShare("separate", 0.0), 0.0)
    chunk(cost, 0.0, 0.0, 1.0, 5, 3.0, (0, 8_000))
    assert cost.speed == Speed(pytest.approx(1.0), 0.0, 0.0, GRAIN, pytest.approx(8.0))
