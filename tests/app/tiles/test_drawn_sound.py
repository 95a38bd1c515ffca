import numpy as np
import pytest

from app.tiles.drawn_sound import DrawnSound
from app.tiles.frequency_axis import FrequencyScale
from app.tiles.mosaic import best_image
from app.tiles.shading import shade
from app.tiles.spectra import db_of_levels
from app.tiles.tile_cache import TileCache
from app.tiles.tile_files import TileFiles
from app.tiles.tile_grid import USUAL_GRID, TileGrid
from app.tiles.tile_plan import SeenPart, TilePlan
from cass_core.clips import SampleSpan
from tests.helpers.window.drawn_sounds import draw_all, sine, source_of

WIDTH = 300


class CountedSource:
    """Counts samples that are read."""

    def __init__(self, source):
        self._source, self.num_read = source, 0
        self.rate_hz, self.layout = source.rate_hz, source.layout
        self.num_channels, self.num_samples = source.num_channels, source.num_samples

    def read(self, span):
        self.num_read += span.num_samples
        return self._source.read(span)


@pytest.fixture
def files(tmp_path):
    return TileFiles(tmp_path / "tiles")


def drawn(source, covered=None, identity="a", tile_cache=None):
    sound = DrawnSound(identity, source, tile_cache or TileCache())
    whole = SampleSpan(0, source.num_samples)
    sound.set_covered((whole,) if covered is None else covered)
    sound.rest()
    return sound


def seen(sound, visible):
    return best_image(sound, visible, WIDTH).levels


def noise(num_samples, channels=1, seed=0):
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (channels, num_samples))


