import shutil

import numpy as np
import pytest

from cass_core.errors import MediaError, SettingsError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus import fetch
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter
from cass_core.synthesis.corpus.fetch import fetch_corpus, store_package
from cass_core.synthesis.corpus.package_table import package_rules
from tests.helpers.corpus.corpus_builders import write_tone, write_zip


@pytest.fixture(autouse=True)
def no_detector(monkeypatch):
    monkeypatch.setattr(fetch, "speech_shares", lambda clips: None)


@pytest.fixture
def offline(monkeypatch):
    """Packages come from a function of the test; the names that were asked for are listed."""
    asked = []

    def unpacked(package, workplace):
        asked.append(package)
        tree = workplace / package / "usr/share/games" / package
        if package == "naev-data":
            raise MediaError("The package naev-data cannot be downloaded (gone); fetch again.")
        seed = len(package)
        write_tone(tree / "sounds" / "shot.wav", seed)
        write_tone(tree / "music" / "march.ogg", seed + 40, duration_s=1.0)
        return workplace / package

    monkeypatch.setattr(fetch, "unpacked_package", unpacked)
    monkeypatch.setattr(shutil, "which", lambda program: "/usr/bin/" + program)
    return asked


def game_tree(tree):
    sounds = tree / "usr/share/games/widelands/data/sound"
    write_tone(sounds / "axe.wav", 1, rate_hz=44_100, duration_s=1.0)
    write_tone(sounds / "axe_again.wav", 1, rate_hz=44_100, duration_s=1.0)
    write_tone(sounds / "blink.wav", 2, duration_s=0.1)
    write_tone(sounds / "nothing.wav", 3, peak=1e-4)
    write_tone(sounds / "scream.wav", 4)
    (sounds / "broken.ogg").write_bytes(b"no sound at all" * 40)
    song = write_tone(tree / "song.ogg", 5, duration_s=2.0)
    write_zip(sounds.parent / "extra.zip", {"music/march.ogg": song.read_bytes()})
    song.unlink()
    return tree


def test_a_package_is_sorted_measured_and_stored(tmp_path):
    writer = CatalogWriter(tmp_path / "corpus")
    tree = game_tree(tmp_path / "tree")
    report = store_package(writer, package_rules("widelands-data"), tree)
    assert report.clips == 2
    assert report.hours_by_stem[Stem.MX] == pytest.approx(2 / 3600, rel=1e-3)
    assert dict(report.left_out) == {
        "by its path": 1,
        "cannot be decoded": 1,
        "heard before": 1,
        "silent": 1,
        "too short": 1,
    }
    assert not tree.exists()


def test_stored_clips_tell_where_they_come_from(tmp_path):
    writer = CatalogWriter(tmp_path / "corpus")
    store_package(writer, package_rules("widelands-data"), game_tree(tmp_path / "tree"))
    catalog = Catalog.load(tmp_path / "corpus")
    (axe,) = catalog.select(Stem.FX, "train")
    (march,) = catalog.select(Stem.MX, "train")
    assert axe.source == "widelands/data/sound/axe.wav"
    assert march.source == "widelands/data/extra.zip/music/march.ogg"
    assert march.voice == "widelands-data/march"
    assert axe.source_rate_hz == 44_100
    assert axe.num_samples == 16_000
    # a sine at -6 dBFS is near -9.7 LUFS below the K-weighting's shelf
    assert axe.loudness_lufs == pytest.approx(-9.7, abs=0.5)
    assert np.abs(catalog.read(axe)).max() == pytest.approx(0.5, abs=0.02)


def test_the_detector_keeps_speech_out_and_in(tmp_path, monkeypatch):
    monkeypatch.setattr(fetch, "speech_shares", lambda clips: [0.2] * len(clips))
    tree = tmp_path / "tree"
    write_tone(tree / "usr/share/games/boswars/sounds/gun.wav", 1)
    write_tone(tree / "usr/share/games/boswars/campaigns/tutorial/level01.wav", 2)
    report = store_package(CatalogWriter(tmp_path / "c"), package_rules("boswars-data"), tree)
    assert dict(report.left_out) == {"speech in it": 1, "no speech in it": 1}


def test_a_crash_leaves_the_corpus_as_it_was(tmp_path, monkeypatch):
    writer = CatalogWriter(tmp_path / "corpus")
    monkeypatch.setattr(writer, "commit", lambda package: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store_package(writer, package_rules("widelands-data"), game_tree(tmp_path / "tree"))
    packs = (tmp_path / "corpus" / "packs").glob("*.s16")
    assert {pack.stat().st_size for pack in packs} == {0}
    assert not (tmp_path / "tree").exists()


def test_fetching_reports_each_package_and_resumes(tmp_path, offline):
    corpus = tmp_path / "corpus"
    steps = fetch_corpus(corpus, ["lugaru-data", "minetest-data"], processes=1)
    first = next(steps)
    assert (first.package, first.number, first.total, first.clips) == ("lugaru-data", 1, 2, 2)
    steps.close()
    assert len(Catalog.load(corpus).entries) == 2

    offline.clear()
    rest = list(fetch_corpus(corpus, ["lugaru-data", "minetest-data"], processes=1))
    assert [(report.package, report.number) for report in rest] == [("minetest-data", 2)]
    assert offline == ["minetest-data"]
    assert {entry.package for entry in Catalog.load(corpus).entries} == {
        "lugaru-data",
        "minetest-data",
    }


def test_a_package_that_cannot_be_had_is_reported_and_the_rest_goes_on(tmp_path, offline):
    reports = list(fetch_corpus(tmp_path, ["naev-data", "lugaru-data"], processes=1))
    assert reports[0].problem.startswith("The package naev-data cannot be downloaded")
    assert reports[0].clips == 0
    assert reports[1].problem is None
    assert reports[1].clips == 2


def test_two_processes_store_what_one_stores(tmp_path, offline):
    names = ["lugaru-data", "minetest-data"]
    list(fetch_corpus(tmp_path / "one", names, processes=1))
    list(fetch_corpus(tmp_path / "two", names, processes=2))
    one, two = Catalog.load(tmp_path / "one"), Catalog.load(tmp_path / "two")
    assert one.entries == two.entries


def test_unknown_packages_and_machines_without_apt_are_one_sentence(tmp_path, monkeypatch):
    with pytest.raises(SettingsError, match="No rules are known for the package bash"):
        next(fetch_corpus(tmp_path, ["bash"]))
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(SettingsError, match="no apt-get"):
        next(fetch_corpus(tmp_path, ["lugaru-data"]))
