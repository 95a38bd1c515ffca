"""What lies between words goes, and words stay."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.opened_stems import edited_stems
from cass_core.repair.operations import Move
from cass_core.repair.region import Region
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.review import nobody_speaks
from cass_core.review.nobody_speaks import moments_without_speech
from cass_core.review.review import open_reviewer
from cass_core.stem_names import STEMS, Stem
from tests.helpers.corpus.cell_fakes import (
    RATE_HZ,
    ToneJudge,
    ToneTagger,
    tone,
    tone_stems,
    use_tones,
)
from tests.helpers.project.tiny_stems import written_set

SPAN = SampleSpan(RATE_HZ // 2, 6 * RATE_HZ - RATE_HZ // 2)


@pytest.fixture
def stems():
    """Speech every other second, and under it an effect that stayed in the dialogue."""
    stems = tone_stems(6)
    stems[0] += tone(Stem.FX, stems.shape[-1], 0.02)
    return stems


@pytest.fixture
def folder(tmp_path, stems, monkeypatch):
    use_tones(monkeypatch)
    monkeypatch.setattr(nobody_speaks, "load_cell_net", ToneJudge)
    monkeypatch.setattr(nobody_speaks, "load_tagger", ToneTagger)
    return written_set(tmp_path / "film.stems", stems, stems.sum(axis=0), chunk=RATE_HZ)


def level_db(sound):
    return 10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1e-12)


def test_only_what_lies_between_words_is_moved(folder, stems):
    silence = moments_without_speech([folder], SPAN)
    region = Region.box(SPAN).with_part(silence, "intersect")
    edits = EditList((Edit(Move(region, Stem.DX, Stem.FX)),))
    with edited_stems([folder], Sensitivity(), edits, {}) as edited:
        heard = np.stack([edited.read(stem, SampleSpan(0, 6 * RATE_HZ)) for stem in STEMS])
    assert np.abs((heard - stems).sum(axis=0)).max() < 1e-6
    for second, speaks in enumerate((True, False, True, False, True, False)):
        here = np.s_[:, round((second + 0.35) * RATE_HZ) : round((second + 0.43) * RATE_HZ)]
        if speaks:
            assert np.array_equal(heard[0][here], stems[0][here])
        else:
            assert level_db(heard[0][here]) < level_db(stems[0][here]) - 60


def test_what_a_review_has_judged_is_not_judged_again(folder, monkeypatch):
    fresh = moments_without_speech([folder], SPAN)
    with open_reviewer(folder) as (reviewer, _):
        list(reviewer.gather())
    monkeypatch.setattr(nobody_speaks, "load_cell_net", lambda: pytest.fail("judged again"))
    assert moments_without_speech([folder], SPAN) == fresh


def test_where_somebody_speaks_all_the_time_there_is_nothing(folder):
    second = SampleSpan(2 * RATE_HZ + RATE_HZ // 4, 2 * RATE_HZ + RATE_HZ // 2)
    assert moments_without_speech([folder], second) is None
