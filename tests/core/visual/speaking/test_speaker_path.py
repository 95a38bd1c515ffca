import numpy as np

from cass_core.visual.speaking import speaker_path
from cass_core.visual.speaking.speaker_path import NOBODY, likeliest


def test_the_word_passes_where_the_evidence_pays_for_it():
    rows = [{0: 0.3, 1: -0.3}] * 30 + [{0: -0.3, 1: 0.3}] * 30
    assert list(likeliest(rows)) == [0] * 30 + [1] * 30


def test_a_short_interjection_does_not_take_it():
    rows = [{0: 0.3, 1: -0.3}] * 20 + [{0: -0.3, 1: 0.3}] * 4 + [{0: 0.3, 1: -0.3}] * 20
    assert set(likeliest(rows)) == {0}


def test_faces_come_and_go():
    rows = [{}] * 3 + [{5: 0.5}] * 20 + [{}] * 2 + [{6: 0.5}] * 20 + [{6: -0.5}] * 20
    assert (
        list(likeliest(rows)) == [NOBODY] * 3 + [5] * 20 + [NOBODY] * 2 + [6] * 20 + [NOBODY] * 20
    )


def test_the_best_of_all_paths_is_found():
    """Two rows of every possibility against trying all of them."""
    rng = np.random.default_rng(0)
    scores = rng.normal(0, 2, (7, 2))
    ways = np.stack(np.meshgrid(*[[-1, 0, 1]] * 7, indexing="ij"), -1).reshape(-1, 7)
    with_nobody = np.concatenate([scores, np.zeros((7, 1))], axis=1)
    gains = with_nobody[np.arange(7), ways].sum(axis=1)
    changes = np.diff(ways, axis=1, prepend=-1) != 0
    best = ways[np.argmax(gains - speaker_path._PRICE * changes.sum(axis=1))]
    assert list(likeliest([dict(enumerate(row)) for row in scores])) == best.tolist()


def test_long_films_are_decided_in_parts(monkeypatch):
    monkeypatch.setattr(speaker_path, "_MOST_ROWS", 8)
    rows = [{0: 0.5}] * 30 + [{0: -0.5}] * 30
    way = list(likeliest(rows))
    assert way[:30] == [0] * 30
    assert way[32:] == [NOBODY] * 28  # where a part ends, the word passes up to a part later
