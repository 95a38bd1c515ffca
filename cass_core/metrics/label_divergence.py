"""How far the labels that a tagger gives a clip are from those of its reference."""

import numpy as np

from cass_core.clips import FloatArray

_EPSILON = 1e-6  # AudioLDM's evaluation


def label_divergence(reference: FloatArray, estimate: FloatArray) -> float:
    """Kullback-Leibler divergence of the estimate's classes from the reference's.

    As AudioLDM measures it: the logits become shares by softmax, and 1e-6 is added to the
    estimate's before the logarithm.

    Args:
        reference: (class,) logits.
        estimate: (class,) logits.

    Returns:
        Nats; 0 for equal logits, to within the small number.
    """
    wanted, found = _shares(reference), _shares(estimate)
    present = wanted > 0
    ratio = wanted[present] / (found[present] + _EPSILON)
    return float(np.sum(wanted[present] * np.log(ratio)))


def _shares(logits: FloatArray) -> FloatArray:
    """Softmax of (class,)."""
    wide = np.asarray(logits, np.float64)
    powers = np.exp(wide - wide.max())
    return np.asarray(powers / powers.sum())
