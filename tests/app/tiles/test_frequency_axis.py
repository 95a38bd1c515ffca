import pytest

from app.project.seen.spectrogram_look import SCALES
from app.tiles.frequency_axis import FrequencyScale, hz_at, hz_text, share_at, ticks

AXES = [FrequencyScale(kind) for kind in SCALES]
PARTS = [FrequencyScale(kind, 0.3, 0.45) for kind in SCALES]


@pytest.mark.parametrize("scale", AXES)
@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000, 192_000])
def test_there_and_back(scale, rate_hz):
    for share in (0.0, 0.01, 0.25, 0.5, 0.99, 1.0):
        assert share_at(hz_at(share, scale, rate_hz), scale, rate_hz) == pytest.approx(share)
    assert hz_at(1.0, scale, rate_hz) == pytest.approx(rate_hz / 2)
    assert share_at(rate_hz, scale, rate_hz) == 1.0
    assert share_at(-5.0, scale, rate_hz) == 0.0


def test_known_places():
    assert hz_at(0.5, FrequencyScale("linear"), 48_000) == pytest.approx(12_000)
    assert hz_at(0.5, FrequencyScale("log"), 40_000) == pytest.approx((20 * 20_000) ** 0.5)
    # 1000 Hz is 1000 mel, 24 kHz about 4016 mel
    assert share_at(1000, FrequencyScale("mel"), 48_000) == pytest.approx(1000 / 4016, abs=0.002)


@pytest.mark.parametrize("scale", AXES + PARTS)
@pytest.mark.parametrize("height_px", [0, 20, 60, 180, 1000])
def test_ticks_have_room(scale, height_px):
    chosen = ticks(scale, 48_000, height_px)
    places = [share_at(hz, scale, 48_000) * height_px for hz in chosen]
    assert all(later - sooner >= 18 for sooner, later in zip(places, places[1:], strict=False))
    assert height_px < 100 or len(chosen) >= 3


@pytest.mark.parametrize(("part", "whole"), zip(PARTS, AXES, strict=True))
def test_a_part_of_the_axis_fills_the_height(part, whole):
    for share in (0.0, 0.5, 1.0):
        hz = hz_at(share, part, 48_000)
        assert share_at(hz, part, 48_000) == pytest.approx(share)
        assert share_at(hz, whole, 48_000) == pytest.approx(0.3 + 0.15 * share)
    assert share_at(20.0, part, 48_000) == 0.0
    assert share_at(20_000.0, part, 48_000) == 1.0


def test_short_texts():
    assert [hz_text(hz) for hz in (50, 1000, 2000, 12_500, 20_000)] == [
        "50", "1k", "2k", "12.5k", "20k",
    ]  # fmt: skip
