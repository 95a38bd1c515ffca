"""Which device is taken and what is said about it."""

import pytest
import torch

from cass_core.compute_device import ComputeDevice, choose_device, compile_parts
from cass_core.errors import SettingsError
from tests.helpers.separation.published_checkpoints import random_network, tiger_config
from tests.helpers.separation.separation_fakes import tiny_network


class OneLayer(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(3, 4)

    def forward(self, sound):
        return torch.tanh(self.layer(sound))


@pytest.fixture
def machine(monkeypatch):
    def has(*, cuda: bool, mps: bool):
        monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)

    return has


@pytest.mark.parametrize(
    ("cuda", "mps", "kind", "warns"),
    [
        (True, False, "cuda", False),
        (True, True, "cuda", False),
        (False, True, "mps", False),
        (False, False, "cpu", True),
    ],
)
def test_auto_takes_the_fastest_and_says_when_there_is_none(machine, cuda, mps, kind, warns):
    machine(cuda=cuda, mps=mps)
    device = choose_device("auto")
    assert device.kind == kind
    assert bool(device.warning) == warns


def test_the_cpu_asked_for_is_no_fallback(machine):
    machine(cuda=True, mps=False)
    assert choose_device("cpu") == ComputeDevice("cpu", choose_device("cpu").dtype)
    assert choose_device("cpu").label.startswith("CPU (")


@pytest.mark.parametrize(("choice", "name"), [("cuda", "CUDA"), ("mps", "Apple")])
def test_a_device_that_is_not_there_is_a_sentence(machine, choice, name):
    machine(cuda=False, mps=False)
    with pytest.raises(SettingsError, match=f"No {name}.*--device auto or cpu"):
        choose_device(choice)


@pytest.mark.parametrize(
    ("onednn", "instructions", "expected"),
    [
        (True, True, torch.bfloat16),
        (True, False, torch.float32),
        (False, True, torch.float32),
    ],
)
def test_bfloat16_only_where_the_cpu_multiplies_it(monkeypatch, onednn, instructions, expected):
    monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: onednn)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: instructions)
    if instructions and onednn and not torch.ops.mkldnn._is_mkldnn_bf16_supported():
        expected = torch.float32
    assert choose_device("cpu").dtype == expected


def test_the_network_is_placed_in_the_format():
    network = ComputeDevice("cpu", torch.bfloat16).place(tiny_network())
    assert network.dtype == torch.bfloat16
    weight = network.unet.down[0].blocks[0].conv_in.weight
    assert weight.is_contiguous(memory_format=torch.channels_last)


def test_parts_that_cannot_be_compiled_are_run_as_they_are():
    tried = []

    def broken(graph, inputs):
        tried.append(graph)
        raise RuntimeError("there is no compiler")

    network = OneLayer().eval()
    sound, names = torch.randn(2, 3), list(network.state_dict())
    expected = network(sound)
    for backend, most in (("eager", 0), (broken, 1)):
        torch._dynamo.reset()
        compile_parts(network, backend)
        assert torch.equal(network(sound), expected)
        assert len(tried) == most
    assert list(network.state_dict()) == names


def test_what_is_called_again_and_again_is_compiled(machine):
    network = tiny_network()
    assert network.compiled_parts() == (network.unet,)
    rounds = random_network(tiger_config()).compiled_parts()
    assert len(rounds) == 3 * 2 * 2  # networks, paths, a pyramid and an attention of each
    machine(cuda=True, mps=False)
    asked = [choose_device(kind, compiles=True).compiles for kind in ("auto", "cuda", "cpu")]
    assert asked == [True, True, False]
