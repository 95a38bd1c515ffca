"""Names of folders and files that are no text, as old disks and cards have them."""

import os

import pytest

from tests.helpers.command_line import run_cass
from tests.helpers.media.movies import Sound, noise, write_movie


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("file_type", ["wav", "flac"])
def test_names_that_are_no_text_are_names(capfd, tmp_path, model, file_type):
    folder = tmp_path / os.fsdecode(b"in\xe9")
    folder.mkdir()
    movie = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.5))])
    movie = movie.rename(folder / os.fsdecode(b"caf\xe9.wav"))
    out = tmp_path / os.fsdecode(b"out\xff")
    for more in ((), ("--resume", "--overwrite")):
        outcome = run_cass(
            capfd, "separate", movie, "-o", out, "--model", model, "--format", file_type, *more
        )
        assert (outcome.code, outcome.refusals) == (0, [])
    assert len(list(out.glob(f"*.{file_type}"))) == 4
