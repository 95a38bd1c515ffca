"""Published separators behind the one door: every promise that the project's own model keeps."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.dsp.loudness import integrated_loudness
from cass_core.errors import SettingsError
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.repair.guides import Guide, guides_to_text
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.separation.published.published_method import NO_PICTURE, ONE_PASS
from cass_core.separation.separator import Separator, SeparatorInput, StemChunk, StepDone
from cass_core.stem_names import Stem
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES, VisualFeatures
from tests.helpers.separation.published_checkpoints import DX, FX, MX, SharesNetwork
from tests.helpers.separation.separation_fakes import CPU, LAYOUTS, noise_source, sound_source

ONE = SeparationSettings(steps=1)
CONFIG = PublishedConfig("fake", 44_100, 1, (MX, DX, FX), 66_150, 44_100, "hann")


class LocalNetwork(PublishedNetwork):
    """Stems that depend on the place within the window, as those of real networks do."""

    def forward(self, sound):
        ramp = torch.linspace(0.1, 0.9, sound.shape[-1])
        return torch.stack([sound * ramp, sound * (1 - ramp), sound.flip(-1) * 0.1], dim=1)


def separator(network=None, config=CONFIG, **device):
    return Separator(network or LocalNetwork(), config, replace(CPU, **device))


def joined(made, source, spans=None, picture=None, settings=ONE):
    chunks = made.stream(SeparatorInput(source, picture), settings, spans)
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


def whole(source):
    return source.read(SampleSpan(0, source.num_samples))


@pytest.mark.parametrize(
    ("seconds", "rate_hz", "layout"),
    [
        (19.0, 44_100, "mono"),
        (10.0, 48_000, "stereo"),
        (3.5, 16_000, "5.1"),
        (0.1, 48_000, "stereo"),  # shorter than a window
        (1 / 96_000, 96_000, "mono"),
    ],
)
@pytest.mark.parametrize("heard", [1, 2])
def test_chunks_tile_the_programme_and_sum_to_it(seconds, rate_hz, layout, heard):
    source = noise_source(seconds, rate_hz, layout)
    made = separator(config=replace(CONFIG, channels=heard))
    chunks = list(made.stream(SeparatorInput(source), ONE))
    assert [chunk.span for chunk in chunks] == made.chunk_spans(source)
    assert chunks[0].span.start == 0
    assert chunks[-1].span.stop == source.num_samples
    for chunk in chunks:
        assert chunk.stems.shape == (3, LAYOUTS[layout], chunk.span.num_samples)
        assert chunk.stems.dtype == np.float32
        total = chunk.stems.sum(axis=0, dtype=np.float64)
        assert np.abs(total - source.read(chunk.span)).max() < 1e-6


@pytest.mark.parametrize("weighting", ["linear", "hann", "triangle"])
def test_stems_are_the_networks_own_and_the_rest_is_shared(weighting):
    source = noise_source(12.0, 44_100, "stereo")
    made = separator(SharesNetwork(), replace(CONFIG, weighting=weighting))
    stems, mixture = joined(made, source), whole(source)
    # MX, DX, FX have 0.2, 0.3, 0.1; 0.4 is left
    for stem, share in zip(stems, (0.3, 0.1, 0.2), strict=True):
        np.testing.assert_allclose(stem, (share + 0.4 / 3) * mixture, atol=1e-6)


@pytest.mark.parametrize("rate_hz", [16_000, 48_000, 96_000])
def test_nothing_moves_on_the_way_through_another_rate(rate_hz):
    times = np.arange(6 * rate_hz) / rate_hz
    tone = 0.3 * np.sin(2 * np.pi * 997 * times)[None] * (1 + 0.5 * np.sin(7 * times))
    stems = joined(separator(SharesNetwork((0.0, 1.0, 0.0))), sound_source(tone, rate_hz))
    middle = slice(rate_hz // 10, -rate_hz // 10)  # resamplers ring at a hard start
    assert np.abs(stems[0, :, middle] - tone[:, middle]).max() < 1e-5
    assert np.abs(stems[1:, :, middle]).max() < 1e-5


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_a_resumed_run_is_bit_identical(rate_hz):
    source = noise_source(40.0, rate_hz)
    made = separator(config=replace(CONFIG, input_lufs=-27.0, hop=20_000))
    spans = made.chunk_spans(source)
    assert len(spans) == 5
    uninterrupted = joined(made, source)
    for left in (spans[1:], spans[4:]):
        rest = joined(made, source, left)
        assert np.array_equal(rest, uninterrupted[..., left[0].start :])


def test_a_part_has_the_samples_of_the_whole():
    source, part = noise_source(20.0, 48_000), SampleSpan(100_000, 700_001)
    made = separator()
    rendered = joined(made, source, made.chunk_spans(source, part))
    inner = joined(made, source)[..., part.start : part.stop]
    np.testing.assert_allclose(rendered, inner, atol=1e-6)


def test_each_chunk_costs_the_windows_that_it_adds():
    network = SharesNetwork()
    calls = [
        len(network.heard)
        for _ in separator(network).stream(SeparatorInput(noise_source(30.0)), ONE)
    ]
    assert calls == [8, 16, 24, 30]


def test_the_programme_is_heard_at_the_published_loudness():
    network = SharesNetwork()
    source = noise_source(5.0, 44_100)
    quiet = sound_source(0.01 * whole(source), 44_100)
    made = separator(network, replace(CONFIG, input_lufs=-27.0, window=5 * 44_100, hop=4 * 44_100))
    assert np.allclose(joined(made, quiet), 0.01 * joined(made, source), atol=1e-7)
    for heard in network.heard:
        assert integrated_loudness(heard[0].numpy(), 44_100) == pytest.approx(-27, abs=0.1)


def test_silence_gives_silence_and_costs_nothing():
    network = SharesNetwork()
    made = separator(network, replace(CONFIG, input_lufs=-27.0))
    assert not joined(made, sound_source(np.zeros((2, 90_000)), 44_100, "stereo")).any()
    assert network.heard == []


def test_pairs_are_heard_together_and_others_twice():
    network = SharesNetwork()
    source = noise_source(1.0, 44_100, "5.1")
    joined(separator(network, replace(CONFIG, channels=2)), source)
    sound = torch.from_numpy(whole(source))
    rows = torch.cat(network.heard)[..., :44_100]
    expected = [(0, 1), (2, 2), (3, 3), (4, 5)]
    assert torch.equal(rows, torch.stack([sound[list(pair)] for pair in expected]))


def test_what_does_not_apply_is_said():
    face = np.ones((30, NUM_FACE_FEATURES), np.float32)
    scene = np.ones((30, NUM_SCENE_FEATURES), np.float32)
    picture = AnalysedPicture(VisualFeatures(face, scene, 0.0))
    made, source = separator(), noise_source(1.0)
    plain = joined(made, source)
    assert made.warnings == []
    stems = joined(made, source, picture=picture, settings=SeparationSettings(steps=4, seed=8))
    assert made.warnings == [ONE_PASS, NO_PICTURE]
    assert np.array_equal(stems, plain)


def test_progress_only_grows_and_closing_stops_the_work():
    network = SharesNetwork()
    made = separator(network)
    events = list(made.run(SeparatorInput(noise_source(20.0)), ONE))
    shares = [e.share if isinstance(e, StepDone) else e.done / e.total for e in events]
    assert all(a < b for a, b in zip(shares, shares[1:], strict=False))
    assert sum(isinstance(event, StemChunk) for event in events) == 3
    network.heard.clear()
    with closing(made.run(SeparatorInput(noise_source(20.0)), ONE)) as run:
        for _ in range(3):
            assert isinstance(next(run), StepDone)
    assert len(network.heard) == 3
    assert list(run) == []


def test_shortage_of_memory_is_told():
    made = separator(SharesNetwork(most_rows=1), kind="cpu:0")
    source = noise_source(1.0, 44_100, "stereo")
    stems = joined(made, source)
    assert made.warnings == ["The GPU ran out of memory: one channel at a time."]
    assert np.array_equal(stems, joined(separator(SharesNetwork()), source))
    made = separator(SharesNetwork(most_rows=0), kind="cpu:0")
    assert np.array_equal(stems, joined(made, source))
    assert any("going on with the CPU" in sentence for sentence in made.warnings)


def test_hints_are_refused_in_one_sentence_before_anything_is_separated():
    said = guides_to_text((Guide(Region.box(SampleSpan(0, 100)), Stem.FX),))
    with pytest.raises(SettingsError, match="takes no hints"):
        joined(separator(), noise_source(1.0), settings=replace(ONE, guides=said))
