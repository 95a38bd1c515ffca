"""`cass corpus add`: sets on this machine, and detectors that may be missing."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.cli import main
from cass_core.cli.corpus import command, material
from cass_core.errors import ModelError
from cass_core.metrics.taggers import tagger
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.adapters import exclusion
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.film_sets import recipe
from cass_core.synthesis.film_sets.building import read_built_set
from cass_core.synthesis.film_sets.recipe import FILM_SETS
from cass_core.synthesis.music import making
from tests.helpers.corpus.corpus_builders import tone
from tests.helpers.corpus.film_set_builders import tiny_film_set
from tests.helpers.corpus.published_sets import fma_folder, write_rows, write_talk

pytestmark = pytest.mark.media


class FakeTagger:
    """Hears music in the share of the windows that it was made with."""

    def __init__(self, share):
        self.share = share

    def presence(self, samples):
        windows = np.zeros((10, len(STEMS)))
        windows[: round(10 * self.share), STEMS.index(Stem.MX)] = 0.9
        return windows


def add(tmp_path, name, root, *more):
    words = ["corpus", "add", "--set", name, "--from", root, "--corpus", tmp_path / "corpus"]
    return main([*map(str, words), "--processes", "1", *more])


def sounds(root):
    write_rows(root / "vggsound.csv", ["abc", 5, "wind", "train"])
    write_talk(root / "abc_000005.mp4", 4)
    return root


@pytest.fixture(autouse=True)
def no_speech(monkeypatch):
    monkeypatch.setattr(exclusion, "speech_shares", lambda clips: [0.0] * len(clips))


def test_every_known_set_can_be_named():
    assert set(command._SETS) == set(SETS)
    assert material._SETS == FILM_SETS


def test_film_sets_are_built_and_other_sources_are_told(tmp_path, monkeypatch, capsys):
    film_set, places = tiny_film_set(tmp_path / "sources", num_scenes=1)
    changed = replace(film_set, sources=(replace(film_set.sources[0], sha256="0"),))
    changed = replace(changed, sources=(*changed.sources, *film_set.sources[1:]))
    monkeypatch.setattr(recipe, "load_film_set", {"film-valid": changed}.__getitem__)
    words = [
        "corpus", "film-sets", "film-valid", "--clips", places.clips, "--extra", places.extra,
        "--work", places.music.parent, "--out", tmp_path / "sets",
    ]  # fmt: skip
    assert main(list(map(str, words))) == 0
    said = capsys.readouterr()
    assert said.out.startswith("film-valid: 1 mixture in")
    assert "film-valid is not made from the files that it was described with (1 differ" in said.err
    assert read_built_set(tmp_path / "sets" / "film-valid")[0] == "film-tiny"


def test_music_is_made_from_the_command_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(making, "sound_font", lambda given: given)
    monkeypatch.setattr(making, "_WEIGHTS", {"drone": 1.0})
    monkeypatch.setattr(making, "_TEXTURE_S", (0.5, 0.6))
    out = tmp_path / "music"
    assert main(["corpus", "make-music", "--out", str(out), "--minutes", "0.01"]) == 0
    assert capsys.readouterr().out.startswith("0.0 minutes of music for train")
    assert len(list(out.rglob("*-drone.flac"))) >= 1


def test_a_set_is_added_and_counted(tmp_path, capsys):
    assert add(tmp_path, "fma", fma_folder(tmp_path / "fma")) == 0
    assert "3 clips, 0.00 h, of 3 files" in capsys.readouterr().out
    assert len(Catalog.load(tmp_path / "corpus").entries) == 3


@pytest.mark.parametrize(("share", "clips"), [(0.5, 1), (0.6, 0)])
def test_effects_with_music_in_more_than_half_are_left_out(share, clips, tmp_path, monkeypatch):
    monkeypatch.setattr(tagger, "load_tagger", lambda: FakeTagger(share))
    assert command._music_share(tone(1)) == pytest.approx(share)
    assert add(tmp_path, "vggsound", sounds(tmp_path / "sounds")) == 0
    assert len(Catalog.load(tmp_path / "corpus").entries) == clips


def test_a_missing_tagger_is_said_and_the_set_is_added(tmp_path, monkeypatch, capsys):
    def missing():
        raise ModelError("There is no tagger in nowhere; choose another folder.")

    monkeypatch.setattr(tagger, "load_tagger", missing)
    assert add(tmp_path, "vggsound", sounds(tmp_path / "sounds")) == 0
    assert "not searched for music" in capsys.readouterr().err
    assert len(Catalog.load(tmp_path / "corpus").entries) == 1


def test_all_clips_stay_where_that_is_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tagger, "load_tagger", lambda: FakeTagger(1.0))
    given = tmp_path, "vggsound", sounds(tmp_path / "sounds"), "--keep-all"
    assert add(*given, "--no-frames") == 0
    assert len(Catalog.load(tmp_path / "corpus").entries) == 1
    assert "frames of" not in capsys.readouterr().out
    assert add(*given) == 0  # what was left out comes later
    assert "frames of 1 clip kept" in capsys.readouterr().out
    assert main(["corpus", "show", "--corpus", str(tmp_path / "corpus")]) == 0
    assert "scene frames: 1 clip," in capsys.readouterr().out


def test_a_wrong_folder_is_one_sentence(tmp_path, capsys):
    assert add(tmp_path, "lrs3", tmp_path) == 2
    assert "does not hold LRS3" in capsys.readouterr().err


def test_cleaning_names_what_sounds_like_the_other_stem(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tagger, "load_tagger", lambda: FakeTagger(1.0))
    add(tmp_path, "vggsound", sounds(tmp_path / "sounds"), "--keep-all")
    capsys.readouterr()
    assert main(["corpus", "clean", "--corpus", str(tmp_path / "corpus")]) == 0
    assert "1 of 1 clip " in capsys.readouterr().out
    assert Catalog.load(tmp_path / "corpus").entries[0].is_misplaced


def test_cleaning_needs_a_corpus(tmp_path, capsys):
    assert main(["corpus", "clean", "--corpus", str(tmp_path)]) == 2
    assert "There is no corpus" in capsys.readouterr().err
