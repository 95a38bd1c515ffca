"""Sets decoded into a corpus: what is stored, what is left out, and going on after a stop."""

import numpy as np
import pytest

from cass_core.clips import FloatArray
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters import adding, exclusion
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.exclusion import Exclusion
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.corpus_builders import tone
from tests.helpers.corpus.published_sets import (
    fma_folder,
    lrs3_folder,
    write_rows,
    write_stem,
    write_talk,
)

pytestmark = pytest.mark.media


def loudest_hz(samples: FloatArray) -> float:
    spectrum = np.abs(np.fft.rfft(samples))
    return float(spectrum.argmax() * 16_000 / len(samples))


def test_talks_become_clips_with_their_movies(tmp_path):
    root = lrs3_folder(tmp_path / "lrs3")
    *_, report = add_set(tmp_path / "corpus", SETS["lrs3"], root)
    assert (report.done, report.total, report.clips) == (4, 4, 3)
    assert dict(report.left_out) == {"cannot be decoded": 1}
    catalog = Catalog.load(tmp_path / "corpus")
    (clip,) = catalog.select(Stem.DX, "test")
    assert clip.video == str((root / "test" / "9z8y" / "00003.mp4").resolve())
    assert clip.duration_s == pytest.approx(0.8, abs=0.1)
    assert loudest_hz(catalog.read(clip)) == pytest.approx(200 + 37 * 3, abs=3)
    assert clip.loudness_lufs == pytest.approx(-10, abs=3)
    assert clip.attribution.startswith("TED, https://")


def test_only_one_split_is_added_where_it_is_named(tmp_path):
    *_, report = add_set(
        tmp_path / "corpus", SETS["fma"], fma_folder(tmp_path / "fma"), split="test"
    )
    assert report.total == report.clips == 1
    (entry,) = Catalog.load(tmp_path / "corpus").entries
    assert (entry.attribution, entry.licence) == ("Cem, Duo: Late", "Public Domain")
    assert entry.source_rate_hz == 44_100
    assert entry.video == ""


def test_clips_that_the_rule_refuses_are_left_out(tmp_path):
    def is_low(samples):
        return loudest_hz(samples) < 1_000

    root = fma_folder(tmp_path / "fma")
    *_, report = add_set(tmp_path / "corpus", SETS["fma"], root, keep=is_low)
    assert dict(report.left_out) == {"speech or music in it": 2}
    assert [entry.voice for entry in Catalog.load(tmp_path / "corpus").entries] == ["fma/2"]


def test_stems_are_cut_at_silences_and_named_after_their_events(tmp_path):
    folder = tmp_path / "dnr_v2" / "tr" / "5"
    write_stem(folder / "speech.wav", [1, 2])
    write_stem(folder / "sfx.wav", [3])
    write_rows(
        folder / "annots.csv",
        ["file", "class", "mix start", "mix end", "clip start", "clip end", "gain", "annotation"],
        ["first.wav", "speech", 1.0, 2.0, 0, 1, 1, "one"],
        ["second.wav", "speech", 3.0, 4.0, 0, 1, 1, "two"],
    )
    *_, report = add_set(tmp_path / "corpus", SETS["dnr2"], tmp_path)
    assert report.clips == 3
    catalog = Catalog.load(tmp_path / "corpus")
    first, second = catalog.select(Stem.DX, "train")
    assert [first.source, second.source] == ["tr/5/speech.wav@1.00", "tr/5/speech.wav@3.00"]
    assert [first.attribution, second.attribution] == ["first.wav", "second.wav"]
    for entry, seed in ((first, 1), (second, 2)):
        assert entry.duration_s == pytest.approx(1.0, abs=0.11)
        assert loudest_hz(catalog.read(entry)) == pytest.approx(200 + 37 * seed, abs=2)


def test_a_stopped_run_goes_on_with_the_next_part(tmp_path, monkeypatch):
    monkeypatch.setattr(adding, "_FILES_A_PART", 2)
    root = lrs3_folder(tmp_path / "lrs3")
    run = add_set(tmp_path / "corpus", SETS["lrs3"], root)
    reports = [next(run) for _ in range(2)]
    run.close()
    assert [report.done for report in reports] == [0, 2]
    decoded = []
    real = adding.decode_clip
    monkeypatch.setattr(adding, "decode_clip", lambda path: decoded.append(path.name) or real(path))
    first, *_, last = add_set(tmp_path / "corpus", SETS["lrs3"], root)
    assert (first.done, last.done, last.clips) == (2, 4, 1)
    assert decoded == ["00003.mp4", "00004.mp4"]
    assert len(Catalog.load(tmp_path / "corpus").entries) == 3
    *_, again = add_set(tmp_path / "corpus", SETS["lrs3"], root)
    assert (again.done, again.clips) == (4, 0)


def test_a_part_that_was_not_finished_is_cut_away(tmp_path, monkeypatch):
    """The catalogue was written, its part not yet noted as finished, when the machine stopped."""
    monkeypatch.setattr(adding, "_FILES_A_PART", 2)
    root = lrs3_folder(tmp_path / "lrs3")
    corpus = tmp_path / "corpus"
    list(add_set(corpus, SETS["lrs3"], root))
    whole = Catalog.load(corpus)
    noted = corpus / "packages.jsonl"
    noted.write_text(noted.read_text().splitlines(keepends=True)[0])
    *_, report = add_set(corpus, SETS["lrs3"], root)
    assert report.clips == 1
    assert Catalog.load(corpus).entries == whole.entries


def test_several_processes_store_the_same(tmp_path):
    root = fma_folder(tmp_path / "fma")
    list(add_set(tmp_path / "one", SETS["fma"], root))
    list(add_set(tmp_path / "two", SETS["fma"], root, processes=2))
    assert Catalog.load(tmp_path / "one").entries == Catalog.load(tmp_path / "two").entries


def test_the_same_sound_is_stored_once(tmp_path):
    write_talk(tmp_path / "lrs3" / "test" / "a" / "1.mp4", 1)
    write_talk(tmp_path / "lrs3" / "test" / "b" / "1.mp4", 1)
    *_, report = add_set(tmp_path / "corpus", SETS["lrs3"], tmp_path / "lrs3")
    assert (report.clips, dict(report.left_out)) == (1, {"heard before": 1})


@pytest.mark.parametrize(("speech", "music", "stays"), [
    (0.5, 0.5, True), (0.51, 0.0, False), (0.0, 0.51, False), (None, 0.0, True),
])  # fmt: skip
def test_more_than_half_excludes(speech, music, stays, monkeypatch):
    shares = None if speech is None else [speech]
    monkeypatch.setattr(exclusion, "speech_shares", lambda clips: shares)
    assert Exclusion(True, lambda samples: music)(tone(1)) is stays
    assert Exclusion(False, None)(tone(1))
