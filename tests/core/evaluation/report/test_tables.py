"""Tables hold the means that were measured, and nothing where there are none."""

from dataclasses import replace

from cass_core.evaluation.report.tables import (
    cost_table,
    detail_table,
    distribution_table,
    group_table,
    main_table,
    talking_tables,
)
from cass_core.evaluation.scoring.distribution_rows import DistributionRow
from cass_core.evaluation.scoring.summary import summarise
from cass_core.evaluation.talking.scoring import FACES, TalkingRow
from cass_core.stem_names import Stem
from tests.helpers.corpus.evaluation_fakes import scene_rows, score_row


def cells(text):
    return [[c.strip() for c in line.split("|")[1:-1]] for line in text.splitlines() if "|" in line]


def test_main_table():
    rows = [*scene_rows(0, "audio, 1 step", (2, 4, 6)), score_row(0, Stem.DX, "peer", 1.0, steps=0)]
    table = cells(main_table(summarise(rows), 200, 10.0))
    assert ["audio, 1 step", "1", "2.00", "4.00", "6.00", "4.00"] in table
    assert ["peer", "1", "1.00", "", "", ""] in table


def test_detail_table():
    assert detail_table(summarise(scene_rows(0, "audio, 1 step", (2, 4, 6)))) == ""
    values = {"sdr": 1.0, "sir": 2.0, "sar": 3.0, "pesq": 1.234, "consistency_error": -150.0}
    table = cells(detail_table(summarise([score_row(values=values)])))
    assert table[-1] == [
        "audio, 1 step", "1", "1.0 / – / –", "2.0 / – / –", "3.0 / – / –", "", "1.23", "-150.0"
    ]  # fmt: skip


def test_details_measured_on_fewer_mixtures_say_so():
    rows = [score_row(n, values={"pesq": 1.0} | ({"sdr": 1.0} if n else {})) for n in range(3)]
    assert cells(detail_table(summarise(rows)))[-1][1] == "2–3"


def test_distributions_of_different_ears_stay_apart():
    row = DistributionRow(
        "s", 2, "audio, 1 step", "", 1, "audio", Stem.DX, "cass", "Cass tagger", 1.0, 2.0, None
    )
    rows = [row, replace(row, stem=Stem.FX, fad=4.0), replace(row, label="VGGish and PANNs")]
    text = distribution_table(rows)
    assert "FAD (Cass tagger)" in text
    assert "FAD (VGGish and PANNs)" in text
    table = cells(text)
    assert ["audio, 1 step", "2", "1.00 / 4.00 / –", "2.00 / 2.00 / –", "– / – / –"] in table
    assert distribution_table([]) == ""


def test_small_groups_are_left_out():
    rows = [score_row(n, group="Dutch", gain=n) for n in range(3)]
    rows += [score_row(9, group="Polish")]
    (summary,) = summarise(rows)
    table = cells(group_table(rows, summary, Stem.DX))
    assert table[2:] == [["Dutch", "3", "1.00"]]
    assert group_table(rows, summary, Stem.FX) == ""


def test_talking_faces_of_the_newest_model():
    rows = [
        TalkingRow("a.mp4", 0, "0", face, model, steps, 0.5, 1.0, gain)
        for model in ("old", "new")
        for steps in (1, 2)
        for gain, face in enumerate(FACES)
    ]
    text = talking_tables(rows)
    assert text.count("| a.mp4 |") == 2
    assert ["a.mp4", "50%", "0.00", "1.00", "2.00", "3.00"] in cells(text)
    assert "of which one is seen" not in text
    both = talking_tables([*rows, replace(rows[-1], voices=2, si_sdri=7.0)])
    assert ["a.mp4", "50%", "", "", "", "7.00"] in cells(both.split("of which one is seen")[1])
    assert talking_tables([]) == ""


def test_cost():
    table = cells(cost_table(summarise([score_row()]), 1_250_000, {"audio_hours": 3}))
    assert ["parameters", "1.25 million"] in table
    assert ["mixtures heard in training", "3.0 h"] in table
    assert ["audio, 1 step", "0.0200"] in table
    assert not any("steps" in row[0] for row in cells(cost_table([], 1, {})))
