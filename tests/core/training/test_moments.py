"""What optimisers remember, kept and taken up again."""

import pytest
import torch

from cass_core.training.master_weights import MasterWeights, make_optimisers
from cass_core.training.moments import moments, take_moments
from tests.core.training.test_master_weights import toy, update

NAMES = ("muon", "adamw", "adam")


def learner(name, steps=0, state=None):
    master = MasterWeights(toy(), decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), name, 1e-2)
    if state is not None:
        master.load_state(state, 3)
        take_moments(optimisers, master.weights, state)
    for seed in range(steps):
        update(master.network, master, optimisers, seed)
    return master, optimisers


def state_of(master, optimisers):
    return {k: v.clone() for k, v in (master.state() | moments(optimisers, master.weights)).items()}


@pytest.mark.parametrize("name", NAMES)
def test_going_on_is_as_if_never_stopped(name):
    master, optimisers = learner(name, steps=3)
    state = state_of(master, optimisers)
    later, later_optimisers = learner(name, state=state)
    for seed in (7, 8):
        update(master.network, master, optimisers, seed)
        update(later.network, later, later_optimisers, seed)
    for key, tensor in state_of(master, optimisers).items():
        assert torch.equal(tensor, state_of(later, later_optimisers)[key]), key
    assert not torch.equal(state["weight/3.weight"], later.weights["3.weight"])


@pytest.mark.parametrize("name", NAMES)
def test_a_state_without_moments_begins_anew(name):
    master, optimisers = learner(name, steps=3)
    later, later_optimisers = learner(name, state=master.state())
    assert moments(later_optimisers, later.weights) == {}
    update(later.network, later, later_optimisers, 0)
    assert torch.isfinite(later.weights["3.weight"]).all()


def test_another_optimiser_takes_what_it_knows():
    state = state_of(*learner("muon", steps=3))
    later, optimisers = learner("adam", state=state)
    taken = moments(optimisers, later.weights)
    assert torch.equal(taken["moment/0.bias/exp_avg"], state["moment/0.bias/exp_avg"])
    assert "moment/3.weight/exp_avg" not in taken  # Muon's is of another kind
    update(later.network, later, optimisers, 0)


def test_tensors_of_another_size_are_left():
    state = state_of(*learner("adamw", steps=1))
    state["moment/0.bias/exp_avg"] = torch.zeros(17)
    later, optimisers = learner("adamw", state=state)
    taken = moments(optimisers, later.weights)
    assert "moment/0.bias/exp_avg" not in taken
    assert "moment/3.bias/exp_avg" in taken
