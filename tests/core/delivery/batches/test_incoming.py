"""Which files a batch takes, when, and which folder each gets."""

import os

import pytest

from cass_core.delivery.batches.incoming import Arrivals, named_movies
from cass_core.delivery.batches.job_folders import JobFolders
from cass_core.delivery.batches.job_note import JobNote, note_path, write_note
from cass_core.errors import CassError


@pytest.fixture
def clock():
    now = [0.0]

    def read():
        return now[0]

    read.forward = lambda seconds: now.__setitem__(0, now[0] + seconds)
    return read


def test_a_file_has_arrived_once_it_does_not_grow(tmp_path, clock):
    arrivals = Arrivals(tmp_path, 10.0, clock)
    film, note = tmp_path / "film.MOV", tmp_path / "film.txt"
    for path in (film, note, tmp_path / ".film.mov.part.mov"):
        path.write_bytes(b"x")
    (tmp_path / "empty.wav").touch()
    (tmp_path / "sub.mov").mkdir()
    assert arrivals.ready() == []
    clock.forward(9)
    assert arrivals.ready() == []
    film.write_bytes(b"xx")  # it grows, whatever time the copying program gives it
    os.utime(film, (0, 0))
    clock.forward(9)
    assert arrivals.ready() == []
    clock.forward(10)
    assert arrivals.ready() == [film]
    assert arrivals.ready() == []  # once
    film.write_bytes(b"another film")
    assert arrivals.ready() == []
    clock.forward(10)
    assert arrivals.ready() == [film]
    film.unlink()
    tmp_path.rename(tmp_path.with_name("away"))
    assert arrivals.ready() == []  # a network folder that is away comes back


def test_a_watched_folder_must_be_there(tmp_path):
    with pytest.raises(CassError, match=r"missing cannot be read"):
        Arrivals(tmp_path / "missing", 1.0)


def test_folders_and_patterns_stand_for_their_movies(tmp_path):
    for name in ("b.mov", "a.wav", "list.csv"):
        (tmp_path / name).write_bytes(b"x")
    a, b, gone = tmp_path / "a.wav", tmp_path / "b.mov", tmp_path / "gone.mov"
    assert named_movies([b, tmp_path, gone]) == [b, a, gone]
    assert named_movies([tmp_path / "*.mov"]) == [b]
    assert named_movies([tmp_path / "*.mxf"]) == [tmp_path / "*.mxf"]


def test_movies_of_one_name_have_folders_of_their_own(tmp_path):
    out = tmp_path / "out"
    movies = [tmp_path / name for name in ("R1/mix.mov", "R1/mix.wav", "R2/mix.mov", "R3/Mix.mov")]
    names = ["mix", "mix.wav", "mix.mov", "R3_Mix.mov"]

    def folders(paths):
        given = JobFolders(out)
        return [given.folder_of(path, f"hash of {path}").name for path in paths]

    assert folders(movies) == names
    for path, name in zip(movies, names, strict=True):
        note = JobNote(str(path), f"hash of {path}", "order")
        write_note(note_path(out / name, "stems"), note)
    # whatever is left out the next time, each finds its own again, also where it was moved
    assert folders(movies[2:]) == names[2:]
    moved = JobFolders(out).folder_of(tmp_path / "R9" / "mix.mov", f"hash of {movies[0]}")
    assert moved == out / "mix"
