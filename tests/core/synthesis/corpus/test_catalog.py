import errno
import json
import os
import pickle

import numpy as np
import pytest

from cass_core.errors import MediaError, OutputError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog, hours, package_summaries
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry


def ramp(first: int, count: int) -> np.ndarray:
    return np.arange(first, first + count, dtype=np.int16)


@pytest.fixture
def catalog(tmp_path):
    clips = [
        (clip_entry(Stem.FX, source="a.wav"), ramp(0, 1000)),
        (clip_entry(Stem.FX, source="b.wav"), ramp(5000, 500)),
        (clip_entry(Stem.DX, split="test", voice="anna", tag="read"), ramp(-300, 600)),
    ]
    return build_catalog(tmp_path / "corpus", clips)


def test_samples_come_back_at_their_offsets(catalog):
    first, second = catalog.select(Stem.FX, "train")
    assert (first.start, second.start) == (0, 1000)
    np.testing.assert_array_equal(catalog.read(first) * 32_768, ramp(0, 1000))
    np.testing.assert_array_equal(catalog.read(second, 100, 50) * 32_768, ramp(5100, 50))
    assert catalog.read(second).dtype == np.float32


def test_reading_never_passes_the_end_of_a_clip(catalog):
    first = catalog.select(Stem.FX, "train")[0]
    assert len(catalog.read(first, 900, 400)) == 100
    assert len(catalog.read(first, 2000, 10)) == 0


def test_selection_keeps_stems_and_splits_apart(catalog):
    assert [entry.voice for entry in catalog.select(Stem.DX, "test")] == ["anna"]
    assert catalog.select(Stem.DX, "train") == ()
    assert catalog.select(Stem.MX, "train") == ()


def test_a_pickled_catalog_reads_the_same_without_carrying_samples(catalog):
    entry = catalog.select(Stem.FX, "train")[1]
    before = catalog.read(entry)
    packed = pickle.dumps(catalog)
    copy = pickle.loads(packed)
    np.testing.assert_array_equal(copy.read(entry), before)
    assert before.astype("<i2").tobytes() not in packed


def test_saving_and_loading_gives_equal_entries(catalog):
    catalog.save()
    assert Catalog.load(catalog.folder).entries == catalog.entries


def test_a_line_that_is_still_being_written_is_left_out(catalog):
    with (catalog.folder / "catalog.jsonl").open("a") as stream:
        stream.write('{"stem": "DX", "pa')
    assert Catalog.load(catalog.folder).entries == catalog.entries


def test_a_damaged_line_is_named(catalog):
    with (catalog.folder / "catalog.jsonl").open("a") as stream:
        stream.write('{"stem": "DX"}\n')
    with pytest.raises(MediaError, match="Line 4 of"):
        Catalog.load(catalog.folder)


def test_a_missing_corpus_or_pack_is_one_sentence(catalog, tmp_path):
    with pytest.raises(MediaError, match="There is no corpus in"):
        Catalog.load(tmp_path / "nowhere")
    (catalog.folder / "packs" / "fx_train.s16").unlink()
    with pytest.raises(MediaError, match="fx_train.s16 cannot be read"):
        catalog.read(catalog.entries[0])


def test_summary_adds_up(catalog):
    (row,) = package_summaries(catalog)
    assert (row.package, row.licence, row.clips) == ("package-data", "CC0-1.0", 3)
    assert row.hours == pytest.approx(hours(catalog.entries)) == pytest.approx(2100 / 16_000 / 3600)
    assert row.hours_by_stem == pytest.approx((600 / 57.6e6, 1500 / 57.6e6, 0.0))


def test_the_same_samples_are_stored_once_even_after_reopening(tmp_path):
    writer = CatalogWriter(tmp_path)
    assert writer.append(clip_entry(Stem.FX), ramp(0, 100))
    assert not writer.append(clip_entry(Stem.FX), ramp(0, 100))
    writer.commit("first")
    writer.close()
    reopened = CatalogWriter(tmp_path)
    assert reopened.finished == {"first"}
    assert not reopened.append(clip_entry(Stem.MX), ramp(0, 100))


def test_what_a_stopped_run_left_is_cut_away(tmp_path):
    writer = CatalogWriter(tmp_path)
    writer.append(clip_entry(Stem.FX, package="first"), ramp(0, 100))
    writer.commit("first")
    writer.append(clip_entry(Stem.FX, package="second"), ramp(500, 100))
    pack = tmp_path / "packs" / "fx_train.s16"
    assert pack.stat().st_size == 400
    writer.close()
    reopened = CatalogWriter(tmp_path)
    assert pack.stat().st_size == 200
    assert reopened.append(clip_entry(Stem.FX, package="second"), ramp(500, 100))


def test_clips_of_a_package_without_its_finish_are_dropped(tmp_path):
    writer = CatalogWriter(tmp_path)
    for package, first in (("first", 0), ("second", 500)):
        writer.append(clip_entry(Stem.FX, package=package), ramp(first, 100))
        writer.commit(package)
    finished = tmp_path / "packages.jsonl"
    finished.write_text(finished.read_text().splitlines(keepends=True)[0] + '{"package": "sec')
    writer.close()
    assert CatalogWriter(tmp_path).finished == {"first"}
    assert [entry.package for entry in Catalog.load(tmp_path).entries] == ["first"]


