"""From stems on disk to flags, a page, a table, and sounds that are moved back."""

import csv
import json
import re

import numpy as np
import pytest

from cass_core.checked.json_table import JsonTable
from cass_core.clips import SampleSpan
from cass_core.repair.edited_stems import EditedStems
from cass_core.review.evidence import row_store
from cass_core.review.flag import Flag, Kind
from cass_core.review.review import open_reviewer
from cass_core.review.suggestion import suggested_edits
from cass_core.stem_names import STEMS, Stem
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.cell_fakes import RATE_HZ, swapped, tone_stems, use_tones
from tests.helpers.project.tiny_stems import written_set

SPEECH_IN_FX = SampleSpan(4 * RATE_HZ, 4 * RATE_HZ + RATE_HZ // 2)
MUSIC_IN_DX = SampleSpan(7 * RATE_HZ + RATE_HZ // 4, 7 * RATE_HZ + 3 * RATE_HZ // 4)


@pytest.fixture(scope="module")
def right():
    return tone_stems(10)


@pytest.fixture(scope="module")
def wrong(right):
    planted = swapped(right, Stem.DX, Stem.FX, SPEECH_IN_FX)
    return swapped(planted, Stem.MX, Stem.DX, MUSIC_IN_DX)


@pytest.fixture
def folder(tmp_path, wrong, monkeypatch):
    use_tones(monkeypatch)
    return written_set(tmp_path / "film.stems", wrong, wrong.sum(axis=0), chunk=RATE_HZ)


def near(span, wanted):
    slack = 0.07 * RATE_HZ
    return abs(span.start - wanted.start) < slack and abs(span.stop - wanted.stop) < slack


def test_planted_sounds_are_flagged_and_moved_back(folder, right, wrong):
    with open_reviewer(folder) as (reviewer, _):
        assert list(reviewer.gather())[-1] == 1
        flags = reviewer.flags()
        edited = EditedStems(reviewer.stems, suggested_edits(reviewer.cells, RATE_HZ, flags))
        mended = np.stack([edited.read(stem, SampleSpan(0, wrong.shape[-1])) for stem in STEMS])
        ratios = reviewer.misplaced_ratios(10)
    assert [(flag.stem, flag.belongs) for flag in flags] == [
        (Stem.FX, Stem.DX), (Stem.DX, Stem.MX),
    ]  # fmt: skip
    assert flags[0].kind is Kind.SPEECH_IN_FX
    assert near(flags[0].span, SPEECH_IN_FX)
    assert flags[0].low_hz < 500 < flags[0].high_hz < 2_000
    assert flags[1].kind is Kind.GHOST  # nobody speaks in the eighth second
    assert near(flags[1].span, MUSIC_IN_DX)
    assert flags[0].level_db == pytest.approx(-22.5, abs=1)  # the mean of both channels
    assert np.abs(mended.sum(axis=0) - wrong.sum(axis=0)).max() < 1e-6
    error = np.mean((mended - right) ** 2), np.mean((wrong - right) ** 2)
    assert error[0] < error[1] / 30
    assert np.argmax(ratios[STEMS.index(Stem.FX)]) == 4


def test_blocks_are_judged_as_the_whole_is_and_a_stopped_review_goes_on(folder, monkeypatch):
    with open_reviewer(folder) as (reviewer, _):
        assert len(list(reviewer.gather())) == 1
        whole = reviewer.flags()
    monkeypatch.setattr(row_store, "BLOCK_FRAMES", 206)  # a border within each planted sound
    for kept in (folder / "review").glob("*.bin"):
        kept.unlink()
    with open_reviewer(folder) as (reviewer, _):
        first = next(reviewer.gather())
        assert 0.3 < first < 0.5
    with (folder / "review" / "cells.bin").open("ab") as file:
        file.write(b"cut off")
    with open_reviewer(folder) as (reviewer, _):
        assert len(list(reviewer.gather())) == 2  # the first block is kept
        again = reviewer.flags()
    assert [flag.key for flag in again] == [flag.key for flag in whole]
    assert [flag.kind for flag in again] == [flag.kind for flag in whole]


def test_other_stems_in_the_folder_are_judged_anew(folder, right):
    with open_reviewer(folder) as (reviewer, _):
        list(reviewer.gather())
    facts = folder / "review" / "cells.json"
    facts.write_text(json.dumps({"fingerprint": "of others"}))
    with open_reviewer(folder) as (reviewer, _):
        assert len(list(reviewer.gather())) == 1


def test_the_command_writes_page_and_table(folder, tmp_path, capfd):
    page, table = tmp_path / "report.html", tmp_path / "places.csv"
    done = run_cass(capfd, "review", folder.parent, "--report", page, "--csv", table)
    assert done.code == 0, done.err
    assert re.search(r"01:00:0(3:2\d|4:0\d)  ", done.out)
    assert "2 places" in done.out
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["kind"] for row in rows] == ["speech in FX", "ghost in DX"]
    assert rows[0]["from"].startswith("01:00:0")
    text = page.read_text(encoding="utf-8")
    assert text.count('<section class="place"') == 2
    assert text.count("data:image/png;base64,") == 2
    assert text.count("data:audio/mpeg;base64,") == 6
    assert not re.search(r'(?:src|href)="(?!data:)', text)  # nothing lies beside it
    flags = json.loads(run_cass(capfd, "review", folder, "--json").out)
    assert [Flag.from_json(JsonTable(flag, "")).to_json() for flag in flags] == flags


def test_what_cannot_be_reviewed_is_refused(folder, tmp_path, capfd):
    refused = run_cass(capfd, "review", tmp_path / "nothing")
    assert refused.code == 2
    assert len(refused.refusals) == 1
    outside = run_cass(capfd, "review", folder, "--csv", tmp_path / "no" / "folder.csv")
    assert outside.code == 2
    assert "choose another file" in outside.err
    assert run_cass(capfd, "review", folder, "--threshold", "2").code == 2
