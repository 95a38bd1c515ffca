"""Whatever is moved, the sum stays; whatever is undone, the samples are those that were there."""

import json

import numpy as np
import pytest

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.repair.cells import Cells
from cass_core.repair.edit_json import edits_from_json, edits_to_json
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.freehand import Brush, Polygon
from cass_core.repair.grid import Grid
from cass_core.repair.operations import Fill, Gate, Move, ShareOut, floor_bands
from cass_core.repair.region import MODES, Part, Region
from cass_core.repair.shapes import Harmonics, Rectangle
from cass_core.stem_names import MIXTURE_CODE, STEMS, Stem
from cass_core.stems.integer_stems import integer_stems

RATES_HZ = (8_000, 44_100, 48_000, 96_000)


class HeldStems:
    """As `PatchedStems`, in memory."""

    def __init__(self, stems, rate_hz):
        self.stems, self.rate_hz = stems, rate_hz
        self.num_channels, self.num_samples = stems.shape[1:]
        self.mixture = stems.sum(axis=0, dtype=np.float64).astype(np.float32)
        self.spans_read = []

    def read(self, stem, span):
        self.spans_read.append(span)
        clip = AudioClip(self.stems[STEMS.index(stem)], self.rate_hz, "any")
        return ArraySource(clip).read(span)


def noise(rng, rate_hz, num_channels, seconds=0.5):
    shape = (3, num_channels, int(rate_hz * seconds))
    level = 10.0 ** rng.uniform(-3, -0.6)
    return rng.uniform(-level, level, shape).astype(np.float32)


