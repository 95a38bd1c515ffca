import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import StemSetError
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.tiny_stems import RATE_HZ, identity, sounds

LENGTH = 6000
FADE = RATE_HZ // 100
WHOLE = SampleSpan(0, LENGTH)


@pytest.fixture(scope="module")
def mixture():
    return sounds(LENGTH)[1]


def own_stems(mixture, seed):
    """Three sounds that sum to the mixture; another split for each seed."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.ones(3), mixture.shape[1]).T.astype(np.float32)
    stems = shares[:, None] * mixture
    stems[2] = mixture - stems[0] - stems[1]
    return stems


def take(folder, mixture, span, seed, upto=None):
    """A take of a span, separated up to a sample."""
    stems = own_stems(mixture, seed)
    upto = span.stop if upto is None else upto
    own = identity(LENGTH, span=span)
    with StemSetWriter.create_or_resume(folder, own, resume=False) as writer:
        grow(writer, stems, mixture, upto)
    return stems


def grow(writer, stems, mixture, upto):
    here = slice(writer.position, upto)
    if upto > writer.position:
        writer.append(writer.position, stems[..., here], mixture[:, here])


def error_db(stems, mixture, span):
    total = sum(stems.read(stem, span).astype(np.float64) for stem in STEMS)
    error = np.abs(total - mixture[:, span.start : span.stop]).max()
    return 20 * np.log10(max(error, 1e-12))


def test_one_take_reads_as_it_is(tmp_path, mixture):
    own = take(tmp_path / "a", mixture, WHOLE, 1)
    with PatchedStems.open([tmp_path / "a"]) as stems:
        for index, stem in enumerate(STEMS):
            assert np.array_equal(stems.read(stem, WHOLE), own[index])
        assert np.array_equal(stems.read_mixture(WHOLE), mixture)
        assert stems.covered == (WHOLE,)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, LENGTH), (1500, 4000)],
        [(0, 3000), (2000, 5000)],
        [(2000, 5000), (0, LENGTH), (100, 900), (700, 2500)],
        [(0, 3000), (3000, LENGTH)],
        [(0, LENGTH), (2000, 2000 + FADE // 2)],  # shorter than its two fades
        [(0, LENGTH), (0, LENGTH)],
    ],
)
def test_the_sum_holds_across_every_crossfade(tmp_path, mixture, spans):
    for number, (start, stop) in enumerate(spans):
        take(tmp_path / str(number), mixture, SampleSpan(start, stop), number)
    folders = [tmp_path / str(number) for number in range(len(spans))]
    with PatchedStems.open(folders) as stems:
        for part in stems.covered:
            assert error_db(stems, mixture, part) < -120


def test_upper_take_fades_in_within_its_own_edges(tmp_path, mixture):
    lower = take(tmp_path / "low", mixture, WHOLE, 1)
    upper = take(tmp_path / "high", mixture, SampleSpan(1500, 4000), 2)
    with PatchedStems.open([tmp_path / "low", tmp_path / "high"]) as stems:
        read = stems.read(Stem.DX, WHOLE)
    assert np.array_equal(read[:, :1500], lower[0][:, :1500])
    assert np.array_equal(read[:, 4000:], lower[0][:, 4000:])
    inside = slice(1500 + FADE, 4000 - FADE)
    assert np.array_equal(read[:, inside], upper[0][:, inside])
    difference = upper[0] - lower[0]
    usable = np.abs(difference) > 0.01
    share = ((read - lower[0]) / np.where(usable, difference, 1))[usable]
    assert share.min() > -1e-3
    assert share.max() < 1 + 1e-3
    place = np.broadcast_to(np.arange(LENGTH), usable.shape)[usable]
    rising = (place >= 1500) & (place < 1500 + FADE)
    assert np.allclose(share[rising], (place[rising] - 1500 + 0.5) / FADE, atol=1e-3)


def test_no_fade_where_nothing_lies_below(tmp_path, mixture):
    own = take(tmp_path / "a", mixture, SampleSpan(1000, 2000), 1)
    with PatchedStems.open([tmp_path / "a"]) as stems:
        read = stems.read(Stem.MX, WHOLE)
        assert stems.covered == (SampleSpan(1000, 2000),)
    assert np.array_equal(read[:, 1000:2000], own[2][:, 1000:2000])
    assert not read[:, :1000].any()
    assert not read[:, 2000:].any()


def test_blocks_read_one_by_one_are_the_whole(tmp_path, mixture):
    for number, span in enumerate([SampleSpan(0, 3500), SampleSpan(1500, 4000)]):
        take(tmp_path / str(number), mixture, span, number)
    with PatchedStems.open([tmp_path / "0", tmp_path / "1"]) as stems:
        whole = stems.read(Stem.FX, SampleSpan(-50, LENGTH + 50))
        blocks = [stems.read(Stem.FX, b) for b in SampleSpan(-50, LENGTH + 50).blocks(333)]
    assert np.array_equal(np.concatenate(blocks, axis=1), whole)


def test_a_growing_take_covers_more_after_refresh(tmp_path, mixture):
    take(tmp_path / "low", mixture, WHOLE, 1)
    span = SampleSpan(1000, 5000)
    upper = take(tmp_path / "high", mixture, span, 2, upto=2000)
    with (
        PatchedStems.open([tmp_path / "low", tmp_path / "high"]) as stems,
        StemSetWriter.create_or_resume(
            tmp_path / "high", identity(LENGTH, span=span), resume=True
        ) as writer,
    ):
        assert not stems.is_complete
        assert not stems.refresh()
        assert error_db(stems, mixture, WHOLE) < -120
        grow(writer, upper, mixture, 4000)
        assert stems.refresh()
        assert error_db(stems, mixture, WHOLE) < -120
        inside = SampleSpan(1000 + FADE, 4000 - FADE)
        assert np.array_equal(stems.read(Stem.DX, inside), upper[0][:, inside.start : inside.stop])
        grow(writer, upper, mixture, 5000)
        assert stems.refresh()
        assert stems.is_complete


def test_coverage_of_a_take_that_has_just_begun(tmp_path, mixture):
    take(tmp_path / "a", mixture, SampleSpan(500, 5000), 1, upto=500)
    with PatchedStems.open([tmp_path / "a"]) as stems:
        assert stems.covered == ()
        assert not stems.read(Stem.DX, WHOLE).any()


def test_a_source_is_the_whole_programme(tmp_path, mixture):
    take(tmp_path / "a", mixture, SampleSpan(500, 5000), 1)
    with PatchedStems.open([tmp_path / "a"]) as stems:
        source = stems.source(Stem.FX)
        assert (source.num_samples, source.num_channels, source.rate_hz, source.layout) == (
            LENGTH,
            2,
            RATE_HZ,
            "stereo",
        )
        assert np.array_equal(source.read(WHOLE), stems.read(Stem.FX, WHOLE))


def test_takes_of_another_programme_are_refused(tmp_path, mixture):
    take(tmp_path / "a", mixture, WHOLE, 1)
    other = identity(LENGTH - 1)
    with StemSetWriter.create_or_resume(tmp_path / "b", other, resume=False):
        pass
    with pytest.raises(StemSetError, match="another rate, length"):
        PatchedStems.open([tmp_path / "a", tmp_path / "b"])


def test_no_takes_are_refused():
    with pytest.raises(StemSetError, match="at least one"):
        PatchedStems([])
