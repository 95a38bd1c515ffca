import numpy as np
import pytest

from cass_core.metrics.taggers.mel_filters import htk_filters, slaney_filters


def test_htk_filters_rise_and_fall_in_mels():
    filters = htk_filters(16_000, 512, 64, 125.0, 7_500.0).numpy()
    assert filters.shape == (64, 257)
    assert filters.max() <= 1.0
    assert not filters[:, 0].any()
    hz = np.arange(257) * 16_000 / 512
    heard = hz[(filters > 1e-5).any(axis=0)]
    assert heard.min() > 125.0
    assert heard.max() < 7_500.0
    # neighbours share a slope, so that between the first and the last peak they sum to one
    inner = (hz > 200) & (hz < 7_000)
    assert filters[:, inner].sum(axis=0) == pytest.approx(np.ones(inner.sum()), abs=1e-5)


@pytest.mark.parametrize(
    ("rate_hz", "n_fft", "high_hz"), [(16_000, 512, 8_000.0), (32_000, 1_024, 14_000.0)]
)
def test_slaney_filters_have_unit_area(rate_hz, n_fft, high_hz):
    filters = slaney_filters(rate_hz, n_fft, 64, 50.0, high_hz).numpy()
    areas = filters.sum(axis=1) * rate_hz / n_fft
    assert areas[32:] == pytest.approx(np.ones(32), abs=0.03)
    peaks = filters.argmax(axis=1)
    assert (np.diff(peaks) >= 0).all()
    assert peaks[-1] * rate_hz / n_fft == pytest.approx(high_hz, rel=0.06)


def test_slaney_scale_is_linear_below_and_logarithmic_above_1_khz():
    filters = slaney_filters(32_000, 65_536, 64, 50.0, 14_000.0).numpy()
    peaks_hz = filters.argmax(axis=1) * 32_000 / 65_536
    low, high = peaks_hz[peaks_hz < 950], peaks_hz[peaks_hz > 1_100]
    assert np.diff(low) == pytest.approx(np.full(len(low) - 1, np.diff(low).mean()), abs=1.0)
    ratios = high[1:] / high[:-1]
    assert ratios == pytest.approx(np.full(len(ratios), ratios.mean()), rel=1e-3)


def test_htk_filters_are_triangles_on_the_mel_axis():
    def mels(hz):
        return 2_595 * np.log10(1 + hz / 700)

    edges = np.linspace(mels(125.0), mels(7_500.0), 66)
    bins = mels(np.arange(257) * 16_000 / 512)
    wanted = np.array([np.interp(bins, edges[at : at + 3], (0, 1, 0)) for at in range(64)])
    filters = htk_filters(16_000, 512, 64, 125.0, 7_500.0).numpy()
    assert np.abs(filters - wanted).max() < 5e-5
