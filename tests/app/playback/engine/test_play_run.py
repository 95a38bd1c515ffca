from fractions import Fraction

import numpy as np
import pytest

from app.playback.engine.play_run import PlayRun, RunPlan
from app.playback.engine.route import Route
from app.playback.engine.sound_tracks import SoundTracks
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from tests.helpers.playback.playback_rig import noise_stems, tracks_of

PLAIN = np.eye(2, dtype=np.float32)


def run_of(tracks, route=None, speed=1, rate_hz=None):
    route = route or Route(0, True, tracks.num_samples)
    return PlayRun(RunPlan(tracks, route, Fraction(speed), rate_hz or tracks.rate_hz, PLAIN))


def everything(run, most_frames=1 << 20):
    """Sound of all lanes and the programme position of every frame."""
    sounds, places = [], []
    while not run.is_made and run.frames_taken < most_frames:
        run.make()
        while (chunk := run.peek(1 << 20)) is not None:
            sounds.append(chunk.sound)
            places.append(chunk.start + chunk.step * np.arange(chunk.num_frames))
            run.skip(chunk.num_frames)
    return np.concatenate(sounds, axis=-1), np.concatenate(places)


def sine_tracks(hz=440.0, rate_hz=48_000, seconds=2.0):
    count = round(rate_hz * seconds)
    wave = np.sin(2 * np.pi * hz * np.arange(count) / rate_hz).astype(np.float32)
    source = ArraySource(AudioClip(np.stack([wave, wave]), rate_hz, "stereo"))
    return SoundTracks(source, None, rate_hz, "stereo", count)


def test_a_plain_run_is_the_programme_sample_for_sample():
    stems = noise_stems(10_000)
    sound, places = everything(run_of(tracks_of(stems)))
    assert np.array_equal(sound[1:], stems)
    assert np.array_equal(places, np.arange(10_000))


def test_backward_is_the_programme_reversed():
    stems = noise_stems(5000)
    sound, places = everything(run_of(tracks_of(stems), Route(4999, False, 5000)))
    assert np.array_equal(sound[1:], stems[..., ::-1])
    assert np.array_equal(places, np.arange(4999, -1, -1))


def test_a_loop_repeats_exactly_its_samples():
    stems = noise_stems(9000)
    loop = SampleSpan(3000, 5500)
    run = run_of(tracks_of(stems), Route(1000, True, 9000, loop))
    sound, places = everything(run, 12_000)
    expected = np.concatenate([np.arange(1000, 5500), *[np.arange(3000, 5500)] * 4])[: len(places)]
    assert np.array_equal(places, expected)
    assert np.array_equal(sound[1:], stems[..., expected])


@pytest.mark.parametrize(
    ("rate_hz", "device_hz"),
    [(44_100, 48_000), (48_000, 44_100), (96_000, 48_000), (48_000, 47_952)],
)
def test_another_rate_keeps_every_position(rate_hz, device_hz):
    tracks = sine_tracks(440.0, rate_hz)
    sound, places = everything(run_of(tracks, rate_hz=device_hz))
    assert len(places) == pytest.approx(2 * device_hz, abs=1)
    inside = slice(2000, -2000)
    expected = np.sin(2 * np.pi * 440.0 * places / rate_hz)
    assert np.abs(sound[0, 0] - expected)[inside].max() < 1e-4
    assert np.allclose(np.diff(places), rate_hz / device_hz)


def test_another_rate_gives_the_same_whatever_was_read_before():
    tracks = sine_tracks(997.0, 44_100)
    whole, _ = everything(run_of(tracks, rate_hz=48_000))
    loop = SampleSpan(11_025, 22_050)  # a quarter of a second, 12000 frames
    looped, _ = everything(run_of(tracks, Route(0, True, 88_200, loop), rate_hz=48_000), 60_000)
    assert np.abs(looped[0, :, 2000:20_000] - whole[0, :, 2000:20_000]).max() < 1e-5
    second, third = looped[0, :, 25_000:35_000], looped[0, :, 37_000:47_000]
    assert np.abs(second - third).max() < 1e-5


@pytest.mark.parametrize("speed", [0.5, 2, 4, 8])
def test_shuttling_reads_faster_and_stays_audible(speed):
    tracks = sine_tracks(200.0)
    sound, places = everything(run_of(tracks, speed=speed))
    assert len(places) == pytest.approx(96_000 / speed, abs=1)
    assert np.allclose(np.diff(places), speed)
    tone = sound[0, 0]
    assert np.abs(tone).max() > 0.9
    spectrum = np.abs(np.fft.rfft(tone * np.hanning(len(tone))))
    peak_hz = np.argmax(spectrum) * 48_000 / len(tone)
    assert peak_hz == pytest.approx(200 * speed, rel=0.01)


def test_half_speed_backward():
    tracks = sine_tracks(440.0)
    run = run_of(tracks, Route(95_999, False, 96_000), speed=0.5)
    sound, places = everything(run)
    assert np.abs(sound[0, 0] - np.sin(2 * np.pi * 440 * places / 48_000))[2:-4].max() < 1e-3


def test_shuttle_stays_in_the_loop_without_losing_a_fraction():
    tracks = sine_tracks(440.0)
    run = run_of(tracks, Route(0, True, 96_000, SampleSpan(1000, 4001)), speed=8)
    _, places = everything(run, 5000)
    assert places.max() < 4001
    unwrapped = np.unwrap(places[700:], period=3001)
    assert np.allclose(np.diff(unwrapped), 8)


def test_cover_ramps_within_what_is_separated():
    stems = noise_stems(10_000)
    tracks = tracks_of(stems, covered=(SampleSpan(2000, 6000),))
    cover = tracks.read(SampleSpan(0, 10_000)).cover
    assert not cover[:2000].any()
    assert not cover[6000:].any()
    assert (cover[2480:5520] == 1).all()
    assert (np.diff(cover[2000:2480]) > 0).all()
    pieces = [tracks.read(span).cover for span in SampleSpan(0, 10_000).blocks(777)]
    assert np.array_equal(np.concatenate(pieces), cover)


def test_the_programme_ends_are_no_edges():
    tracks = tracks_of(noise_stems(2000))
    assert (tracks.read(SampleSpan(0, 2000)).cover == 1).all()
