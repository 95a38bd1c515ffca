"""What is found beside a movie that is opened without a project."""

from dataclasses import replace

import pytest

from app.project.document import MediaReference, ProjectDocument
from app.project.project_file import load_document, save_document
from app.workflows.separation.take_adoption import takes_of
from cass_core.programme.locations import project_folder, stems_folder, takes_folder
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.programmes import programme
from tests.helpers.project.tiny_stems import append_rest, identity, sounds, written_set


@pytest.fixture
def opened(tmp_path):
    """A programme whose movie stands in the test's folder."""
    base = programme(length_s=1000 / 48_000)
    info = replace(base.info, path=tmp_path / "film.mov")
    movie = replace(base.movie, info=info, media_hash=identity().media_hash, modified_ns=7)
    return replace(base, movie=movie)


def test_stems_of_the_command_beside_the_movie_are_a_take(opened, tmp_path):
    movie = opened.info.path
    made = written_set(stems_folder(tmp_path, movie), *sounds(1000))
    (take,) = takes_of(opened, project_folder(tmp_path, movie))
    assert (take.folder, take.is_complete) == (made, True)


def test_a_project_with_a_take_of_any_seed_can_be_opened_again(opened, tmp_path):
    movie = opened.info.path
    stems, mixture = sounds(1000)
    made = identity(1000, seed=2**60)
    with StemSetWriter.create_or_resume(stems_folder(tmp_path, movie), made, resume=False) as file:
        append_rest(file, stems, mixture)
    takes = takes_of(opened, project_folder(tmp_path, movie))
    document = ProjectDocument(MediaReference(movie, "ab"), tmp_path, takes=takes)
    save_document(tmp_path / "a.cass", document)
    (again,) = load_document(tmp_path / "a.cass").takes
    assert again.choice.seed == 2**60


@pytest.mark.parametrize("settings", [{"steps": 250}, {"steps": "many"}, {"render": "masks"}])
def test_stems_with_impossible_settings_are_no_take(opened, tmp_path, settings):
    stems, mixture = sounds(1000)
    folder = stems_folder(tmp_path, opened.info.path)
    made = identity(1000, settings=settings)
    with StemSetWriter.create_or_resume(folder, made, resume=False) as writer:
        append_rest(writer, stems, mixture)
    assert takes_of(opened, project_folder(tmp_path, opened.info.path)) == ()


def test_the_windows_own_takes_come_behind_the_commands(opened, tmp_path):
    movie = opened.info.path
    folder = project_folder(tmp_path, movie)
    own = written_set(takes_folder(folder) / "take 001", *sounds(1000))
    made = written_set(stems_folder(tmp_path, movie), *sounds(1000))
    assert [take.folder for take in takes_of(opened, folder)] == [made, own]


def test_a_commands_run_that_is_not_whole_is_left_alone(opened, tmp_path):
    movie = opened.info.path
    stems, mixture = sounds(1000)
    folder = stems_folder(tmp_path, movie)
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        writer.append(0, stems[..., :400], mixture[:, :400])
    assert takes_of(opened, project_folder(tmp_path, movie)) == ()
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        append_rest(writer, stems, mixture)
    assert len(takes_of(opened, project_folder(tmp_path, movie))) == 1


@pytest.mark.parametrize(
    "other",
    [{"media_hash": "cd" * 32}, {"modified_ns": 6}, {"audio_stream": 1}, {"channels": (0, 1)}],
)
def test_stems_of_another_sound_are_no_take(opened, tmp_path, other):
    stems, mixture = sounds(1000)
    folder = stems_folder(tmp_path, opened.info.path)
    made = identity(1000, **other)
    with StemSetWriter.create_or_resume(folder, made, resume=False) as writer:
        append_rest(writer, stems, mixture)
    assert takes_of(opened, project_folder(tmp_path, opened.info.path)) == ()
