import numpy as np
import pytest

from cass_core.metrics.frechet import EmbeddingCloud, frechet_distance


def cloud(rows):
    gathered = EmbeddingCloud()
    gathered.add(rows.astype(np.float32))
    return gathered


def test_matches_the_matrix_root():
    rng = np.random.default_rng(0)
    one = rng.standard_normal((400, 6)) @ rng.standard_normal((6, 6))
    other = rng.standard_normal((300, 6)) @ rng.standard_normal((6, 6)) + 2.0
    cov_one, cov_other = np.cov(one.T), np.cov(other.T)
    apart = np.sum((one.mean(axis=0) - other.mean(axis=0)) ** 2)
    values, vectors = np.linalg.eig(cov_one @ cov_other)
    root = vectors @ np.diag(np.sqrt(values)) @ np.linalg.inv(vectors)
    assert root @ root == pytest.approx(cov_one @ cov_other, rel=1e-6)
    expected = apart + np.trace(cov_one + cov_other - 2 * root.real)
    assert frechet_distance(cloud(one), cloud(other)) == pytest.approx(expected, rel=1e-5)


def test_shift_of_a_cloud_is_its_square():
    rows = np.random.default_rng(1).standard_normal((50, 4))
    assert frechet_distance(cloud(rows), cloud(rows + [3, 0, 4, 0])) == pytest.approx(25, rel=1e-4)


def test_few_windows_of_many_dimensions_stay_finite():
    rng = np.random.default_rng(2)
    rows = rng.standard_normal((3, 128))
    assert frechet_distance(cloud(rows), cloud(rows)) == pytest.approx(0.0, abs=1e-6)
    distance = frechet_distance(cloud(rows), cloud(rng.standard_normal((4, 128))))
    assert np.isfinite(distance)
    assert distance > 1.0


def test_gathered_bit_by_bit_is_the_same():
    rows = np.random.default_rng(3).standard_normal((97, 5)) + 1_000.0
    parts = EmbeddingCloud()
    for part in np.array_split(rows.astype(np.float32), 7):
        parts.add(part)
    parts.add(np.zeros((0, 5), np.float32))
    whole = cloud(rows)
    assert parts.count == 97
    for ours, theirs in zip(parts.moments(), whole.moments(), strict=True):
        assert ours == pytest.approx(theirs, rel=1e-9)


def test_too_few_embeddings_have_no_distance():
    single = cloud(np.ones((1, 4)))
    assert np.isnan(frechet_distance(single, single))
    with pytest.raises(ValueError, match="two embeddings"):
        single.moments()