def random_shape(rng, length, rate_hz):
    start, stop = sorted(rng.integers(-length // 8, length + length // 8, 2).tolist())
    low, high = sorted(rng.uniform(0, rate_hz / 2, 2).tolist())
    times = rng.uniform(start, stop + 2, 7)
    kind = rng.integers(5)
    if kind == 0:
        band = None if rng.random() < 0.3 else (low, high)
        return Rectangle(SampleSpan(start, stop + 1), band)
    if kind == 1:
        return Polygon(tuple(zip(times.tolist(), rng.uniform(low, high, 7).tolist(), strict=True)))
    if kind == 2:
        halves = rng.uniform(1, rate_hz / 20, 7)
        points = zip(times.tolist(), rng.uniform(low, high, 7), halves, strict=True)
        points = tuple((x, float(y), float(half)) for x, y, half in points)
        return Brush(points, float(rng.uniform(0, rate_hz / 10)), float(rng.random()))
    if kind == 3:
        tones = rng.uniform(60, rate_hz / 8, 7).tolist()
        points = tuple(zip(sorted(times.tolist()), tones, strict=True))
        return Harmonics(points, int(rng.integers(1, 12)), float(rng.uniform(5, 200)))
    cells = rng.random((int(rng.integers(1, 40)), int(rng.integers(1, 60))))
    return Cells.of(cells, start, int(rng.integers(64, 700)), low, float(rng.uniform(10, 60)))


def random_edits(rng, length, rate_hz, num_channels, count=5):
    edits = []
    for _ in range(count):
        parts = [Part(random_shape(rng, length, rate_hz))]
        for _ in range(rng.integers(3)):
            parts.append(Part(random_shape(rng, length, rate_hz), str(rng.choice(MODES))))
        soft = int(rng.choice([0, 100, rate_hz // 4])), float(rng.choice([0.0, 40.0, 900.0]))
        region, amount = Region(tuple(parts), *soft), float(rng.choice([1.0, rng.random()]))
        source, target = (STEMS[n] for n in rng.choice(3, 2, replace=False))
        num_bands = int(floor_bands(Grid(rate_hz)).max()) + 1
        floor = rng.uniform(-40, 20, (num_channels, num_bands)).tolist()
        operation = [
            Move(region, source, target, amount),
            Move(region, None, target, amount),
            ShareOut(region, source, amount),
            Gate(region, source, target, float(rng.uniform(-60, 0)), amount),
            Fill(region, source, target, tuple(map(tuple, floor)), amount),
        ][rng.integers(5)]
        edits.append(Edit(operation, bool(rng.random() < 0.9)))
    return EditList(tuple(edits))


def read_all(stems, cuts=()):
    edges = [0, *cuts, stems.num_samples]
    spans = [SampleSpan(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    return np.stack([np.concatenate([stems.read(s, p) for p in spans], axis=1) for s in STEMS])


@pytest.mark.parametrize("seed", range(8))
def test_any_repair_keeps_the_sum_and_does_not_depend_on_blocks(seed):
    rng = np.random.default_rng(seed)
    rate_hz, num_channels = RATES_HZ[seed % 4], (1, 2, 6)[seed % 3]
    held = HeldStems(noise(rng, rate_hz, num_channels), rate_hz)
    edits = random_edits(rng, held.num_samples, rate_hz, num_channels)
    stems = EditedStems(held, edits)
    cuts = sorted(rng.integers(1, held.num_samples, 9).tolist())
    edited = read_all(stems, cuts)

    error = np.abs(edited.astype(np.float64).sum(axis=0) - held.stems.astype(np.float64).sum(0))
    assert error.max() < 1e-6  # -120 dBFS
    blocks = dict(zip([stem.code for stem in STEMS], edited, strict=True))
    coded = integer_stems(blocks | {MIXTURE_CODE: held.mixture}, 24)
    assert np.array_equal(sum(coded[stem.code] for stem in STEMS), coded[MIXTURE_CODE])

    assert np.array_equal(edited, read_all(EditedStems(held, edits)))
    stored = json.loads(json.dumps({"edits": edits_to_json(edits)}))
    assert edits_from_json(JsonTable(stored, ""), "edits") == edits

    changed = edits.changed_since(EditList(), Grid(rate_hz))
    untouched = np.ones(held.num_samples, bool)
    for span in changed:
        untouched[max(span.start, 0) : max(span.stop, 0)] = False
    assert np.array_equal(edited[..., untouched], held.stems[..., untouched])
    off = EditList(tuple(Edit(edit.operation, is_on=False) for edit in edits))
    assert np.array_equal(read_all(EditedStems(held, off)), held.stems)


def tones(rate_hz, seconds, *pitches):
    places = np.arange(int(rate_hz * seconds)) / rate_hz
    return sum(0.1 * np.sin(2 * np.pi * hz * places) for hz in pitches)[None].astype(np.float32)


def level_db(sound):
    return 10 * np.log10(np.mean(np.asarray(sound, np.float64) ** 2) + 1e-20)


def test_a_band_moves_and_the_rest_stays():
    rate_hz = 48_000
    low, high = tones(rate_hz, 2, 400.0), tones(rate_hz, 2, 3000.0)
    held = HeldStems(np.stack([low + high, 0 * low, 0 * low]), rate_hz)
    region = Region.box(SampleSpan(48_000, 72_000), (2000.0, 4000.0))
    stems = EditedStems(held, EditList((Edit(Move(region, Stem.DX, Stem.FX)),)))
    inside = SampleSpan(50_000, 70_000)
    here = np.s_[:, 50_000:70_000]
    assert level_db(stems.read(Stem.FX, inside) - high[here]) < level_db(high) - 60
    assert level_db(stems.read(Stem.DX, inside) - low[here]) < level_db(low) - 60
    assert not stems.read(Stem.FX, SampleSpan(0, 46_000)).any()
    assert not stems.read(Stem.MX, inside).any()


def test_an_edit_finds_what_those_before_it_have_left():
    rate_hz = 48_000
    sound = tones(rate_hz, 1, 1000.0)
    held = HeldStems(np.stack([sound, 0 * sound, 0 * sound]), rate_hz)
    region = Region.box(SampleSpan(0, 2 * rate_hz))
    there = Edit(Move(region, Stem.DX, Stem.FX))
    half = Edit(Move(region, Stem.FX, Stem.MX, 0.5))
    middle = SampleSpan(20_000, 30_000)
    stems = EditedStems(held, EditList((there, half)))
    assert np.allclose(stems.read(Stem.FX, middle), sound[:, 20_000:30_000] / 2, atol=1e-6)
    assert np.allclose(stems.read(Stem.MX, middle), sound[:, 20_000:30_000] / 2, atol=1e-6)
    other_way = EditedStems(held, EditList((half, there)))
    assert not other_way.read(Stem.MX, middle).any()


def test_a_gate_gives_what_is_quiet_back_and_keeps_what_is_loud():
    rate_hz = 48_000
    sound = tones(rate_hz, 3, 500.0)
    sound[:, rate_hz : 2 * rate_hz] *= np.float32(0.003)
    held = HeldStems(np.stack([sound, 0 * sound, 0 * sound]), rate_hz)
    region = Region.box(SampleSpan(0, 4 * rate_hz))
    stems = EditedStems(held, EditList((Edit(Gate(region, Stem.DX, Stem.FX, -45.0)),)))
    quiet, loud = SampleSpan(60_000, 84_000), SampleSpan(10_000, 40_000)
    assert np.allclose(stems.read(Stem.FX, quiet), sound[:, 60_000:84_000], atol=1e-7)
    assert not stems.read(Stem.FX, loud).any()


def test_only_what_is_touched_costs_anything():
    held = HeldStems(noise(np.random.default_rng(1), 48_000, 1, 3.0), 48_000)
    region = Region.box(SampleSpan(100_000, 110_000))
    stems = EditedStems(held, EditList((Edit(Move(region, Stem.DX, Stem.FX)),)))
    far = SampleSpan(0, 50_000)
    stems.read(Stem.DX, far)
    assert held.spans_read == [far]
    stems.read(Stem.FX, SampleSpan(100_000, 101_000))
    assert max(span.num_samples for span in held.spans_read) < 60_000


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "delete"},
        {"amount": 2.0},
        {"target": "XX"},
        {"region": {"parts": [], "feather_samples": 0, "feather_hz": 0}},
    ],
)
def test_damaged_edits_are_refused(change):
    edits = EditList((Edit(Move(Region.box(SampleSpan(0, 10)), None, Stem.FX)),))
    stored = [edits_to_json(edits)[0] | change]
    with pytest.raises(BadValueError):
        edits_from_json(JsonTable({"edits": stored}, ""), "edits")
