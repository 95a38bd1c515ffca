"""Means over scenes, groups and the newest model; the table of the terminal."""

import pytest

from cass_core.evaluation.scoring.score_table import score_table
from cass_core.evaluation.scoring.summary import by_group, common_scenes, newest, summarise
from cass_core.stem_names import Stem
from tests.helpers.corpus.evaluation_fakes import scene_rows, score_row

ROWS = [
    *scene_rows(0, "audio, 2 steps", (2, 4, 6), steps=2),
    *scene_rows(0, "mixture", (0, 0, 0), steps=0, processor_s=0.0),
    *scene_rows(0, "audio, 1 step", (3, 3, 3)),
    *scene_rows(1, "audio, 2 steps", (4, 6, 8), steps=2, processor_s=0.6),
]


def test_conditions_in_order_with_their_means():
    mixture, one, two = summarise(ROWS)
    assert [s.name for s in (mixture, one, two)] == ["mixture", "audio, 1 step", "audio, 2 steps"]
    assert two.mean("si_sdri", Stem.FX) == 5
    assert two.over_stems("si_sdri") == 5
    assert (one.num_scenes, two.num_scenes) == (1, 2)
    assert two.processor_share == pytest.approx(0.04)
    assert two.mean("pesq", Stem.DX) is None
    (part,) = summarise([score_row(stem=Stem.DX)])
    assert part.over_stems("si_sdri") is None


def test_only_scenes_that_all_conditions_have():
    shared = common_scenes(ROWS)
    assert len(shared) == 9
    assert {row.scene for row in shared} == {0}
    assert common_scenes([]) == []


def test_groups_by_size():
    rows = [
        *(score_row(n, group="Dutch", gain=n) for n in range(3)),
        score_row(3, group="Polish", gain=9.0),
        score_row(4, group=""),
        score_row(5, Stem.FX, group="water"),
    ]
    assert by_group(rows, Stem.DX, "si_sdri") == {"Dutch": (1.0, 3), "Polish": (9.0, 1)}
    assert list(by_group(rows, Stem.DX, "si_sdri", 2)) == ["Dutch"]


def test_rows_of_an_older_model_are_left_out():
    old, new = score_row(model="old"), score_row(model="new")
    mixture = score_row(steps=0, condition="mixture")
    peer = score_row(steps=0, condition="peer", model="peer")
    assert newest([old, mixture, peer, new]) == [mixture, peer, new]


def test_the_table_of_the_terminal():
    rows = [*ROWS, score_row(7, Stem.DX, "enhancer", 1.5, steps=0)]
    rows += [score_row(0, condition="mixture", steps=0, values={"pesq": 1.25, "sdr": -1.0})]
    lines = score_table(summarise(rows)).splitlines()
    assert lines[0].split() == ["condition", "scenes", "DX", "FX", "MX", "mean"]
    by_name = {line[:14].strip(): line.split()[-4:] for line in lines[1:]}
    assert by_name["audio, 2 steps"] == ["3.00", "5.00", "7.00", "5.00"]
    assert by_name["enhancer"] == ["1.50", "-", "-", "-"]
    assert "  PESQ of DX: 1.25" in lines
