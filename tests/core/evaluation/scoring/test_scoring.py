"""Many conditions on the same scenes, once only."""

import numpy as np
import pytest

from cass_core.evaluation.baselines.known import MixtureBaseline
from cass_core.evaluation.baselines.spectral import RepetitionBaseline
from cass_core.evaluation.scoring import scene_sets as evaluate
from cass_core.evaluation.scoring.score_file import ScoreFile
from cass_core.evaluation.scoring.scoring import ScoringJob, score
from cass_core.evaluation.scoring.summary import summarise
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.evaluation_fakes import NoisyTruth
from tests.helpers.corpus.scene_builders import scene_catalog

SMALL = evaluate.TestSet("small", "valid", 2, 2.5, 11)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="valid")
    return Catalog.load(folder)


@pytest.fixture
def job(catalog, tmp_path):
    def make(*conditions, metrics=("si-sdr",), keep_in=None, test_set=SMALL):
        scores = ScoreFile(tmp_path)
        return ScoringJob(catalog, test_set, conditions, metrics, scores, keep_in)

    return make


def test_conditions_are_scored_on_the_same_scenes(job):
    work = job(MixtureBaseline(), NoisyTruth("fair", 0.3), NoisyTruth("good", 0.03))
    assert [(e.condition.name, e.is_new) for e in score(work)] == [
        ("mixture", True), ("fair", True), ("good", True),
    ] * 2  # fmt: skip
    mixture, fair, good = summarise(work.scores.rows)
    for stem in Stem:
        assert mixture.mean("si_sdri", stem) == 0
        assert fair.mean("si_sdr", stem) == pytest.approx(10.5, abs=0.5)
        assert good.mean("si_sdr", stem) == pytest.approx(30.5, abs=0.5)
    assert mixture.num_scenes == 2


def test_a_second_run_measures_only_what_is_missing(job):
    first, second = NoisyTruth(), NoisyTruth()
    list(score(job(first)))
    events = list(score(job(second, test_set=evaluate.TestSet("small", "valid", 3, 2.5, 11))))
    assert [event.is_new for event in events] == [False, False, True]
    assert (first.asked, second.asked) == (2, 1)
    again = NoisyTruth()
    work = job(again, metrics=("si-sdr", "loudness"))
    list(score(work))
    assert again.asked == 2
    assert all({"si_sdr", "loudness_error"} <= set(r.values) for r in work.scores.rows[:6])


def test_another_corpus_is_scored_anew(job, tmp_path_factory):
    list(score(job(NoisyTruth())))
    folder = tmp_path_factory.mktemp("other")
    rest = scene_catalog(folder, split="valid").entries[4:]
    other = Catalog(folder, rest)
    work = job(condition := NoisyTruth())
    list(score(ScoringJob(other, SMALL, [condition], ["si-sdr"], work.scores)))
    assert condition.asked == 2


def test_only_the_stems_that_a_baseline_gives_are_scored(job):
    work = job(RepetitionBaseline())
    list(score(work))
    assert {row.stem for row in work.scores.rows} == {Stem.DX, Stem.MX}


def test_stems_are_kept_for_a_later_measurement(job, tmp_path, catalog):
    condition = NoisyTruth()
    work = job(condition, keep_in=tmp_path)
    list(score(work))
    truth, kept = work.kept(None), work.kept(condition.facts)
    assert len(truth) == len(kept) == 2
    for number, scene in enumerate(SMALL.scenes(catalog)):
        np.testing.assert_array_equal(truth[number], scene.stems)
        assert not np.array_equal(kept[number], scene.stems)
    kept.remove()
    list(score(job(condition, keep_in=tmp_path)))  # the scores stand there, the stems do not
    assert condition.asked == 4
    assert len(list(kept)) == 2
