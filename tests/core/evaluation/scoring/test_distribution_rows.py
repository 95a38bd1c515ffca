"""FAD, KL and WPR of kept stems, written down once."""

import math
from types import SimpleNamespace

import pytest

from cass_core.evaluation.scoring import distribution
from cass_core.evaluation.scoring import scene_sets as evaluate
from cass_core.evaluation.scoring.distribution_rows import (
    DISTRIBUTION_NAME,
    add_distribution,
    is_measured,
    read_distribution,
)
from cass_core.evaluation.scoring.score_file import ScoreFile
from cass_core.evaluation.scoring.scoring import ScoringJob
from cass_core.stem_names import STEMS, Stem
from tests.helpers.corpus.evaluation_fakes import NoisyTruth, known_scene

CONDITION = NoisyTruth("audio, 2 steps", steps=2, picture="audio", model="ab")


@pytest.fixture
def job(tmp_path):
    catalog = SimpleNamespace(entries=[])
    test_set = evaluate.TestSet("small", "valid", 2, 2.0, 1)
    work = ScoringJob(catalog, test_set, [CONDITION], [], ScoreFile(None), tmp_path)
    for number in range(2):
        scene = known_scene(0.1, number)
        work.kept(None).keep(number, scene.stems)
        work.kept(CONDITION.facts).keep(number, CONDITION.estimates(scene))
    return work


@pytest.fixture
def heard(monkeypatch):
    """The numbers are the mean levels of what was handed over."""
    calls = []

    def listen(tagger, references, estimates):
        calls.append((len(references), len(estimates)))
        levels = [
            {s: float(sum(stems[i].std() for stems in kept)) for i, s in enumerate(STEMS)}
            for kept in (references, estimates)
        ]
        nothing = dict.fromkeys(STEMS, math.nan)
        return SimpleNamespace(label=f"{tagger}'s ears", fad=levels[0], kl=levels[1], wpr=nothing)

    monkeypatch.setattr(distribution, "measure_distribution", listen)
    return calls


def test_truth_and_estimates_are_heard_and_written_down(job, heard, tmp_path):
    assert not is_measured(tmp_path, job, CONDITION.facts, "cass")
    add_distribution(tmp_path, job, CONDITION.facts, "cass")
    rows = read_distribution(tmp_path)
    assert heard == [(2, 2)]
    assert [row.stem for row in rows] == list(Stem)
    assert {(r.label, r.steps, r.num_scenes, r.wpr) for r in rows} == {("cass's ears", 2, 2, None)}
    assert all(row.fad < row.kl for row in rows)
    assert is_measured(tmp_path, job, CONDITION.facts, "cass")
    assert not is_measured(tmp_path, job, CONDITION.facts, "published")


def test_a_later_row_replaces_and_a_damaged_one_counts_for_nothing(job, heard, tmp_path):
    add_distribution(tmp_path, job, CONDITION.facts, "cass")
    add_distribution(tmp_path, job, CONDITION.facts, "cass")
    with (tmp_path / DISTRIBUTION_NAME).open("a") as file:
        file.write('{"stem": "DX"}\n{"stem": "QX"}\n')
    assert len(read_distribution(tmp_path)) == 3
