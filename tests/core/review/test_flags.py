"""The order of flags, and what becomes of those that overlap."""

import pytest

from cass_core.clips import SampleSpan
from cass_core.review.flag import Flag, Kind, most_urgent_first, plain_kind
from cass_core.review.joining import joined
from cass_core.stem_names import STEMS, Stem


def flag(start, stop, kind=Kind.SPEECH_IN_FX, score=0.8, level_db=-30.0, measure="cells", **values):
    stems = values.pop("stems", (Stem.FX, Stem.DX))
    return Flag(*stems, SampleSpan(start, stop), 100.0, 4_000.0, kind, score, level_db, (measure,))


def test_what_an_me_would_say_comes_first():
    swap = flag(0, 10, plain_kind(Stem.MX, Stem.FX), 0.9, -20.0, stems=(Stem.MX, Stem.FX))
    quiet = flag(20, 30, level_db=-65.0)
    loud = flag(40, 50, score=0.6)
    missing = flag(60, 70, plain_kind(Stem.DX, Stem.MX), 0.8, stems=(Stem.DX, Stem.MX))
    assert most_urgent_first([swap, quiet, loud, missing]) == [loud, missing, swap, quiet]
    assert all(0 < one.urgency <= 1 for one in (swap, quiet, loud, missing))


def test_every_pair_of_stems_has_a_kind_with_a_sentence():
    kinds = {plain_kind(stem, other) for stem in STEMS for other in STEMS if other is not stem}
    assert len(kinds) == 6
    assert all(kind.explained.endswith(".") for kind in Kind)


@pytest.mark.parametrize(("gap", "count"), [(-5, 1), (3, 1), (4, 2)])
def test_flags_of_one_place_become_one(gap, count):
    one, other = flag(0, 20, score=0.5), flag(20 + gap, 40, score=0.7, measure="words")
    found = joined([other, one], touching=3)
    assert len(found) == count
    assert found[0].span.start == 0
    assert found[-1].span.stop == 40
    if count == 1:
        assert found[0].score == 0.7
        assert found[0].measures == ("cells", "words")


def test_a_special_kind_counts_where_it_covers_the_place():
    place = {"stems": (Stem.DX, Stem.MX)}
    plain = flag(0, 100, Kind.MUSIC_IN_DX, **place)
    assert joined([plain, flag(10, 90, Kind.GHOST, **place)], 0)[0].kind is Kind.GHOST
    assert joined([plain, flag(10, 30, Kind.GHOST, **place)], 0)[0].kind is Kind.MUSIC_IN_DX
    assert len(joined([plain, flag(0, 100)], 0)) == 2
