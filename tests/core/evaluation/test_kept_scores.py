"""Scores that stand in a folder are not measured again; what is damaged is."""

from dataclasses import dataclass

from cass_core.evaluation.kept_scores import KeptScores


@dataclass(frozen=True)
class Score:
    scene: int
    model: str
    value: float = 0.0


def kept(folder):
    return KeptScores(folder, "scores.jsonl", Score, ("scene", "model"))


def test_a_score_is_known_by_its_key_in_the_next_run(tmp_path):
    first = kept(tmp_path)
    assert first.get(1, "a") is None
    assert first.keep(Score(1, "a", 2.5)) == Score(1, "a", 2.5)
    assert kept(tmp_path).get(1, "a") == Score(1, "a", 2.5)
    assert kept(tmp_path).get(1, "b") is None


def test_lines_that_are_no_scores_are_passed_over(tmp_path):
    lines = [
        '{"scene": 1}',
        '{"scene": 2, "model": "a", "colour": 3}',
        '{"scene": [1], "model": 2}',
    ]
    (tmp_path / "scores.jsonl").write_text(
        "\n".join([*lines, '{"scene": 3, "model": "a"}', '{"sc'])
    )
    scores = kept(tmp_path)
    assert [scores.get(n, "a") for n in (1, 2, 3)] == [None, None, Score(3, "a")]


def test_nothing_is_kept_without_a_folder():
    scores = kept(None)
    scores.keep(Score(1, "a"))
    assert scores.get(1, "a") is None
