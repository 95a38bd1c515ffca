"""The one door: chunks that tile the programme, can be stopped, and do not know how they came."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.repair.guides import Guide, guides_to_text
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput, StemChunk, StepDone
from cass_core.stem_names import Stem
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import (
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    PRESENCE,
    VisualFeatures,
)
from tests.helpers.separation.separation_fakes import (
    CPU,
    LAYOUTS,
    TINY,
    MixtureNetwork,
    noise_source,
    sound_source,
    tiny_network,
)

ONE_STEP, TWO_STEPS = SeparationSettings(steps=1), SeparationSettings(steps=2)
CHUNK_S = 8 * 48 * 0.008  # eight windows that move on by 48 frames of 8 ms


@pytest.fixture(scope="module")
def separator():
    return Separator(tiny_network(), TINY, CPU)


def features(seconds):
    rng = np.random.default_rng(6)
    face = rng.uniform(0, 1, (round(25 * seconds), NUM_FACE_FEATURES)).astype(np.float32)
    face[:, PRESENCE] = 1
    scene = rng.uniform(0, 1, (round(25 * seconds), NUM_SCENE_FEATURES)).astype(np.float32)
    return AnalysedPicture(VisualFeatures(face, scene, 0.0))


def joined(separator, source, settings=TWO_STEPS, picture=None, spans=None):
    chunks = separator.stream(SeparatorInput(source, picture), settings, spans)
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


@pytest.mark.parametrize("render", ["faithful", "generated"])
@pytest.mark.parametrize(
    ("seconds", "rate_hz", "layout"),
    [
        (7.0, 16_000, "mono"),
        (4.0, 44_100, "stereo"),
        (3.5, 48_000, "5.1"),
        (0.1, 22_050, "mono"),  # shorter than a window
        (1 / 16_000, 16_000, "mono"),
        (1 / 48_000, 48_000, "stereo"),
    ],
)
def test_chunks_tile_the_programme_and_sum_to_it(separator, seconds, rate_hz, layout, render):
    source = noise_source(seconds, rate_hz, layout)
    settings = SeparationSettings(steps=1, render=render)
    chunks = list(separator.stream(SeparatorInput(source), settings))
    assert [chunk.span for chunk in chunks] == separator.chunk_spans(source)
    at = 0
    for number, chunk in enumerate(chunks):
        assert chunk.span.start == at
        assert chunk.stems.shape == (3, LAYOUTS[layout], chunk.span.num_samples)
        assert (chunk.index, chunk.done, chunk.total) == (number, number + 1, len(chunks))
        total = chunk.stems.sum(axis=0, dtype=np.float64)
        assert np.abs(total - source.read(chunk.span)).max() < 1e-6
        at = chunk.span.stop
    assert at == source.num_samples


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_a_part_is_cut_where_the_whole_is(separator, rate_hz):
    source = noise_source(20.0, rate_hz)
    whole = separator.chunk_spans(source)
    assert len(whole) == 7
    edges = {span.stop for span in whole[:-1]}
    for part in (SampleSpan(5, 9), SampleSpan(rate_hz, 11 * rate_hz), whole[2]):
        spans = separator.chunk_spans(source, part)
        assert (spans[0].start, spans[-1].stop) == (part.start, part.stop)
        inner = {span.stop for span in spans[:-1]}
        assert inner == {edge for edge in edges if part.start < edge < part.stop}
        assert all(a.stop == b.start for a, b in zip(spans, spans[1:], strict=False))
    lengths = {round(span.num_samples / rate_hz, 3) for span in whole[1:-1]}
    assert lengths == {round(CHUNK_S, 3)}


def test_a_programme_of_exactly_one_chunk_is_one_chunk(separator):
    first = separator.chunk_spans(noise_source(10.0))[0]
    exact = noise_source(first.stop / 16_000)
    assert separator.chunk_spans(exact) == [first]
    assert len(separator.chunk_spans(noise_source((first.stop + 1) / 16_000))) == 2
    assert joined(separator, exact).shape == (3, 1, first.stop)


@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000])
def test_each_chunk_costs_one_batch(rate_hz):
    network = MixtureNetwork()
    chunks = Separator(network, TINY, CPU).stream(
        SeparatorInput(noise_source(13.0, rate_hz)), ONE_STEP
    )
    calls = [network.calls for _ in chunks]
    assert calls[:4] == [1, 2, 3, 4]


@pytest.mark.parametrize("render", ["faithful", "generated"])
@pytest.mark.parametrize("rate_hz", [16_000, 44_100])
def test_a_resumed_run_is_bit_identical(separator, rate_hz, render):
    source, picture = noise_source(10.0, rate_hz), features(10.0)
    settings = SeparationSettings(steps=2, render=render)
    spans = separator.chunk_spans(source)
    whole = joined(separator, source, settings, picture)
    for left in (spans[1:], spans[2:], spans[3:]):
        rest = joined(separator, source, settings, picture, left)
        assert np.array_equal(rest, whole[..., left[0].start :])


def test_a_part_has_the_samples_of_the_whole(separator):
    source = noise_source(8.0, 44_100)
    part = SampleSpan(100_000, 260_001)
    spans = separator.chunk_spans(source, part)
    rendered = joined(separator, source, spans=spans)
    whole = joined(separator, source)
    np.testing.assert_allclose(rendered, whole[..., part.start : part.stop], atol=1e-6)


def test_the_seed_decides(separator):
    source = noise_source(1.0)
    first = joined(separator, source, replace(TWO_STEPS, seed=1))
    assert np.array_equal(first, joined(separator, source, replace(TWO_STEPS, seed=1)))
    assert not np.array_equal(first, joined(separator, source, replace(TWO_STEPS, seed=2)))


def test_a_hint_decides_where_it_lies_and_the_sum_stays(separator):
    source = noise_source(3.0, 44_100, "stereo")
    said = Region.box(SampleSpan(44_100, 88_200))
    hint = replace(TWO_STEPS, guides=guides_to_text((Guide(said, Stem.FX),)))
    stems, plain = joined(separator, source, hint), joined(separator, source)
    inside = np.s_[..., 50_000:80_000]
    powers = np.square(stems[inside]).mean(axis=(1, 2))
    assert powers[1] > 300 * (powers[0] + powers[2])
    assert np.square(plain[inside]).mean(axis=(1, 2))[1] < 0.9 * powers[1]
    mixture = source.read(SampleSpan(0, source.num_samples))
    assert np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6


def test_the_picture_decides_too(separator):
    source = noise_source(1.0)
    blind = joined(separator, source)
    seeing = joined(separator, source, picture=features(1.0))
    face = np.zeros((25, NUM_FACE_FEATURES), np.float32)
    scene = np.zeros((25, NUM_SCENE_FEATURES), np.float32)
    nothing = AnalysedPicture(VisualFeatures(face, scene, 0.0))
    assert not np.array_equal(blind, seeing)
    assert np.array_equal(blind, joined(separator, source, picture=nothing))


def test_a_louder_programme_has_louder_stems(separator):
    source = noise_source(1.0)
    samples = source.read(SampleSpan(0, source.num_samples))
    quiet = joined(separator, source)
    loud = joined(separator, sound_source(10 * samples, 16_000))
    assert np.abs(loud - 10 * quiet).max() < 1e-3 * np.abs(loud).max()


def test_silence_gives_silence(separator):
    stems = joined(separator, sound_source(np.zeros((2, 60_000)), 44_100, "stereo"))
    assert not stems.any()


def test_progress_only_grows():
    separator = Separator(MixtureNetwork(), TINY, CPU)
    events = list(separator.run(SeparatorInput(noise_source(10.0)), SeparationSettings(steps=5)))
    shares = [e.share if isinstance(e, StepDone) else e.done / e.total for e in events]
    assert all(a < b for a, b in zip(shares, shares[1:], strict=False))
    assert shares[-1] == 1
    assert sum(isinstance(event, StemChunk) for event in events) == 4
    assert sum(isinstance(event, StepDone) for event in events) == 4 * 5


@pytest.mark.usefixtures("one_thread")
def test_closing_stops_the_work():
    network = MixtureNetwork()
    separator = Separator(network, TINY, CPU)
    with closing(
        separator.run(SeparatorInput(noise_source(10.0)), SeparationSettings(steps=50))
    ) as run:
        for _ in range(3):
            assert isinstance(next(run), StepDone)
    assert network.calls == 3
    assert list(run) == []
    assert network.calls == 3


def test_nothing_is_computed_before_it_is_asked_for():
    network = MixtureNetwork()
    Separator(network, TINY, CPU).stream(SeparatorInput(noise_source(10.0)), ONE_STEP)
    assert network.calls == 0


def test_shortage_of_memory_is_told():
    network = MixtureNetwork(most_rows=3)
    separator = Separator(network, TINY, replace(CPU, kind="cpu:0"))
    chunks = list(separator.stream(SeparatorInput(noise_source(5.0)), ONE_STEP))
    assert len(chunks) == 2
    assert [s for s in separator.warnings if "fewer windows" in s] == separator.warnings != []


def test_a_model_in_bfloat16_keeps_the_sum():
    separator = Separator(tiny_network(), TINY, replace(CPU, dtype=torch.bfloat16))
    source = noise_source(1.0, 48_000, "stereo")
    stems = joined(separator, source)
    total = stems.sum(axis=0, dtype=np.float64)
    assert np.abs(total - source.read(SampleSpan(0, source.num_samples))).max() < 1e-6


def test_the_exponent_of_the_masks_is_the_models():
    sharper = replace(TINY, spectrogram=replace(TINY.spectrogram, mask_exponent=2.0))
    source = noise_source(1.0, 16_000)
    usual, sharp = (joined(Separator(tiny_network(), c, CPU), source) for c in (TINY, sharper))
    assert np.abs(usual - sharp).max() > 1e-4
    assert TINY.spectrogram.mask_exponent == 0.5
