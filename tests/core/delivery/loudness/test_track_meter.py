"""The meter agrees with libebur128, FFmpeg and what EBU Tech 3341 and 3342 say of signals."""

import re
import shutil
import subprocess

import numpy as np
import pyebur128
import pytest

from cass_core.delivery.loudness.track_meter import TrackMeter
from tests.helpers.media.movies import Sound, write_movie

RATE_HZ = 48_000
CHANNELS = {
    "mono": ["CENTER"],
    "stereo": ["LEFT", "RIGHT"],
    "5.1": ["LEFT", "RIGHT", "CENTER", "UNUSED", "LEFT_SURROUND", "RIGHT_SURROUND"],
    "7.1": [
        "LEFT", "RIGHT", "CENTER", "UNUSED", "M_PLUS_135", "M_MINUS_135", "M_PLUS_090",
        "M_MINUS_090",
    ],
}  # fmt: skip


def measured(samples, layout="stereo", rate_hz=RATE_HZ, block=7000):
    meter = TrackMeter(rate_hz, layout, len(samples))
    for start in range(0, samples.shape[1], block):
        meter.push(samples[:, start : start + block].astype(np.float32))
    return meter.finish()


def sine(level_db, seconds, frequency=1000.0, rate_hz=RATE_HZ, phase=0.0):
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    return 10 ** (level_db / 20) * np.sin(2 * np.pi * frequency * times + phase)


def stereo(*parts):
    return np.tile(np.concatenate(parts), (2, 1))


@pytest.mark.parametrize(
    ("layout", "rate_hz"),
    [("mono", 44_100), ("stereo", 96_000), ("5.1", 48_000), ("7.1", 48_000)],
)
def test_agrees_with_another_meter(layout, rate_hz):
    rng = np.random.default_rng(len(layout))
    names = CHANNELS[layout]
    seconds = 25 * rate_hz
    swell = 0.02 + 0.1 * np.sin(0.2 * np.arange(seconds) / rate_hz) ** 4
    levels = np.linspace(0.5, 1.0, len(names))[:, None]
    samples = (levels * swell * rng.standard_normal((len(names), seconds))).astype(np.float32)
    modes = pyebur128.MeasurementMode
    mode = modes.MODE_I | modes.MODE_LRA | modes.MODE_TRUE_PEAK | modes.MODE_M | modes.MODE_S
    state = pyebur128.R128State(len(names), rate_hz, mode)
    for number, name in enumerate(names):
        state.set_channel(number, getattr(pyebur128.ChannelType, name))
    state.add_frames(np.ascontiguousarray(samples.T).ravel(), seconds)
    found = measured(samples, layout, rate_hz)
    assert found.integrated_lufs == pytest.approx(pyebur128.get_loudness_global(state), abs=0.05)
    assert found.range_lu == pytest.approx(pyebur128.get_loudness_range(state), abs=0.4)
    last = pyebur128.get_loudness_shortterm(state)
    assert found.short_term_lufs[-1] == pytest.approx(last, abs=0.05)
    peak = max(pyebur128.get_true_peak(state, n) for n, name in enumerate(names))
    assert found.true_peak_dbtp == pytest.approx(20 * np.log10(peak), abs=0.15)


@pytest.mark.media
@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg")
@pytest.mark.parametrize("layout", ["stereo", "5.1"])
def test_agrees_with_ffmpeg(tmp_path, layout):
    rng = np.random.default_rng(8)
    levels = np.linspace(0.02, 0.2, len(CHANNELS[layout]))[:, None]
    samples = (levels * rng.standard_normal((len(levels), 8 * RATE_HZ))).clip(-1, 1)
    sound = Sound(samples.astype(np.float32), layout=layout, codec="pcm_s24le")
    path = write_movie(tmp_path / "a.mov", sounds=[sound])
    command = ["ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stderr
    summary = said[said.rindex("Summary:") :]
    found = measured(samples, layout)
    assert found.integrated_lufs == pytest.approx(shown("I", summary), abs=0.1)
    assert found.true_peak_dbtp == pytest.approx(shown("Peak", summary), abs=0.2)


def shown(name, summary):
    return float(re.search(rf"\b{name}: +(-?[\d.]+)", summary)[1])


@pytest.mark.parametrize(
    ("parts", "lufs"),
    [
        ([(-23, 20)], -23.0),
        ([(-33, 20)], -33.0),
        ([(-36, 10), (-23, 60), (-36, 10)], -23.0),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
    ],
)
def test_integrated_loudness_of_tech_3341(parts, lufs):
    found = measured(stereo(*(sine(level, seconds) for level, seconds in parts)))
    assert found.integrated_lufs == pytest.approx(lufs, abs=0.1)


def test_surround_of_tech_3341():
    """Front at -28, centre at -24, surrounds at -30 dBFS are -23 LUFS together."""
    levels = (-28, -28, -24, -120, -30, -30)
    found = measured(np.stack([sine(level, 20) for level in levels]), "5.1")
    assert found.integrated_lufs == pytest.approx(-23.0, abs=0.1)


def test_short_term_and_momentary_of_tech_3341():
    steps = [sine(-20, 1.34), sine(-30, 1.66)] * 5
    assert measured(stereo(*steps)).short_term_lufs[40:] == pytest.approx(-23, abs=0.12)
    steps = [sine(-20, 0.18), sine(-30, 0.22)] * 25
    assert measured(stereo(*steps)).momentary_lufs[15:] == pytest.approx(-23, abs=0.12)


@pytest.mark.parametrize(
    ("frequency", "phase", "level_db", "dbtp"),
    [
        (12_000, 0.0, -6, -6.0),
        (12_000, np.pi / 4, -6, -6.0),
        (8_000, np.pi / 3, -6, -6.0),
        (6_000, np.pi / 6, -6, -6.0),
        (12_000, np.pi / 4, 3, 3.0),
    ],
)
def test_true_peak_of_tech_3341(frequency, phase, level_db, dbtp):
    tone = sine(level_db, 1.0, frequency, phase=phase)
    fade = np.minimum(np.arange(len(tone)) / 4800, 1) * np.minimum(
        np.arange(len(tone))[::-1] / 4800, 1
    )
    found = measured(stereo(tone * fade))
    assert -0.4 <= found.true_peak_dbtp - dbtp <= 0.2


@pytest.mark.parametrize(
    ("levels", "range_lu"),
    [((-20, -30), 10.0), ((-20, -15), 5.0), ((-40, -20), 20.0), ((-50, -35, -20, -35, -50), 15.0)],
)
def test_range_of_tech_3342(levels, range_lu):
    found = measured(stereo(*(sine(level, 20) for level in levels)))
    assert found.range_lu == pytest.approx(range_lu, abs=1.0)


def test_silence_and_nothing():
    for length in (0, 100, 48_000):
        found = measured(np.zeros((2, length)))
        assert (found.integrated_lufs, found.true_peak_dbtp) == (-70, -200)
        assert len(found.peaks) == -(-length // 4800)
        assert len(found.momentary_lufs) == length // 4800


def test_rest_at_the_end_dilutes_nothing():
    whole = measured(stereo(sine(-20, 4.0)))
    rest = measured(stereo(sine(-20, 4.01)))
    assert rest.integrated_lufs == whole.integrated_lufs
    late = np.concatenate([sine(-20, 4.0), [0.9] * 24])
    assert measured(stereo(late)).true_peak_dbtp > -2
