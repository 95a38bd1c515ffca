"""Exported stems: bit-exact sums in two readers, speakers, start times, and no half files."""

import json
import os
import shutil
import subprocess
from datetime import datetime
from fractions import Fraction

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, SoundShape, create_track_file
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.sets.file_notes import FileNotes, SetNotes
from cass_core.delivery.sets.track_files import FileForm, track_files
from cass_core.delivery.stem_export import export
from cass_core.errors import CassError, OutputError, SettingsError
from cass_core.media.files.layout_names import num_channels
from cass_core.media.files.probe import probe
from cass_core.media.files.timecode import TimecodeRate
from cass_core.stem_names import TRACK_CODES
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds

SET = ("DX", "FX", "MX", "MIX")
SPEAKERS = ("FL", "FR", "FC", "LFE", "BL", "BR", "SL", "SR")
NAME = "Szene 7 – Straße"
LOUDER = Rebalance((StemGain(6.0), StemGain(-3.0), StemGain(muted=True)), 1.5)


def request(folder, tracks=SET, start=0, stop=1000, encoding=None, **values):
    return ExportRequest(tracks, SampleSpan(start, stop), encoding or Encoding(), folder, **values)


def result_of(wanted, stems, info):
    steps = list(export(wanted, stems, info))
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(step.result is None for step in steps[:-1])
    return steps[-1].result


def steps_by_soundfile(path, bits):
    samples, _ = soundfile.read(path, dtype="int32", always_2d=True)
    return (samples.T >> (32 - bits)).astype(np.int64)


def steps_by_ffmpeg(path, bits, channels):
    command = ["ffmpeg", "-v", "error", "-i", path, "-f", "s32le", "-c:a", "pcm_s32le", "-"]
    raw = np.frombuffer(subprocess.check_output(command), "<i4")
    return (raw.reshape(-1, channels).T >> (32 - bits)).astype(np.int64)


def shown_by_ffprobe(path):
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", path]
    shown = json.loads(subprocess.check_output(command))
    tags = shown["format"].get("tags", {})
    return shown["streams"][0], {key.lower(): value for key, value in tags.items()}


INTEGERS = [(kind, bits) for kind in ("wav", "flac") for bits in (16, 24)]


@pytest.mark.parametrize(("kind", "bits"), INTEGERS)
@pytest.mark.parametrize("layout", ["mono", "stereo", "5.1", "5.1(side)", "7.1"])
@pytest.mark.parametrize("rate_hz", [44_100, 96_000])
def test_integers_sum_bit_for_bit_in_two_readers(tmp_path, kind, bits, layout, rate_hz):
    channels, length = num_channels(layout), 66_001
    stems, mixture = sounds(length + 500, channels, seed=bits)
    reader = ArrayStems(stems, mixture, layout, rate_hz)
    wanted = request(tmp_path, SET, 300, 300 + length, Encoding(kind, bits))
    result = result_of(wanted, reader, facts(length + 500, layout, rate_hz))
    assert result.null_exact
    assert result.notices == ()
    for read in (steps_by_soundfile, lambda p, b: steps_by_ffmpeg(p, b, channels)):
        dx, fx, mx, mix = (read(result.paths[track], bits) for track in SET)
        assert mix.shape == (channels, length)
        np.testing.assert_array_equal(dx + fx + mx, mix)
        expected = np.rint(mixture[:, 300:-200].astype(np.float64) * 2 ** (bits - 1))
        np.testing.assert_array_equal(mix, expected)
    stream, _ = shown_by_ffprobe(result.paths["MX"])
    is_plain = kind == "wav" and channels <= 2  # the plain format names no places
    assert stream.get("channel_layout") == (None if is_plain else layout)
    assert stream["channels"] == channels
    assert int(stream["sample_rate"]) == rate_hz
    assert stream["codec_name"] == ("flac" if kind == "flac" else f"pcm_s{bits}le")
    assert kind == "wav" or int(stream["bits_per_raw_sample"]) == bits


