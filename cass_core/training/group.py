"""Several processes that train one model together, as `torchrun` starts them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
import torch.distributed as dist

# Imported while a group lives (as a first step of an optimiser does), its functions keep that group
# for good as their default, with threads that end the process by an abort now and then.
import torch.distributed.nn  # noqa: F401
from torch import Tensor

_PATIENCE = timedelta(days=1)  # the others wait while the leader saves or measures


@dataclass(frozen=True)
class TrainingGroup:
    """This process among those that train together; alone unless `torchrun` says otherwise.

    Attributes:
        rank: number of this process; number 0 saves, measures and reports.
        size: number of processes.
        local_rank: number of this process on its machine, which is its GPU's number.
    """

    rank: int = 0
    size: int = 1
    local_rank: int = 0

    @property
    def leads(self) -> bool:
        """Whether this process saves and reports."""
        return self.rank == 0

    def average(self, tensors: Iterable[Tensor]) -> None:
        """Replace tensors of equal shapes by their mean over the group, in one exchange."""
        if self.size == 1:
            return
        tensors = list(tensors)
        flat = torch.cat([tensor.flatten() for tensor in tensors])
        dist.all_reduce(flat)
        flat /= self.size
        for tensor, mean in zip(tensors, flat.split([t.numel() for t in tensors]), strict=True):
            tensor.copy_(mean.view_as(tensor))

    def largest(self, value: float, device: str) -> float:
        """The group's largest value, so that all processes stop when one of them wants to."""
        if self.size == 1:
            return value
        told = torch.tensor([value], dtype=torch.float64, device=device)
        dist.all_reduce(told, op=dist.ReduceOp.MAX)
        return float(told)


ALONE = TrainingGroup()
"""A process that trains by itself."""


@contextmanager
def joined_group(device: str) -> Iterator[TrainingGroup]:
    """Join the processes that `torchrun` started; a process by itself is a group of one.

    Args:
        device: "cpu" exchanges through gloo, "cuda" through NCCL.

    Yields:
        The group, until the training ends.
    """
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield ALONE
        return
    local_rank = int(os.environ.get("LOCAL_RANK", "0"))
    if device == "cuda":
        torch.cuda.set_device(local_rank)
    dist.init_process_group("nccl" if device == "cuda" else "gloo", timeout=_PATIENCE)
    try:
        yield TrainingGroup(dist.get_rank(), dist.get_world_size(), local_rank)
    finally:
        dist.destroy_process_group()
