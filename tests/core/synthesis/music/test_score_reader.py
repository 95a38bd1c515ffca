"""Notes of scores: chords, voices, ties, transposing parts, packed files."""

import pytest

from cass_core.errors import MediaError
from cass_core.synthesis.music.score_collection import split_of
from cass_core.synthesis.music.score_reader import Note, read_score
from tests.helpers.corpus.scores import note, score_text, write_score

TIE_START, TIE_STOP = '<tie type="start"/>', '<tie type="stop"/>'


def read(tmp_path, *parts):
    return read_score(write_score(tmp_path / "score.xml", score_text(*parts)))


def test_chords_sound_together_and_a_second_voice_begins_anew(tmp_path):
    backup = "<backup><duration>4</duration></backup>"
    measure = note("C", 4, 4) + note("E", 4, 4, "<chord/>") + backup + note("G", 3, 2)
    assert read(tmp_path, [measure]) == (
        Note(0, 0.0, 1.0, 55), Note(0, 0.0, 2.0, 60), Note(0, 0.0, 2.0, 64),
    )  # fmt: skip


def test_tied_notes_are_one_and_repeated_ones_two(tmp_path):
    tied = [note("A", 4, 4, TIE_START), note("A", 4, 2, TIE_STOP) + note("A", 4, 2)]
    assert read(tmp_path, tied) == (Note(0, 0.0, 3.0, 69), Note(0, 3.0, 1.0, 69))


def test_rests_and_grace_notes_and_transposition(tmp_path):
    rest = "<note><rest/><duration>2</duration></note>"
    horn = "<attributes><transpose><chromatic>-7</chromatic></transpose></attributes>"
    grace = f"<note><grace/>{note('C', 4, 2)}</note>"
    found = read(tmp_path, [horn + rest + grace + note("C", 4, 2, alter=1)])
    assert found == (Note(0, 1.0, 1.0, 54),)


def test_packed_scores_are_the_same(tmp_path):
    plain, packed = (write_score(tmp_path / name) for name in ("a.musicxml", "a.mxl"))
    assert read_score(plain) == read_score(packed)
    assert len(read_score(plain)) == 16


@pytest.mark.parametrize("content", ["no xml", "<score-partwise><part>", ""])
def test_what_is_no_score_is_said(content, tmp_path):
    path = tmp_path / "bad.xml"
    path.write_text(content)
    with pytest.raises(MediaError, match="leave it out"):
        read_score(path)


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("mozart/k155/movement1.mxl", "train"), ("haydn/opus74no1/movement4.mxl", "test"),
        ("schumann_clara/polonaise_op1n1.mxl", "valid"), ("bach/bwv395.mxl", "test"),
        ("leadSheet/berlinAlexandrasRagtime.mxl", None), ("bach/bwv1.6.krn", None),
    ],
)  # fmt: skip
def test_works_are_in_one_split(name, split):
    assert split_of(name) == split
