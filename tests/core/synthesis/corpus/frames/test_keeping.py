"""Frames are kept beside the sound of their clips, at the clip's own time."""

import numpy as np
import pytest

from cass_core.errors import MediaError, OutputError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.catalog_writer import corpus_lock
from cass_core.synthesis.corpus.frames import keeping
from cass_core.synthesis.corpus.frames.frame_packs import INDEX_FILE, FramePacks
from cass_core.synthesis.corpus.frames.keeping import keep_frames
from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS
from tests.helpers.corpus.flickers import FPS, is_loud, is_white, write_flicker
from tests.helpers.corpus.published_sets import write_rows

pytestmark = pytest.mark.media

TALKS = ("test/a/00001.mp4", "test/a/00002.mp4", "test/b/00001.mp4")
CENTRE = 320  # samples from the start of a frame of 25 fps to its middle


@pytest.fixture(scope="module")
def talks(tmp_path_factory):
    """A folder of LRS3 and whether each frame of its talks is white; one's sound begins late."""
    root = tmp_path_factory.mktemp("lrs3")
    return root, {
        name: write_flicker(root / name, seed, late=7 * (seed == 1))
        for seed, name in enumerate(TALKS)
    }


def corpus_of(folder, name, root):
    list(add_set(folder, SETS[name], root))
    return folder


def test_faces_are_kept_at_the_time_of_their_sound(talks, tmp_path):
    root, white = talks
    corpus = corpus_of(tmp_path / "corpus", "lrs3", root)
    *_, report = keep_frames(corpus, "lrs3")
    assert (report.done, report.total, report.kept, report.lost) == (3, 3, 3, 0)
    packs, catalog = FramePacks(corpus), Catalog.load(corpus)
    assert report.num_bytes == sum(k.num_bytes for k in packs.all_of(FRAME_KINDS[Stem.DX]))
    for entry in catalog.entries:
        frames = packs.read(f"lrs3/{entry.source}", np.arange(50))
        assert frames.shape == (50, 112, 112)
        assert list(is_white(frames)) == list(white[entry.source])
        heard = is_loud(catalog.read(entry), np.arange(50) * 16_000 // FPS + CENTRE)
        assert list(heard) == list(white[entry.source])


def test_any_frames_can_be_asked_for(talks, tmp_path):
    root, white = talks
    corpus = corpus_of(tmp_path / "corpus", "lrs3", root)
    list(keep_frames(corpus, "lrs3"))
    numbers = np.array([49, 3, 3, 48, 60, -1])  # one after the end stays, one before is black
    frames = FramePacks(corpus).read(f"lrs3/{TALKS[0]}", numbers)
    assert list(is_white(frames[:5])) == list(white[TALKS[0]][[49, 3, 3, 48, 49]])
    assert not frames[5].any()
    assert frames[4].any()


def test_scenes_are_kept_in_colour_at_their_own_rate(tmp_path):
    root = tmp_path / "sounds"
    write_rows(root / "vggsound.csv", ["abc", 5, "wind", "test"])
    white = write_flicker(root / "abc_000005.mp4", 4)
    corpus = corpus_of(tmp_path / "corpus", "vggsound", root)
    *_, report = keep_frames(corpus, "vggsound")
    assert report.kept == 1
    frames = FramePacks(corpus).read("vggsound/abc_000005.mp4", np.arange(8))
    assert frames.shape == (8, 224, 224, 3)
    shown = np.floor(np.arange(8) / 4 * FPS + 0.5 - 1e-6).astype(int)  # a tie stays with the first
    assert list(is_white(frames)) == list(white[shown])
    red, _, blue = frames[~white[shown]][:, 10, 10].T.astype(int)
    assert (red - blue > 60).all()  # the corner is orange


def test_a_stopped_run_goes_on(talks, tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "_CLIPS_A_PART", 1)
    root, white = talks
    corpus = corpus_of(tmp_path / "corpus", "lrs3", root)
    run = keep_frames(corpus, "lrs3")
    assert [next(run).done for _ in range(2)] == [0, 1]
    run.close()
    with (corpus / "packs" / "face_test.frames").open("ab") as pack:
        pack.write(b"half a movie")
    with (corpus / INDEX_FILE).open("a") as index:
        index.write('{"clip": "lrs')
    first, *_, last = keep_frames(corpus, "lrs3")
    assert (first.total, last.kept) == (2, 2)
    frames = FramePacks(corpus).read(f"lrs3/{TALKS[2]}", np.arange(50))
    assert list(is_white(frames)) == list(white[TALKS[2]])
    assert [report.total for report in keep_frames(corpus, "lrs3")] == [0]


def test_a_movie_that_is_gone_is_counted_and_tried_again(tmp_path):
    movie = tmp_path / "lrs3" / "test" / "a" / "1.mp4"
    white = write_flicker(movie, 1)
    corpus = corpus_of(tmp_path / "corpus", "lrs3", tmp_path / "lrs3")
    movie.rename(tmp_path / "elsewhere.mp4")
    *_, report = keep_frames(corpus, "lrs3")
    assert (report.kept, report.lost) == (0, 1)
    assert "lrs3/test/a/1.mp4" not in FramePacks(corpus)
    (tmp_path / "elsewhere.mp4").rename(movie)
    assert [report.kept for report in keep_frames(corpus, "lrs3")] == [0, 1]
    assert FramePacks(corpus).read("lrs3/test/a/1.mp4", [0])[0].mean() > 128 * white[0]


def test_a_damaged_index_and_a_second_writer_are_sentences(talks, tmp_path):
    corpus = corpus_of(tmp_path / "corpus", "lrs3", talks[0])
    with (
        corpus_lock(corpus).claim(corpus),
        pytest.raises(OutputError, match="is being written by another"),
    ):
        list(keep_frames(corpus, "lrs3"))
    (corpus / INDEX_FILE).write_text('{"clip": "a", "kind": "smell"}\n')
    with pytest.raises(MediaError, match='"kind" is not one of face, scene'):
        FramePacks(corpus)
