"""Lists of markers as other programs write and read them."""

from fractions import Fraction

import pycmx
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_import import import_markers
from cass_core.programme.markers.marker_lists import marker_list

RATE_HZ, LENGTH = 48_000, 48_000 * 60
RATES = {
    "23.976": TimecodeRate(Fraction(24_000, 1001)),
    "25": TimecodeRate(Fraction(25)),
    "29.97 DF": TimecodeRate(Fraction(30_000, 1001), drop_frame=True),
    "59.94 DF": TimecodeRate(Fraction(60_000, 1001), drop_frame=True),
}


def clock_of(rate, start="01:00:00:00", *, is_stated=True):
    frames = timecode_to_frames(start, rate)
    zero = Fraction(0)
    return ProgrammeClock(RATE_HZ, rate, frames, zero, zero, rate.fps, is_stated)


def read(tmp_path, text, clock=None, encoding="utf-8", length=LENGTH):
    path = tmp_path / "list.txt"
    path.write_bytes(text.encode(encoding))
    return import_markers(path, clock or clock_of(RATES["25"]), length)


@pytest.mark.parametrize("rate", RATES.values(), ids=RATES)
@pytest.mark.parametrize("kind", ["csv", "edl", "protools", "audacity"])
def test_a_written_list_comes_back_as_it_was(tmp_path, kind, rate):
    clock = clock_of(rate)
    border = clock.frame_borders()
    length = 0 if kind == "protools" else border(250) - border(100)
    markers = (
        Marker(0, "Anfang"),
        Marker(border(100), "Tür | zu", length),
        Marker(border(1001), ""),
    )
    axis = MarkerAxis(clock, SampleSpan(0, LENGTH))
    text = marker_list(kind, "Szene ä").write(markers, axis)
    found = read(tmp_path, text, clock)
    names = [one.name.replace("/", "|") for one in found.markers]
    assert names == [one.name for one in markers]
    assert [(m.sample, m.length) for m in found.markers] == [(m.sample, m.length) for m in markers]
    assert not found.notices


@pytest.mark.parametrize("rate", RATES.values(), ids=RATES)
def test_edit_lists_are_read_by_another_program(tmp_path, rate):
    clock = clock_of(rate)
    places = [clock.frame_borders()(frame) for frame in (0, 12, 1700)]
    axis = MarkerAxis(clock, SampleSpan(0, LENGTH))
    text = marker_list("edl", "Reel 1").write([Marker(p, f"cue {p}") for p in places], axis)
    path = tmp_path / "markers.edl"
    path.write_text(text, newline="")
    with path.open() as stream:
        edl = pycmx.parse_cmx3600(stream)
    assert edl.title == "Reel 1"
    starts = [event.edits[0].record_in for event in edl.events]
    assert starts == [clock.timecode_at(place) for place in places]


