"""Built sets: known layers, film layouts, the same every time."""

import shutil
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from cass_core.errors import MediaError, OutputError
from cass_core.synthesis.film_sets import scene_drawing
from cass_core.synthesis.film_sets.building import (
    build_film_set,
    changed_sources,
    read_built_set,
)
from cass_core.synthesis.film_sets.preparing import fetch_packages, make_missing_music
from cass_core.synthesis.film_sets.scene_drawing import FilmScene, PlacedSound, draw_scenes
from cass_core.synthesis.film_sets.scene_rendering import render_layers
from tests.helpers.corpus.film_set_builders import RATE_HZ, tiny_film_set

pytestmark = pytest.mark.media


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return tiny_film_set(tmp_path_factory.mktemp("film"))


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(scene_drawing, "_SECONDS", (2.0, 2.5))


def sound_of(film_set, layer, **values):
    source = next(s for s in film_set.sources if s.layer == layer)
    return PlacedSound(source, 0.0, 0.0, 1.0, -30.0, **values)


def rendered(tiny, layout, *layers):
    film_set, places = tiny
    sounds = tuple(sound_of(film_set, layer) for layer in layers)
    return render_layers(FilmScene(0, "scene", layout, 1.5, sounds), places.find)


def test_the_kinds_of_a_whole_set_are_those_of_films(tiny):
    scenes = list(draw_scenes(replace(tiny[0], num_scenes=64)))
    kinds = Counter(scene.kind for scene in scenes)
    assert kinds["scene"] + kinds["action"] == 38
    assert kinds["silence"] == 3
    assert Counter(scene.layout for scene in scenes)["5.1"] == 14
    assert all(10 <= scene.seconds <= 20 for scene in scenes)
    by_kind = {
        kind: {sound.source.layer for s in scenes if s.kind == kind for sound in s.sounds}
        for kind in kinds
    }
    assert by_kind["dialogue"] == {"speech"}
    assert by_kind["effects"] == {"walla", "atmosphere", "event"}
    assert by_kind["music"] == {"music"}
    assert by_kind["silence"] == set()
    assert "voice" in by_kind["action"]


def test_a_shorter_set_begins_as_the_longer_one(tiny):
    assert list(draw_scenes(tiny[0])) == list(draw_scenes(replace(tiny[0], num_scenes=130)))[:4]


def test_nothing_leaves_its_scene_or_its_recording(tiny):
    for scene in draw_scenes(replace(tiny[0], num_scenes=64)):
        for sound in scene.sounds:
            assert sound.start_s + sound.length_s <= scene.seconds + 0.2
            assert sound.first_s + sound.length_s <= sound.source.seconds + 1e-6


def test_dialogue_of_5_1_is_in_the_centre_alone(tiny):
    layers = rendered(tiny, "5.1", "speech", "voice", "event", "atmosphere", "music")
    heard = {name: np.abs(layer).max(axis=1) > 0 for name, layer in layers.items()}
    centre = [False, False, True, False, False, False]
    assert heard["speech"].tolist() == heard["voice"].tolist() == centre
    assert heard["event"].tolist() == [True, True, False, True, False, False]
    assert heard["atmosphere"].tolist() == [True, True, False, False, True, True]
    assert heard["music"].tolist() == [True, True, False, False, True, True]


def test_levels_are_kept_and_the_mixture_is_below_its_ceiling(tiny):
    film_set, places = tiny
    quiet = rendered(tiny, "mono", "speech")["speech"]
    loud = FilmScene(0, "x", "stereo", 1.5, (replace(sound_of(film_set, "music"), level_lufs=6.0),))
    assert np.abs(render_layers(loud, places.find)["music"]).max() <= 10 ** (-1 / 20) + 1e-6
    shot = replace(sound_of(film_set, "event"), level_lufs=6.0)
    alone = render_layers(FilmScene(0, "x", "mono", 1.5, (shot,)), places.find)["event"]
    assert np.abs(alone).max() == pytest.approx(10 ** (-4 / 20), rel=1e-3)
    again = FilmScene(
        0, "x", "mono", 1.5, (replace(sound_of(film_set, "speech"), level_lufs=-24.0),)
    )
    louder = render_layers(again, places.find)["speech"]
    assert np.abs(louder).max() / np.abs(quiet).max() == pytest.approx(10 ** (6 / 20), rel=1e-3)


