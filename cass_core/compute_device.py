"""Where the network runs, in which number format, and what happens when memory is short."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import torch

from cass_core.device_choice import DeviceChoice
from cass_core.errors import SettingsError

Network = TypeVar("Network", bound=torch.nn.Module)
_FLAT = 4  # axes of the weights of a convolution over an image


@dataclass(frozen=True)
class ComputeDevice:
    """A device and the number format used on it.

    Attributes:
        kind: "cpu", "cuda" or "mps".
        dtype: format of weights and activations.
        warning: a sentence for the user where it is not what was asked for, else empty.
        compiles: whether networks are compiled for it first (decision 051).
    """

    kind: str
    dtype: torch.dtype
    warning: str = ""
    compiles: bool = False

    @property
    def label(self) -> str:
        """Name for people, such as "NVIDIA RTX A4000", "Apple GPU" or "CPU (8 cores)"."""
        if self.kind == "cuda":
            return torch.cuda.get_device_name()
        if self.kind == "mps":
            return "Apple GPU"
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        return f"CPU ({cores} cores)" if cores != 1 else "CPU (1 core)"

    def place(self, network: Network) -> Network:
        """The network on this device, in its format, channels innermost, compiled if wanted."""
        if self.compiles:
            compile_parts(network)
        return channels_innermost(network.to(self.kind, self.dtype))


def channels_innermost(network: Network) -> Network:
    """The same network, the weights of its flat convolutions with channels innermost in memory.

    Convolutions over pictures and time, whose weights have an axis more, stay as they are.
    """
    for parameter in network.parameters():
        if parameter.ndim == _FLAT:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    return network


def compile_parts(network: torch.nn.Module, backend: str | Callable[..., Any] = "inductor") -> None:
    """Let PyTorch compile what a network spends its time in, when that is first called.

    A part that cannot be compiled, as where there is no compiler, is run as it is.

    Args:
        network: changed in place; names and values of its weights stay.
        backend: PyTorch's name of the compiler, or a function in its place.
    """
    import torch._dynamo

    torch._dynamo.config.suppress_errors = True
    # else it says at length what it passes over
    torch._logging.set_logs(dynamo=logging.CRITICAL)  # type: ignore[attr-defined]
    parts = getattr(network, "compiled_parts", None)
    for part in parts() if parts else (network,):
        part.compile(backend=backend, dynamic=False)


def choose_device(choice: DeviceChoice, compiles: bool = False) -> ComputeDevice:
    """Find the device.

    Args:
        choice: "auto" takes CUDA, then MPS, then the CPU, and says when it is the CPU.
        compiles: let networks be compiled where that pays, on a CUDA graphics card.

    Returns:
        The device, with a sentence where "auto" had to fall back.
    """
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if choice in there and not there[choice]:
        name = "CUDA graphics card" if choice == "cuda" else "Apple GPU"
        raise SettingsError(f"No {name} is usable by this PyTorch; use --device auto or cpu.")
    if choice == "auto":
        choice = "cuda" if there["cuda"] else "mps" if there["mps"] else "cpu"
        if choice == "cpu":
            return ComputeDevice("cpu", _cpu_format(), "No CUDA graphics card: using the CPU.")
    if choice == "cpu":
        return ComputeDevice("cpu", _cpu_format())
    if choice == "cuda":
        return ComputeDevice(choice, torch.bfloat16, compiles=compiles)
    return ComputeDevice(choice, torch.float32)


def _cpu_format() -> torch.dtype:
    """bfloat16 where the CPU multiplies it in hardware, else float32."""
    if not torch.backends.mkldnn.is_available():  # such as on Apple's processors
        return torch.float32
    fast = torch.cpu._is_avx512_bf16_supported() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return torch.bfloat16 if fast else torch.float32