def test_files_of_a_part_count_from_its_start():
    axis = MarkerAxis(clock_of(RATES["25"]), SampleSpan(RATE_HZ, LENGTH))
    labels = marker_list("audacity", "").write([Marker(2 * RATE_HZ, "a", RATE_HZ // 2)], axis)
    assert labels == "1.000000\t1.500000\ta\n"


RESOLVE = """TITLE: Timeline 1
FCM: NON-DROP FRAME

001  001      V     C        01:00:02:00 01:00:02:01 01:00:02:00 01:00:02:01
 |C:ResolveColorRed |M:boom |D:50

002  001      V     C        01:00:04:12 01:00:04:13 01:00:04:12 01:00:04:13
The note of the marker |C:ResolveColorBlue |M:Marker 2 |D:1
"""
AVID = """TITLE: Reel
FCM: NON-DROP FRAME
001  A001     V     C        01:00:00:00 01:00:10:00 01:00:00:00 01:00:10:00
* LOC: 01:00:02:00 RED     boom in shot
"""
PREMIERE = (
    "Marker Name\tDescription\tIn\tOut\tDuration\tMarker Type\n"
    "Tür\tzu laut\t01:00:02:00\t01:00:04:00\t00:00:02:00\tComment\n"
    "\tnur Text\t01:00:05:00\t01:00:05:00\t00:00:00:00\tComment\n"
)
REAPER = "#,Name,Start,End,Length,Color\nM1,cue,0:02.000,,,\nR1,scene,0:04.000,0:06.000,0:02.000,\n"
SUBTITLES = """1
00:00:02,000 --> 00:00:03,500
<i>Wer ist</i>
da?

2
00:00:04,000 --> 00:00:05,000
Ich.
"""
SPOKEN = [(2.0, "Wer ist da?", 1.5), (4.0, "Ich.", 1.0)]
WEBVTT = "WEBVTT\n\nintro\n00:02.000 --> 00:03.500 align:start\n<v Anna>Wer &amp; was?\n"
PRO_TOOLS = (
    "SESSION NAME:\tReel 1\r\nSAMPLE RATE:\t48000.000000\r\nTIMECODE FORMAT:\t25 Frame\r\n\r\n"
    "M A R K E R S  L I S T I N G\r\n"
    "#   \tLOCATION     \tTIME REFERENCE    \tUNITS    \tNAME   \tCOMMENTS\r\n"
    "1   \t01:00:02:00  \t96000             \tSamples  \tcue    \t\r\n"
)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (RESOLVE, "utf-8", [(2.0, "boom", 2.0), (4.48, "Marker 2", 0)]),
        (AVID, "utf-8", [(2.0, "boom in shot", 0)]),
        (PREMIERE, "utf-16", [(2.0, "Tür", 2.0), (5.0, "nur Text", 0)]),
        (PREMIERE.replace("\t", ","), "cp1252", [(2.0, "Tür", 2.0), (5.0, "nur Text", 0)]),
        (REAPER, "utf-8", [(2.0, "cue", 0), (4.0, "scene", 2.0)]),
        (SUBTITLES, "utf-8-sig", SPOKEN),
        (SUBTITLES.replace("00:00:", "01:00:"), "utf-8", SPOKEN),
        (WEBVTT, "utf-8", [(2.0, "Wer & was?", 1.5)]),
        (PRO_TOOLS, "utf-8", [(2.0, "cue", 0)]),
        ("2.0\t3.0\tlabel\n\\\t100\t200\n", "utf-8", [(2.0, "label", 1.0)]),
    ],
    ids=["Resolve", "Avid", "Premiere", "Premiere CSV", "Reaper", "SRT", "SRT by the clock", "VTT",
         "Pro Tools", "Audacity"],
)  # fmt: skip
def test_lists_of_other_programs_are_read(tmp_path, text, encoding, expected):
    found = read(tmp_path, text, encoding=encoding)
    seconds = [(m.sample / RATE_HZ, m.name, m.length / RATE_HZ) for m in found.markers]
    assert seconds == expected


def test_a_list_that_starts_at_an_hour_fits_a_movie_without_timecode(tmp_path):
    clock = clock_of(RATES["25"], "00:00:00:00", is_stated=False)
    found = read(tmp_path, RESOLVE, clock)
    assert [m.sample / RATE_HZ for m in found.markers] == [2.0, 4.48]
    assert found.notices == (
        "The list counts from 01:00:00:00, which was taken for the programme's start.",
    )


def test_what_is_unreadable_or_outside_is_counted(tmp_path):
    text = "Name,In\nfirst,01:00:01:00\nsecond,nowhere\nthird,01:30:00:00\nfourth,01:00:00:31\n"
    found = read(tmp_path, text)
    assert found.markers == (Marker(RATE_HZ, "first"),)
    assert found.notices == (
        "2 of 4 entries of list.txt could not be read, the first in line 3.",
        "1 of 2 markers lie outside of the programme and were left out.",
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no markers"),
        (b"Dear diary,\nnothing happened.\n", "holds no markers"),
        (b"RIFF\0\0\0\0WAVE", "no list of markers"),
        (b"Name,In\nlate,05:00:00:00\n", "outside of the programme, the first at 05:00:00:00"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path, data, words):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(MediaError, match=words):
        import_markers(path, clock_of(RATES["25"]), LENGTH)
