"""A timecode by hand, at a sync point, or from another file, at every rate that editors use."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import soundfile

from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.timecode_choice import TimecodeChoice, sync_point, timecode_reference
from cass_core.programme.timecode_rates import TIMECODE_RATES
from tests.helpers.media.linear_timecode import ltc
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.media.sound_chunks import bext, ixml, with_chunk

pytestmark = pytest.mark.media

# samples at 48 kHz of 10:00:00 and one frame: hours last longer at pulled rates, and drop frame
# is 0.0036 s an hour short of the clock, which 10 hours make 1728 samples
HOURS, PULLED, DROPPED = 1_728_000_000, 1_729_728_000, 1_727_998_272
GOLDEN = {
    "23.976": PULLED + 2002,
    "24": HOURS + 2000,
    "25": HOURS + 1920,
    "29.97df": DROPPED + 1602,  # 1601.6
    "29.97ndf": PULLED + 1602,
    "30": HOURS + 1600,
    "47.952": PULLED + 1001,
    "48": HOURS + 1000,
    "50": HOURS + 960,
    "59.94df": DROPPED + 801,  # 800.8
    "59.94ndf": PULLED + 801,
    "60": HOURS + 800,
}


def sound_clock(rate_hz=48_000):
    rate = TimecodeRate(Fraction(25))
    return ProgrammeClock.of_reference(0, rate_hz, rate, is_stated=False)


def start_of(name):
    return "10:00:00;01" if name.endswith("df") and "n" not in name else "10:00:00:01"


def test_every_rate_is_golden():
    assert GOLDEN.keys() == TIMECODE_RATES.keys()


@pytest.mark.parametrize("name", GOLDEN)
def test_start_by_hand_and_sync_point(name):
    start = start_of(name)
    assert TimecodeChoice(start, name).counted(sound_clock()).reference == GOLDEN[name]
    synced = replace(sync_point(f"2.5={start}"), rate=name).counted(sound_clock())
    assert synced.reference_at(120_000) == GOLDEN[name]
    assert synced.timecode_at(120_000) == start
    assert synced.timecode_rate == TIMECODE_RATES[name]


def test_sync_point_of_a_picture_keeps_its_frames():
    rate = TimecodeRate(Fraction(24_000, 1001))
    clock = replace(sound_clock(), origin_s=Fraction(-1, 10), timecode_rate=rate, has_picture=True)
    # any sample of the same frame says the same
    for sample in (24_000, 25_000):
        read = TimecodeChoice("00:00:00:05", at=sample).counted(clock)
        assert read.timecode_at(sample) == "00:00:00:05"
        assert read.origin_s == clock.origin_s
        assert read.start_timecode == "23:59:59:15"
    with pytest.raises(SettingsError, match="is no time"):
        TimecodeChoice("10:00:00:00", at="x").counted(clock)


@pytest.mark.parametrize(("name", "picture", "start"), [
    ("29.97df", Fraction(30_000, 1001), "01:00:00;00"),
    ("25", Fraction(25), "10:00:00:00"),
])  # fmt: skip
def test_another_movies_start(tmp_path, name, picture, start):
    path = write_movie(
        tmp_path / "a.mov", picture=Picture(0.3, picture),
        sounds=[Sound(noise(0.2))], timecode=start,
    )  # fmt: skip
    clock = TimecodeChoice(reference=timecode_reference(path)).counted(sound_clock())
    assert clock.start_timecode == start
    assert clock.timecode_rate == TIMECODE_RATES[name]
    # the digits stay where another rate is said
    other = TimecodeChoice(rate="24", reference=timecode_reference(path)).counted(sound_clock())
    assert other.start_timecode == start.replace(";", ":")


def test_ltc_on_a_track_goes_before_what_is_written(tmp_path):
    rate = TIMECODE_RATES["29.97df"]
    late = np.append(np.zeros(4800, np.float32), ltc(107_892, rate, 1.0))
    voice = noise(1.1)
    pair = np.stack([0.1 * voice[0, : len(late)], late[: voice.shape[1]]])
    path = write_movie(
        tmp_path / "a.mov", picture=Picture(0.3, Fraction(25)), timecode="00:00:07:00",
        sounds=[Sound(voice), Sound(pair)],
    )  # fmt: skip
    clock = TimecodeChoice(reference=timecode_reference(path)).counted(sound_clock())
    assert clock.timecode_rate == rate
    assert clock.timecode_at(4800 + 10) == "01:00:00;00"
    assert abs(clock.reference_at(4800) - round(107_892 / rate.fps * 48_000)) <= 1


def test_another_files_time_stamp(tmp_path):
    path = tmp_path / "boom.wav"
    soundfile.write(path, np.zeros(100), 96_000)
    assert timecode_less(path)
    with_chunk(path, b"bext", bext(2 * (PULLED + 7)))
    with_chunk(path, b"iXML", ixml("24000/1001"))
    clock = TimecodeChoice(reference=timecode_reference(path)).counted(sound_clock())
    assert clock.reference == PULLED + 7
    assert clock.timecode_rate == TIMECODE_RATES["23.976"]
    picture = replace(sound_clock(), has_picture=True)
    clock = TimecodeChoice(reference=timecode_reference(path)).counted(picture)
    assert clock.start_timecode == "10:00:00:00"  # the nearest frame


def timecode_less(path):
    with pytest.raises(SettingsError, match=r"boom\.wav has no timecode"):
        timecode_reference(path)
    return True


@pytest.mark.parametrize("text", ["10:00:00:00", "=10:00:00:00", "3="])
def test_what_is_no_sync_point(text):
    with pytest.raises(SettingsError, match="no sync point"):
        sync_point(text)
