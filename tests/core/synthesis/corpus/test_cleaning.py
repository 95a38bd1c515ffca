"""A tagger marks what sounds like the other stem, and no scene draws it."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter
from cass_core.synthesis.corpus.cleaning import clean
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry

MUSIC, SOUND, BOTH, NEITHER = (0, 0, 1), (0, 1, 0), (0, 1, 1), (0, 0, 0)


def corpus(folder, clips):
    """Clips of half a second, the level of each telling the fake tagger what is heard in it."""
    rows = [
        (
            clip_entry(stem, split=split, source=f"{number}.wav", tag="ambience"),
            np.full(8_000, 100 * number + heard[1] * 2 + heard[2], np.int16),
        )
        for number, (stem, split, heard) in enumerate(clips)
    ]
    return build_catalog(folder, rows)


def fake_presence(samples):
    code = round(float(samples[0]) * 32_768) % 100
    return np.array([[0.0, code // 2, code % 2]] * 3, np.float32)


@pytest.mark.parametrize(
    ("stem", "split", "heard", "is_marked"),
    [
        (Stem.FX, "train", MUSIC, True),
        (Stem.FX, "train", BOTH, False),
        (Stem.FX, "train", SOUND, False),
        (Stem.FX, "train", NEITHER, False),
        (Stem.MX, "train", SOUND, True),
        (Stem.MX, "train", BOTH, False),
        (Stem.DX, "train", MUSIC, False),
        (Stem.FX, "test", MUSIC, False),
    ],
)
def test_what_is_marked(tmp_path, stem, split, heard, is_marked):
    corpus(tmp_path, [(stem, split, heard)])
    list(clean(tmp_path, fake_presence))
    (entry,) = Catalog.load(tmp_path).entries
    assert entry.is_misplaced is is_marked
    assert entry.tag.split()[0] == "ambience"


def test_a_second_cleaning_judges_anew(tmp_path):
    corpus(tmp_path, [(Stem.FX, "train", MUSIC)])
    before = Catalog.load(tmp_path).entries
    list(clean(tmp_path, fake_presence))
    list(clean(tmp_path, fake_presence))
    assert Catalog.load(tmp_path).entries[0].tag == "ambience misplaced"
    list(clean(tmp_path, lambda samples: np.zeros((1, 3), np.float32)))
    assert Catalog.load(tmp_path).entries == before


def test_misplaced_clips_are_not_drawn_but_can_be_replayed(tmp_path):
    clips = [(Stem.DX, "train", NEITHER), (Stem.FX, "train", MUSIC), (Stem.FX, "train", SOUND)]
    corpus(tmp_path, [*clips, (Stem.MX, "train", MUSIC), (Stem.MX, "train", SOUND)])
    *_, progress = clean(tmp_path, fake_presence)
    assert [entry.source for entry in progress.misplaced] == ["1.wav", "4.wav"]
    catalog = Catalog.load(tmp_path)
    pool, rng = ClipPool(catalog, "train"), np.random.default_rng(0)
    for draw, source in ((pool.draw_effect, "2.wav"), (pool.draw_music, "3.wav")):
        assert {draw(rng).source for _ in range(50)} == {source}
    assert {pool.draw_bed(rng).source for _ in range(50)} == {"2.wav"}
    assert all(pool.entry(clip_key(entry)) == entry for entry in catalog.entries)


def test_what_is_fetched_while_clips_are_heard_stays(tmp_path):
    corpus(tmp_path, [(Stem.FX, "train", MUSIC), (Stem.FX, "train", SOUND)])
    steps = clean(tmp_path, fake_presence)
    next(steps)
    next(steps)
    with CatalogWriter(tmp_path) as writer:
        writer.append(clip_entry(Stem.FX, source="new.wav", package="new"), np.ones(9, np.int16))
        writer.commit("new")
    list(steps)
    entries = Catalog.load(tmp_path).entries
    assert [(entry.source, entry.is_misplaced) for entry in entries] == [
        ("0.wav", True),
        ("1.wav", False),
        ("new.wav", False),
    ]


def test_a_corpus_of_misplaced_clips_alone_is_too_small(tmp_path):
    corpus(tmp_path, [(Stem.DX, "train", NEITHER), (Stem.FX, "train", MUSIC)])
    list(clean(tmp_path, fake_presence))
    with pytest.raises(MediaError, match="no effects clips"):
        ClipPool(Catalog.load(tmp_path), "train")