def test_music_steps_back_under_the_dialogue(tiny):
    film_set, places = tiny
    sounds = (sound_of(film_set, "speech"), replace(sound_of(film_set, "music"), length_s=3.0))
    ducked, level = (
        render_layers(FilmScene(0, "x", "stereo", 3.0, sounds, db), places.find)["music"]
        for db in (12.0, 0.0)
    )
    under = np.abs(ducked[:, 30_000:40_000]).max() / np.abs(level[:, 30_000:40_000]).max()
    assert under == pytest.approx(10 ** (-12 / 20), rel=0.1)


@pytest.mark.usefixtures("short")
def test_a_built_set_can_be_read_and_is_always_the_same(tiny, tmp_path):
    film_set, places = tiny
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert len(list(build_film_set(film_set, places, folder))) == 4
    name, scenes = read_built_set(tmp_path / "one")
    assert name == "film-tiny"
    for scene, other in zip(scenes, read_built_set(tmp_path / "two")[1], strict=True):
        layers, again = scene.read(), other.read()
        for layer, samples in layers.items():
            assert samples.shape[1] == round(scene.seconds * RATE_HZ)
            np.testing.assert_array_equal(samples, again[layer])
        if layers:
            mixture, _ = soundfile.read(scene.folder / "mixture.flac", always_2d=True)
            np.testing.assert_allclose(mixture.T, np.sum(list(layers.values()), axis=0), atol=1e-6)


def test_other_files_than_the_described_ones_are_named(tmp_path):
    film_set, places = tiny_film_set(tmp_path)
    assert changed_sources(film_set, places) == []
    voice = next(s for s in film_set.sources if s.layer == "voice")
    soundfile.write(places.find(voice), np.ones(100), RATE_HZ)
    shutil.move(places.find(voice), places.find(voice).with_suffix(".flac"))
    assert changed_sources(film_set, places) == ["fx-extra/voice-1.wav"]


def test_a_missing_source_and_a_folder_without_a_set_are_said(tmp_path):
    film_set, places = tiny_film_set(tmp_path / "film")
    (places.clips / "speech-0.wav").unlink()
    with pytest.raises(MediaError, match="speech-0.wav of 'clips'"):
        list(build_film_set(film_set, places, tmp_path / "set"))
    with pytest.raises(MediaError, match="film-sets"):
        read_built_set(tmp_path)


def test_what_is_there_is_neither_fetched_nor_made(tiny):
    fetch_packages(*tiny)
    make_missing_music(*tiny)


def test_a_set_that_is_built_anew_is_none_until_it_is_whole(tiny, short, tmp_path):
    list(build_film_set(*tiny, tmp_path))
    assert read_built_set(tmp_path)[1]
    anew = build_film_set(*tiny, tmp_path)
    next(anew)
    with pytest.raises(OutputError, match="is being written by another Cass Studio"):
        next(build_film_set(*tiny, tmp_path))
    anew.close()  # as a kill would, but for the lock
    with pytest.raises(MediaError, match="holds no built set"):
        read_built_set(tmp_path)
    list(build_film_set(*tiny, tmp_path))
    assert read_built_set(tmp_path)[1]
    assert not (tmp_path / ".lock").exists()


@pytest.mark.parametrize("values", ["[]", '{"name": "a"}', '{"name": 1, "scenes": []}', "[" * 9999])
def test_a_damaged_list_of_scenes_is_no_set(tmp_path, values):
    (tmp_path / "set.json").write_text(values)
    with pytest.raises(MediaError, match="holds no built set"):
        read_built_set(tmp_path)
