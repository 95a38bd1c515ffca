import numpy as np
import pytest

from app.playback.engine.mixer import Mixer, MixSettings
from app.playback.engine.play_run import Chunk
from cass_core.stem_names import STEMS
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.playback.playback_rig import NEUTRAL, RATE_HZ, balance, noise_stems

RAMP = RATE_HZ // 100


def chunk_of(stems, cover=1.0, start=0.0, step=1.0):
    mixture = stems.sum(axis=0, keepdims=True)
    frames = stems.shape[-1]
    share = np.full(frames, cover, np.float32)
    return Chunk(np.concatenate([mixture, stems]), share, start, step)


def heard(mixer, chunk, block=480):
    mixer.look()
    parts = []
    for first in range(0, chunk.num_frames, block):
        piece = chunk.piece(first, block)
        parts.append(mixer.mix(piece).sound)
        mixer.advance(piece)
    return np.concatenate(parts, axis=1)


def test_unity_is_the_mixture():
    stems = noise_stems(4800)
    out = heard(Mixer(RATE_HZ, NEUTRAL), chunk_of(stems))
    assert np.abs(out - stems.sum(axis=0)).max() < 1e-6


@pytest.mark.parametrize(
    "rebalance",
    [
        balance(StemGain(-6.0), StemGain(3.0), StemGain(-60.0)),
        balance(StemGain(muted=True)),
        balance(fx=StemGain(soloed=True), mx=StemGain(muted=True)),
        balance(StemGain(soloed=True, muted=True), master_db=-3.0),
        balance(mx=StemGain(2.0, line=(LinePoint(1000, -12.0), LinePoint(3000, 6.0)))),
        balance(mx=StemGain(line=(LinePoint(0, -12.0), LinePoint(9000, 6.0)))),
        balance(mx=StemGain(line=tuple(LinePoint(n * 97, -n % 13) for n in range(80)))),
        balance(mx=StemGain(line=(LinePoint(100, -12.0),))),
        balance(mx=StemGain(line=(LinePoint(9000, -12.0), LinePoint(9100, 0.0)))),
    ],
)
def test_settled_gains_are_those_of_an_export(rebalance):
    stems = noise_stems(4800)
    out = heard(Mixer(RATE_HZ, MixSettings(rebalance)), chunk_of(stems, start=500.0))
    assert np.abs(out - rebalance.mixed(stems, 500)).max() < 1e-6


@pytest.mark.parametrize("step", [-1.0, 4.0, -8.0, 0.5])
def test_a_gain_line_follows_the_programme_at_any_speed(step):
    line = (LinePoint(0, 0.0), LinePoint(20_000, -40.0))
    ones = np.zeros((3, 1, 2000), np.float32)
    ones[0] = 1.0
    start = 10_000.0
    mixer = Mixer(RATE_HZ, MixSettings(balance(StemGain(line=line))))
    out = heard(mixer, chunk_of(ones, start=start, step=step))[0]
    places = np.clip(start + step * np.arange(2000), 0, 20_000)
    assert np.allclose(20 * np.log10(out), -40 * places / 20_000, atol=0.01)


def test_a_change_takes_10_ms_and_moves_one_way():
    ones = np.ones((3, 1, 4800), np.float32)
    mixer = Mixer(RATE_HZ, NEUTRAL)
    heard(mixer, chunk_of(ones[..., :480]))
    mixer.settings = MixSettings(balance(StemGain(muted=True), StemGain(-6.0)))
    out = heard(mixer, chunk_of(ones), block=100)[0]
    target = 10 ** (-6 / 20) + 1
    assert out[0] < 3.0
    assert (np.diff(out[:RAMP]) < 0).all()
    assert np.abs(np.diff(out)).max() < 2 * (3 - target) / RAMP
    assert np.allclose(out[RAMP - 1 :], target, atol=1e-6)


def test_a_change_within_a_ramp_goes_on_from_what_is_heard():
    ones = np.ones((3, 1, 480), np.float32)
    mixer = Mixer(RATE_HZ, NEUTRAL)
    heard(mixer, chunk_of(ones))
    rng = np.random.default_rng(0)
    out = []
    for _ in range(200):
        gains = [
            StemGain(float(db), bool(mute))
            for db, mute in zip(rng.uniform(-60, 12, 3), rng.integers(0, 2, 3), strict=True)
        ]
        mixer.settings = MixSettings(Rebalance(tuple(gains), float(rng.uniform(-12, 0))))
        out.append(heard(mixer, chunk_of(ones[..., : rng.integers(1, 480)]))[0])
    steps = np.abs(np.diff(np.concatenate(out)))
    assert steps.max() < 2 * 3 * 4 / RAMP  # no faster than all faders at +12 dB in one ramp


def test_where_nothing_is_separated_the_mixture_is_heard():
    stems = noise_stems(1000)
    mixer = Mixer(RATE_HZ, MixSettings(balance(StemGain(muted=True), master_db=-6.0)))
    out = heard(mixer, chunk_of(stems, cover=0.0))
    assert np.allclose(out, stems.sum(axis=0) * 10 ** (-6 / 20), atol=1e-6)


def test_with_a_solo_silence_is_heard_where_nothing_is_separated():
    stems = noise_stems(1000)
    mixer = Mixer(RATE_HZ, MixSettings(balance(StemGain(soloed=True))))
    assert not heard(mixer, chunk_of(stems, cover=0.0)).any()


def test_at_unity_the_way_into_a_separated_part_is_not_heard():
    stems = noise_stems(1000)
    chunk = chunk_of(stems)
    chunk.cover[:] = np.linspace(0, 1, 1000)
    assert np.abs(heard(Mixer(RATE_HZ, NEUTRAL), chunk) - stems.sum(axis=0)).max() < 1e-6


def test_the_original_is_the_mixture_whatever_the_faders_say():
    stems = noise_stems(1000)
    settings = MixSettings(balance(StemGain(soloed=True), master_db=-60.0), original=True)
    out = heard(Mixer(RATE_HZ, settings), chunk_of(stems))
    assert np.array_equal(out, stems.sum(axis=0))
    softer = MixSettings(settings.rebalance, original=True, original_db=-6.0)
    out = heard(Mixer(RATE_HZ, softer), chunk_of(stems))
    assert np.allclose(out, stems.sum(axis=0) * 10 ** (-6 / 20), atol=1e-6)


def test_peaks_are_those_behind_the_faders():
    stems = np.zeros((3, 2, 480), np.float32)
    stems[:, 1, 100] = (0.5, -0.25, 0.125)
    settings = MixSettings(balance(StemGain(-6.0), mx=StemGain(muted=True)))
    peaks = Mixer(RATE_HZ, settings).mix(chunk_of(stems)).peaks
    half = 10 ** (-6 / 20)
    assert np.allclose(peaks, [0.5 * half - 0.25, 0.5 * half, 0.25, 0.0], atol=1e-6)
    assert len(peaks) == len(STEMS) + 1
