"""The set's folders: sums, going on, and making a sample again from its recipe."""

import json
import os
import shutil
from dataclasses import replace
from itertools import count

import numpy as np
import pytest
import soundfile

from cass_core.cli import main
from cass_core.errors import MediaError, OutputError, SettingsError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.stem_names import STEMS
from cass_core.synthesis.avdnr.builder import MANIFEST_FILE, AvdnrSettings, build_avdnr, replay
from cass_core.synthesis.avdnr.recipe import SampleRecipe
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.killed_process import killed_before_call

SETTINGS = AvdnrSettings(count=2, seconds=6.0, split="test", seed=5)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="test")
    return folder


@pytest.fixture(scope="module")
def built(corpus, tmp_path_factory):
    out = tmp_path_factory.mktemp("set")
    assert list(build_avdnr(corpus, out, SETTINGS)) == [out / "0000", out / "0001"]
    return out


def samples(path):
    return soundfile.read(path, dtype="float32")[0]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_files_sum_to_the_mixture(built):
    for folder in (built / "0000", built / "0001"):
        stems = [samples(folder / f"{stem.value}.wav") for stem in STEMS]
        mixture = samples(folder / "mixture.wav")
        assert len(mixture) == 96_000
        np.testing.assert_array_equal(stems[0] + stems[1] + stems[2], mixture)
        assert all(np.abs(stem).max() > 1e-4 for stem in stems)
    assert contents(built / "0000") != contents(built / "0001")


def test_the_same_settings_give_the_same_files(corpus, built, tmp_path):
    list(build_avdnr(corpus, tmp_path, AvdnrSettings(1, 6.0, "test", 5)))
    assert contents(tmp_path / "0000") == contents(built / "0000")
    other = AvdnrSettings(1, 6.0, "test", 6)
    list(build_avdnr(corpus, tmp_path / "other", other))
    assert contents(tmp_path / "other" / "0000") != contents(built / "0000")


def test_a_sample_is_made_again_bit_for_bit_from_its_recipe(corpus, built, tmp_path):
    replay(corpus, built / "0001" / "recipe.json", tmp_path)
    assert contents(tmp_path) == contents(built / "0001")


def test_a_recipe_survives_its_file(built, tmp_path):
    recipe = SampleRecipe.load(built / "0000" / "recipe.json")
    recipe.save(tmp_path / "again.json")
    assert SampleRecipe.load(tmp_path / "again.json") == recipe


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_builder_leaves_whole_samples_and_a_whole_manifest(corpus, built, tmp_path):
    shutil.copytree(built / "0000", tmp_path / "former" / "0000")
    list(build_avdnr(corpus, tmp_path / "former", replace(SETTINGS, count=1)))
    former = (tmp_path / "former" / MANIFEST_FILE).read_bytes()
    new, found_new = (built / MANIFEST_FILE).read_bytes(), 0
    for number in count():
        out = tmp_path / str(number)
        shutil.copytree(tmp_path / "former", out)
        shutil.copytree(built / "0001", out / "0001")
        is_killed = killed_before_call(
            number, lambda at=out: list(build_avdnr(corpus, at, SETTINGS))
        )
        assert (out / MANIFEST_FILE).read_bytes() in (former, new)
        found_new += (out / MANIFEST_FILE).read_bytes() == new
        list(build_avdnr(corpus, out, SETTINGS))
        assert (out / MANIFEST_FILE).read_bytes() == new
        if not is_killed:
            break
    assert 0 < found_new < number


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_builder_leaves_no_half_sample(corpus, built, tmp_path):
    number = 1
    assert killed_before_call(number, lambda: list(build_avdnr(corpus, tmp_path, SETTINGS)))
    assert not list(tmp_path.glob("[0-9]*"))
    list(build_avdnr(corpus, tmp_path, SETTINGS))
    assert {path.name for path in tmp_path.iterdir()} == {"0000", "0001", MANIFEST_FILE}
    assert contents(tmp_path / "0000") == contents(built / "0000")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_replay_leaves_all_old_files_or_all_new_ones(corpus, built, tmp_path):
    new, recipe = contents(built / "0001"), built / "0001" / "recipe.json"
    old = dict.fromkeys(new, b"old")
    for number in count(0, 7):
        out = tmp_path / str(number)
        out.mkdir()
        for name, content in old.items():
            (out / name).write_bytes(content)
        is_killed = killed_before_call(number, lambda at=out: replay(corpus, recipe, at))
        restore_interrupted(out)
        found = {name: (out / name).read_bytes() for name in new}
        assert found in (old, new)
        if not is_killed:
            break
    assert found == new
    assert contents(out) == new
    assert number > 14


