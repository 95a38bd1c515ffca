"""Delivered WAVs as programs read them that are not ours: wavinfo, sox, ffprobe, soundfile."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import numpy as np
import pytest
import soundfile
from wavinfo import WavInfoReader

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.sets.track_files import FileForm, speaker_names
from cass_core.delivery.stem_export import export
from cass_core.media.files.probe import probe
from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames
from cass_core.media.sound.broadcast.bext import (
    BroadcastInfo,
    BroadcastLoudness,
    bext_chunk,
    note_loudness,
)
from cass_core.media.sound.broadcast.ixml import IxmlInfo, IxmlTrack, ixml_chunk
from cass_core.media.sound.broadcast.source_notes import SourceNotes, source_notes
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.markers.marker import Marker
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds

pytestmark = pytest.mark.media

MADE = datetime(2026, 3, 4, 5, 6, 7)
# samples before 01:00:00:00 at 48 kHz: those of an hour, and 0.1 % more at pulled rates
WHOLE, PULLED = 172_800_000, 172_972_800
STARTS = [
    ("24000/1001", False, "01:00:00:00", PULLED),
    ("24", False, "01:00:00:00", WHOLE),
    ("25", False, "01:00:00:00", WHOLE),
    ("30000/1001", True, "01:00:00;00", 172_799_827),
    ("30000/1001", False, "01:00:00:00", PULLED),
    ("30", False, "01:00:00:00", WHOLE),
    ("48000/1001", False, "01:00:00:00", PULLED),
    ("48", False, "01:00:00:00", WHOLE),
    ("50", False, "01:00:00:00", WHOLE),
    ("60000/1001", True, "01:00:00;00", 172_799_827),
    ("60000/1001", False, "01:00:00:00", PULLED),
    ("60", False, "01:00:00:00", WHOLE),
]


def exported(folder, layout="5.1", tracks=("DX", "FX", "MX", "MIX"), clock=None, **values):
    names = speaker_names(layout)
    stems, mixture = sounds(6000, len(names), seed=len(names))
    info_values = {key: values.pop(key) for key in ("source", "cues") if key in values}
    info = facts(6000, layout, reference=48_000 * 36_000, **info_values)
    if clock is not None:
        info = replace(info, start=clock)
    wanted = ExportRequest(tracks, SampleSpan(0, 6000), Encoding(), folder, **values)
    *_, last = export(wanted, ArrayStems(stems, mixture, layout), info, MADE)
    return last.result, stems, mixture


@pytest.mark.parametrize(("fps", "drop", "timecode", "reference"), STARTS)
def test_time_reference_of_every_rate(fps, drop, timecode, reference):
    rate = TimecodeRate(Fraction(fps), drop)
    seconds = timecode_to_frames(timecode, rate) / rate.fps
    clock = ProgrammeClock.of_reference(round(seconds * 48_000), 48_000, rate)
    assert clock.reference == reference
    assert clock.timecode_at(0) == timecode
    chunk = ixml_chunk(IxmlInfo((IxmlTrack("DX"),), 48_000, 24, rate, reference)).decode()
    assert f"<TIMECODE_RATE>{rate.fps.numerator}/{rate.fps.denominator}</TIMECODE_RATE>" in chunk
    assert f"<TIMECODE_FLAG>{'DF' if drop else 'NDF'}<" in chunk


def test_notes_as_another_reader_finds_them(tmp_path):
    source = SourceNotes("Projekt Ä", "12A", "3", "A001", coding_history="A=PCM,F=48000,T=Deck")
    cues = (Marker(1000, "Tür"), Marker(5000, "Schuss"), Marker(9000, "outside"))
    clock = ProgrammeClock.of_reference(PULLED, 48_000, TimecodeRate(Fraction(24_000, 1001)))
    result, *_ = exported(tmp_path, clock=clock, source=source, cues=cues)
    info = WavInfoReader(str(result.paths["FX"]), info_encoding="utf-8")
    bext, ixml = info.bext, info.ixml
    assert (bext.time_reference, bext.version) == (PULLED, 2)
    assert (bext.originator, bext.originator_date) == ("Cass Studio", "2026-03-04")
    assert bext.originator_ref.startswith("CASS")
    assert bext.description.endswith(" FX")
    assert bext.coding_history.splitlines()[0] == source.coding_history
    assert bext.coding_history.splitlines()[1].startswith("A=PCM,F=48000,W=24,M=multichannel")
    assert (ixml.project, ixml.scene, ixml.take, ixml.tape) == ("Projekt Ä", "12A", "3", "A001")
    tracks = [(track.channel_index, track.name) for track in ixml.track_list]
    assert tracks[3] == ("4", "FX Lfe")
    assert len({WavInfoReader(str(path)).bext.umid for path in result.paths.values()}) == 4
    labels = info.cues.cues
    assert [info.cues.label_and_note(cue.name)[0] for cue in labels] == ["Tür", "Schuss"]
    assert [cue.sample_offset for cue in labels] == [1000, 5000]
    # and what is made of the file carries them on
    again = source_notes(result.paths["FX"])
    assert (again.scene, again.take, again.tape) == ("12A", "3", "A001")
    assert probe(result.paths["FX"]).timecode_fps == Fraction(24_000, 1001)


@pytest.mark.parametrize("text", ["<BWFXML>", "<!DOCTYPE a [<!ENTITY b 'c'>]><BWFXML/>", "\0\0"])
def test_notes_that_are_none(tmp_path, text):
    content = text.encode()
    chunk = b"iXML" + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF" + (4 + len(chunk)).to_bytes(4, "little") + b"WAVE" + chunk)
    assert source_notes(path) == SourceNotes()


def test_positions_in_the_room_are_said_to_be_dropped(tmp_path):
    path = tmp_path / "atmos.wav"
    path.write_bytes(b"BW64" + b"\xff" * 4 + b"WAVE" + b"chna" + bytes(4) + b"data" + bytes(4))
    source = source_notes(path)
    assert source.has_adm
    result, *_ = exported(tmp_path / "out", source=source)
    assert "by ADM" in result.notices[0]


def test_loudness_is_noted_in_place(tmp_path):
    path = tmp_path / "a.wav"
    body = b"WAVE" + bext_chunk(BroadcastInfo(5))
    path.write_bytes(b"RIFF" + len(body).to_bytes(4, "little") + body)
    assert note_loudness(path, BroadcastLoudness(-23.04, 5.5, -1.25, None, -18.0))
    fields = np.frombuffer(path.read_bytes()[20 + 412 : 20 + 422], "<i2")
    assert list(fields) == [-2304, 550, -125, 0x7FFF, -1800]
    assert path.stat().st_size == len(body) + 8


@pytest.mark.parametrize("layout", ["stereo", "5.1", "5.1(side)", "7.1"])
def test_one_file_a_channel(tmp_path, layout):
    form = FileForm("mono", "film")
    result, _, mixture = exported(tmp_path, layout, form=form, tracks=("DX", "FX", "MX", "MIX"))
    names = speaker_names(layout)
    assert result.null_exact
    assert len(result.paths) == 4 * len(names)
    for number, name in enumerate(names):
        path = result.paths[f"MIX.{name}"]
        assert path.name.endswith(f"_MIX.{name}.wav")
        read, rate_hz = soundfile.read(path, dtype="int32", always_2d=True)
        assert (rate_hz, read.shape[1]) == (48_000, 1)
        expected = np.rint(mixture[number].astype(np.float64) * 2**23)
        np.testing.assert_array_equal(read[:, 0] >> 8, expected)
        assert WavInfoReader(str(path)).bext.time_reference == 48_000 * 36_000
    track = result.delivered.track("MIX")
    assert track.num_channels == len(names)
    assert set(speaker for file in track.files for speaker in file.speakers) == set(names)


def test_film_order(tmp_path):
    result, _, mixture = exported(tmp_path, form=FileForm("poly", "film"), tracks=("MIX",))
    read, _ = soundfile.read(result.paths["MIX"], dtype="int32", always_2d=True)
    film = mixture[[0, 2, 1, 4, 5, 3]].astype(np.float64)
    np.testing.assert_array_equal(read.T >> 8, np.rint(film * 2**23))
    (file,) = result.delivered.track("MIX").files
    assert file.speakers == ("L", "C", "R", "Ls", "Rs", "Lfe")
    ixml = WavInfoReader(str(result.paths["MIX"])).ixml
    assert [track.name.split()[1] for track in ixml.track_list] == list(file.speakers)
    # no mask can say this order, and a wrong one would swap loudspeakers
    command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", result.paths["MIX"]]
    stream = json.loads(subprocess.check_output(command))["streams"][0]
    assert "channel_layout" not in stream


@pytest.mark.skipif(not shutil.which("sox"), reason="needs sox")
def test_sox_reads_them(tmp_path):
    result, *_ = exported(tmp_path)
    said = subprocess.run(["soxi", result.paths["MX"]], check=True, capture_output=True, text=True)
    assert not said.stderr
    assert "Channels       : 6" in said.stdout
    assert "Precision      : 24-bit" in said.stdout
    assert "= 6000 samples" in said.stdout
