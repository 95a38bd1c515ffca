"""Made music: arrangements that replay, textures, and a folder that can be added."""

import io

import mido
import numpy as np
import pytest

from cass_core.errors import SettingsError
from cass_core.synthesis.corpus.adapters.film_music import FILM_MUSIC
from cass_core.synthesis.music import fluidsynth, making, score_collection
from cass_core.synthesis.music.arrangement import ENSEMBLES, draw_arrangement
from cass_core.synthesis.music.making import make_music
from cass_core.synthesis.music.midi_writing import midi_bytes
from cass_core.synthesis.music.score_reader import read_score
from cass_core.synthesis.music.textures import TEXTURES, make_texture
from tests.helpers.corpus.scores import write_score

pytestmark = pytest.mark.media


@pytest.fixture(scope="module")
def score(tmp_path_factory):
    return read_score(write_score(tmp_path_factory.mktemp("score") / "score.xml"))


def arrangement(score, ensemble, seed=0, seconds=6.0):
    return draw_arrangement(score, ensemble, seconds, np.random.default_rng(seed))


@pytest.mark.parametrize("ensemble", ENSEMBLES)
def test_every_ensemble_plays_the_notes_of_the_stretch(ensemble, score):
    drawn = arrangement(score, ensemble)
    assert drawn.notes
    assert drawn.notes[0].start == 0
    file = mido.MidiFile(file=io.BytesIO(midi_bytes(drawn)))
    sounding = {m.note for track in file.tracks for m in track if m.type == "note_on"}
    assert {note.pitch + drawn.transposed for note in drawn.notes} <= sounding
    programmes = [m.program for track in file.tracks for m in track if m.type == "program_change"]
    assert set(programmes) <= {p for part in drawn.programmes for p in part} | {47}
    assert file.length <= 7.5


def test_a_seed_decides_the_whole_arrangement(score):
    first, again, other = (arrangement(score, "orchestra", seed) for seed in (1, 1, 2))
    assert midi_bytes(first) == midi_bytes(again)
    assert midi_bytes(first) != midi_bytes(other)


@pytest.mark.parametrize("kind", TEXTURES)
def test_textures_are_stereo_loud_and_their_seed_s_own(kind):
    first, again, other = (
        make_texture(kind, 1.0, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first, again)
    assert first.shape == (2, 48_000)
    assert np.abs(first).max() == pytest.approx(0.7, abs=0.01)
    assert not np.array_equal(first, other)
    assert not np.array_equal(first[0], first[1])


@pytest.fixture
def quick_orchestra(monkeypatch, tmp_path):
    """Scores of three splits; a note's pitch as a tone in place of FluidSynth."""
    paths = {split: write_score(tmp_path / f"{split}.xml") for split in ("train", "valid", "test")}
    monkeypatch.setattr(making, "score_files", lambda split: [(f"bach/{split}", paths[split])])
    monkeypatch.setattr(making, "sound_font", lambda given: given)
    played = np.full((2, 48_000), 0.1, np.float32)
    monkeypatch.setattr(making, "play_midi", lambda midi, *rest: played * (1 + len(midi) % 7))
    monkeypatch.setattr(making, "_TEXTURE_S", (0.5, 1.0))


@pytest.mark.usefixtures("quick_orchestra")
def test_a_folder_grows_to_its_length_goes_on_and_can_be_read(tmp_path):
    music = tmp_path / "music"
    made = make_music(music, 0.1, split="test", seed=3)
    assert next(made) == 0.0
    next(made)
    made.close()
    assert next(make_music(music, 0.1, split="test", seed=3)) > 0
    *_, minutes = make_music(music, 0.1, split="test", seed=3)
    assert minutes >= 0.1
    *_, again = make_music(tmp_path / "again", 0.1, split="test", seed=3)
    one, two = (list(FILM_MUSIC.read(folder)) for folder in (music, tmp_path / "again"))
    assert [c.source for c in one] == [c.source for c in two]
    assert [c.path.read_bytes() for c in one] == [c.path.read_bytes() for c in two]
    assert {c.split for c in one} == {"test"}
    assert {c.kind for c in one} <= {*ENSEMBLES, *TEXTURES}
    assert all(c.licence for c in one)


@pytest.mark.usefixtures("quick_orchestra")
def test_scored_pieces_name_their_work_as_the_recording(tmp_path):
    list(make_music(tmp_path / "music", 0.3))
    voices = {c.voice for c in FILM_MUSIC.read(tmp_path / "music") if "made:" not in c.voice}
    assert voices == {"film-music/bach/train"}


def test_every_kind_of_music_is_made():
    assert set(making._WEIGHTS) == {*ENSEMBLES, *TEXTURES}


def test_what_is_missing_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(score_collection.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="music21"):
        score_collection.score_files("train")
    with pytest.raises(SettingsError, match="fluid-soundfont-gm"):
        fluidsynth.sound_font(tmp_path / "none.sf2")


@pytest.mark.skipif(
    not fluidsynth.shutil.which("fluidsynth") or not any(p.exists() for p in fluidsynth._FONTS),
    reason="FluidSynth or its font is not installed",
)
def test_fluidsynth_plays(score):
    sound = fluidsynth.play_midi(
        midi_bytes(arrangement(score, "piano", seconds=1.0)), fluidsynth.sound_font(), 0.5, 0.5
    )
    assert sound.shape[0] == 2
    assert np.abs(sound).max() > 0.01
