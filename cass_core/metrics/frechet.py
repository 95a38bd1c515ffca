"""Fréchet distance between two clouds of embeddings, gathered clip by clip."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray

Values = npt.NDArray[np.float64]


class EmbeddingCloud:
    """Mean and covariance of embeddings, without keeping them."""

    def __init__(self) -> None:
        self._count = 0
        self._mean: Values = np.zeros(0)
        self._scatter: Values = np.zeros((0, 0))

    @property
    def count(self) -> int:
        """Embeddings so far."""
        return self._count

    def add(self, embeddings: FloatArray) -> None:
        """Take in the rows of (window, embedding)."""
        rows = np.asarray(embeddings, np.float64)
        if not len(rows):
            return
        mean = rows.mean(axis=0)
        scatter = (rows - mean).T @ (rows - mean)
        if self._count:
            # the pooled scatter of two groups (Chan et al. 1983) stays exact far from zero
            step = mean - self._mean
            share = len(rows) / (self._count + len(rows))
            scatter += self._scatter + np.outer(step, step) * self._count * share
            mean = self._mean + step * share
        self._count += len(rows)
        self._mean, self._scatter = mean, scatter

    def moments(self) -> tuple[Values, Values]:
        """Mean (embedding,) and covariance (embedding, embedding); two embeddings at least."""
        if self._count < 2:
            raise ValueError("a covariance needs two embeddings")
        return self._mean, self._scatter / (self._count - 1)


def frechet_distance(one: EmbeddingCloud, other: EmbeddingCloud) -> float:
    """Squared Fréchet distance of the normal distributions of two clouds (Kilgour et al. 2019).

    The trace of the root of the covariances' product is taken from eigenvalues of a symmetric
    matrix, which stays real for covariances without full rank, as those of few windows are.

    Args:
        one: at least two embeddings.
        other: at least two embeddings of the same size.

    Returns:
        0 for equal clouds; NaN where a cloud has fewer than two embeddings.
    """
    if min(one.count, other.count) < 2:
        return float("nan")
    (mean_one, cov_one), (mean_other, cov_other) = one.moments(), other.moments()
    root = _root(cov_one)
    shared = np.linalg.eigvalsh(root @ cov_other @ root)
    overlap = float(np.sqrt(np.maximum(shared, 0.0)).sum())
    apart = float(np.sum((mean_one - mean_other) ** 2))
    return max(0.0, apart + float(np.trace(cov_one) + np.trace(cov_other)) - 2.0 * overlap)


def _root(matrix: Values) -> Values:
    """Symmetric root of a symmetric matrix without negative eigenvalues."""
    values, vectors = np.linalg.eigh(matrix)
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T)
