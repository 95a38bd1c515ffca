"""What the wand finds, what a hole is filled with, and what is heard of a selection."""

import numpy as np
import pytest

from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.grid import Grid
from cass_core.repair.listening.floor import measured_floor_db
from cass_core.repair.listening.matching import unneeded
from cass_core.repair.listening.wand import connected_sound
from cass_core.repair.masked_sound import MaskedSound
from cass_core.repair.operations import Fill, Move
from cass_core.repair.region import Part, Region
from cass_core.repair.shapes import Rectangle
from cass_core.repair.spectra import analysed, synthesised
from cass_core.stem_names import STEMS, Stem
from tests.helpers.project.tiny_stems import sounds, written_set

RATE_HZ = 48_000
GRID = Grid(RATE_HZ)


def source_of(sound):
    return ArraySource(AudioClip(sound.astype(np.float32), RATE_HZ, "mono"))


def burst(hz, start, stop, length):
    places = np.arange(length)
    inside = (places >= start) & (places < stop)
    return 0.2 * np.sin(2 * np.pi * hz * places / RATE_HZ) * inside


def test_the_wand_finds_the_sound_under_it_and_no_other():
    length = 3 * RATE_HZ
    wanted, other = burst(1000, 40_000, 90_000, length), burst(5000, 40_000, 90_000, length)
    later = burst(1000, 110_000, 130_000, length)
    source = source_of((wanted + other + later)[None])
    cells = connected_sound(source.read, (60_000, 1000.0), 30.0, GRID)
    assert cells.span.start < 42_000 < 88_000 < cells.span.stop < 105_000
    assert cells.band_hz[1] < 2000
    alone = MaskedSound(source, Region.box(SampleSpan(0, 1)).with_part(cells, "add"))
    heard = alone.read(SampleSpan(50_000, 80_000))
    np.testing.assert_allclose(heard[0], wanted[50_000:80_000], atol=0.01)
    assert connected_sound(source.read, (140_000, 9000.0), 30.0, Grid(RATE_HZ)) is None


@pytest.mark.parametrize("blocks", [(20_000,), (7, 10_000, 31_000)])
def test_both_halves_of_a_sound_sum_to_it(blocks):
    rng = np.random.default_rng(0)
    source = source_of(rng.uniform(-0.3, 0.3, (2, 40_000)))
    region = Region.box(SampleSpan(5000, 30_000), (500.0, 6000.0))
    edges = [0, *blocks, 40_000]
    spans = [SampleSpan(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    only, rest = (
        np.concatenate([MaskedSound(source, region, inverse=i).read(s) for s in spans], axis=1)
        for i in (False, True)
    )
    whole = source.read(SampleSpan(0, 40_000))
    np.testing.assert_allclose(only + rest, whole, atol=1e-7)
    assert np.array_equal(only, MaskedSound(source, region).read(SampleSpan(0, 40_000)))


class CountedSource:
    """A sound that knows how much of it was read."""

    def __init__(self, source):
        self.source, self.num_read = source, 0
        self.rate_hz, self.layout = source.rate_hz, source.layout
        self.num_channels, self.num_samples = source.num_channels, source.num_samples

    def read(self, span):
        self.num_read += span.num_samples
        return self.source.read(span)


def test_all_frequencies_of_a_span_are_heard_without_transforms_and_sound_the_same():
    rng = np.random.default_rng(1)
    sound, span = rng.uniform(-0.3, 0.3, (2, 40_000)), SampleSpan(9_000, 25_000)
    source = CountedSource(source_of(sound))
    region = Region((Part(Rectangle(span)),), feather_samples=3_000)
    heard = MaskedSound(source, region).read(SampleSpan(0, 40_000))
    frames = GRID.frames_over(SampleSpan(0, 40_000))
    reach = GRID.samples_of(frames)
    mask = region.mask(frames, range(GRID.num_bins), GRID)
    expected = synthesised(analysed(source.source.read(reach), GRID) * mask, GRID)
    expected = expected[:, -reach.start : 40_000 - reach.start]
    np.testing.assert_allclose(heard, expected, atol=1e-6)
    assert source.num_read < 40_000  # and nothing around it


class Stems:
    """Dialogue over a bed, whose effects have a hole where somebody speaks."""

    rate_hz, num_channels = RATE_HZ, 1

    def __init__(self):
        rng = np.random.default_rng(1)
        length = self.num_samples = 4 * RATE_HZ
        bed, self.hole = 0.02 * rng.standard_normal(length), SampleSpan(80_000, 110_000)
        inside = np.zeros(length)
        inside[self.hole.start : self.hole.stop] = 1
        speech = burst(700, 85_000, 105_000, length)
        stems = [inside * bed + speech, (1 - inside) * bed, 0 * bed]
        self._sources = [source_of(stem[None]) for stem in stems]

    def read(self, stem, span):
        return self._sources[STEMS.index(stem)].read(span)


def test_a_hole_is_filled_up_to_the_ambience_around_it():
    stems = Stems()
    floor_db = measured_floor_db(lambda span: stems.read(Stem.FX, span), stems.hole, GRID)
    edit = Edit(Fill(Region.box(stems.hole), Stem.DX, Stem.FX, floor_db))
    filled = EditedStems(stems, EditList((edit,)))
    level = {
        stem: 20 * np.log10(filled.read(stem, SampleSpan(88_000, 102_000)).std())
        for stem in (Stem.DX, Stem.FX)
    }
    around_db = 20 * np.log10(0.02)
    assert level[Stem.FX] == pytest.approx(around_db, abs=3)
    assert level[Stem.DX] > 20 * np.log10(0.2 / np.sqrt(2)) - 1  # the voice stays


def test_only_the_edits_whose_mistake_is_gone_are_not_needed(tmp_path):
    stems, mixture = sounds(RATE_HZ)
    mended = stems.copy()
    mended[0, :, : RATE_HZ // 2] *= np.float32(0.01)
    mended[1] += stems[0] - mended[0]
    folders = [
        [written_set(tmp_path / name, made, mixture, RATE_HZ)]
        for name, made in (("new", mended), ("old", stems))
    ]
    spans = SampleSpan(5000, 20_000), SampleSpan(30_000, 45_000)
    edits = EditList(tuple(Edit(Move(Region.box(s), Stem.DX, Stem.FX)) for s in spans))
    assert unneeded(edits, *folders, {}) == (0,)
    assert unneeded(edits, *folders[::-1], {}) == ()