def test_two_builders_never_write_one_set(corpus, tmp_path):
    first = build_avdnr(corpus, tmp_path, replace(SETTINGS, count=1))
    next(first)
    with pytest.raises(OutputError, match="is being written by another Cass Studio"):
        list(build_avdnr(corpus, tmp_path, SETTINGS))
    list(first)
    assert {path.name for path in tmp_path.iterdir()} == {"0000", MANIFEST_FILE}


def test_another_corpus_is_refused_before_anything_is_written(corpus, built, tmp_path):
    changed = scene_catalog(tmp_path / "corpus", split="test")
    packs = tmp_path / "corpus" / "packs"
    for pack in packs.iterdir():
        pack.write_bytes((packs / pack.name).read_bytes()[::-1])
    with pytest.raises(MediaError, match="does not give the samples"):
        replay(changed.folder, built / "0000" / "recipe.json", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_there_stays_and_what_is_missing_is_made(corpus, built, tmp_path):
    run = build_avdnr(corpus, tmp_path, SETTINGS)
    next(run)
    run.close()
    (tmp_path / ".0001.part").mkdir()
    before = (tmp_path / "0000" / "recipe.json").stat().st_mtime_ns
    list(build_avdnr(corpus, tmp_path, SETTINGS))
    assert (tmp_path / "0000" / "recipe.json").stat().st_mtime_ns == before
    assert contents(tmp_path / "0001") == contents(built / "0001")
    assert not list(tmp_path.glob(".*"))


def test_a_folder_of_other_settings_is_not_mixed_with_these(corpus, built):
    with pytest.raises(SettingsError, match="another seed"):
        list(build_avdnr(corpus, built, AvdnrSettings(2, 6.0, "test", 77)))


def test_the_manifest_names_every_clip(corpus, built):
    entries = {e.source: e for e in Catalog.load(corpus).entries}
    lines = [json.loads(line) for line in (built / "manifest.jsonl").read_text().splitlines()]
    assert [line["sample"] for line in lines] == ["0000", "0001"]
    for line in lines:
        recipe = SampleRecipe.load(built / line["sample"] / "recipe.json")
        assert {clip["clip"] for clip in line["clips"]} == {e.clip for e in recipe.scene.clips}
        assert line["files"] == ["mixture.wav", "DX.wav", "FX.wav", "MX.wav"]
        for clip in line["clips"]:
            entry = entries[clip["clip"].split("/", 1)[1]]
            assert (clip["stem"], clip["licence"]) == (entry.stem.value, entry.licence)


@pytest.mark.parametrize("text", ["", "{}", '{"version": 9}', "[1]", '{"version": 1}'])
def test_a_file_that_is_no_recipe_is_named(corpus, tmp_path, text):
    (tmp_path / "recipe.json").write_text(text)
    with pytest.raises(MediaError, match=r"recipe.json is no recipe of a sample"):
        replay(corpus, tmp_path / "recipe.json", tmp_path)


def test_the_command_builds_and_makes_again(corpus, built, tmp_path, capsys):
    sized = ["--count", 1, "--seconds", 6, "--seed", 5]
    build = ["corpus", "avdnr", "--corpus", corpus, "--out", tmp_path, *sized]
    assert main([str(part) for part in build]) == 0
    assert "1 mixture;" in capsys.readouterr().out
    (tmp_path / "0000" / "DX.wav").unlink()
    again = ["corpus", "replay", tmp_path / "0000" / "recipe.json", "--corpus", corpus]
    assert main([str(part) for part in again]) == 0
    assert contents(tmp_path / "0000") == contents(built / "0000")


def test_a_higher_rate_is_mastered_at_that_rate(corpus, tmp_path):
    settings = AvdnrSettings(1, 6.0, "test", 5, rate_hz=48_000)
    (folder,) = build_avdnr(corpus, tmp_path, settings)
    stems = [samples(folder / f"{stem.value}.wav") for stem in STEMS]
    assert soundfile.info(folder / "mixture.wav").samplerate == 48_000
    assert len(stems[0]) == 288_000
    np.testing.assert_array_equal(sum(stems), samples(folder / "mixture.wav"))
