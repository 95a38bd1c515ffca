from pathlib import Path

import pytest

from cass_core.separation.movie.files import wave_name


@pytest.mark.parametrize(
    ("movie", "name"),
    [
        ("Szene 7 – Straße.mov", "Szene 7 – Straße"),
        ("a:b?*.v2.mov", "a_b__.v2"),
        (".mov", ".mov"),
        ("no ending", "no ending"),
    ],
)
def test_name_of_the_waves(movie, name):
    assert wave_name(Path(movie)) == name


@pytest.mark.parametrize("letter", ["x", "é", "シ", "🎬"])
def test_longest_names_stay_whole_letters_and_within_255_bytes(letter):
    movie = Path(letter * (251 // len(letter.encode())) + ".mov")
    name = wave_name(movie)
    assert set(name) == {letter}
    assert 200 < len(name.encode()) <= 225
