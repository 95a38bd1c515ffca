"""Full disks, read-only targets, targets that go away: one sentence, and nothing half-written."""

import shutil
import subprocess
import sys
from datetime import datetime

import pytest

from cass_core.delivery.presets.delivering import deliver
from cass_core.delivery.presets.delivery_parts import DeliveryOptions, delivery_parts
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.projects.delivery_source import open_source
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.errors import OutputError
from tests.helpers.project.tiny_stems import sounds, written_set

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="small disks are made on Linux")

PRESET = DeliveryPreset(
    key="all", label="All", tracks=("DX", "FX", "MX", "ME", "MIX"), target="r128",
    sessions=tuple(kind.key for kind in SESSION_FORMATS),
)  # fmt: skip
LENGTH = 40_000


@pytest.fixture(scope="module")
def stems(tmp_path_factory):
    return written_set(tmp_path_factory.mktemp("stems") / "film.stems", *sounds(LENGTH, level=0.1))


@pytest.fixture
def disk(tmp_path):
    """A function that mounts a disk of so many kB, or mounts it anew in another way."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = []

    def mount(how):
        options = f"{'remount,' if mounted else ''}{how}"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
            capture_output=True, check=False,
        )  # fmt: skip
        assert not (mounted and done.returncode), done.stderr
        if done.returncode:
            pytest.skip("only root may mount a small disk")
        mounted.append(how)
        return folder

    yield mount
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # errors still hold files


def steps_to(folder, stems):
    source = open_source(stems)
    options = DeliveryOptions(folder, overwrite=True)
    return deliver(delivery_parts(PRESET, source, options), source, datetime(2026, 1, 1))


def delivered(folder, stems):
    return [step.result for step in steps_to(folder, stems) if step.result][0]


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith(".lock")}


def test_disk_that_fills_up_at_any_file(disk, stems, tmp_path, monkeypatch):
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: None)
    whole = tmp_path / "whole"
    delivered(whole, stems)
    sizes = sum(path.stat().st_size for path in whole.iterdir())
    for share in (0.05, 0.35, 0.6, 0.85, 0.97):  # in sound, sessions with and without sound
        folder = disk(f"size={int(sizes * share / 1024)}k")
        with pytest.raises(OutputError) as refused:
            delivered(folder, stems)
        assert "No space left" in str(refused.value) or "do not read back" in str(refused.value)
        assert contents(folder) == {}, share
    # with room it is delivered, and a second try that finds none leaves the first one alone
    folder = disk(f"size={int(sizes * 3 / 1024)}k")
    delivered(folder, stems)
    before = contents(folder)
    disk(f"size={int(shutil.disk_usage(folder).used * 1.2 / 1024)}k")
    assert len(before) == len(list(whole.iterdir()))
    with pytest.raises(OutputError, match="No space left|do not read back"):
        delivered(folder, stems)
    assert contents(folder) == before


def test_read_only_target(disk, stems):
    folder = disk("size=4m")
    disk("ro")
    with pytest.raises(OutputError, match="may not be written|Read-only|cannot be"):
        delivered(folder, stems)
    assert contents(folder) == {}
    disk("rw")
    assert delivered(folder, stems).null_exact


@pytest.mark.parametrize("stage", ["measuring", "writing", "checking"])
def test_target_that_goes_away(tmp_path, stems, stage):
    folder = tmp_path / "out"
    steps = steps_to(folder, stems)
    while next(steps).stage != stage:
        pass
    shutil.rmtree(folder)
    with pytest.raises(OutputError) as refused:
        list(steps)
    assert str(folder) in str(refused.value)
    assert not folder.exists()
    assert delivered(folder, stems).null_exact
