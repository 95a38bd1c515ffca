"""Clips are drawn in the intended shares."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import BED_S, ClipPool, clip_key, is_low_band
from tests.helpers.corpus.corpus_builders import clip_entry
from tests.helpers.corpus.scene_builders import scene_catalog


def pool_of(tmp_path, clips):
    entries = [
        clip_entry(stem, source=f"{number}.wav", num_samples=16_000, **values)
        if "num_samples" not in values
        else clip_entry(stem, source=f"{number}.wav", **values)
        for number, (stem, values) in enumerate(clips)
    ]
    return ClipPool(Catalog(tmp_path, entries), "train")


def drawn_share(draw, test, count=2_000):
    rng = np.random.default_rng(0)
    return np.mean([test(draw(rng)) for _ in range(count)])


def voice(drawn):
    entries, place = drawn
    return entries[place].voice


def test_low_band_voices_are_a_quarter_at_most(tmp_path):
    pool = ClipPool(scene_catalog(tmp_path), "train")
    share = drawn_share(pool.draw_voice, lambda drawn: voice(drawn) == "narrow")
    assert share == pytest.approx(0.25, abs=0.03)


def test_low_band_voices_keep_a_smaller_share(tmp_path):
    small = (Stem.DX, {"voice": "narrow", "source_rate_hz": 8_000, "num_samples": 1_000})
    big = (Stem.DX, {"voice": "wide", "num_samples": 99_000})
    pool = pool_of(tmp_path, [small, big, (Stem.FX, {}), (Stem.MX, {})])
    share = drawn_share(pool.draw_voice, lambda drawn: voice(drawn) == "narrow")
    assert share == pytest.approx(1 / (1 + np.sqrt(99)), abs=0.02)


def test_only_low_band_voices_can_still_be_drawn(tmp_path):
    clips = [(Stem.DX, {"source_rate_hz": 8_000}), (Stem.FX, {}), (Stem.MX, {})]
    entries, place = pool_of(tmp_path, clips).draw_voice(np.random.default_rng(0))
    assert is_low_band(entries[place])


def test_packages_weigh_as_the_root_of_their_length(tmp_path):
    big = [(Stem.MX, {"package": "big", "num_samples": 160_000})] * 9
    clips = [(Stem.DX, {}), (Stem.FX, {}), *big]
    clips.append((Stem.MX, {"package": "small", "num_samples": 160_000}))
    pool = pool_of(tmp_path, clips)
    share = drawn_share(pool.draw_music, lambda entry: entry.package == "big")
    assert share == pytest.approx(3 / 4, abs=0.03)


def test_effects_of_a_known_kind_are_drawn_by_kind(tmp_path):
    rain = [(Stem.FX, {"kind": "rain", "num_samples": 1_000}) for _ in range(16)]
    others = [(Stem.FX, {"kind": "guns", "num_samples": 1_000}), (Stem.DX, {}), (Stem.MX, {})]
    pool = pool_of(tmp_path, [*rain, *others])
    share = drawn_share(pool.draw_effect, lambda entry: entry.kind == "guns")
    assert share == pytest.approx(1 / 5, abs=0.03)


@pytest.mark.parametrize(("stem", "share"), [(Stem.DX, 0.15), (Stem.FX, 0.6), (Stem.MX, 0.35)])
def test_clips_of_known_kinds_have_a_share_of_their_own(tmp_path, stem, share):
    known = (stem, {"kind": "scream", "voice": "short", "num_samples": 1_000})
    unknown = [(other, {"num_samples": 160_000}) for other in Stem for _ in range(4)]
    pool = pool_of(tmp_path, [known, *unknown])
    draws = {
        Stem.DX: lambda rng: pool.draw_voice(rng)[0][0],
        Stem.FX: pool.draw_effect,
        Stem.MX: pool.draw_music,
    }
    drawn = drawn_share(draws[stem], lambda entry: entry.kind == "scream")
    assert drawn == pytest.approx(share, abs=0.04)


def test_interface_sounds_are_rare_and_never_a_background(tmp_path):
    long = {"num_samples": 64_000}
    clips = [(Stem.DX, {}), (Stem.MX, {}), (Stem.FX, {**long, "tag": "ui"}), (Stem.FX, long)]
    pool = pool_of(tmp_path, clips)
    share = drawn_share(pool.draw_effect, lambda entry: entry.tag == "ui")
    assert share == pytest.approx(0.15 / 1.15, abs=0.03)
    assert drawn_share(pool.draw_bed, lambda entry: entry.tag == "ui") == 0


def test_backgrounds_are_long_where_there_are_any(tmp_path):
    pool = ClipPool(scene_catalog(tmp_path), "train")
    assert drawn_share(pool.draw_bed, lambda entry: entry.duration_s >= BED_S) == 1


def test_a_key_finds_its_clip_and_reads_a_part(tmp_path):
    catalog = scene_catalog(tmp_path)
    entry = catalog.select(Stem.MX, "train")[1]
    pool = ClipPool(catalog, "train")
    assert pool.entry(clip_key(entry)) == entry
    part = pool.read(clip_key(entry), 500, 70)
    np.testing.assert_array_equal(part, catalog.read(entry)[500:570])


def test_an_unknown_key_is_said(tmp_path):
    pool = ClipPool(scene_catalog(tmp_path), "train")
    with pytest.raises(MediaError, match="no clip gone-data/lost.wav"):
        pool.entry("gone-data/lost.wav")


def test_a_split_without_music_is_said(tmp_path):
    catalog = scene_catalog(tmp_path)
    speech = [e for e in catalog.entries if e.stem is not Stem.MX]
    other = [replace(e, split="test") for e in catalog.entries if e.stem is Stem.MX]
    with pytest.raises(MediaError, match="no music clips for 'train'"):
        ClipPool(Catalog(tmp_path, speech + other), "train")
