"""What running out of memory looks like."""

import torch


def is_shortage(error: RuntimeError) -> bool:
    """Whether memory ran out; only CUDA has an error of its own for that."""
    signs = ("out of memory", "not enough memory", "can't allocate memory")
    return isinstance(error, torch.OutOfMemoryError) or any(s in str(error) for s in signs)
