"""Full-precision master weights, their moving average, and the optimisers that change them."""

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from cass_core.errors import ModelError
from cass_core.model.velocity_net import VelocityNet
from cass_core.training.group import ALONE, TrainingGroup

_EDGES = ("entrance", "exit", "mlp", "film", "place", "nearness", "stream")


class MasterWeights:
    """Float32 copies of a network's weights, whatever format the network computes in.

    Convolution kernels are kept as matrices (out, in * height * width), the form that Muon
    orthogonalises; layers at the edges, biases and norms are left to AdamW.
    """

    def __init__(self, network: VelocityNet, decay: float) -> None:
        self.network, self.decay, self.updates = network, decay, 0
        self.weights = {
            name: nn.Parameter(_as_matrix(p.detach().float().clone().contiguous()))
            for name, p in network.named_parameters()
            if p.requires_grad
        }
        self.average = {name: p.detach().clone() for name, p in self.weights.items()}

    def matrices(self) -> list[nn.Parameter]:
        """Weights of the hidden layers."""
        return [p for name, p in self.weights.items() if _is_hidden_matrix(name, p)]

    def others(self) -> list[nn.Parameter]:
        """All other weights."""
        return [p for name, p in self.weights.items() if not _is_hidden_matrix(name, p)]

    def take_gradients(self, max_norm: float, group: TrainingGroup = ALONE) -> float:
        """Move the network's gradients here, averaged over the group, clipped.

        Args:
            max_norm: largest norm that is not clipped.
            group: whose processes share their gradients.

        Returns:
            The norm before clipping.
        """
        for name, parameter in self.network.named_parameters():
            if name in self.weights:
                # a weight that this batch did not use gets no gradient, not the last one again
                grad, shape = parameter.grad, self.weights[name].shape
                self.weights[name].grad = None if grad is None else grad.float().reshape(shape)
                parameter.grad = None
        if group.size > 1:
            group.average([_gradient(weight) for weight in self._learning()])
        return float(nn.utils.clip_grad_norm_(self.weights.values(), max_norm))

    def _learning(self) -> list[nn.Parameter]:
        """Weights that are not frozen; the others keep no gradient, so no optimiser moves them."""
        named = self.network.named_parameters()
        return [self.weights[name] for name, p in named if p.requires_grad]

    @torch.no_grad()
    def give_back(self) -> None:
        """Update the average and copy the weights into the network."""
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        torch._foreach_lerp_(
            list(self.average.values()), [p.data for p in self.weights.values()], 1 - decay
        )
        self._give_weights()

    def average_state(self) -> dict[str, Tensor]:
        """The network's state with the averaged weights in full precision, for shipping."""
        shapes = {name: p.shape for name, p in self.network.named_parameters()}
        averages = {name: p.reshape(shapes[name]) for name, p in self.average.items()}
        return dict(self.network.state_dict()) | averages

    def state(self) -> dict[str, Tensor]:
        """All tensors, under names for a safetensors file."""
        out = {f"weight/{name}": p.detach() for name, p in self.weights.items()}
        out |= {f"average/{name}": p for name, p in self.average.items()}
        return out | {f"buffer/{name}": b for name, b in self.network.named_buffers()}

    @torch.no_grad()
    def load_state(self, state: dict[str, Tensor], updates: int) -> None:
        """Take tensors of `state`; ModelError where one is missing or of another size."""
        self.updates = updates
        for kind, values in (("weight", self.weights), ("average", self.average)):
            for name, tensor in values.items():
                stored = state.get(f"{kind}/{name}")
                if stored is None or stored.shape != tensor.shape:
                    raise ModelError(
                        f"The training state does not fit this model ({name}); "
                        "start again without --resume or choose the model it was made with."
                    )
                tensor.data.copy_(stored)
        for name, buffer in self.network.named_buffers():
            buffer.copy_(state.get(f"buffer/{name}", buffer))  # older states have none
        self._give_weights()

    @torch.no_grad()
    def _give_weights(self) -> None:
        for name, parameter in self.network.named_parameters():
            if name in self.weights:
                parameter.data.copy_(self.weights[name].reshape(parameter.shape))


def _gradient(weight: nn.Parameter) -> Tensor:
    """The gradient; zeros where this process has none, since another one may."""
    if weight.grad is None:
        weight.grad = torch.zeros_like(weight)
    return weight.grad


def _as_matrix(weight: Tensor) -> Tensor:
    return weight.flatten(1) if weight.ndim > 2 else weight


def _is_hidden_matrix(name: str, weight: Tensor) -> bool:
    return weight.ndim == 2 and min(weight.shape) >= 16 and not any(e in name for e in _EDGES)


def make_optimisers(
    matrices: Iterable[nn.Parameter], others: Iterable[nn.Parameter], name: str, rate: float
) -> list[torch.optim.Optimizer]:
    """Muon for hidden matrices and AdamW for the rest, or AdamW or Adam for everything.

    Args:
        matrices: weights of hidden layers.
        others: all other weights.
        name: "muon", which PyTorch has since 2.9 and before gets "adamw", or "adam", the paper's:
            moments of 0.9 and 0.999, no weight decay.
        rate: learning rate of both; Muon's updates are scaled to the size of AdamW's.

    Returns:
        One or two optimisers, to be stepped one after the other.
    """
    if name == "muon" and hasattr(torch.optim, "Muon"):
        adam = torch.optim.AdamW(others, lr=rate, betas=(0.9, 0.98), weight_decay=0.0)
        muon = torch.optim.Muon(
            matrices, lr=rate, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"
        )
        return [adam, muon]
    everything = [*matrices, *others]
    if name == "adam":
        return [torch.optim.Adam(everything, lr=rate, betas=(0.9, 0.999))]
    return [torch.optim.AdamW(everything, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)]
