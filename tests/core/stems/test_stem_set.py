"""Sets of stems on disk: written, killed, resumed."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import OutputError, StemSetError
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.fallbacks import Fallback, MemoryLevel
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.tiny_stems import append_rest, identity, sounds, written_set

TRACKS = ("mixture.wav", "DX.wav", "FX.wav", "MX.wav")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Straße 映画.mov.stems"


def test_what_was_written_reads_back(folder):
    stems, mixture = sounds(1000)
    stem_set = StemSet.open(written_set(folder, stems, mixture))
    assert stem_set.manifest.state == "complete"
    assert stem_set.manifest.num_chunks == 3
    assert stem_set.manifest.identity == identity(1000)
    whole = SampleSpan(0, 1000)
    np.testing.assert_array_equal(stem_set.read_mixture(whole), mixture)
    for stem, expected in zip(STEMS, stems, strict=True):
        np.testing.assert_array_equal(stem_set.read(stem, whole), expected)
        assert stem_set.source(stem).layout == "stereo"


def test_null_and_peaks_are_those_of_the_files(folder):
    stems, mixture = sounds(1000)
    mixture[1, 700] += 1e-3
    manifest = StemSet.open(written_set(folder, stems, mixture)).manifest
    error = np.abs(mixture - stems.sum(axis=0, dtype=np.float64)).max()
    assert manifest.measure.null_error == error
    assert manifest.null_depth_db == pytest.approx(20 * np.log10(error))
    assert manifest.measure.mixture_peak == np.abs(mixture).max()
    assert manifest.measure.stem_peaks == tuple(np.abs(stem).max() for stem in stems)


def test_exact_sum_is_shown_as_minus_200(folder):
    stems = np.zeros((3, 2, 500), np.float32)
    stems[1] = 0.5
    assert StemSet.open(written_set(folder, stems, stems[1])).null_depth_db == -200.0


def test_span_keeps_the_programmes_axis(folder):
    stems, mixture = sounds(300)
    own = identity(1000, span=SampleSpan(500, 800))
    with StemSetWriter.create_or_resume(folder, own, resume=False) as writer:
        assert writer.position == 500
        writer.append(500, stems, mixture)
    stem_set = StemSet.open(folder)
    assert stem_set.manifest.state == "complete"
    np.testing.assert_array_equal(
        stem_set.read(Stem.FX, SampleSpan(600, 700)), stems[1, :, 100:200]
    )
    around = stem_set.read(Stem.FX, SampleSpan(490, 810))
    assert not around[:, :10].any()
    assert not around[:, -10:].any()


def test_programme_without_samples_is_complete(folder):
    with StemSetWriter.create_or_resume(folder, identity(0), resume=False):
        pass
    stem_set = StemSet.open(folder)
    assert stem_set.manifest.state == "complete"
    assert stem_set.read(Stem.DX, SampleSpan(0, 0)).shape == (2, 0)
    with StemSetWriter.create_or_resume(folder, identity(0), resume=True) as writer:
        assert writer.position == 0


def test_resumed_run_equals_an_unbroken_one(folder, tmp_path):
    stems, mixture = sounds(1000)
    mixture[0, 10] += 1e-3  # the worst sample lies before the break
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        writer.append(0, stems[..., :300], mixture[:, :300])
        writer.add_warning("No face was found, so the picture was not used.")
        writer.add_warning("No face was found, so the picture was not used.")
    assert StemSet.open(folder).manifest.state == "running"
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        assert writer.position == 300
        append_rest(writer, stems, mixture, 350)
    other = written_set(tmp_path / "unbroken", stems, mixture)
    for name in TRACKS:
        assert (folder / name).read_bytes() == (other / name).read_bytes()
    resumed, unbroken = load_manifest(folder), load_manifest(other)
    assert resumed.measure == unbroken.measure
    assert resumed.warnings == ("No face was found, so the picture was not used.",)


def test_complete_set_resumes_with_nothing_to_do(folder):
    stems, mixture = sounds(1000)
    written_set(folder, stems, mixture)
    before = {name: (folder / name).read_bytes() for name in TRACKS}
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        assert writer.position == 1000
    assert before == {name: (folder / name).read_bytes() for name in TRACKS}


def test_starting_over_replaces_a_former_set(folder):
    stems, mixture = sounds(1000)
    written_set(folder, stems, mixture)
    with StemSetWriter.create_or_resume(folder, identity(600, seed=8), resume=False) as writer:
        assert writer.position == 0
    assert not StemSet.open(folder).read(Stem.DX, SampleSpan(0, 1000)).any()


def test_moved_movie_is_the_same_movie(folder):
    with StemSetWriter.create_or_resume(folder, identity(), resume=True):
        pass
    moved = identity(media_name="neu.mov", media_path="/anderswo/neu.mov")
    with StemSetWriter.create_or_resume(folder, moved, resume=True) as writer:
        assert writer.manifest.identity == moved
    assert load_manifest(folder).identity == moved


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"media_hash": "ff" * 32},
            "the movie's content (abababababab… before, ffffffffffff… now)",
        ),
        ({"model_sha256": "00" * 32}, "the model's weights"),
        ({"seed": 8}, "the seed (7 before, 8 now)"),
        ({"device_kind": "cuda"}, "the kind of device (cpu before, cuda now)"),
        ({"audio_stream": 1}, "the audio stream"),
        ({"layout": "5.1", "num_channels": 6}, "the channel layout (stereo before, 5.1 now) and"),
        ({"span": SampleSpan(0, 900)}, "the separated span (0 to 1000 before, 0 to 900 now)"),
        ({"start_timecode": None}, "the start timecode (01:00:00:00 before, none now)"),
        ({"settings": {"steps": 8, "render": "faithful"}}, 'the setting "steps" (4 before, 8 now)'),
    ],
)
def test_other_identity_refuses_to_resume(folder, change, words):
    with StemSetWriter.create_or_resume(folder, identity(), resume=False):
        pass
    with pytest.raises(StemSetError) as caught:
        StemSetWriter.create_or_resume(folder, replace(identity(), **change), resume=True)
    assert words in str(caught.value)
    assert str(folder) in str(caught.value)


@pytest.mark.parametrize("name", TRACKS)
def test_somebody_elses_files_are_left_alone(folder, name):
    folder.mkdir()
    (folder / name).write_bytes(b"mine")
    with pytest.raises(StemSetError, match="not written by Cass Studio"):
        StemSetWriter.create_or_resume(folder, identity(), resume=False)
    assert (folder / name).read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("start", "stem_shape", "mixture_shape"),
    [
        (1, (3, 2, 100), (2, 100)),
        (0, (2, 2, 100), (2, 100)),
        (0, (3, 2, 100), (2, 99)),
        (0, (3, 1, 100), (1, 100)),
        (0, (3, 2, 1001), (2, 1001)),
    ],
)
def test_chunk_that_does_not_fit_is_refused(folder, start, stem_shape, mixture_shape):
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        with pytest.raises(StemSetError):
            writer.append(
                start, np.zeros(stem_shape, np.float32), np.zeros(mixture_shape, np.float32)
            )
        assert writer.position == 0


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_broken_numbers_never_reach_the_disk(folder, value):
    stems, mixture = sounds(1000)
    stems[2, 1, 5] = value
    writer = StemSetWriter.create_or_resume(folder, identity(1000), resume=False)
    with writer, pytest.raises(StemSetError, match="not numbers"):
        writer.append(0, stems, mixture)
    assert load_manifest(folder).position == 0


_KILLED_RUN = """
import sys
from pathlib import Path
from tests.helpers.project.tiny_stems import append_rest, identity, sounds
from cass_core.stems.stem_writer import StemSetWriter
stems, mixture = sounds(40_000)
writer = StemSetWriter.create_or_resume(Path(sys.argv[1]), identity(40_000), resume=True)
print("ready", flush=True)
append_rest(writer, stems, mixture, 100)
"""


def test_killed_run_resumes_bit_identical(folder, tmp_path):
    stems, mixture = sounds(40_000)
    positions = []
    for _ in range(4):
        _killed_while_appending(folder, positions[-1] if positions else 0)
        manifest = StemSet.open(folder).manifest
        done = manifest.position
        positions.append(done)
        for stem, expected in zip(STEMS, stems, strict=True):
            on_disk = StemSet.open(folder).read(stem, SampleSpan(0, done))
            np.testing.assert_array_equal(on_disk, expected[:, :done])
        expected_error = mixture[:, :done] - stems[..., :done].sum(axis=0, dtype=np.float64)
        assert manifest.measure.null_error == np.abs(expected_error).max(initial=0.0)
    assert positions == sorted(positions)
    assert 0 < positions[0] < 40_000
    with StemSetWriter.create_or_resume(folder, identity(40_000), resume=True) as writer:
        append_rest(writer, stems, mixture, 10_000)
    other = written_set(tmp_path / "unbroken", stems, mixture, 10_000)
    for name in TRACKS:
        assert (folder / name).read_bytes() == (other / name).read_bytes()
    assert load_manifest(folder).measure == load_manifest(other).measure


def _killed_while_appending(folder, before):
    """Run a writer in another process and end it with SIGKILL once it has gone on a little."""
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", _KILLED_RUN, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout.readline() == b"ready\n"
        while process.poll() is None and load_manifest(folder).position < before + 500:
            pass
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("failing", ["data", "manifest"])
def test_full_disk_keeps_what_was_written(folder, monkeypatch, failing):
    stems, mixture = sounds(1000)
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        writer.append(0, stems[..., :400], mixture[:, :400])
        with monkeypatch.context() as patch:
            _fail(patch, failing)
            with pytest.raises(OutputError, match="No space left|no space left"):
                writer.append(400, stems[..., 400:], mixture[:, 400:])
        assert writer.position == 400
    assert load_manifest(folder).position == 400
    assert not list(folder.glob(".*"))
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        append_rest(writer, stems, mixture)
    np.testing.assert_array_equal(StemSet.open(folder).read(Stem.MX, SampleSpan(0, 1000)), stems[2])


def _fail(patch, failing):
    """Make the disk full for the tracks or for the manifest."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if failing == "manifest":
        patch.setattr(os, "replace", full)
    else:
        patch.setattr(os, "fsync", full)


