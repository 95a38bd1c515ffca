"""Several models are asked for the same stems; their masks are averaged, and the sum stays."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.checkpoints.checkpoint import save_model
from cass_core.checkpoints.opinions import describe_named, load_named, named
from cass_core.checkpoints.opinions_config import Opinion, parse_opinions
from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.repair.guides import Guide, guided
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.separation.opinions.averaged_masks import AveragedMasks
from cass_core.separation.opinions.opinions_method import OpinionsWork, _own
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.stem_names import Stem
from cass_core.stems.disagreement import keep_disagreement, read_disagreement
from cass_core.stems.fallbacks import Fallback, MemoryLevel
from tests.helpers.separation.published_checkpoints import mrx_config, random_state
from tests.helpers.separation.separation_fakes import CPU, TINY, noise_source, tiny_network

SETTINGS = SeparationSettings(steps=1, picture=False)
RATE_HZ = 48_000


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    """A flow that hears 16 kHz and a published network that hears 44.1 kHz."""
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    states = {
        "flow": (tiny_network().state_dict(), TINY, "MIT", 2),
        "mrx": (random_state(replace(mrx_config(), window=44_100, hop=33_075)), None, "BSD", 1),
    }
    for name, (state, config, licence, steps) in states.items():
        config = config or replace(mrx_config(), window=44_100, hop=33_075)
        save_model(
            tmp_path / "models" / name,
            state,
            config,
            licence=licence,
            default_steps=steps,
            notes={},
        )


def separated(text, source, spans=None):
    network, description = load_named(text)
    separator = Separator(network, description.config, CPU)
    chunks = list(separator.stream(SeparatorInput(source), SETTINGS, spans))
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1), chunks


def test_all_have_a_say_and_the_sum_stays():
    source = noise_source(2.5, RATE_HZ, "stereo")
    stems, chunks = separated("flow,mrx", source)
    mixture = source.read(SampleSpan(0, source.num_samples))
    assert stems.shape == (3, 2, source.num_samples)
    assert np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6
    alone = {name: separated(name, source)[0] for name in ("flow", "mrx")}
    for name, other in alone.items():
        assert np.abs(stems - other).max() > 1e-4, name
        one_sided, _ = separated(f"flow:{int(name == 'flow')},mrx:{int(name == 'mrx')}", source)
        nearer = [np.square(x - other).sum() for x in (one_sided, stems)]
        assert nearer[0] < nearer[1], name
    doubts = np.concatenate([chunk.disagreement for chunk in chunks])
    assert len(doubts) == pytest.approx(25, abs=len(chunks))
    assert 0 < doubts.min() <= doubts.max() <= 1


def test_hints_want_models_that_all_take_them():
    network, description = load_named("flow,mrx")
    hint = Guide(Region.box(SampleSpan(0, RATE_HZ)), Stem.FX)
    separator = Separator(network, description.config, CPU)
    separator.check(SETTINGS)
    with pytest.raises(SettingsError, match="takes no hints"):
        separator.check(guided(SETTINGS, [hint]))


def test_a_chunk_depends_on_its_place_alone():
    source = noise_source(4.0, RATE_HZ)
    whole, chunks = separated("flow,mrx", source)
    assert len(chunks) > 1
    for chunk in chunks[1:]:
        again, _ = separated("flow,mrx", source, [chunk.span])
        assert np.array_equal(again, whole[..., chunk.span.start : chunk.span.stop])


def test_equal_opinions_leave_nothing_open():
    source = noise_source(1.0, RATE_HZ)
    span, sound = SampleSpan(0, RATE_HZ), source.read(SampleSpan(0, RATE_HZ))
    shares = np.array([0.5, 0.3, 0.2], np.float32)[:, None, None]
    for factors in ((1.0, 1.0), (1.0, -1.0)):  # phase is nobody's opinion
        masks = AveragedMasks(source, np.array([[1, 2, 3], [3, 2, 1]], np.float32))
        stems = masks.render(span, [factor * shares * sound for factor in factors], span)
        assert np.allclose(stems, shares * sound, atol=1e-5)
        assert masks.disagreement.max() < 1e-5
    masks = AveragedMasks(source, np.array([[1, 1, 1], [1, 1, 1]], np.float32))
    sides = np.array([[1, 0, 0], [0, 1, 0]], np.float32)[..., None, None] * sound
    stems = masks.render(span, list(sides), span)
    assert np.allclose(stems, np.array([0.5, 0.5, 0])[:, None, None] * sound, atol=1e-5)
    assert masks.disagreement.mean(axis=0) == pytest.approx((1, 1, 0), abs=1e-3)


def test_what_they_say_together():
    description = describe_named("flow,mrx:2/0/1")
    assert (description.licence, description.default_steps) == ("MIT and BSD", 2)
    assert description.config.rate_hz == 44_100
    assert description.takes_picture
    assert description.config.opinions == (
        Opinion("flow"), Opinion("mrx", (2.0, 0.0, 1.0)),
    )  # fmt: skip
    assert describe_named("flow").config == TINY
    assert (named("flow"), named("flow,mrx")) == ("flow", "flow,mrx")
    assert parse_opinions("C:\\models\\a, b:3")[0] == Opinion("C:\\models\\a")
    for text in ("flow,", "flow:1/0/1,mrx:1/0/1", "flow:1/2,mrx", "flow:-1,mrx", "flow:2000,mrx"):
        with pytest.raises(SettingsError):
            parse_opinions(text)


def test_shortages_of_memory_stay_with_their_model():
    class Work:
        def __init__(self, *fallbacks):
            self.fallbacks, self.warnings = fallbacks, []

    low = MemoryLevel(1, 2, "cpu")
    first, second = Fallback(-3, low), Fallback(8, MemoryLevel(1, 1, "cpu"))
    work = OpinionsWork([Work(first), Work(second)], noise_source(1.0), None)
    assert _own(work.fallbacks, 0, 2) == [first]
    assert _own(work.fallbacks, 1, 2) == [second]


def test_the_table_beside_the_stems(tmp_path):
    keep_disagreement(tmp_path, 0.0, np.full((3, 3), 0.25, np.float32))
    keep_disagreement(tmp_path, 0.2, np.full((2, 3), 0.5, np.float32))  # a run that went on
    with (tmp_path / "disagreement.csv").open("a") as file:
        file.write("0.4,0.1")  # cut by a crash
    times, shares = read_disagreement(tmp_path)
    assert times == pytest.approx([0, 0.1, 0.2, 0.3])
    assert shares[:, 0] == pytest.approx([0.25, 0.25, 0.5, 0.5])
    assert read_disagreement(tmp_path / "none")[1].shape == (0, 3)
