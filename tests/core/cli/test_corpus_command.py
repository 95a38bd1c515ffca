"""`cass corpus add`: sets on this machine, and detectors that may be missing."""

import numpy as np
import pytest

from cass_core.cli import corpus as command
from cass_core.cli import main
from cass_core.errors import ModelError
from cass_core.metrics.taggers import tagger
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.adapters import exclusion
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.corpus_builders import tone
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


def test_all_clips_stay_where_that_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(tagger, "load_tagger", lambda: FakeTagger(1.0))
    assert add(tmp_path, "vggsound", sounds(tmp_path / "sounds"), "--keep-all") == 0
    assert len(Catalog.load(tmp_path / "corpus").entries) == 1


def test_a_wrong_folder_is_one_sentence(tmp_path, capsys):
    assert add(tmp_path, "lrs3", tmp_path) == 2
    assert "does not hold LRS3" in capsys.readouterr().err


def test_cleaning_names_what_sounds_like_the_other_stem(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tagger, "load_tagger", lambda: FakeTagger(1.0))
    add(tmp_path, "vggsound", sounds(tmp_path / "sounds"), "--keep-all")
    capsys.readouterr()
    assert main(["corpus", "clean", "--corpus", str(tmp_path / "corpus")]) == 0
    assert "1 of 1 clips" in capsys.readouterr().out
    assert Catalog.load(tmp_path / "corpus").entries[0].is_misplaced


def test_cleaning_needs_a_corpus(tmp_path, capsys):
    assert main(["corpus", "clean", "--corpus", str(tmp_path)]) == 2
    assert "There is no corpus" in capsys.readouterr().err
