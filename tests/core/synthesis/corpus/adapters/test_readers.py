"""What each adapter makes of a folder laid out as the set is published."""

import json

import pytest

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.adapters.set_clip import held_out
from tests.helpers.corpus.published_sets import (
    fma_folder,
    lrs3_folder,
    write_rows,
    write_stem,
)

pytestmark = pytest.mark.media


def clips(name, root):
    return list(SETS[name].read(root))


def empty(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def test_lrs3_speakers_are_voices_and_the_text_names_the_video(tmp_path):
    found = {clip.source: clip for clip in clips("lrs3", lrs3_folder(tmp_path))}
    assert set(found) == {
        "pretrain/0a1b/00002.mp4", "trainval/0a1b/00001.mp4",
        "test/9z8y/00003.mp4", "test/9z8y/00004.mp4",
    }  # fmt: skip
    talk = found["trainval/0a1b/00001.mp4"]
    assert (talk.stem, talk.split, talk.voice, talk.is_movie) == (
        Stem.DX, "train", "lrs3/0a1b", True,
    )  # fmt: skip
    assert talk.attribution.endswith("v=xYz-12")
    assert found["pretrain/0a1b/00002.mp4"].attribution.endswith("v=0a1b")
    assert found["test/9z8y/00003.mp4"].split == "test"


def test_lrs3_keeps_whole_speakers_back_for_validation(tmp_path):
    speaker = next(f"s{n}" for n in range(1000) if held_out(f"s{n}", 0.02))
    for part in ("pretrain", "trainval", "test"):
        empty(tmp_path / part / speaker / "00001.mp4")
    assert [c.split for c in clips("lrs3", tmp_path)] == ["valid", "valid", "test"]


def test_vggsound_finds_movies_under_all_their_names(tmp_path):
    rows = [
        ["--abc_d", "30", "dog barking", "train"],
        ["--abc_d", "40", "dog barking", "test"],
        ["second", "7", "rain, heavy", "test"],
        ["third", "0", "wind", "train"],
        ["alone", "12", "wind", "train"],
        ["absent", "12", "wind", "train"],
        ["broken row"],
    ]
    write_rows(tmp_path / "data" / "vggsound.csv", *rows)
    names = ("--abc_d_000030", "--abc_d_40", "second_7000_17000", "third_000000", "alone")
    for name in names:
        empty(tmp_path / "video" / f"{name}.mp4")
    empty(tmp_path / "video" / "--abc_d.mp4")  # which of its two clips this is, nobody knows
    found = clips("vggsound", tmp_path)
    assert [clip.path.stem for clip in found] == list(names)
    assert [clip.source for clip in found][1:3] == ["--abc_d_000040.mp4", "second_000007.mp4"]
    assert [clip.split for clip in found][:3] == ["train", "test", "test"]
    assert found[2].voice == "vggsound/rain, heavy"
    assert found[2].attribution == "https://www.youtube.com/watch?v=second at 7 s"
    assert all(clip.stem is Stem.FX and clip.is_movie for clip in found)


def test_fma_takes_split_licence_and_artist_from_the_table(tmp_path):
    found = clips("fma", fma_folder(tmp_path))
    assert [(c.source, c.split) for c in found] == [
        ("000/000002.mp3", "train"), ("000/000140.mp3", "valid"), ("001/001040.mp3", "test"),
    ]  # fmt: skip
    assert found[0].path.parts[-3] == "fma_large"  # the same track of fma_small is not asked for
    assert [c.licence for c in found] == ["Attribution 4.0", "not stated", "Public Domain"]
    assert found[2].attribution == "Cem, Duo: Late"
    assert found[2].voice == "fma/1040"


def test_dnr2_stems_carry_their_events(tmp_path):
    folder = tmp_path / "dnr_v2" / "tt" / "1002"
    for name in ("mix", "speech", "music", "sfx"):
        empty(folder / f"{name}.wav")
    write_rows(
        folder / "annots.csv",
        ["file", "class", "mix start", "mix end", "clip start", "clip end", "gain", "annotation"],
        ["speech/84/a.wav", "speech", 1.5, 4.0, 0, 2.5, 0.5, "hello, you"],
        ["sfx/bg.wav", "background", 2.0, 9.0, 0, 7.0, 0.2, "Rain"],
        ["sfx/fg.wav", "sfx", 3.0, 3.5, 0, 0.5, 0.2, "Door"],
        ["torn", "sfx"],
    )
    speech, music, effects = clips("dnr2", tmp_path)
    assert (speech.source, speech.split, speech.stem) == ("tt/1002/speech.wav", "test", Stem.DX)
    assert [(s.start_s, s.stop_s, s.name) for s in speech.spans] == [(1.5, 4.0, "speech/84/a.wav")]
    assert [span.name for span in effects.spans] == ["sfx/bg.wav", "sfx/fg.wav"]
    assert music.spans == ()
    assert all(clip.is_long for clip in (speech, music, effects))


def test_dnr3_reads_all_variants_with_effects_apart(tmp_path):
    for variant, part in (("multi", "train"), ("eng", "val")):
        for name in ("speech", "music", "sfx", "sfx_fg", "sfx_bg", "mixture"):
            empty(tmp_path / variant / "audio" / part / "0007" / f"{name}.flac")
    empty(tmp_path / "eng" / "audio" / "test" / "0001" / "sfx.flac")
    write_rows(
        tmp_path / "multi" / "manifest" / "train" / "0007" / "music.csv",
        ["file", "start_sample", "start_seconds", "end_seconds"],
        ["fma/000/000002.wav", 48_000, 1.0, 9.5],
    )
    found = {clip.source: clip for clip in clips("dnr3", tmp_path)}
    assert len(found) == 9
    assert found["multi/train/0007/sfx_bg.flac"].tag == "ambience"
    assert found["eng/val/0007/speech.flac"].split == "valid"
    assert found["eng/test/0001/sfx.flac"].stem is Stem.FX
    assert [s.name for s in found["multi/train/0007/music.flac"].spans] == ["fma/000/000002.wav"]
    assert "multi/train/0007/mixture.flac" not in found


def test_cineaudiodb_takes_target_stems_from_its_table(tmp_path):
    write_rows(
        tmp_path / "metadata.csv",
        ["file_name", "film_id", "component", "kind", "license"],
        ["a/film_01_dialogue.flac", "film_01", "dialogue", "target_stem", "CC-BY-SA-4.0"],
        ["a/film_01_mix.flac", "film_01", "linear_mix", "input_mix_additive", "CC-BY-SA-4.0"],
        ["a/film_01_dx.flac", "film_01", "dx", "fine_stem", "CC-BY-SA-4.0"],
        ["a/film_02_sfx.flac", "film_02", "sfx", "target_stem", "CC-BY-4.0"],
    )
    found = clips("cineaudiodb", tmp_path)
    assert [(c.source, c.stem, c.licence, c.split) for c in found] == [
        ("film_01/dialogue.flac", Stem.DX, "CC-BY-SA-4.0", "test"),
        ("film_02/sfx.flac", Stem.FX, "CC-BY-4.0", "test"),
    ]
    assert found[0].path == tmp_path / "a" / "film_01_dialogue.flac"


def test_cineaudiodb_as_json_lines_and_without_a_table(tmp_path):
    row = {"file_name": "music.wav", "film_id": "f", "component": "music", "license": "CC-BY-4.0"}
    (tmp_path / "lines").mkdir()
    (tmp_path / "lines" / "metadata.jsonl").write_text(json.dumps(row) + "\n{torn")
    assert [c.stem for c in clips("cineaudiodb", tmp_path / "lines")] == [Stem.MX]
    write_stem(tmp_path / "names" / "film_03" / "sfx.wav", [1])
    (clip,) = clips("cineaudiodb", tmp_path / "names")
    assert (clip.source, clip.voice) == ("film_03/sfx.wav", "cineaudiodb/film_03/sfx")


@pytest.mark.parametrize("name", SETS)
def test_a_folder_that_is_something_else_is_named(name, tmp_path):
    (tmp_path / "notes.txt").write_text("nothing of the kind")
    with pytest.raises(MediaError, match="does not hold .* choose its folder"):
        clips(name, tmp_path)


def test_esc50_takes_free_clips_with_their_own_licence(tmp_path):
    rows = {
        "1-100032-A-0.wav": ("dog", "[1-100032-A.ogg]: clip derived from a [x].wav by nfrae [CC0]"),
        "4-1-B-21.wav": ("sneezing", "[4-1-B.ogg]:  clip derived from b.wav by c [CC-BY]"),
        "5-2-A-10.wav": ("rain", "[5-2-A.ogg]: clip derived from d.wav by e [CC-BY]"),
        "1-3-A-1.wav": ("rooster", "[1-3-A.ogg]: clip derived from f.wav by g [CC-BY-NC]"),
        "1-4-A-1.wav": ("rooster", "[1-4-A.ogg]: clip derived from h.wav by i [CC-Sampling+]"),
        "1-5-A-36.wav": ("vacuum_cleaner", "[1-5-A.ogg]: clip derived from j.wav by k [CC0]"),
        "1-6-A-1.wav": ("rooster", "without a licence"),
    }
    write_rows(
        tmp_path / "meta" / "esc50.csv",
        ["filename", "fold", "target", "category"],
        *([name, 1, 0, category] for name, (category, _) in rows.items()),
    )
    (tmp_path / "LICENSE").write_text("".join(f"- {line}\n" for _, line in rows.values()))
    for name in rows:
        empty(tmp_path / "audio" / name)
    found = {clip.path.name: clip for clip in clips("esc50", tmp_path)}
    assert {name: (c.stem, c.kind, c.split, c.licence) for name, c in found.items()} == {
        "1-100032-A-0.wav": (Stem.FX, "animals", "train", "CC0-1.0"),
        "4-1-B-21.wav": (Stem.DX, "sneeze", "valid", "CC-BY-3.0"),
        "5-2-A-10.wav": (Stem.FX, "rain", "test", "CC-BY-3.0"),
        "1-5-A-36.wav": (Stem.FX, "vacuum cleaner", "train", "CC0-1.0"),
    }
    assert found["1-100032-A-0.wav"].attribution == "clip derived from a [x].wav by nfrae"


def test_ms_snsd_gives_noises_without_words(tmp_path):
    kept_back = next(n for n in range(1000) if held_out(f"Babble_{n}", 0.1))
    names = ["Babble_1", f"Babble_{kept_back}", "CopyMachine_3", "NeighborSpeaking_2", "Neighbor_1"]
    for name in names:
        empty(tmp_path / "noise_train" / f"{name}.wav")
    empty(tmp_path / "noise_test" / "ShuttingDoor_1.wav")
    found = {clip.source: (clip.kind, clip.split) for clip in clips("ms-snsd", tmp_path)}
    assert found == {
        "noise_train/Babble_1.wav": ("walla", "train"),
        f"noise_train/Babble_{kept_back}.wav": ("walla", "valid"),
        "noise_train/CopyMachine_3.wav": ("machines", "train"),
        "noise_test/ShuttingDoor_1.wav": ("doors", "test"),
    }


def test_class_folders_that_are_none_are_said(tmp_path):
    for name in ("esc50", "ms-snsd"):
        with pytest.raises(MediaError, match="choose its folder"):
            clips(name, tmp_path)


@pytest.mark.parametrize(
    ("name", "table"),
    [("fma", "tracks.csv"), ("vggsound", "vggsound.csv"), ("cineaudiodb", "metadata.csv")],
)
def test_a_table_that_is_none_is_a_sentence(name, table, tmp_path):
    (tmp_path / table).write_text("a,b\n" + "x" * 200_000 + "\n")
    with pytest.raises(MediaError, match=f"is damaged: {table} is no table; get it again"):
        list(add_set(tmp_path / "corpus", SETS[name], tmp_path))


def test_numbers_that_are_none_are_passed_over(tmp_path):
    empty(tmp_path / "a_000007.mp4")
    write_rows(
        tmp_path / "vggsound.csv",
        ["a", "²", "wind", "test"],
        ["a", "9" * 5000, "wind", "test"],
        ["a", "7", "wind", "test"],
    )
    assert [clip.path.name for clip in clips("vggsound", tmp_path)] == ["a_000007.mp4"]


def test_no_table_reaches_out_of_its_folder(tmp_path):
    write_stem(tmp_path / "private.wav", [1])
    root = tmp_path / "set"
    rows = [
        [str(tmp_path / "private.wav"), "f", "music", "target_stem", "CC0"],
        ["../private.wav", "f", "sfx", "target_stem", "CC0"],
        ["a/../../private.wav", "f", "dialogue", "target_stem", "CC0"],
    ]
    names = ["file_name", "film_id", "component", "kind", "license"]
    write_rows(root / "metadata.csv", names, *rows)
    with pytest.raises(MediaError, match="does not hold"):
        clips("cineaudiodb", root)
    name = "1-1-A/../../../../private.wav"
    write_rows(root / "meta" / "esc50.csv", ["filename", "category"], [name, "dog"])
    (root / "audio" / "1-1-A").mkdir(parents=True)
    (root / "LICENSE").write_text("- [1-1-A.ogg]: clip derived from x.wav by y [CC0]\n")
    assert clips("esc50", root) == []
