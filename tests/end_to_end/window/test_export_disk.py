"""Exports onto a disk that is too small, fills up on the way, or may not be written."""

import subprocess
import sys

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest, MovieExport
from cass_core.delivery.remix import export_movie
from cass_core.delivery.stem_export import export
from cass_core.errors import OutputError
from cass_core.media.remux.movie_formats import MKV, MOV, MP4
from cass_core.media.sound.audio_reader import decode_audio
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.delivery import ArrayStems, facts

pytestmark = pytest.mark.media

SECONDS = 2.0  # 96 000 samples: 576 kB for each 24-bit file


@pytest.fixture
def small_disk(tmp_path):
    """A function that gives the folder a disk of so many kB, for reading only where told."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = False

    def mount(kilobytes, read_only=False):
        nonlocal mounted
        mode = "ro" if read_only else "rw"
        how = f"{'remount,' if mounted else ''}{mode},size={kilobytes}k"
        command = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("only root may mount a small disk")
        mounted = True
        return folder

    if sys.platform != "linux":
        pytest.skip("small disks are made on Linux only")
    yield mount
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def movie(tmp_path):
    sound = Sound(noise(SECONDS), codec="pcm_s24le")
    return write_movie(tmp_path / "a.mov", Picture(SECONDS), [sound], timecode="01:00:00:00")


def stems_of(movie):
    mixture = np.concatenate(list(decode_audio(movie)), axis=1)
    parts = np.stack([mixture * np.float32(share) for share in (0.5, 0.25, 0.25)])
    return ArrayStems(parts, mixture), facts(mixture.shape[1])


def stem_steps(movie, folder, kind):
    reader, info = stems_of(movie)
    span = SampleSpan(0, info.num_samples)
    tracks = ("DX", "FX", "MX", "MIX", "REMIX")
    return export(ExportRequest(tracks, span, Encoding(kind, 24), folder), reader, info)


def movie_steps(movie, folder, chosen):
    reader, info = stems_of(movie)
    return export_movie(MovieExport(movie, 0, folder / f"b{chosen.suffix}", chosen), reader, info)


EXPORTS = [
    *((stem_steps, kind) for kind in ("wav", "flac")),
    *((movie_steps, chosen) for chosen in (MOV, MKV, MP4)),
]


@pytest.mark.parametrize("kilobytes", [4, 40])
@pytest.mark.parametrize(("steps", "how"), EXPORTS)
def test_full_disk(movie, small_disk, steps, how, kilobytes):
    """Whether it is seen beforehand or on the way: one sentence, no file; with room it goes on."""
    disk = small_disk(kilobytes)
    with pytest.raises(OutputError) as raised:
        list(steps(movie, disk, how))
    assert "No space left" in str(raised.value) or "are free" in str(raised.value)
    assert not list(disk.iterdir())
    small_disk(8000)
    *_, last = steps(movie, disk, how)
    assert all(path.exists() for path in last.result.paths.values())


@pytest.mark.parametrize(("steps", "how"), EXPORTS)
def test_disk_that_is_seen_as_large_and_fills_up(movie, small_disk, monkeypatch, steps, how):
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: None)
    disk = small_disk(20)
    with pytest.raises(OutputError, match="No space left") as raised:
        list(steps(movie, disk, how))
    assert ".part" not in str(raised.value)
    assert not list(disk.iterdir())


@pytest.mark.parametrize(("steps", "how"), EXPORTS)
def test_folder_for_reading_only(movie, small_disk, steps, how):
    disk = small_disk(8000, read_only=True)
    with pytest.raises(OutputError) as raised:
        list(steps(movie, disk, how))
    assert str(raised.value).startswith(str(disk))
    assert "choose another folder" in str(raised.value)
