"""A disk that fills up stops the run with a sentence; with more room it goes on."""

import subprocess
import sys

import pytest

from cass_core.isolation.isolated import end_idle
from tests.helpers.command_line import null_steps, run_cass
from tests.helpers.media.bad_files import good_movie

pytestmark = pytest.mark.media

# 0.4 s of stereo: 154 kB decoded, 615 kB of working stems, 461 kB of WAVs
PHASES = {"decoding": 100, "room for the stems": 500, "writing the files": 900}


@pytest.fixture
def small_disk(tmp_path):
    """A function that gives the folder a disk of so many kB; a second call changes its size."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = False

    def size(kilobytes):
        nonlocal mounted
        how = f"{'remount,' if mounted else ''}size={kilobytes}k"
        command = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            pytest.skip("only root may mount a small disk")
        mounted = True
        return folder

    if sys.platform != "linux":
        pytest.skip("small disks are made on Linux only")
    yield size
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("is_known", [True, False])
def test_full_disk(capfd, tmp_path, model, small_disk, monkeypatch, phase, is_known):
    movie = good_movie(tmp_path)
    disk = small_disk(PHASES[phase])
    if not is_known:  # somebody else fills the disk while the run is at work
        monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: None)
    command = ("separate", movie, "-o", disk, "--model", model, "--device", "cpu", "--no-picture")
    done = run_cass(capfd, *command)
    assert done.code == 2, done.err
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"cass: {disk}") or done.err.startswith("cass: The stems in")
    assert "No space left" in done.err or "no space left" in done.err or "are free" in done.err
    assert not list(disk.glob("*.wav"))
    assert not list(disk.rglob("*.part"))
    assert not is_known or not list(disk.iterdir())
    small_disk(4000)
    done = run_cass(capfd, *command, "--resume")
    assert done.code == 0, done.err
    assert null_steps(disk, "good") == 0


def test_full_disk_of_the_picture_cache(capfd, tmp_path, model, small_disk, monkeypatch):
    monkeypatch.setenv("CASS_CACHE", str(small_disk(4)))
    movie = good_movie(tmp_path, seconds=2.0)
    out = tmp_path / "stems"
    done = run_cass(capfd, "separate", movie, "-o", out, "--model", model, "--device", "cpu")
    assert "Traceback" not in done.err
    assert done.code == 2
    assert "The picture's features cannot be written to" in done.err


def test_file_that_may_not_grow(capfd, tmp_path, model):
    resource = pytest.importorskip("resource")
    movie = good_movie(tmp_path)
    end_idle()  # a child that runs already would not have the limit
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, former[1]))
    try:
        out = tmp_path / "stems"
        done = run_cass(capfd, "separate", movie, "-o", out, "--model", model, "--device", "cpu")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        end_idle()  # nor may one with the limit serve the next test
    assert done.code == 2
    assert "cannot be written (file too large)" in done.err
    assert not list(out.rglob("*.wav*"))
