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


def sigmoid_divergence(reference: FloatArray, estimate: FloatArray) -> float:
    """The divergence that the release of AV-CASS reports, class by class and summed.

    The logits become probabilities by a sigmoid, since a clip may have many labels; what neither
    clip has adds nothing. Not comparable with `label_divergence`, whose classes share a whole.

    Args:
        reference: (class,) logits.
        estimate: (class,) logits.

    Returns:
        Nats; about 0 for equal logits, and below it where the estimate's labels are surer.
    """
    wanted, found = _log_sigmoid(reference), _log_sigmoid(estimate)
    return float(np.sum(np.exp(wanted) * (wanted - np.log(np.exp(found) + _EPSILON))))


def _log_sigmoid(logits: FloatArray) -> FloatArray:
    """Logarithms of the probabilities of (class,)."""
    return np.asarray(-np.logaddexp(0.0, -np.asarray(logits, np.float64)))


def _shares(logits: FloatArray) -> FloatArray:
    """Softmax of (class,)."""
    wide = np.asarray(logits, np.float64)
    powers = np.exp(wide - wide.max())
    return np.asarray(powers / powers.sum())
