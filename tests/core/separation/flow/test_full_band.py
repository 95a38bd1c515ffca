"""The editor's stems: all channels, all of the band, and together the programme."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.separation.consistency import share_out
from cass_core.separation.flow.full_band import FullBand
from tests.helpers.separation.separation_fakes import LAYOUTS, noise_source, sound_source

GRID = FrameGrid(510, 128, 16_000)
RATES = [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]
PROGRAMMES = [
    ("mono", 16_000), ("mono", 8_000), ("stereo", 44_100), ("stereo", 48_000), ("5.1", 48_000),
    ("5.1", 44_100), ("7.1", 96_000), ("stereo", 44_056),
]  # fmt: skip


def random_estimates(full_band, span):
    """Estimates of a model that guesses, and the number of their first frame."""
    frames = full_band.band_frames_over(span)
    generator = torch.Generator().manual_seed(frames.first % 1000)
    shape = (3, GRID.num_bins, frames.count)
    loudness = 10 ** torch.linspace(-4, 1, frames.count)
    return loudness * torch.randn(shape, dtype=torch.complex64, generator=generator), frames.first


def chosen(full_band, span, stem_of):
    """Estimates in which each place belongs to one stem: stem_of(hz, seconds) gives it."""
    frames = full_band.band_frames_over(span)
    hz = (torch.arange(GRID.num_bins) * 16_000 / GRID.n_fft).reshape(-1, 1)
    seconds = (torch.arange(frames.count) + frames.first) * GRID.hop / 16_000
    owner = stem_of(hz, seconds).expand(GRID.num_bins, frames.count)
    estimates = torch.stack([(owner == stem).to(torch.complex64) for stem in range(3)])
    return estimates, frames.first


def null_depth(stems, mixture):
    error = np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max()
    return 20 * np.log10(error + 1e-20)


@pytest.mark.parametrize("rate_hz", RATES)
def test_masks_sum_to_one(rate_hz):
    full_band = FullBand(noise_source(3.0, rate_hz), GRID)
    span = SampleSpan(rate_hz, 2 * rate_hz)
    estimates, first = random_estimates(full_band, span)
    masks = full_band.masks(share_out(estimates), span, first)
    assert masks.shape[1:] == (full_band.grid.num_bins, full_band.frames_over(span).count)
    assert masks.min() >= 0
    torch.testing.assert_close(masks.sum(dim=0), torch.ones(masks.shape[1:]))


@pytest.mark.parametrize("rate_hz", [16_000, 32_000, 48_000, 96_000])
@pytest.mark.parametrize("hours", [0, 3])
def test_at_multiples_of_the_models_rate_its_masks_are_taken_as_they_are(rate_hz, hours):
    full_band = FullBand(noise_source(1.0, rate_hz), GRID)
    start = hours * 3600 * rate_hz + 1234
    span = SampleSpan(start, start + rate_hz // 2)
    estimates, first = random_estimates(full_band, span)
    given = share_out(estimates)
    masks = full_band.masks(given, span, first)
    offset = full_band.frames_over(span).first - first
    below = slice(0, 7_500 * GRID.n_fft // 16_000 + 1)
    expected = given[:, below, offset : offset + masks.shape[2]]
    assert torch.equal(masks[:, below], expected)


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_above_the_band_the_upper_band_decides(rate_hz):
    full_band = FullBand(noise_source(1.0, rate_hz), GRID)
    span = SampleSpan(0, rate_hz)
    estimates, first = chosen(full_band, span, lambda hz, _: 2 * (hz > 4_900).int())
    masks = full_band.masks(share_out(estimates), span, first)
    hz = torch.arange(full_band.grid.num_bins) * rate_hz / full_band.grid.n_fft
    torch.testing.assert_close(masks[2, hz > 5_000], torch.ones_like(masks[2, hz > 5_000]))
    torch.testing.assert_close(masks[0, hz < 4_800], torch.ones_like(masks[0, hz < 4_800]))


@pytest.mark.parametrize("generated", [False, True])
@pytest.mark.parametrize(("layout", "rate_hz"), PROGRAMMES)
def test_stems_sum_to_the_programme(layout, rate_hz, generated):
    source = noise_source(1.5, rate_hz, layout)
    full_band = FullBand(source, GRID, generated)
    span = SampleSpan(rate_hz // 7, source.num_samples)
    stems = full_band.render(span, *random_estimates(full_band, span))
    assert stems.shape == (3, LAYOUTS[layout], span.num_samples)
    assert stems.dtype == np.float32
    assert np.isfinite(stems).all()
    assert null_depth(stems, source.read(span)) < -120


@pytest.mark.parametrize("stem", [0, 1, 2])
@pytest.mark.parametrize(("layout", "rate_hz"), PROGRAMMES)
def test_a_stem_that_owns_everything_is_the_programme(layout, rate_hz, stem):
    source = noise_source(0.8, rate_hz, layout)
    full_band = FullBand(source, GRID)
    span = SampleSpan(0, source.num_samples)
    stems = full_band.render(span, *chosen(full_band, span, lambda hz, s: stem + 0 * s))
    np.testing.assert_allclose(stems[stem], source.read(span), atol=3e-6)
    others = np.delete(stems, stem, axis=0)
    assert np.abs(others).max() < 3e-6


@pytest.mark.parametrize("rate_hz", [11_025, 22_050, 44_100, 48_000])
def test_tones_and_clicks_go_where_the_masks_send_them(rate_hz):
    times = np.arange(2 * rate_hz) / rate_hz
    tones = [0.2 * np.sin(2 * np.pi * f * times) for f in (900, 3_200)]
    full_band = FullBand(sound_source([sum(tones)], rate_hz), GRID)
    span = SampleSpan(0, len(times))
    stems = full_band.render(span, *chosen(full_band, span, lambda hz, _: (hz > 2_000).int()))
    inner = slice(rate_hz // 2, -rate_hz // 2)
    for stem, tone in zip(stems[:, 0], [*tones, 0 * times], strict=True):
        assert np.abs(stem - tone)[inner].max() < 2e-4

    clicks = [np.exp(-(((times - at) * 2_000) ** 2)) for at in (0.6, 0.7)]
    full_band = FullBand(sound_source([sum(clicks)], rate_hz), GRID)
    stems = full_band.render(span, *chosen(full_band, span, lambda _, s: (s > 0.65).int()))
    for stem, click in zip(stems[:2, 0], clicks, strict=True):
        np.testing.assert_allclose(stem, click, atol=2e-4)


@pytest.mark.parametrize("generated", [False, True])
@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_a_part_is_rendered_like_the_whole(rate_hz, generated):
    source = noise_source(3.0, rate_hz, "stereo")
    full_band = FullBand(source, GRID, generated)
    span = SampleSpan(0, source.num_samples)
    estimates, first = random_estimates(full_band, span)
    whole = full_band.render(span, estimates, first)
    part = SampleSpan(rate_hz + 17, 2 * rate_hz + 3)
    frames = full_band.band_frames_over(part)
    cut = estimates[..., frames.first - first : frames.first - first + frames.count]
    rendered = full_band.render(part, cut, frames.first)
    np.testing.assert_allclose(rendered, whole[..., part.start : part.stop], atol=2e-4)


@pytest.mark.parametrize("generated", [False, True])
def test_silent_channels_stay_silent(generated):
    source = noise_source(1.0, 48_000, "5.1")
    samples = source.read(SampleSpan(0, 48_000))
    samples[[3, 5]] = 0
    full_band = FullBand(sound_source(samples, 48_000, "5.1"), GRID, generated)
    span = SampleSpan(0, 48_000)
    stems = full_band.render(span, *random_estimates(full_band, span))
    assert not stems[:, [3, 5]].any()
    assert stems[:, [0, 1, 2, 4]].any(axis=2).all()


@pytest.mark.parametrize("generated", [False, True])
@pytest.mark.parametrize("guess", [False, True])
def test_silence_gives_silence(generated, guess):
    full_band = FullBand(sound_source(np.zeros((2, 48_000)), 48_000, "stereo"), GRID, generated)
    span = SampleSpan(0, 48_000)
    estimates, first = random_estimates(full_band, span)
    stems = full_band.render(span, estimates * int(guess), first)
    assert not stems.any()


@pytest.mark.parametrize("generated", [False, True])
def test_input_above_full_scale_passes(generated):
    source = noise_source(1.0, 48_000, "stereo", peak=8.0)
    full_band = FullBand(source, GRID, generated)
    span = SampleSpan(0, source.num_samples)
    stems = full_band.render(span, *random_estimates(full_band, span))
    assert null_depth(stems, source.read(span)) < -120 + 18  # 18 dB above full scale


@pytest.mark.parametrize("generated", [False, True])
def test_channels_in_antiphase_still_sum(generated):
    left = noise_source(1.0, 48_000).read(SampleSpan(0, 48_000))
    source = sound_source(np.concatenate([left, -left]), 48_000, "stereo")
    full_band = FullBand(source, GRID, generated)
    span = SampleSpan(0, 48_000)
    estimates, first = random_estimates(full_band, span)
    for heard in (estimates, 0 * estimates):
        stems = full_band.render(span, heard, first)
        assert np.isfinite(stems).all()
        assert null_depth(stems, source.read(span)) < -120


def test_masks_that_flicker_are_rendered_calmer():
    full_band = FullBand(noise_source(2.0), GRID)
    span = SampleSpan(0, 32_000)
    estimates, first = chosen(full_band, span, lambda hz, s: (s * 125 % 4 < 1).int() + 0 * hz.int())
    flickering = full_band.masks(share_out(estimates), span, first)
    reach = full_band._samples_under(span)
    given = analyse(torch.from_numpy(full_band.source.read(reach)), full_band.grid)
    samples, weight = synthesise(flickering[1] * given, full_band.grid)
    rough = (samples / weight.clamp_min(1e-6))[..., 1_000:31_000]
    calm = full_band.render(span, estimates, first)[1, :, 1_000:31_000]
    assert np.mean(calm**2) < 0.9 * float(rough.square().mean())