def test_speakers_stand_in_their_places(tmp_path):
    """Each channel has a level of its own; a reader that mixed them up would show it."""
    levels = np.arange(1, 9, dtype=np.float32)[:, None] / 10 * np.ones((1, 500), np.float32)
    stems = np.stack([levels * 0.5, levels * 0.25, levels * 0.25])
    for kind in ("wav", "flac"):
        wanted = request(tmp_path, ("MIX",), 0, 500, Encoding(kind, 24))
        path = result_of(wanted, ArrayStems(stems, levels, "7.1"), facts(500, "7.1")).paths["MIX"]
        for speaker, level in zip(SPEAKERS, levels[:, 0], strict=True):
            command = ["ffmpeg", "-v", "error", "-i", path, "-af", f"pan=mono|c0={speaker}"]
            raw = subprocess.check_output([*command, "-f", "f32le", "-"])
            np.testing.assert_allclose(np.frombuffer(raw, "<f4"), level, atol=1e-6)


def test_float_keeps_every_bit(tmp_path):
    stems, mixture = sounds(1000, level=0.9)
    wanted = request(tmp_path, encoding=Encoding("wav", 32))
    result = result_of(wanted, ArrayStems(stems, mixture), facts(1000))
    assert result.null_exact is None
    assert result.null_depth_db < -120
    for track, samples in zip(SET, (*stems, mixture), strict=True):
        read, _ = soundfile.read(result.paths[track], dtype="float32", always_2d=True)
        np.testing.assert_array_equal(read.T, samples)


@pytest.mark.parametrize("tracks", [("MX",), ("DX", "MX"), ("MX", "MIX")])
def test_stems_written_apart_are_those_written_together(tmp_path, tracks):
    stems, mixture = sounds(1000)
    reader = ArrayStems(stems, mixture)
    together = result_of(request(tmp_path / "a"), reader, facts(1000))
    apart = result_of(request(tmp_path / "b", tracks), reader, facts(1000))
    assert tuple(apart.paths) == tracks
    for track in tracks:
        a, b = (steps_by_soundfile(r.paths[track], 24) for r in (together, apart))
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize(("kind", "bits"), INTEGERS)
def test_stem_over_full_scale_makes_the_set_float(tmp_path, kind, bits):
    stems, mixture = np.zeros((3, 2, 70_000)), np.zeros((2, 70_000))
    stems[0, 0, -1], stems[2, 0, -1] = 1.2, -1.0
    mixture[0, -1] = 0.2
    wanted = request(tmp_path, (*SET, "REMIX"), 0, 70_000, Encoding(kind, bits))
    result = result_of(wanted, ArrayStems(stems, mixture), facts(70_000))
    assert "32-bit float" in result.notices[0]
    assert f"{bits} bits" in result.notices[0]
    for track in SET:
        assert soundfile.info(result.paths[track]).subtype == "FLOAT"
        assert result.paths[track].suffix == ".wav"
    # the remix fits and stays what was asked for
    assert soundfile.info(result.paths["REMIX"]).subtype == f"PCM_{bits}"
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.parametrize("bits", [16, 24])
def test_neutral_remix_is_the_mixture(tmp_path, bits):
    stems, mixture = sounds(1000)
    wanted = request(tmp_path, ("MIX", "REMIX"), encoding=Encoding("wav", bits), dither=True)
    result = result_of(wanted, ArrayStems(stems, mixture), facts(1000))
    mix, remix = (steps_by_soundfile(result.paths[t], bits) for t in ("MIX", "REMIX"))
    np.testing.assert_array_equal(mix, remix)