@pytest.mark.parametrize("length", [5_000, 60_000, 400_000, 2_000_000, 6_000_000])
def test_a_click_is_seen_at_every_zoom_level(files, length):
    samples = np.zeros((2, 6_000_000), np.float32)
    click = 3_141_592
    samples[1, click] = 1.0
    sound = drawn(source_of(samples))
    start = min(max(click - length // 3, 0), 6_000_000 - length)
    visible = SampleSpan(start, start + length)
    draw_all(sound, visible, WIDTH, files)
    pixels = shade(
        best_image(sound, visible, WIDTH),
        FrequencyScale("mel"),
        -80.0,
        -40.0,
        "grey",
        48_000,
        WIDTH,
        90,
    )
    row = (pixels & 255).astype(int)[45]
    assert row.max() > row.min() + 60
    place = (click - start) * WIDTH / length
    reach = 1500 * WIDTH / length + 2
    assert abs(int(row.argmax()) - place) <= reach
    low, high = sound.waveform(visible, WIDTH)
    assert high.max() == pytest.approx(1.0)
    assert abs(int(high.argmax()) - place) <= 2 + 256 * WIDTH / length
    assert not low.any()


def test_a_sine_is_seen_at_its_level_at_every_zoom(files):
    source = source_of(sine(300 * 48_000 / 2048, 60.0, 0.1, 2))
    sound = drawn(source)
    for length in (10_000, 200_000, 2_880_000):
        visible = SampleSpan(0, length)
        draw_all(sound, visible, WIDTH, files)
        levels = best_image(sound, visible, WIDTH).levels[:, 3:-3]
        assert (levels.argmax(axis=0) == 300).all()
        assert np.allclose(db_of_levels(levels)[300], -20, atol=0.4)


def test_quick_comes_before_refined_and_the_view_before_the_rest(files):
    sound = drawn(source_of(noise(30_000_000)))
    visible = SampleSpan(4_000_000, 14_000_000)
    kinds = [
        (type(work).__name__, str(getattr(work, "_stage", "")), work.span)
        for work in draw_all(sound, visible, WIDTH, files)
    ]
    names = [kind[:2] for kind in kinds]
    quick = [place for place, name in enumerate(names) if name == ("ColumnWork", "1")]
    refined = [place for place, name in enumerate(names) if name == ("ColumnWork", "2")]
    assert quick[0] == 0
    assert kinds[0][2].start < visible.stop
    assert kinds[0][2].stop > visible.start
    assert quick[0] < refined[0] < len(names)


def test_what_scrolled_away_is_not_made(files):
    sound = drawn(source_of(noise(30_000_000)))
    far = TilePlan([SeenPart(sound, SampleSpan(0, 100_000), WIDTH)], set()).next_work()
    near = TilePlan([SeenPart(sound, SampleSpan(20_000_000, 20_100_000), WIDTH)], set()).next_work()
    assert far is not None
    assert near is not None
    assert far.span.stop <= near.span.start


def test_two_threads_never_get_the_same_work():
    sound = drawn(source_of(noise(30_000_000)))
    parts = [SeenPart(sound, SampleSpan(0, 30_000_000), WIDTH)]
    claims = set()
    for _ in range(12):
        work = TilePlan(parts, claims).next_work()
        if work is None:
            break
        assert work.claim not in claims
        claims.add(work.claim)
    assert len(claims) > 5


def test_a_coarse_level_stands_in_for_a_fine_one(files):
    samples = noise(8_000_000)
    sound = drawn(source_of(samples))
    whole = SampleSpan(0, 8_000_000)
    draw_all(sound, whole, WIDTH, files)
    near = best_image(sound, SampleSpan(3_000_000, 3_050_000), WIDTH)
    assert near.levels.any(axis=0).all()
    assert near.span.start <= 3_000_000
    assert near.span.stop >= 3_050_000


def test_a_coarser_level_comes_from_a_finer_one_without_reading(files):
    source = CountedSource(source_of(noise(3_000_000)))
    sound = drawn(source)
    for width in (2500, 1250):  # one level apart
        visible = SampleSpan(0, 3_000_000)
        before = source.num_read
        draw_all(sound, visible, width, files)
    # quick spectra are transformed anew, refined ones are not
    assert source.num_read - before <= 3_000_000 // 2048 * 2048 + 100 * 2048


def test_a_growing_sound_is_drawn_as_one_that_was_there_at_once(files):
    samples = noise(3_000_000, channels=2, seed=4)
    visible = SampleSpan(0, 3_000_000)
    at_once = drawn(source_of(samples), identity="at once")
    draw_all(at_once, visible, WIDTH, files)
    sound = DrawnSound("grown", source_of(samples * 0), TileCache())
    for stop in (1, 700_003, 700_004, 1_300_000, 2_999_999, 3_000_000):
        partly = samples.copy()
        partly[:, stop:] = 0
        sound.set_source(source_of(partly))
        sound.set_covered((SampleSpan(0, stop),))
        draw_all(sound, visible, WIDTH, files)
        image = best_image(sound, visible, WIDTH)
        size = image.span.num_samples // image.levels.shape[1]
        assert not image.levels[:, stop // size + 1 :].any(), "blank where nothing is yet"
    sound.rest()
    draw_all(sound, visible, WIDTH, files)
    wanted, got = best_image(at_once, visible, WIDTH), best_image(sound, visible, WIDTH)
    assert np.array_equal(got.levels, wanted.levels)
    assert np.array_equal(sound.waveform(visible, 90), at_once.waveform(visible, 90))
    for close in (SampleSpan(690_000, 710_000), SampleSpan(2_990_000, 3_000_000)):
        for one in (sound, at_once):
            draw_all(one, close, WIDTH, files)
        assert np.array_equal(
            best_image(sound, close, WIDTH).levels, best_image(at_once, close, WIDTH).levels
        )
        assert np.array_equal(sound.waveform(close, 90), at_once.waveform(close, 90))


def test_work_that_began_before_the_edge_moved_leaves_no_old_picture(files):
    samples = noise(1_000_000)
    partly = samples.copy()
    partly[:, 500_000:] = 0
    sound = drawn(source_of(partly), (SampleSpan(0, 500_000),), "late")
    visible = SampleSpan(0, 1_000_000)
    late = []
    while (work := TilePlan([SeenPart(sound, visible, WIDTH)], set()).next_work()) is not None:
        if any(edge in range(work.span.start, work.span.stop) for edge in (499_999, 500_000)):
            work.run(files)
            late.append(work)
            break
        work.run(files)
        work.deliver()
    assert late
    sound.set_source(source_of(samples))
    sound.set_covered((SampleSpan(0, 1_000_000),))
    sound.rest()
    for work in late:
        work.deliver()
    draw_all(sound, visible, WIDTH, files)
    fresh = drawn(source_of(samples), identity="fresh")
    draw_all(fresh, visible, WIDTH, files)
    assert np.array_equal(
        best_image(sound, visible, WIDTH).levels, best_image(fresh, visible, WIDTH).levels
    )


def test_a_take_in_the_middle_is_drawn_to_its_edges(files):
    samples = np.zeros((1, 2_000_000))
    samples[:, 800_000:1_200_000] = noise(400_000)
    sound = drawn(source_of(samples), (SampleSpan(800_000, 1_200_000),))
    visible = SampleSpan(0, 2_000_000)
    draw_all(sound, visible, WIDTH, files)
    image = best_image(sound, visible, WIDTH)
    lit = np.flatnonzero(image.levels.any(axis=0))
    size = image.span.num_samples // image.levels.shape[1]
    assert (lit.min() * size, (lit.max() + 1) * size) == pytest.approx(
        (800_000, 1_200_000), abs=size + 2048
    )


def test_less_cover_forgets_everything(files):
    sound = drawn(source_of(noise(400_000)))
    visible = SampleSpan(0, 400_000)
    draw_all(sound, visible, WIDTH, files)
    sound.set_covered(())
    assert not best_image(sound, visible, WIDTH).levels.any()
    assert not sound.waveform(visible, WIDTH).any()


def test_the_shelf_stays_within_its_limit(files):
    tile_cache = TileCache(3 << 20)
    sound = drawn(source_of(noise(4_000_000)), tile_cache=tile_cache)
    for start in range(0, 4_000_000, 150_000):
        draw_all(sound, SampleSpan(start, start + 100_000), WIDTH, files)
        assert tile_cache.num_bytes <= 3 << 20


def test_the_disk_saves_reading_again(files):
    samples = noise(9_000_000)
    visible = SampleSpan(0, 9_000_000)
    first = CountedSource(source_of(samples))
    draw_all(drawn(first, identity="same"), visible, WIDTH, files)
    second = CountedSource(source_of(samples))
    sound = drawn(second, identity="same")
    draw_all(sound, visible, WIDTH, files)
    # the last tile reaches beyond the programme and is made anew, and so are first looks
    assert second.num_read < first.num_read / 2
    again = drawn(source_of(samples), identity="other")
    draw_all(again, visible, WIDTH, files)
    assert np.array_equal(
        best_image(sound, visible, WIDTH).levels, best_image(again, visible, WIDTH).levels
    )
    assert np.array_equal(sound.waveform(visible, WIDTH), again.waveform(visible, WIDTH))
    images, costs = [], []
    for _ in range(2):  # beside the files of the usual length
        source = CountedSource(source_of(samples))
        sound = drawn(source, identity="same")
        sound.set_grid(TileGrid(8192))
        draw_all(sound, visible, WIDTH, files)
        images.append(seen(sound, visible))
        costs.append(source.num_read)
    assert np.array_equal(*images)
    assert costs[1] < costs[0] / 2


def test_a_growing_edge_is_never_kept_on_the_disk(files):
    samples = noise(9_000_000)
    visible = SampleSpan(0, 9_000_000)
    partly = samples.copy()
    partly[:, 5_000_000:] = 0
    draw_all(drawn(source_of(partly), (SampleSpan(0, 5_000_000),), "film"), visible, WIDTH, files)
    sound = drawn(source_of(samples), identity="film")
    draw_all(sound, visible, WIDTH, files)
    fresh = drawn(source_of(samples), identity="fresh")
    draw_all(fresh, visible, WIDTH, files)
    assert np.array_equal(
        best_image(sound, visible, WIDTH).levels, best_image(fresh, visible, WIDTH).levels
    )
    assert np.array_equal(sound.waveform(visible, WIDTH), fresh.waveform(visible, WIDTH))


def test_damaged_and_foreign_files_are_made_anew(files, tmp_path):
    samples = noise(9_000_000)
    visible = SampleSpan(0, 9_000_000)
    draw_all(drawn(source_of(samples), identity="film"), visible, WIDTH, files)
    stored = [path for path in (tmp_path / "tiles").rglob("*") if path.is_file()]
    assert len(stored) > 3
    for number, path in enumerate(stored):
        path.write_bytes(b"" if number % 2 else path.read_bytes()[:-9])
    sound = drawn(source_of(samples), identity="film")
    draw_all(sound, visible, WIDTH, files)
    files.save("fresh", "3-0", b"too short")
    fresh = drawn(source_of(samples), identity="fresh")
    draw_all(fresh, visible, WIDTH, files)
    assert np.array_equal(
        best_image(sound, visible, WIDTH).levels, best_image(fresh, visible, WIDTH).levels
    )


@pytest.mark.parametrize("num_samples", [1, 511, 513, 2049, 70_001])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_odd_sizes(files, num_samples, channels):
    sound = drawn(source_of(noise(num_samples, channels)))
    for visible in (SampleSpan(0, num_samples), SampleSpan(0, 64), SampleSpan(0, 100_000)):
        for width in (1, 7, 1400):
            draw_all(sound, visible, width, files)
            image = best_image(sound, visible, width)
            assert image.levels.shape[0] == USUAL_GRID.num_bins
            assert image.levels.any()
            assert image.span.start <= 0
            assert image.span.stop >= visible.stop
            assert sound.waveform(visible, width).shape == (2, width)


def test_a_sample_is_seen_by_itself_close_up(files):
    samples = np.zeros((1, 500_000))
    samples[0, 250_000] = 0.5
    sound = drawn(source_of(samples))
    visible = SampleSpan(249_968, 250_032)
    draw_all(sound, visible, 640, files)
    _, high = sound.waveform(visible, 640)
    assert np.flatnonzero(high).tolist() == list(range(320, 330))


def test_spectra_of_another_length_are_tiles_of_their_own(files):
    """Two tones 20 Hz apart are one to short spectra and two to long ones; nothing is mixed up."""
    tones = sine(1000.0, 8.0, 0.2) + sine(1020.0, 8.0, 0.2)
    source, visible = CountedSource(source_of(tones)), SampleSpan(0, 8 * 48_000)
    sound = drawn(source)
    draw_all(sound, visible, WIDTH, files)
    short = seen(sound, visible)
    sound.set_grid(TileGrid(8192))
    assert not seen(sound, visible).any(), "a former tile is not shown as a new one"
    draw_all(sound, visible, WIDTH, files)
    long = seen(sound, visible)[:, 20]
    between, peaks = long[round(1010 * 8192 / 48_000)], long.max()
    assert peaks - between > 20
    assert short.shape[0] == 1025
    sound.set_grid(USUAL_GRID)
    draw_all(sound, visible, WIDTH, files)
    assert np.array_equal(seen(sound, visible), short)


def test_a_change_of_sound_reaches_spectra_that_are_not_shown(files):
    """Tiles of one length are in the cache while samples change under another one."""
    visible = SampleSpan(0, 400_000)
    sound = drawn(source_of(noise(3_000_000)))
    draw_all(sound, visible, WIDTH, files)
    sound.set_grid(TileGrid(512))
    draw_all(sound, visible, WIDTH, files)
    sound.set_source(source_of(np.zeros((1, 3_000_000))))
    sound.set_edited((SampleSpan(0, 3_000_000),))
    sound.set_grid(USUAL_GRID)
    draw_all(sound, visible, WIDTH, files)
    assert not seen(sound, visible).any()