def test_rolling_back_forgets_the_clips(tmp_path):
    writer = CatalogWriter(tmp_path)
    writer.append(clip_entry(Stem.FX), ramp(0, 100))
    writer.roll_back()
    assert (tmp_path / "packs" / "fx_train.s16").stat().st_size == 0
    assert writer.append(clip_entry(Stem.FX), ramp(0, 100))


def test_torn_lines_do_not_spoil_what_is_written_after_them(tmp_path):
    writer = CatalogWriter(tmp_path)
    writer.append(clip_entry(Stem.FX, package="first"), ramp(0, 100))
    writer.commit("first")
    for name in ("catalog.jsonl", "packages.jsonl"):
        with (tmp_path / name).open("a") as stream:
            stream.write('{"package": "sec')
    writer.close()
    reopened = CatalogWriter(tmp_path)
    reopened.append(clip_entry(Stem.FX, package="second"), ramp(500, 100))
    reopened.commit("second")
    reopened.close()
    assert CatalogWriter(tmp_path).finished == {"first", "second"}
    assert [entry.start for entry in Catalog.load(tmp_path).entries] == [0, 100]


def test_a_part_that_was_begun_is_dropped_and_those_before_it_stay(tmp_path):
    writer = CatalogWriter(tmp_path)
    for part, first in (("one", 0), ("two", 500)):
        writer.append(clip_entry(Stem.FX, package="set", source=part), ramp(first, 100))
        writer.commit("set", seen=[part, f"{part}, damaged"])
    assert writer.seen("set") == {"one", "one, damaged", "two", "two, damaged"}
    assert writer.seen("other") == frozenset()
    noted = tmp_path / "packages.jsonl"
    noted.write_text(noted.read_text().splitlines(keepends=True)[0])
    writer.close()
    reopened = CatalogWriter(tmp_path)
    assert reopened.seen("set") == {"one", "one, damaged"}
    assert [entry.source for entry in Catalog.load(tmp_path).entries] == ["one"]
    assert reopened.append(clip_entry(Stem.FX, package="set", source="two"), ramp(500, 100))


def test_two_programs_never_write_one_corpus(tmp_path):
    with CatalogWriter(tmp_path) as writer:
        with pytest.raises(OutputError, match="is being written by another Cass Studio"):
            CatalogWriter(tmp_path)
        writer.append(clip_entry(Stem.FX), ramp(0, 100))
        writer.commit("first")
    with CatalogWriter(tmp_path) as writer:
        assert writer.finished == {"first"}
    assert not (tmp_path / ".lock").exists()


def test_a_disk_that_is_full_is_a_sentence(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with CatalogWriter(tmp_path) as writer:
        writer.append(clip_entry(Stem.FX, package="first"), ramp(0, 100))
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full)
            with pytest.raises(OutputError, match=r"cannot grow \(No space left on device\)"):
                writer.commit("first")
    with CatalogWriter(tmp_path) as writer:
        assert writer.append(clip_entry(Stem.FX, package="first"), ramp(0, 100))
        writer.commit("first")
    assert len(Catalog.load(tmp_path).entries) == 1


@pytest.mark.parametrize(
    "line", ["[]", "{}", '{"package": 3, "digests": []}', '{"package": "a", "digests": 5}', "x"]
)
def test_damaged_notes_of_packages_are_said(tmp_path, line):
    (tmp_path / "packages.jsonl").write_text(line + "\n")
    with pytest.raises(MediaError, match="packages.jsonl is damaged"):
        CatalogWriter(tmp_path)
    assert not (tmp_path / ".lock").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", "0"), ("start", -1), ("num_samples", 1e9), ("num_samples", True), ("pack", 3),
        ("pack", "../secret.s16"), ("tag", None), ("voice", []), ("loudness_lufs", "loud"),
        ("loudness_lufs", float("inf")), ("stem", "XX"), ("stem", []), ("source_rate_hz", 10**30),
    ],
)  # fmt: skip
def test_no_value_of_another_kind_is_taken(tmp_path, name, value):
    build_catalog(tmp_path, [(clip_entry(), ramp(0, 100))])
    path = tmp_path / "catalog.jsonl"
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: value}) + "\n")
    with pytest.raises(MediaError, match="Line 1 of .* is damaged"):
        Catalog.load(tmp_path)


@pytest.mark.parametrize("name", ["a\u2028b", "a\x85b", "\udcff", "a\nb"])
def test_any_name_of_a_source_comes_back(tmp_path, name):
    catalog = build_catalog(tmp_path, [(clip_entry(source=name), ramp(0, 100))])
    assert [entry.source for entry in catalog.entries] == [name]


def test_attribution_and_movie_come_back_and_old_lines_have_none(tmp_path):
    named = clip_entry(Stem.FX, source="a.mp4", attribution="Anna: Song", video="/sets/a.mp4")
    clips = [(named, ramp(0, 100)), (clip_entry(Stem.FX, source="b.wav"), ramp(500, 100))]
    first, second = build_catalog(tmp_path, clips).entries
    assert (first.attribution, first.video) == ("Anna: Song", "/sets/a.mp4")
    assert (second.attribution, second.video) == ("", "")
    assert "video" not in (tmp_path / "catalog.jsonl").read_text().splitlines()[1]


def test_a_package_of_many_licences_says_so(tmp_path):
    clips = [
        (clip_entry(Stem.MX, source=f"{n}.wav", licence=licence), ramp(n * 200, 100))
        for n, licence in enumerate(("CC0", "CC-BY", "CC0", "CC-BY-SA"))
    ]
    (row,) = package_summaries(build_catalog(tmp_path, clips))
    assert row.licence == "CC0 and 2 more"