def test_remix_follows_faders_and_gain_line(tmp_path):
    stems, mixture = sounds(2000, level=0.1)
    line = (LinePoint(500, 0.0), LinePoint(1500, -12.0))
    rebalance = Rebalance((StemGain(line=line), StemGain(-6.0), StemGain(muted=True)), 3.0)
    wanted = request(tmp_path, ("REMIX",), 400, 1800, Encoding("wav", 24), rebalance=rebalance)
    result = result_of(wanted, ArrayStems(stems, mixture), facts(2000))
    line_db = np.interp(np.arange(400, 1800), [500, 1500], [0, -12])
    dx = stems[0, :, 400:1800] * 10 ** (line_db / 20)
    expected = (dx + stems[1, :, 400:1800] * 10 ** (-6 / 20)) * 10 ** (3 / 20)
    read, _ = soundfile.read(result.paths["REMIX"], always_2d=True)
    assert np.abs(read.T - expected).max() < 1e-6
    assert result.remix_peak_db == pytest.approx(20 * np.log10(np.abs(expected).max()), abs=0.01)


@pytest.mark.parametrize("overs", ["float", "lower"])
def test_remix_over_full_scale_is_said_and_never_clipped(tmp_path, overs):
    stems, mixture = sounds(1000, level=0.3)
    loud = Rebalance((StemGain(12.0), StemGain(12.0), StemGain()), 0.0)
    wanted = request(
        tmp_path, ("REMIX", "MIX"), encoding=Encoding("flac", 16), rebalance=loud, overs=overs
    )
    result = result_of(wanted, ArrayStems(stems, mixture), facts(1000))
    exact = loud.mixed(stems, 0)
    over_db = 20 * np.log10(np.abs(exact).max())
    assert f"{over_db:.1f} dB" in result.notices[0]
    read, _ = soundfile.read(result.paths["REMIX"], always_2d=True)
    if overs == "float":
        assert result.paths["REMIX"].suffix == ".wav"
        np.testing.assert_allclose(read.T, exact, rtol=1e-6)
    else:
        assert result.paths["REMIX"].suffix == ".flac"
        assert 0.999 < np.abs(read).max() < 1
        assert np.corrcoef(read.T.ravel(), exact.ravel())[0, 1] > 0.999999
    assert soundfile.info(result.paths["MIX"]).subtype == "PCM_16"


def test_dither_follows_the_position_and_makes_no_bias(tmp_path):
    quiet = np.full((3, 1, 20_000), 1e-6, np.float32)
    reader = ArrayStems(quiet, quiet.sum(axis=0), "mono")
    values = {"encoding": Encoding("wav", 16), "rebalance": LOUDER, "dither": True}
    whole = result_of(request(tmp_path / "a", ("REMIX",), 0, 20_000, **values), reader,
                      facts(20_000, "mono"))  # fmt: skip
    part = result_of(request(tmp_path / "b", ("REMIX",), 5000, 9000, **values), reader,
                     facts(20_000, "mono"))  # fmt: skip
    a, b = (steps_by_soundfile(r.paths["REMIX"], 16) for r in (whole, part))
    np.testing.assert_array_equal(a[:, 5000:9000], b)
    assert set(np.unique(a)) == {-1, 0, 1}
    level = LOUDER.mixed(quiet, 0).mean() * 2**15
    assert a.mean() == pytest.approx(level, abs=0.02)


def test_stems_with_their_gains_sum_to_the_remix(tmp_path):
    stems, mixture = sounds(3000, level=0.1)
    wanted = request(tmp_path, (*SET, "REMIX"), 0, 3000, Encoding("wav", 24), rebalance=LOUDER,
                     apply_gains=True)  # fmt: skip
    result = result_of(wanted, ArrayStems(stems, mixture), facts(3000))
    assert "do not sum" in result.notices[0]
    assert result.null_exact is None
    dx, fx, mx, mix, remix = (steps_by_soundfile(result.paths[t], 24) for t in TRACK_CODES)
    assert not mx.any()
    assert np.abs(dx + fx + mx - remix).max() <= 2
    np.testing.assert_array_equal(mix, np.rint(mixture.astype(np.float64) * 2**23))


