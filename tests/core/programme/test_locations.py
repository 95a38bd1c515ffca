from pathlib import Path

import pytest

from cass_core.programme.locations import project_folder, spool_path, stems_folder, takes_folder


@pytest.mark.parametrize("letter", ["x", "é", "シ", "🎬"])
def test_longest_names_stay_whole_letters_and_within_255_bytes(letter):
    movie = Path(letter * (251 // len(letter.encode())) + ".mov")
    folder = stems_folder(Path("out"), movie)
    assert folder.parent == Path("out")
    assert folder.suffix == ".stems"
    assert set(folder.stem) == {letter}
    assert 200 < len(folder.name.encode()) <= 255


def test_no_two_of_a_movies_folders_are_one():
    movie = Path("films/Szene 7.mov")
    project = project_folder(movie.parent, movie)
    folders = {project, takes_folder(project), stems_folder(movie.parent, movie)}
    assert folders == {
        Path("films/Szene 7 stems"),
        Path("films/Szene 7 stems/takes"),
        Path("films/Szene 7.mov.stems"),
    }


def test_decoded_sound_of_other_channels_is_another_file():
    paths = [spool_path(Path("a"), "ab" * 32, 0, channels) for channels in [(), (0,), (1, 2)]]
    assert len(set(paths)) == 3
