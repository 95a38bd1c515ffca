"""The worst mixtures, separated again and drawn."""

import pytest

from cass_core.evaluation.report.gallery import draw_failures, gallery_section, worst
from cass_core.evaluation.scoring import scene_sets as evaluate
from cass_core.evaluation.scoring.score_file import ScoreFile
from cass_core.evaluation.scoring.scoring import ScoringJob, score
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.evaluation_fakes import NoisyTruth, scene_rows, score_row
from tests.helpers.corpus.scene_builders import scene_catalog

pytest.importorskip("matplotlib")

SMALL = evaluate.TestSet("small", "valid", 2, 2.5, 11)


def test_two_of_each_stem():
    rows = [row for n in range(5) for row in scene_rows(n, "audio, 1 step", (n, -n, 1))]
    rows += scene_rows(9, "mixture", (-50, -50, -50), steps=0)
    failures = worst(rows, "audio, 1 step")
    assert [(f.row.stem, f.row.scene) for f in failures] == [
        (Stem.DX, 0), (Stem.DX, 1), (Stem.FX, 4), (Stem.FX, 3), (Stem.MX, 0), (Stem.MX, 1),
    ]  # fmt: skip
    assert len({f.picture for f in failures}) == 6
    text = gallery_section(failures, "audio, 1 step", "results")
    assert text.count("![") == 6
    assert f"(results/{failures[2].picture})" in text
    assert "improvement -4.0 dB" in text
    assert worst([score_row(values={})], "audio, 1 step") == []


def test_pictures_are_of_the_scored_mixtures(tmp_path):
    scene_catalog(tmp_path / "corpus", split="valid")
    catalog, scores = Catalog.load(tmp_path / "corpus"), ScoreFile(None)
    condition = NoisyTruth("audio, 1 step", steps=1)
    list(score(ScoringJob(catalog, SMALL, [condition], ["si-sdr"], scores)))
    failures = worst(scores.rows, "audio, 1 step")
    assert draw_failures(failures, condition, catalog, SMALL, tmp_path / "results")
    assert {path.name for path in (tmp_path / "results").iterdir()} == {f.picture for f in failures}
    other = Catalog(tmp_path / "corpus", catalog.entries[4:])
    assert not draw_failures(failures, condition, other, SMALL, tmp_path / "none")
