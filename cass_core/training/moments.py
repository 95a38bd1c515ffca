"""What optimisers remember of earlier steps, kept with the training's state."""

from collections.abc import Iterator, Mapping, Sequence

import torch
from torch import Tensor, nn

_ADAM = ("step", "exp_avg", "exp_avg_sq")
_KINDS = {"Adam": _ADAM, "AdamW": _ADAM, "Muon": ("momentum_buffer",)}


def moments(
    optimisers: Sequence[torch.optim.Optimizer], weights: Mapping[str, nn.Parameter]
) -> dict[str, Tensor]:
    """All tensors that the optimisers hold.

    Args:
        optimisers: any number of them.
        weights: what they change, by name.

    Returns:
        Tensors under names for a safetensors file.
    """
    return {
        _key(name, kind): optimiser.state[weight][kind]
        for optimiser, name, weight in _each(optimisers, weights)
        for kind in _KINDS[type(optimiser).__name__]
        if kind in optimiser.state[weight]
    }


def take_moments(
    optimisers: Sequence[torch.optim.Optimizer],
    weights: Mapping[str, nn.Parameter],
    state: Mapping[str, Tensor],
) -> None:
    """Go on where other optimisers were.

    A weight whose tensors are missing or of another kind, as in the state of another optimiser or
    of an older program, begins anew.

    Args:
        optimisers: without any step so far.
        weights: what they change, by name.
        state: from `moments`, other tensors beside them.
    """
    for optimiser, name, weight in _each(optimisers, weights):
        kinds = _KINDS[type(optimiser).__name__]
        stored = {k: state[_key(name, k)] for k in kinds if _key(name, k) in state}
        sizes = {k: () if k == "step" else weight.shape for k in kinds}
        if sizes == {k: tuple(tensor.shape) for k, tensor in stored.items()}:
            # Adam counts its steps on the CPU, whatever the device
            optimiser.state[weight] = {
                k: tensor.clone() if k == "step" else tensor.to(weight.device, copy=True)
                for k, tensor in stored.items()
            }


def _each(
    optimisers: Sequence[torch.optim.Optimizer], weights: Mapping[str, nn.Parameter]
) -> Iterator[tuple[torch.optim.Optimizer, str, nn.Parameter]]:
    names = {weight: name for name, weight in weights.items()}
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            yield from ((optimiser, names[weight], weight) for weight in group["params"])


def _key(name: str, kind: str) -> str:
    return f"moment/{name}/{kind}"
