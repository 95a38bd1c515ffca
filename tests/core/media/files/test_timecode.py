from fractions import Fraction

import pytest

from cass_core.errors import SettingsError
from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    frames_to_timecode,
    parse_position,
    seconds_to_timecode,
    timecode_to_frames,
    timecode_to_seconds,
)

NTSC = Fraction(30000, 1001)
FILM = TimecodeRate(Fraction(24000, 1001))
PAL = TimecodeRate(Fraction(25))
DROP = TimecodeRate(NTSC, drop_frame=True)
DROP_60 = TimecodeRate(2 * NTSC, drop_frame=True)


@pytest.mark.parametrize(
    ("text", "rate", "frames"),
    [
        ("01:00:00:00", TimecodeRate(Fraction(24)), 86400),
        ("01:00:00:00", FILM, 86400),
        ("01:00:00:00", PAL, 90000),
        ("10:00:00:24", PAL, 900024),
        ("01:00:00;00", DROP, 107892),
        ("00:00:59;29", DROP, 1799),
        ("00:01:00;02", DROP, 1800),
        ("00:09:59;29", DROP, 17981),
        ("00:10:00;00", DROP, 17982),
        ("01:00:00:00", TimecodeRate(NTSC), 108000),
        ("01:00:00:00", TimecodeRate(Fraction(30)), 108000),
        ("00:00:01:49", TimecodeRate(Fraction(50)), 99),
        ("00:01:00;04", DROP_60, 3600),
        ("01:00:00;00", DROP_60, 215784),
        ("23:59:59;29", DROP, 2589407),
    ],
)
def test_known_timecodes(text, rate, frames):
    assert timecode_to_frames(text, rate) == frames
    assert frames_to_timecode(frames, rate) == text


@pytest.mark.parametrize("rate", [DROP, DROP_60, FILM, PAL])
def test_every_frame_of_eleven_minutes_comes_back_and_names_are_unique(rate):
    count = 11 * 60 * rate.nominal
    names = [frames_to_timecode(frame, rate) for frame in range(count)]
    assert len(set(names)) == count
    assert [timecode_to_frames(name, rate) for name in names] == list(range(count))


def test_drop_frame_follows_the_clock_within_two_frames_over_an_hour():
    for minute in range(60):
        shown_s = 60 * minute
        frames = timecode_to_frames(
            f"00:{minute:02d}:00;{'00' if minute % 10 == 0 else '02'}", DROP
        )
        assert abs(frames / NTSC - shown_s) < 2 / NTSC


def test_a_day_wraps():
    assert frames_to_timecode(DROP.frames_a_day, DROP) == "00:00:00;00"
    assert frames_to_timecode(-1, PAL) == "23:59:59:24"


def test_seconds_are_exact():
    assert timecode_to_seconds("00:00:01:00", FILM) == Fraction(1001, 1000)
    assert seconds_to_timecode(Fraction(1001, 1000), FILM) == "00:00:01:00"
    just_before = Fraction(1001, 1000) - Fraction(1, 10**9)
    assert seconds_to_timecode(just_before, FILM) == "00:00:00:23"
    assert seconds_to_timecode(Fraction(2), PAL, "10:00:00:00") == "10:00:02:00"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12.5", Fraction(25, 2)),
        ("0", Fraction(0)),
        ("90", Fraction(90)),
        ("01:30", Fraction(90)),
        ("1:30.25", Fraction(361, 4)),
        ("01:02:03.004", Fraction(3723004, 1000)),
        ("125:00", None),
        ("01:60", None),
        ("01:60:00", None),
        ("-3", None),
        ("soon", None),
        ("", None),
        ("1:2:3:4:5", None),
    ],
)
def test_plain_times(text, seconds):
    if seconds is None:
        with pytest.raises(SettingsError, match="is no time"):
            parse_position(text, PAL)
    else:
        assert parse_position(text, PAL) == seconds
        assert parse_position(text, PAL, "10:00:00:00") == seconds


@pytest.mark.parametrize(
    ("text", "rate", "start", "seconds"),
    [
        ("10:00:02:12", PAL, "10:00:00:00", Fraction(62, 25)),
        ("00:00:02:12", PAL, None, Fraction(62, 25)),
        ("01:00:01;02", DROP, "01:00:00;02", Fraction(1001, 1000)),
        ("01:00:01:02", DROP, "01:00:00;02", Fraction(1001, 1000)),
        ("00:01:00;02", TimecodeRate(NTSC), None, 1800 / NTSC),
    ],
)
def test_timecodes_count_from_the_start_timecode(text, rate, start, seconds):
    assert parse_position(text, rate, start) == seconds


def test_timecode_before_the_start_is_refused_unless_midnight_lies_between():
    with pytest.raises(SettingsError, match="before the programme, which starts at 10:00:00:00"):
        parse_position("09:59:59:24", PAL, "10:00:00:00", Fraction(3600))
    assert parse_position("00:00:10:00", PAL, "23:59:50:00", Fraction(60)) == 20


@pytest.mark.parametrize(
    ("text", "rate", "words"),
    [
        ("00:00:00:25", PAL, "out of range"),
        ("24:00:00:00", PAL, "out of range"),
        ("00:01:00;01", DROP, "does not exist"),
        ("00:00:10;00", PAL, "does not exist at 25 frames"),
        ("00:00:10:00", None, "has no picture"),
    ],
)
def test_impossible_timecodes(text, rate, words):
    with pytest.raises(SettingsError, match=words):
        parse_position(text, rate)


def test_which_rates_drop():
    assert [can_drop_frames(fps) for fps in (NTSC, 2 * NTSC, Fraction(30), FILM.fps)] == [
        True, True, False, False,
    ]  # fmt: skip
    with pytest.raises(SettingsError):
        TimecodeRate(Fraction(0))


def test_agrees_with_opentimelineio():
    opentime = pytest.importorskip("opentimelineio.opentime")
    for frame in range(0, 200_000, 997):
        time = opentime.RationalTime(frame, float(NTSC))
        assert frames_to_timecode(frame, DROP) == opentime.to_timecode(time, float(NTSC), True)
