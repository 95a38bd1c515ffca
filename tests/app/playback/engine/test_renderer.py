from fractions import Fraction

import numpy as np
import pytest

from app.playback.engine.mixer import MixSettings
from app.playback.engine.track_feed import PlayOrder, begin_run
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.playback.playback_rig import (
    NEUTRAL,
    RATE_HZ,
    Rig,
    balance,
    noise_stems,
    tracks_of,
)

FADE = RATE_HZ // 100


def soft_stems(num_samples):
    """Three low tones: any click stands out."""
    times = np.arange(num_samples) / RATE_HZ
    tones = [0.2 * np.sin(2 * np.pi * hz * times) for hz in (50, 80, 110)]
    return np.repeat(np.array(tones, np.float32)[:, None], 2, axis=1)


@pytest.mark.parametrize("block", [480, 64, 333, 4096])
def test_the_sum_is_the_mixture_sample_for_sample(block):
    stems = noise_stems(48_000)
    rig = Rig(tracks_of(stems))
    rig.play(1000)
    out = rig.pull(0.8, block)
    expected = stems.sum(axis=0)[:, 1000 : 1000 + out.shape[1]]
    assert np.abs(out - expected)[:, FADE:].max() < 1e-6


def test_it_begins_and_ends_without_a_click():
    rig = Rig(tracks_of(soft_stems(96_000)))
    rig.play(13_001)
    started = rig.pull(0.2)
    rig.renderer.join(None)
    ended = rig.pull(0.2)
    out = np.concatenate([started, ended], axis=1)
    assert np.abs(np.diff(out)).max() < 0.01
    assert not ended[:, FADE:].any()
    assert np.abs(started).max() > 0.3


def test_a_seek_is_a_crossfade():
    stems = soft_stems(96_000)
    rig = Rig(tracks_of(stems))
    rig.play(0)
    first = rig.pull(0.1)
    rig.play(50_123)
    out = np.concatenate([first, rig.pull(0.1)], axis=1)
    assert np.abs(np.diff(out)).max() < 0.01
    after = stems.sum(axis=0)[:, 50_123 + FADE : 50_123 + 4800]
    assert np.abs(out[:, 4800 + FADE :] - after).max() < 1e-6
    assert rig.heard() == pytest.approx(50_123 + 4800)


def test_going_on_with_other_stems_keeps_the_place():
    before, after = noise_stems(96_000, seed=1), noise_stems(96_000, seed=2)
    rig = Rig(tracks_of(before))
    rig.play(500)
    first = rig.pull(0.3)
    rig.play(0, tracks=tracks_of(after), goes_on=True)
    out = np.concatenate([first, rig.pull(0.5)], axis=1)
    joint = 14_400 + 4800
    places = 500 + np.arange(out.shape[1])
    old, new = before.sum(axis=0)[:, places], after.sum(axis=0)[:, places]
    assert np.abs(out - old)[:, FADE:joint].max() < 1e-6
    assert np.abs(out - new)[:, joint + FADE :].max() < 1e-6


def test_a_run_that_is_ready_too_late_still_begins_in_its_place():
    stems = noise_stems(96_000)
    rig = Rig(tracks_of(stems))
    rig.play(0)
    rig.pull(0.1)
    order = PlayOrder(9, rig.tracks, 0, goes_on=True)
    run, at_frame = begin_run(order, rig.renderer)
    rig.pull(0.11)  # 10 ms more than it was made ahead for
    rig.renderer.join(run, at_frame)
    rig._runs.append(run)
    begin = round(0.21 * RATE_HZ)
    out = rig.pull(0.2)
    expected = stems.sum(axis=0)[:, begin : begin + out.shape[1]]
    assert np.abs(out - expected).max() < 1e-6


def test_the_place_is_told_at_any_speed_and_within_a_block():
    rig = Rig(tracks_of(noise_stems(480_000)))
    rig.play(1000, speed=Fraction(4))
    rig.pull(0.5, block=4800)
    assert rig.heard() == pytest.approx(1000 + 4 * 24_000)
    earlier = rig.renderer.heard(rig.time_s - 0.01)
    assert earlier.position == pytest.approx(1000 + 4 * (24_000 - 480))
    rig.play(90_000, forward=False)
    rig.pull(0.1, block=4800)
    assert rig.heard() == pytest.approx(90_000 - 4800)


