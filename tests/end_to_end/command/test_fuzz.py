"""A small part of `make fuzz`: damaged files of every kind cost a sentence at most."""

import pytest

from tests.fuzz.run_fuzz import fuzz

pytestmark = pytest.mark.media

NUMBERS = {"media": 39, "projects": 60, "models": 20, "stems": 30, "kept": 75}


def test_damaged_files_do_no_harm(tmp_path):
    findings = fuzz(tmp_path, NUMBERS, seed=1000)
    assert findings.faults == []
    assert sum(findings.tried.values()) == sum(NUMBERS.values())
    assert sum(findings.refused.values()) > 90


def test_a_fault_is_found(tmp_path, monkeypatch):
    """The watch sees what it is there for."""
    monkeypatch.setattr("tests.fuzz.kinds.load_document", lambda path: 1 / len(path.stem[3:]))
    findings = fuzz(tmp_path, {"projects": 2})
    assert len(findings.faults) == 2
    assert "ZeroDivisionError" in findings.faults[0]
