"""Full-precision weights behind a network of any format, and their average."""

import pytest
import torch
from torch import nn

from cass_core.errors import ModelError
from cass_core.training.master_weights import MasterWeights, make_optimisers
from tests.helpers.separation.separation_fakes import tiny_network


def toy(dtype=torch.float32):
    torch.manual_seed(2)
    return nn.Sequential(
        nn.Conv2d(3, 16, 3), nn.SiLU(), nn.Flatten(), nn.Linear(16 * 4, 16), nn.GroupNorm(2, 16)
    ).to(dtype)


def loss_of(network, seed):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(5, 3, 4, 4, generator=generator)
    return (network(x.to(next(network.parameters()).dtype)).float() - 3).square().mean()


def update(network, master, optimisers, seed, max_norm=1.0):
    loss_of(network, seed).backward()
    norm = master.take_gradients(max_norm)
    for optimiser in optimisers:
        optimiser.step()
    master.give_back()
    return norm


def test_in_float32_it_is_plain_adamw():
    network, plain = toy(), toy()
    master = MasterWeights(network, decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), "adamw", 1e-2)
    reference = torch.optim.AdamW(plain.parameters(), lr=1e-2, betas=(0.9, 0.98), weight_decay=0.01)
    for seed in range(12):
        reference.zero_grad()
        loss_of(plain, seed).backward()
        norm = nn.utils.clip_grad_norm_(plain.parameters(), 1.0)
        reference.step()
        taken = update(network, master, optimisers, seed)
        assert taken == pytest.approx(float(norm), rel=1e-4)
    for ours, theirs in zip(network.parameters(), plain.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)


@pytest.mark.skipif(not hasattr(torch.optim, "Muon"), reason="PyTorch before 2.9 has no Muon")
def test_muon_orthogonalises_the_hidden_matrices():
    network = toy()
    master = MasterWeights(network, decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), "muon", 1e-2)
    assert [len(group["params"]) for o in optimisers for group in o.param_groups] == [4, 2]
    before = master.weights["3.weight"].detach().clone()
    update(network, master, optimisers, 0)
    change = master.weights["3.weight"].detach() - before * (1 - 0.01 * 1e-2)
    singular = torch.linalg.svdvals(change)[:5]  # five examples give five directions
    assert singular[-1] > 0.4 * singular[0]  # which move about alike


def test_both_optimisers_lower_the_loss():
    for name in ("adamw", "muon"):
        network = toy()
        master = MasterWeights(network, decay=0.9)
        optimisers = make_optimisers(master.matrices(), master.others(), name, 3e-2)
        first = loss_of(network, 0).item()
        for _ in range(15):
            update(network, master, optimisers, 0)
        assert loss_of(network, 0).item() < 0.8 * first


def test_changes_too_small_for_bfloat16_add_up():
    network = toy(torch.bfloat16)
    nn.init.ones_(network[4].weight)
    master = MasterWeights(network, decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), "adamw", 1e-4)
    for _ in range(100):  # AdamW moves by about the rate: a hundredth in the end
        update(network, master, optimisers, 0)
    moved = (master.weights["4.weight"] - 1).abs().max()
    assert 5e-3 < moved < 2e-2
    assert (network[4].weight - 1).abs().max() > 0  # one step alone would round to nothing
    for name, parameter in network.named_parameters():
        full = master.weights[name].reshape(parameter.shape)
        assert torch.equal(parameter, full.to(torch.bfloat16))


def test_gradients_are_clipped_and_taken_away():
    network = toy()
    master = MasterWeights(network, decay=0.9)
    (1000 * loss_of(network, 0)).backward()
    norm = master.take_gradients(0.5)
    assert norm > 100
    grads = torch.cat([p.grad.flatten() for p in master.weights.values()])
    assert grads.norm() == pytest.approx(0.5, rel=1e-3)
    assert all(p.grad is None for p in network.parameters())


def test_the_average_follows_the_weights():
    network = toy()
    master = MasterWeights(network, decay=0.6)
    expected = master.average["0.bias"].clone()
    for count in range(1, 12):
        with torch.no_grad():
            master.weights["0.bias"].add_(1.0)
        master.give_back()
        decay = min(0.6, (1 + count) / (10 + count))  # quick at first
        expected = decay * expected + (1 - decay) * master.weights["0.bias"].detach()
        torch.testing.assert_close(master.average["0.bias"], expected)
    torch.testing.assert_close(network[0].bias.detach(), master.weights["0.bias"].detach())


def test_the_averaged_state_fits_the_network():
    network = tiny_network()
    master = MasterWeights(network, decay=0.9)
    state = master.average_state()
    assert list(state) == list(network.state_dict())
    other = tiny_network(spread=0.0)
    other.load_state_dict(state)
    for name, value in network.state_dict().items():
        assert torch.equal(other.state_dict()[name], value), name


def test_the_state_comes_back():
    network = toy()
    master = MasterWeights(network, decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), "adamw", 1e-2)
    for seed in range(3):
        update(network, master, optimisers, seed)
    other = MasterWeights(toy(torch.bfloat16), decay=0.9)
    other.load_state({k: v.clone() for k, v in master.state().items()}, updates=3)
    assert other.updates == 3
    for name, value in master.state().items():
        assert torch.equal(other.state()[name], value), name
    assert torch.equal(other.network[3].bias, network[3].bias.to(torch.bfloat16))


@pytest.mark.parametrize("damage", ["missing", "size"])
def test_a_foreign_state_is_a_sentence(damage):
    master = MasterWeights(toy(), decay=0.9)
    state = dict(master.state())
    if damage == "missing":
        del state["average/0.bias"]
    else:
        state["average/0.bias"] = torch.zeros(17)
    with pytest.raises(ModelError, match=r"does not fit this model \(0.bias\)"):
        master.load_state(state, 1)