def test_a_loop_that_is_set_while_playing_does_not_disturb():
    stems = noise_stems(48_000)
    rig = Rig(tracks_of(stems))
    rig.play(0)
    first = rig.pull(0.2)
    loop = SampleSpan(20_000, 26_000)
    rig.play(0, goes_on=True, loop=loop)
    out = np.concatenate([first, rig.pull(0.8)], axis=1)
    places = np.concatenate([np.arange(26_000), *[np.arange(20_000, 26_000)] * 5])[: out.shape[1]]
    seams = np.arange(26_000, out.shape[1], 6000)
    plain = np.ones(out.shape[1], bool)
    for begun in (0, *seams):
        plain[begun : begun + FADE] = False
    assert np.abs(out - stems.sum(axis=0)[:, places])[:, plain].max() < 1e-6
    seam = slice(26_000, 26_000 + FADE)
    up = (np.arange(FADE) + 1) / (FADE + 1)
    new, old = stems.sum(axis=0)[:, 20_000 : 20_000 + FADE], stems.sum(axis=0)[:, seam]
    assert np.abs(out[:, seam] - (up * new + (1 - up) * old)).max() < 1e-6


@pytest.mark.parametrize("rate_hz", [48_000, 44_100, 96_000])
@pytest.mark.parametrize("speed", [Fraction(1), Fraction(1, 2), Fraction(2)])
@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize(
    "loop",
    [
        SampleSpan(20_123, 26_007),
        SampleSpan(0, 6_207),  # nothing before it
        SampleSpan(90_123, 96_000),  # nothing behind it
        SampleSpan(0, 96_000),
        SampleSpan(20_123, 20_723),  # hardly longer than a fade
    ],
)
def test_where_a_loop_begins_anew_is_no_click(rate_hz, speed, forward, loop):
    times = np.arange(96_000) / RATE_HZ
    tones = [0.2 * np.cos(2 * np.pi * hz * times + 1) for hz in (50, 80, 110)]
    stems = np.repeat(np.array(tones, np.float32)[:, None], 2, axis=1)
    rig = Rig(tracks_of(stems), rate_hz)
    near = max(loop.stop - 9000, loop.start) if forward else min(loop.start + 9000, loop.stop - 1)
    rig.play(near, loop=loop, speed=speed, forward=forward)
    out = rig.pull(0.6)[:, FADE * 2 :]
    steps = np.abs(np.diff(out)).max() * rate_hz / RATE_HZ / float(max(speed, 1))
    assert steps < 0.013
    assert np.abs(out).max() > 0.1


def test_gains_that_differ_at_the_ends_of_a_loop_are_no_click():
    line = StemGain(line=(LinePoint(20_000, 0.0), LinePoint(26_000, -60.0)))
    rig = Rig(tracks_of(soft_stems(96_000)), settings=MixSettings(balance(line, line, line)))
    rig.play(20_000, loop=SampleSpan(20_000, 26_000))
    assert np.abs(np.diff(rig.pull(0.6)[:, FADE:])).max() < 0.01


def test_the_end_is_reached_and_told():
    rig = Rig(tracks_of(noise_stems(10_000)))
    run = rig.play(0)
    rig.pull(0.2)
    assert not rig.renderer.is_finished(run, rig.time_s)
    rig.pull(0.05)
    assert rig.renderer.is_finished(run, rig.time_s)
    assert rig.heard() == 10_000
    assert rig.renderer.num_underruns == 0


def test_gains_act_in_the_next_block():
    rig = Rig(tracks_of(noise_stems()))
    rig.play(0)
    rig.pull(0.1)
    rig.settle(MixSettings(balance(*[StemGain(muted=True)] * 3)))
    out = rig.pull(0.03)
    assert np.abs(out[:, :FADE]).max() > 0
    assert not out[:, FADE:].any()


def test_a_grain_is_short_and_lies_around_its_place():
    rig = Rig(tracks_of(noise_stems(48_000)))
    rig.play(24_000, grain=True)
    out = rig.pull(0.3)
    loud = np.flatnonzero(np.abs(out).max(axis=0) > 1e-6)
    assert loud[-1] - loud[0] < 0.16 * RATE_HZ
    assert rig.heard() == pytest.approx(24_000, abs=0.13 * RATE_HZ)


@pytest.mark.parametrize("between_s", [0.03, 0.048, 0.09])
def test_grains_that_follow_each_other_leave_no_gaps(between_s):
    rig = Rig(tracks_of(np.full((3, 2, 96_000), 0.1, np.float32)))
    heard = []
    for number in range(8):
        rig.play(24_000 + round(number * between_s * RATE_HZ), grain=True)
        heard.append(rig.pull(between_s))
    assert np.concatenate(heard, axis=1)[:, FADE:].min() == pytest.approx(0.3, abs=1e-3)


