"""Each measure says what it should of its own evidence, and is left out where there is none."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import ModelError
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ, NUM_BANDS
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.evidence.source import Subject
from cass_core.review.measures import published_tagger, seen_speech, voices
from cass_core.review.measures.combining import Weighed
from cass_core.review.measures.handover import handover_strengths
from cass_core.review.measures.measure import Material, Measure
from cass_core.review.measures.names import (
    ADDED,
    CELLS,
    HANDOVER,
    OPINIONS,
    OTHER_SEPARATION,
    PUBLISHED_TAGGER,
    SEEN_SPEECH,
    SHARED_SOUND,
    VOICES,
)
from cass_core.review.measures.table import MEASURES, SOURCES, measures_named
from cass_core.review.review import open_reviewer
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.disagreement import keep_disagreement
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.cell_fakes import RATE_HZ, swapped, tone_stems, use_tones
from tests.helpers.project.tiny_stems import written_set

FX_IN_MX = PAIRS.index((Stem.MX, Stem.FX))
RUN = {measure.name: measure.run for measure in MEASURES}
CALL = {source.name: source.call for source in SOURCES}


def some_cells(levels):
    shape = len(levels), len(STEMS), len(STEMS)
    return JudgedCells(levels, np.full((*shape, NUM_BANDS), 1 / 3), np.zeros(shape))


def test_a_sound_that_changes_its_stem_and_soon_goes_back_is_handed_over():
    levels = np.full((400, 3, NUM_BANDS), -70, np.float32)
    levels[:, 1, 4:12] = -30
    levels[100:150, 1, 4:12], levels[100:150, 2, 4:12] = -70, -30  # from FX to MX and back
    levels[250:300, 1, 4:12] = -70  # a pause is no handover
    levels[320:, 2, 20:24] = -30  # nor is a sound that just begins
    strengths = handover_strengths(some_cells(levels))
    assert strengths[FX_IN_MX, 105:145].min() > 0.9
    assert strengths[FX_IN_MX, :90].max() < 0.1
    assert strengths[FX_IN_MX, 160:].max() < 0.1
    others = [pair for pair in range(len(PAIRS)) if pair != FX_IN_MX]
    assert strengths[others, 110:140].max() < 0.1


@pytest.fixture
def noise():
    rng = np.random.default_rng(5)
    return (0.05 * rng.standard_normal((3, 1, 4 * CELL_RATE_HZ))).astype(np.float32)


def told(name, samples, other=None):
    stems = [None if s is None else ArrayStems(s, CELL_RATE_HZ, "mono") for s in (samples, other)]
    witness = CALL[name](Subject(*stems))
    return witness.told(0, samples.shape[-1] // CELL_HOP)


def test_what_two_stems_hold_at_once_is_one_sound(noise):
    second = slice(CELL_RATE_HZ, 2 * CELL_RATE_HZ)
    noise[2, :, second] = 0.3 * noise[1, :, second]
    odds = RUN[SHARED_SOUND](Material(some_cells(np.zeros((200, 3, NUM_BANDS))), {
        SHARED_SOUND: told(SHARED_SOUND, noise)
    }))  # fmt: skip
    assert odds[FX_IN_MX, 60:90].min() > 0.9
    assert odds[FX_IN_MX, 120:].max() < 0.2


def test_what_another_separation_puts_elsewhere_is_in_doubt(noise):
    other = noise.copy()
    second = slice(CELL_RATE_HZ, 2 * CELL_RATE_HZ)
    other[1, :, second] += noise[2, :, second]
    other[2, :, second] = 0
    shares = told(OTHER_SEPARATION, noise, other)
    assert shares[60:90, FX_IN_MX].min() > 0.7
    assert shares[120:].max() < 0.1
    assert np.delete(shares[60:90], FX_IN_MX, axis=1).max() < 0.1
    assert CALL[OTHER_SEPARATION](Subject(ArrayStems(noise, CELL_RATE_HZ, "mono"))) is None


def test_detectors_speak_for_sounds_outside_their_stem(noise, monkeypatch):
    heard = SimpleNamespace(detect_probs=lambda sound, _: np.array([[0.9, 0.1, 0.2]] * 800))
    monkeypatch.setattr(voices, "_detector", lambda: heard)
    monkeypatch.setattr(voices, "find_spec", lambda _: object())
    material = Material(some_cells(np.zeros((200, 3, NUM_BANDS))), {VOICES: told(VOICES, noise)})
    odds = RUN[VOICES](material)
    assert odds[PAIRS.index((Stem.MX, Stem.DX))].min() > 0.5
    assert odds[PAIRS.index((Stem.DX, Stem.MX))].max() < -0.5
    monkeypatch.setattr(voices, "find_spec", lambda _: None)
    assert CALL[VOICES](Subject(ArrayStems(noise, CELL_RATE_HZ, "mono"))) is None


def test_the_published_detector_takes_part_where_its_files_are(noise, monkeypatch):
    front = SimpleNamespace(rate_hz=32_000, hop=320)
    network = SimpleNamespace(front=front, hear=lambda sound: np.zeros((len(sound) // 320 + 1, 1)))
    groups = SimpleNamespace(strongest=lambda logits: np.tile([0.1, 0.8, 0.2], (len(logits), 1)))
    monkeypatch.setattr(published_tagger, "_detector", lambda: (network, groups))
    material = Material(
        some_cells(np.zeros((200, 3, NUM_BANDS))),
        {PUBLISHED_TAGGER: told(PUBLISHED_TAGGER, noise)},
    )
    assert RUN[PUBLISHED_TAGGER](material)[FX_IN_MX].min() > 0.5

    def missing():
        raise ModelError("Fetch it first.")

    monkeypatch.setattr(published_tagger, "_detector", missing)
    assert CALL[PUBLISHED_TAGGER](Subject(ArrayStems(noise, CELL_RATE_HZ, "mono"))) is None


def test_where_nobody_is_seen_to_speak_the_dialogue_is_suspicious(monkeypatch):
    records = np.zeros(50, [("row", "<i4")])
    records["row"] = np.arange(50)  # a face for two seconds, which speaks in the first
    tracks = SimpleNamespace(records=records, speaker=np.r_[np.arange(25), np.full(75, -1)])
    tracks.start_s = 1.0
    monkeypatch.setattr(seen_speech, "_kept_tracks", lambda identity: tracks)
    witness = CALL[SEEN_SPEECH](SimpleNamespace(stems=SimpleNamespace(
        identities=(SimpleNamespace(media_hash="x"),)
    )))  # fmt: skip
    material = Material(some_cells(np.zeros((250, 3, NUM_BANDS))), {
        SEEN_SPEECH: witness.told(0, 250)
    })  # fmt: skip
    odds = RUN[SEEN_SPEECH](material)
    speech_in_fx, ghost = PAIRS.index((Stem.FX, Stem.DX)), PAIRS.index((Stem.DX, Stem.MX))
    for moments, speech, other in ((55, 1, -1), (110, -1, 1), (20, 0, 0), (200, 0, 0)):
        assert np.sign(odds[speech_in_fx, moments]) == speech
        assert np.sign(odds[ghost, moments]) == other


def test_log_odds_add_up_and_who_spoke_is_named():
    def saying(odds):
        return lambda material: np.full((len(PAIRS), 10), odds)

    measures = [
        Measure("start", frozenset(), saying(-1.0)),
        Measure("one", frozenset(), saying(2.0)),
        Measure("other", frozenset(), saying(0.1)),
    ]
    weighed = Weighed(Material(some_cells(np.zeros((10, 3, NUM_BANDS)))), measures)
    assert weighed.scores() == pytest.approx(1 / (1 + np.exp(-1.1)))
    assert weighed.found_by(0, 0, 10) == ("one",)
    assert [measure.name for measure in measures_named([VOICES])] == [CELLS, VOICES]


def test_evidence_that_comes_later_is_gathered_later(tmp_path, monkeypatch, capfd):
    use_tones(monkeypatch)
    second = SampleSpan(4 * RATE_HZ, 4 * RATE_HZ + RATE_HZ // 2)
    right = tone_stems(6)
    wrong = swapped(right, Stem.DX, Stem.FX, second)
    folder, other = (
        written_set(tmp_path / name, stems, wrong.sum(axis=0), chunk=RATE_HZ)
        for name, stems in (("film.stems", wrong), ("second.stems", right))
    )
    with open_reviewer(folder, measures=measures_named([])) as (reviewer, _):
        assert len(list(reviewer.gather())) == 1
        alone = reviewer.flags()[0]
    assert alone.measures == (CELLS,)
    keep_disagreement(folder, 0.0, np.full((60, 3), 0.8, np.float32))
    measures = measures_named(ADDED)
    with open_reviewer(folder, other, measures) as (reviewer, _):
        there = {measure.name for measure in reviewer.measures}
        assert there >= {CELLS, HANDOVER, SHARED_SOUND, OTHER_SEPARATION, OPINIONS}
        assert not there & {SEEN_SPEECH, PUBLISHED_TAGGER}
        assert len(list(reviewer.gather())) == 1
        together = reviewer.flags()[0]
        assert not list(reviewer.gather())
    assert set(together.measures) >= {CELLS, OTHER_SEPARATION, OPINIONS}
    assert together.score > alone.score
    arguments = ("review", folder, "--measures", "handover", "--json")
    done = run_cass(capfd, *arguments, "--against", other)
    assert done.code == 0, done.err
    assert OTHER_SEPARATION in json.loads(done.out)[0]["measures"]
    assert "there is no measure" in run_cass(capfd, "review", folder, "--measures", "ears").err
    shorter = written_set(tmp_path / "short.stems", right[..., :RATE_HZ], right[0, :, :RATE_HZ])
    refused = run_cass(capfd, *arguments, "--against", shorter)
    assert refused.code == 2
    assert "same movie" in refused.err