@pytest.mark.parametrize("kind", ["wav", "flac"])
@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_files_say_when_they_start(tmp_path, kind, rate_hz):
    stems, mixture = sounds(1000)
    reference = 3600 * rate_hz
    info = facts(1000, rate_hz=rate_hz, reference=reference)
    wanted = request(tmp_path, ("DX",), 123, 1000, Encoding(kind, 24))
    path = result_of(wanted, ArrayStems(stems, mixture, rate_hz=rate_hz), info).paths["DX"]
    _, tags = shown_by_ffprobe(path)
    assert int(tags["time_reference"]) == reference + 123
    assert probe(path).time_reference == reference + 123
    if kind == "wav":
        assert tags["originator"] if "originator" in tags else tags["encoded_by"] == "Cass Studio"
        assert tags["date"] == datetime.now().date().isoformat()
        assert tags["coding_history"].startswith(f"A=PCM,F={rate_hz},W=24")


def test_programme_beyond_4_gib_starts_with_rf64_and_its_time(tmp_path):
    shape = SoundShape(48_000, "5.1", 6, 240_000_000, 172_800_000)
    common = SetNotes("Ü", "", datetime.now(), TimecodeRate(Fraction(25)), 172_800_000)
    notes = FileNotes(common, track_files("DX", "5.1", FileForm())[0])
    writer = create_track_file(tmp_path / "a.wav", Encoding("wav", 24), shape, notes)
    with pytest.raises(ValueError, match="lacks"):
        writer.close()
    head = (tmp_path / "a.wav").read_bytes()
    assert head[:4] == b"RF64"
    assert head[12:16] == b"ds64"
    # a sparse file of the true size, as no test has room for a real one
    with (tmp_path / "a.wav").open("r+b") as file:
        file.truncate(len(head) + 240_000_000 * 18)
    with soundfile.SoundFile(tmp_path / "a.wav") as sound:
        assert (sound.frames, sound.channels) == (240_000_000, 6)
    assert shown_by_ffprobe(tmp_path / "a.wav")[1]["time_reference"] == "172800000"


@pytest.mark.parametrize("steps", [0, 1, 3, 6, 8, 10])
@pytest.mark.parametrize("kind", ["wav", "flac"])
def test_cancelled_export_leaves_nothing(tmp_path, steps, kind):
    stems, mixture = sounds(200_000)
    (tmp_path / f"{NAME}_DX.{kind}").write_bytes(b"former")
    wanted = request(tmp_path, SET, 0, 200_000, Encoding(kind, 16), overwrite=True)
    progress = export(wanted, ArrayStems(stems, mixture), facts(200_000))
    for _ in range(steps):
        next(progress)
    progress.close()
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}_DX.{kind}"]
    assert (tmp_path / f"{NAME}_DX.{kind}").read_bytes() == b"former"


def test_existing_files_are_kept_unless_told(tmp_path):
    reader, info = ArrayStems(*sounds(1000)), facts(1000)
    (tmp_path / f"{NAME}_FX.wav").write_bytes(b"former")
    with pytest.raises(OutputError, match="exists already"):
        result_of(request(tmp_path), reader, info)
    assert (tmp_path / f"{NAME}_FX.wav").read_bytes() == b"former"
    assert result_of(request(tmp_path, overwrite=True), reader, info).null_exact
    assert len(list(tmp_path.iterdir())) == 4


