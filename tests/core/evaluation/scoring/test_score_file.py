"""Scores stay on disk, are added to, and survive a killed run."""

import pytest

from cass_core.errors import OutputError
from cass_core.evaluation.scoring.score_file import SCORES_NAME, ScoreFile
from cass_core.stem_names import Stem
from tests.helpers.corpus.evaluation_fakes import score_row


def test_rows_come_back(tmp_path):
    rows = [score_row(0, group="Dutch"), score_row(1, Stem.FX, steps=0, condition="mixture")]
    ScoreFile(tmp_path / "new").add(rows)
    assert ScoreFile(tmp_path / "new").rows == rows
    assert ScoreFile(None).rows == []


def test_only_what_is_missing_is_asked_for(tmp_path):
    ScoreFile(tmp_path).add([score_row(0)])
    scores = ScoreFile(tmp_path)
    assert scores.missing(score_row(0), ["si-sdr", "pesq"]) == ["pesq"]
    assert scores.missing(score_row(1), ["si-sdr"]) == ["si-sdr"]
    assert scores.missing(score_row(0, recipe="1"), ["si-sdr"]) == ["si-sdr"]
    assert scores.missing(score_row(0, model="cd"), ["si-sdr"]) == ["si-sdr"]


def test_later_metrics_join_and_another_corpus_replaces(tmp_path):
    ScoreFile(tmp_path).add([score_row(0)])
    ScoreFile(tmp_path).add([score_row(0, metrics=("pesq",), values={"pesq": 2.0})])
    (row,) = ScoreFile(tmp_path).rows
    assert row.values == {"si_sdr": 4.0, "si_sdri": 5.0, "pesq": 2.0}
    assert row.metrics == ("si-sdr", "pesq")
    ScoreFile(tmp_path).add([score_row(0, recipe="1", metrics=("pesq",), values={"pesq": 3.0})])
    (row,) = ScoreFile(tmp_path).rows
    assert row.values == {"pesq": 3.0}


@pytest.mark.parametrize("half", ['{"test_set": "star', '{"scene": 1}\n', "\xff\n", "[1]\n"])
def test_a_damaged_line_counts_for_nothing(tmp_path, half):
    ScoreFile(tmp_path).add([score_row(0)])
    with (tmp_path / SCORES_NAME).open("a", encoding="latin-1") as file:
        file.write(half)
    scores = ScoreFile(tmp_path)
    assert scores.rows == [score_row(0)]
    scores.add([score_row(1)])
    assert ScoreFile(tmp_path).rows == [score_row(0), score_row(1)]


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another folder"):
        ScoreFile(tmp_path / "file" / "scores").add([score_row(0)])
