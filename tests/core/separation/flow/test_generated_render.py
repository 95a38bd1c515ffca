"""A model that is right gives the right stems, at the programme's rate and in its place."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.dsp.stft import FrameGrid
from cass_core.metrics.sdr import si_sdr
from cass_core.separation.channel_layout import downmix_gains
from cass_core.separation.flow.full_band import FullBand
from cass_core.separation.flow.long_form import LongForm
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.model_sound import resampled_sound
from tests.helpers.separation.separation_fakes import (
    LAYOUTS,
    TINY,
    FakeField,
    finish,
    sound_source,
)

GRID = FrameGrid(510, 128, 16_000)
RATES = [16_000, 22_050, 22_255, 44_100, 47_952, 48_000, 96_000]


def band_limited(rate_hz, count=3, seconds=2.0, highest_hz=7_000):
    """Noises without anything above a frequency, (sound, sample)."""
    rng = np.random.default_rng(8)
    spectrum = np.fft.rfft(rng.standard_normal((count, round(seconds * rate_hz))))
    hz = np.fft.rfftfreq(round(seconds * rate_hz), 1 / rate_hz)
    sounds = np.fft.irfft(np.where(hz < highest_hz, spectrum, 0), round(seconds * rate_hz))
    ramp = np.sin(np.linspace(0, np.pi / 2, round(0.02 * rate_hz))) ** 2
    sounds[:, : len(ramp)] *= ramp  # an abrupt end would not be limited to a band
    sounds[:, -len(ramp) :] *= ramp[::-1]
    return 0.1 * sounds / sounds.std()


def true_estimates(stems, rate_hz, full_band, span, layout="mono"):
    """The transform of the true stems: what a perfect model would give."""
    frames = full_band.band_frames_over(span)
    gains = downmix_gains(layout, LAYOUTS[layout])
    estimates = [
        ModelBand(sound_source([gains @ np.atleast_2d(stem)], rate_hz), GRID).frames(
            frames.first, frames.count
        )
        for stem in stems
    ]
    return torch.stack(estimates), frames.first


@pytest.mark.parametrize("rate_hz", RATES)
def test_true_estimates_give_the_true_stems(rate_hz):
    stems = band_limited(rate_hz)
    source = sound_source(stems.sum(axis=0, keepdims=True), rate_hz)
    full_band = FullBand(source, GRID, generated=True)
    span = SampleSpan(0, source.num_samples)
    rendered = full_band.render(span, *true_estimates(stems, rate_hz, full_band, span))
    for one, true in zip(rendered[:, 0], stems, strict=True):
        assert si_sdr(one, true) > 60
    error = rendered.sum(axis=0, dtype=np.float64) - source.read(span)
    assert np.abs(error).max() < 1e-6


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_a_span_within_the_programme_is_as_good(rate_hz):
    stems = band_limited(rate_hz, seconds=3.0)
    source = sound_source(stems.sum(axis=0, keepdims=True), rate_hz)
    full_band = FullBand(source, GRID, generated=True)
    span = SampleSpan(rate_hz + 333, 2 * rate_hz + 21)
    rendered = full_band.render(span, *true_estimates(stems, rate_hz, full_band, span))
    for one, true in zip(rendered[:, 0], stems, strict=True):
        assert si_sdr(one, true[span.start : span.stop]) > 60


def test_the_first_and_last_samples_are_heard_whole():
    stems = np.random.default_rng(2).uniform(-0.2, 0.2, (3, 24_000))
    bands = [ModelBand(sound_source(stem[None], 16_000), GRID) for stem in stems]

    def truth(windows):
        frames = TINY.window_frames
        answers = [[b.frames(f, frames) for b in bands] for f in windows.first_frames]
        return torch.stack([torch.stack(answer) for answer in answers])

    source = sound_source(stems.sum(axis=0, keepdims=True), 16_000)
    full_band = FullBand(source, GRID, generated=True)
    span = SampleSpan(0, 24_000)
    frames = full_band.band_frames_over(span)
    work = LongForm([ModelBand(source, GRID)], FakeField(truth), None)
    (estimates,) = finish(work.estimates(frames.first, frames.count))
    sound = resampled_sound(estimates, frames.first, GRID, 16_000, span)
    for one, true in zip(sound.numpy(), stems, strict=True):
        for part in (slice(0, 64), slice(-64, None), slice(None)):
            assert si_sdr(one[part], true[part]) > 80


def test_generated_beats_masked_where_stems_overlap():
    stems = band_limited(48_000)
    source = sound_source(stems.sum(axis=0, keepdims=True), 48_000)
    span = SampleSpan(0, source.num_samples)
    scores = []
    for generated in (False, True):
        full_band = FullBand(source, GRID, generated)
        rendered = full_band.render(span, *true_estimates(stems, 48_000, full_band, span))
        scores.append(si_sdr(rendered[:, 0], stems))
    assert scores[1] > scores[0] + 30


def test_each_channel_gets_its_part():
    left, right, _ = band_limited(48_000)
    stems = np.stack([[left, left], [right, -0.5 * right], [0 * left, 0 * right]])
    source = sound_source(stems.sum(axis=0), 48_000, "stereo")
    full_band = FullBand(source, GRID, generated=True)
    span = SampleSpan(0, source.num_samples)
    estimates = true_estimates(stems, 48_000, full_band, span, "stereo")
    rendered = full_band.render(span, *estimates)
    downmix = rendered.mean(axis=1)
    for one, true in zip(downmix[:2], stems.mean(axis=1), strict=False):
        assert si_sdr(one, true) > 15
    assert np.abs(rendered.sum(axis=0, dtype=np.float64) - source.read(span)).max() < 1e-6


@pytest.mark.parametrize("rate_hz", RATES)
def test_the_models_sound_lies_in_its_place(rate_hz):
    sounds = band_limited(rate_hz)
    frames = ModelBand(sound_source(sounds[:1], rate_hz), GRID).frames(50, 120)
    span = SampleSpan(round(0.45 * rate_hz), round(1.3 * rate_hz))
    placed = resampled_sound(frames[None], 50, GRID, rate_hz, span)
    true = torch.from_numpy(sounds[0, span.start : span.stop])
    assert (placed[0] - true).std() < 1e-3 * true.std()


def test_the_models_sound_is_silent_where_there_are_no_frames():
    frames = torch.ones(1, GRID.num_bins, 20, dtype=torch.complex64)
    placed = resampled_sound(frames, 50, GRID, 44_100, SampleSpan(0, 44_100))
    assert placed.shape == (1, 44_100)
    assert not placed[:, : round(0.35 * 44_100)].any()
    assert not placed[:, round(0.6 * 44_100) :].any()