def refuse_sync(_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("kind", ["wav", "flac"])
def test_disk_that_fills_up_leaves_nothing(tmp_path, monkeypatch, kind):
    monkeypatch.setattr("os.fsync", refuse_sync)
    with pytest.raises(OutputError, match="No space left"):
        result_of(request(tmp_path, encoding=Encoding(kind, 24)), ArrayStems(*sounds(1000)),
                  facts(1000))  # fmt: skip
    assert not list(tmp_path.iterdir())


def test_folder_that_vanishes_is_one_sentence(tmp_path):
    folder = tmp_path / "out"
    steps = export(request(folder, target="none"), ArrayStems(*sounds(1000)), facts(1000))
    while next(steps).stage != "writing":
        pass
    shutil.rmtree(folder)
    with pytest.raises(OutputError, match="cannot be written|do not read back"):
        list(steps)
    assert not folder.exists()


def test_too_small_a_disk_is_said_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: 1000)
    with pytest.raises(OutputError, match=r"needs \d+\.0 kB but 1\.0 kB are free"):
        result_of(request(tmp_path), UnreadStems(*sounds(1000)), facts(1000))


class UnreadStems(ArrayStems):
    """Stems that nobody may read."""

    def read(self, stem, span):
        raise AssertionError("read before the room was asked for")

    def read_mixture(self, span):
        return self.read(None, span)


def test_folder_without_rights(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(OutputError, match="may not be written"):
        result_of(request(tmp_path), ArrayStems(*sounds(1000)), facts(1000))


def test_directory_that_is_a_file(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="choose another folder"):
        result_of(request(tmp_path / "file"), ArrayStems(*sounds(1000)), facts(1000))


@pytest.mark.parametrize(
    ("covered", "words"),
    [
        ((), "not separated from 00:00:00:00 to 00:00:00:10"),
        ((SampleSpan(0, 9600),), "not separated from 00:00:00:05 to"),
        ((SampleSpan(1920, 3840), SampleSpan(5760, 19_200)), "2 parts"),
    ],
)
def test_range_that_is_not_separated(tmp_path, covered, words):
    reader = ArrayStems(*sounds(19_200), covered=covered)
    with pytest.raises(SettingsError, match=words):
        result_of(request(tmp_path, ("DX",), 0, 19_200), reader, facts(19_200))
    # the mixture needs no separation
    assert result_of(request(tmp_path, ("MIX",), 0, 19_200), reader, facts(19_200)).paths


@pytest.mark.parametrize(
    "values",
    [
        {"tracks": ()},
        {"tracks": ("ZX",)},
        {"start": 5, "stop": 5},
        {"start": -1},
        {"stop": 1001},
        {"template": "{movie}"},
    ],
)
def test_requests_that_make_no_sense(tmp_path, values):
    with pytest.raises(SettingsError):
        result_of(request(tmp_path, **values), ArrayStems(*sounds(1000)), facts(1000))
    assert not list(tmp_path.iterdir())


def test_flac_of_too_many_channels(tmp_path):
    stems, mixture = sounds(100, 16)
    reader = ArrayStems(stems, mixture, "hexadecagonal")
    wanted = request(tmp_path, stop=100, encoding=Encoding("flac", 24))
    with pytest.raises(SettingsError, match="at most 8 channels"):
        result_of(wanted, reader, facts(100, "hexadecagonal"))


@pytest.mark.parametrize("spoil", [np.nan, 0.01])
def test_stems_that_do_not_sum_are_refused(tmp_path, spoil):
    stems, mixture = sounds(1000)
    stems[2, 0, 500] += spoil
    with pytest.raises(CassError, match="do not sum"):
        result_of(request(tmp_path), ArrayStems(stems, mixture), facts(1000))
    assert not list(tmp_path.iterdir())


def test_files_that_read_back_wrong_are_never_published(tmp_path, monkeypatch):
    honest = soundfile.SoundFile.read

    def forgetful(self, *arguments, **options):
        block = honest(self, *arguments, **options)
        if b"_MX" in os.fsencode(self.name) and len(block):
            block[0] += 1 << 16
        return block

    monkeypatch.setattr(soundfile.SoundFile, "read", forgetful)
    with pytest.raises(OutputError, match="do not read back"):
        result_of(request(tmp_path), ArrayStems(*sounds(1000)), facts(1000))
    assert not list(tmp_path.iterdir())
