"""Letters in this order, best first."""

import pytest

from app.actions.fuzzy_search import match_score, ranked

TITLES = ["Zoom in", "Zoom to selection", "Separate selection", "Select all", "Undo", "Solo"]


@pytest.mark.parametrize(
    ("query", "best"),
    [("sel", "Select all"), ("zs", "Zoom to selection"), ("ss", "Separate selection"),
     ("un", "Undo"), ("so", "Solo"), ("zoomin", "Zoom in"), ("z i", "Zoom in")],
)  # fmt: skip
def test_what_is_meant_comes_first(query, best):
    assert TITLES[ranked(query, TITLES)[0]] == best


def test_missing_or_swapped_letters_do_not_fit():
    assert match_score("xz", "Zoom in") is None
    assert match_score("niz", "Zoom in") is None


def test_nothing_typed_keeps_all_in_order():
    assert ranked("  ", TITLES) == list(range(len(TITLES)))


def test_case_does_not_matter():
    assert match_score("ZOOM", "zoom in") == match_score("zoom", "Zoom In")
