import numpy as np
import pyloudnorm
import pytest

from app.playback.comparison import Comparison
from app.playback.engine.mixer import Mixer, MixSettings
from app.playback.engine.play_run import Chunk
from app.playback.loudness_match import measure_loudness
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import StemGain
from tests.helpers.playback.playback_rig import RATE_HZ, balance, noise_stems, tracks_of

LENGTH = 12 * RATE_HZ
WHOLE = SampleSpan(0, LENGTH)


def changing_stems():
    """Stems whose levels change over time, each in another way."""
    stems = noise_stems(LENGTH)
    times = np.linspace(0, 1, LENGTH)
    levels = np.stack([times, 1 - times, 0.3 + 0.2 * np.sin(40 * times)]).astype(np.float32)
    return stems * levels[:, None]


@pytest.fixture(scope="module")
def stems():
    return changing_stems()


def lufs(sound):
    return pyloudnorm.Meter(RATE_HZ).integrated_loudness(sound.T.astype(np.float64))


LINE = (LinePoint(0, -30.0), LinePoint(LENGTH // 2, 0.0), LinePoint(LENGTH, 6.0))


@pytest.mark.parametrize(
    "rebalance",
    [
        balance(),
        balance(StemGain(-12.0), StemGain(6.0)),
        balance(StemGain(soloed=True)),
        balance(fx=StemGain(muted=True), master_db=-4.5),
        balance(StemGain(3.0, line=LINE)),
    ],
)
def test_the_gain_is_the_difference_of_the_loudness(stems, rebalance):
    profile = measure_loudness(tracks_of(stems), WHOLE, lambda: True)
    expected = lufs(rebalance.mixed(stems, 0)) - lufs(stems.sum(axis=0))
    assert profile.match_db(rebalance) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_matched_is_what_is_heard_and_what_is_exported(stems, seed):
    rng = np.random.default_rng(seed)
    rebalance = drawn_rebalance(rng)
    exported = rebalance.mixed(stems, 0)
    mixer = Mixer(RATE_HZ, MixSettings(rebalance))
    lanes = np.concatenate([stems.sum(axis=0, keepdims=True), stems])
    heard = mixer.mix(Chunk(lanes, np.ones(LENGTH, np.float32), 0.0, 1.0)).sound
    assert np.abs(heard - exported).max() < 1e-6
    profile = measure_loudness(tracks_of(stems), WHOLE, lambda: True)
    expected = lufs(exported) - lufs(stems.sum(axis=0))
    assert profile.match_db(rebalance) == pytest.approx(expected, abs=0.1)


def drawn_rebalance(rng):
    """Any gains, lines, mutes and solos that leave something to be heard."""
    lines = [np.sort(rng.choice(LENGTH, rng.integers(0, 5), replace=False)) for _ in range(3)]
    gains = [
        StemGain(
            float(rng.uniform(-20, 6)),
            bool(number > 0 and rng.random() < 0.3),
            bool(number == 0 and rng.random() < 0.3),
            tuple(LinePoint(int(bend), float(rng.uniform(-20, 6))) for bend in line),
        )
        for number, line in enumerate(lines)
    ]
    return balance(*gains, master_db=float(rng.uniform(-6, 3)))


@pytest.mark.parametrize("rest", [1, RATE_HZ // 20])
def test_a_rest_that_is_too_short_for_a_loudness_is_left_out(stems, rest):
    tracks, goes_on = tracks_of(stems), lambda: True
    assert measure_loudness(tracks, SampleSpan(0, rest), goes_on) is None
    whole = measure_loudness(tracks, SampleSpan(0, 4 * RATE_HZ), goes_on)
    longer = measure_loudness(tracks, SampleSpan(0, 4 * RATE_HZ + rest), goes_on)
    assert longer.match_db(balance(StemGain(-12.0))) == whole.match_db(balance(StemGain(-12.0)))


def test_a_part_that_is_not_separated_counts_as_it_is_heard(stems):
    covered = SampleSpan(0, LENGTH // 2)
    profile = measure_loudness(tracks_of(stems, (covered,)), WHOLE, lambda: True)
    rebalance = balance(StemGain(-20.0), StemGain(-20.0), StemGain(-20.0))
    heard = stems.sum(axis=0)
    heard[:, : LENGTH // 2] *= 0.1
    expected = lufs(heard) - lufs(stems.sum(axis=0))
    assert profile.match_db(rebalance) == pytest.approx(expected, abs=0.1)


def test_silence_changes_nothing(stems):
    profile = measure_loudness(tracks_of(stems), WHOLE, lambda: True)
    assert profile.match_db(balance(*[StemGain(muted=True)] * 3)) == 0.0
    assert profile.match_db(balance(master_db=-60.0)) == 0.0


def test_a_long_programme_is_measured_in_excerpts():
    class Endless:
        rate_hz, layout, num_channels, num_samples = RATE_HZ, "mono", 1, 10_800 * RATE_HZ
        num_read = 0

        def read(self, span):
            Endless.num_read += span.num_samples
            rng = np.random.default_rng(span.start % 1000)
            return rng.uniform(-0.1, 0.1, (1, span.num_samples)).astype(np.float32)

    from app.playback.engine.sound_tracks import SoundTracks

    source = Endless()
    tracks = SoundTracks(source, None, RATE_HZ, "mono", source.num_samples)
    profile = measure_loudness(tracks, SampleSpan(0, source.num_samples), lambda: True)
    assert Endless.num_read < 300 * RATE_HZ
    assert profile.places[-1] > 0.99 * source.num_samples
    assert profile.match_db(balance()) == pytest.approx(0, abs=1e-6)


def test_measuring_can_be_given_up(stems):
    assert measure_loudness(tracks_of(stems), WHOLE, lambda: False) is None


def test_the_comparison_matches_once_and_follows_the_faders(qtbot, mix, timeline, stems):
    comparison = Comparison(mix, timeline)
    comparison.set_tracks(tracks_of(stems))
    mix.set_gain(Stem.DX, StemGain(-60.0))
    comparison.set_original(True)
    assert comparison.settings.original_db == 0.0
    comparison.set_level_match(True)
    qtbot.waitUntil(lambda: comparison.settings.original_db != 0.0, timeout=5000)
    first = comparison.settings.original_db
    expected = lufs(mix.rebalance.mixed(stems, 0)) - lufs(stems.sum(axis=0))
    assert first == pytest.approx(expected, abs=0.1)
    mix.set_master_db(-6.0)
    assert comparison.settings.original_db == pytest.approx(first - 6.0)
    comparison.set_original(False)
    assert comparison.settings.original_db == 0.0
    comparison.close()


def test_the_loop_is_what_is_matched(qtbot, mix, timeline, stems):
    comparison = Comparison(mix, timeline)
    comparison.set_tracks(tracks_of(stems))
    mix.set_gain(Stem.DX, StemGain(-60.0))
    timeline.set_loop(SampleSpan(0, 2 * RATE_HZ), True)
    comparison.set_original(True)
    comparison.set_level_match(True)
    qtbot.waitUntil(lambda: comparison.settings.original_db != 0.0, timeout=5000)
    here = stems[..., : 2 * RATE_HZ]
    expected = lufs(mix.rebalance.mixed(here, 0)) - lufs(here.sum(axis=0))
    assert comparison.settings.original_db == pytest.approx(expected, abs=0.1)
    comparison.close()