def test_no_room_is_said_before_the_work(folder, monkeypatch):
    usage = shutil.disk_usage(folder.parent)._replace(free=20_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(OutputError, match=r"needs \d+\.\d kB but 20\.0 kB are free"):
        StemSetWriter.create_or_resume(folder, identity(1000), resume=False)
    assert not list(folder.iterdir())


def test_former_set_stays_when_there_is_no_room(folder, monkeypatch):
    stems, mixture = sounds(1000)
    written_set(folder, stems, mixture)
    usage = shutil.disk_usage(folder)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(OutputError, match="make room"):
        StemSetWriter.create_or_resume(folder, identity(5000), resume=False)
    np.testing.assert_array_equal(StemSet.open(folder).read(Stem.MX, SampleSpan(0, 1000)), stems[2])


def test_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be made"):
        StemSetWriter.create_or_resume(tmp_path / "file" / "x", identity(), resume=False)


def test_long_paths_are_fine(tmp_path):
    folder = tmp_path.joinpath(*["Ordner " + "ä" * 90] * 8)
    stems, mixture = sounds(400)
    assert len(str(folder).encode()) > 1500
    assert StemSet.open(written_set(folder, stems, mixture)).manifest.state == "complete"


def test_what_memory_was_short_of_is_remembered(folder):
    one, two = (
        Fallback(-2 + 384 * n, MemoryLevel(4 // n, n, "cuda")) for n in (1, 2)
    )  # frames before the programme have negative numbers
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        assert "fallbacks" not in (folder / "manifest.json").read_text()
        writer.remember((one,))
        assert load_manifest(folder).fallbacks == (one,)
        append_rest(writer, *sounds(1000))
        writer.remember((one, two))
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=True) as writer:
        assert writer.manifest.fallbacks == (one, two)
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        assert writer.manifest.fallbacks == ()


def test_a_movie_that_was_written_anew_is_not_gone_on_with():
    before = replace(identity(1000), modified_ns=5)
    assert before.differences(replace(before, modified_ns=5)) == []
    assert before.differences(replace(before, modified_ns=6)) == [
        "the movie's file (written anew since)"
    ]
    assert before.differences(identity(1000)) == []  # an earlier program wrote down no time