def test_a_grain_ends_without_a_click():
    rig = Rig(tracks_of(soft_stems(96_000)))
    rig.play(24_000, grain=True)
    assert np.abs(np.diff(rig.pull(0.3))).max() < 0.01


def test_the_clock_trembles_less_than_the_device():
    rig = Rig(tracks_of(noise_stems(96_000)))
    rig.play(0)
    rng = np.random.default_rng(0)
    late = []
    for _ in range(150):
        true_s = rig.time_s
        rig.time_s += rng.uniform(-0.005, 0.005)
        before = rig.renderer.heard(true_s)
        rig.pull(0.01)
        rig.time_s = true_s + 0.01
        if before is not None:
            late.append(before.position)
    steps = np.diff(late[20:])
    assert np.abs(steps - 480).max() < 96  # 2 ms where the device trembles by 10


def test_an_underrun_is_counted_and_no_place_is_lost():
    stems = noise_stems(96_000)
    rig = Rig(tracks_of(stems))
    rig.play(0)
    rig.pull(0.1)
    runs, rig._runs = rig._runs, []
    rig.pull(1.0)  # nobody reads ahead
    assert rig.renderer.num_underruns > 0
    rig._runs = runs
    place = round(rig.heard())
    out = rig.pull(0.1)
    expected = stems.sum(axis=0)[:, place : place + 4800]
    assert np.abs(out - expected).max() < 1e-6


def test_no_stem_drifts_in_a_minute():
    stems = noise_stems(62 * RATE_HZ, num_channels=1)
    tracks = tracks_of(stems, layout="mono")
    rig = Rig(tracks)
    rig.play(0)
    rng = np.random.default_rng(0)
    rig.pull(60.0, block=int(rng.integers(200, 600)))
    assert rig.heard() == pytest.approx(60 * RATE_HZ, abs=1e-6)
    _assert_in_place(rig, stems.repeat(2, axis=1))


def test_a_thousand_random_actions_shift_nothing_and_never_click():
    """Soft tones for the clicks; the place of every stem is proved by its samples."""
    num_samples = 20 * RATE_HZ
    rng = np.random.default_rng(7)
    stems = soft_stems(num_samples)
    other = tracks_of(stems[[1, 2, 0]])
    own = tracks_of(stems)
    rig = Rig(own)
    rig.play(0)
    out = []
    for _ in range(1000):
        _random_action(rig, rng, (own, other))
        out.append(rig.pull(rng.uniform(0.001, 0.04), block=int(rng.integers(32, 700))))
    assert (np.abs(np.diff(np.concatenate(out, axis=1))).max()) < 0.012
    rig.settle(NEUTRAL)
    noise = noise_stems(num_samples, seed=3)
    rig.play(200_000, tracks=tracks_of(noise))
    rig.pull(0.1)
    _assert_in_place(rig, noise)


def _random_action(rig, rng, tracks):
    kind = rng.integers(0, 6)
    place = int(rng.integers(0, 19 * RATE_HZ))
    loop = SampleSpan(place, place + int(rng.integers(2000, 30_000))) if kind == 4 else None
    if kind <= 2:
        gains = tuple(
            StemGain(float(rng.uniform(-30, 0)), bool(rng.random() < 0.3), bool(rng.random() < 0.1))
            for _ in STEMS
        )
        rig.settle(MixSettings(Rebalance(gains), original=bool(rng.random() < 0.2)))
    elif kind == 3:
        rig.play(place, tracks=tracks[rng.integers(0, 2)])
    else:
        rig.play(place, tracks=tracks[rng.integers(0, 2)], goes_on=True, loop=loop)


def _assert_in_place(rig, stems):
    """Each stem alone is heard at the position that the renderer tells, to the sample."""
    for index, _ in enumerate(STEMS):
        gains = [StemGain(soloed=number == index) for number in range(3)]
        rig.settle(MixSettings(Rebalance(tuple(gains))))
        rig.pull(0.05)
        place = round(rig.heard())
        out = rig.pull(0.1)
        expected = stems[index][:, place : place + out.shape[1]]
        lags = [
            np.sum(out[:, 50:-50] * np.roll(expected, lag, axis=1)[:, 50:-50])
            for lag in range(-40, 41)
        ]
        assert int(np.argmax(lags)) - 40 == 0
        assert np.abs(out - expected).max() < 1e-6
