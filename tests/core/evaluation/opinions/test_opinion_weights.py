"""Weights of second opinions: measured on known mixtures, chosen, kept, and the default then."""

import numpy as np
import pytest
import soundfile

from cass_core.checkpoints.opinion_weights import keep_weights, measured_weights
from cass_core.checkpoints.opinions import describe_named, named
from cass_core.checkpoints.opinions_config import EQUAL
from cass_core.clips import AudioClip, SampleSpan
from cass_core.evaluation.known_mixtures import KnownMixture
from cass_core.evaluation.opinions.choice import choose_weights
from cass_core.evaluation.opinions.weighing import (
    OPINION_SCORES,
    OpinionScore,
    improvements,
    tried_weights,
)
from cass_core.evaluation.scoring.opened_model import open_model
from cass_core.media.sound.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr
from cass_core.separation.opinions.averaged_masks import AveragedMasks
from tests.helpers.command_line import run_cass
from tests.helpers.separation.tiny_model import write_tiny_model

RATE_HZ = 8_000


def noises(seed, seconds=2.0):
    """(stem, channel, sample) three noises, each in a band of its own and one that all share."""
    rng, count = np.random.default_rng(seed), round(seconds * RATE_HZ)
    hertz = np.fft.rfftfreq(count, 1 / RATE_HZ)
    bands = [(hertz > low) & (hertz < low + 1800) for low in (100, 1000, 2000)]
    sounds = [np.fft.irfft(np.fft.rfft(rng.standard_normal(count)) * band, count) for band in bands]
    return (0.1 * np.array(sounds)[:, None]).astype(np.float32)


def knowing(stems, own):
    """What a model gives that knows one stem, and cannot tell the other two apart."""
    others = [row for row in range(3) if row != own]
    given = stems.copy()
    given[others] = stems[others].mean(axis=0)
    return given


def measured(number, first, second):
    """Two models on one mixture: which stem each of them knows."""
    stems = noises(number)
    mixture = KnownMixture(number, AudioClip(stems.sum(axis=0), RATE_HZ, "mono"), stems)
    opinions = [knowing(mixture.stems, own) for own in (first, second)]
    found = improvements(mixture, opinions, tried_weights(2))
    return OpinionScore("made", number, "1/1", "a+b", found), mixture, opinions


def test_who_knows_a_stem_counts_more_for_it():
    scores = [measured(number, 0, 2)[0] for number in range(3)]
    choice = choose_weights(scores, 2)
    first, second = choice.best_weights
    assert first[0] > second[0]
    assert first[2] < second[2]
    assert choice.recommended == choice.best_weights
    assert choice.unseen_gain_db > 0.5
    assert np.mean(choice.best) > max(np.mean(other) for other in (*choice.alone, choice.equal))
    alike = choose_weights([measured(number, 0, 0)[0] for number in (0, 1)], 2)
    assert alike.recommended == (EQUAL, EQUAL)
    assert alike.unseen_gain_db == pytest.approx(0, abs=1e-9)


def test_what_is_measured_is_what_a_separation_gives():
    score, mixture, opinions = measured(7, 0, 2)
    tried = tried_weights(2)
    assert len(tried) == 125
    assert np.all(tried[0] == 0.5)
    for number in (0, 17, 124):
        source = ArraySource(mixture.sound)
        span = SampleSpan(0, source.num_samples)
        stems = AveragedMasks(source, tried[number]).render(span, opinions, span)
        for row, stem in enumerate(("DX", "FX", "MX")):
            expected = si_sdr(stems[row], mixture.stems[row])
            expected -= si_sdr(mixture.sound.samples, mixture.stems[row])
            assert score.si_sdri[stem][number] == pytest.approx(expected, abs=2e-3)
    assert {len(tried_weights(3)), *(w.shape for w in tried_weights(3))} == {217, (3, 3)}


def test_weights_are_kept_and_are_the_default_then(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    for seed, name in enumerate(("a", "b")):
        write_tiny_model(tmp_path / "models" / name, seed)
    sums = [describe_named(name).sha256 for name in ("a", "b")]
    assert measured_weights(sums) is None
    assert named("a,b") == "a,b"
    weights = (0.75, 0.5, 0.0), (0.25, 0.5, 1.0)
    keep_weights(sums, [EQUAL, EQUAL])
    keep_weights(sums, weights)
    assert [o.weights for o in describe_named("a,b").config.opinions] == list(weights)
    assert [o.weights for o in describe_named("b, a").config.opinions] == list(weights[::-1])
    assert named("b,a") == "b:0.25/0.5/1,a:0.75/0.5/0"
    assert [o.weights for o in describe_named("a:1,b").config.opinions] == [EQUAL, EQUAL]
    asked = [open_model(text, "cpu").short_checksum for text in ("a,b", "a:1,b", "a:2,b:2", "a")]
    assert len(set(asked)) == len(asked)  # scores of one are not taken for the other's
    kept = next((tmp_path / "models").glob("*.json"))
    for text in ("{", '{"measured": [{"models": [{"sha256": "x", "weights": [0, 1, 1]}]}]}'):
        kept.write_text(text)
        assert measured_weights(sums) is None


@pytest.mark.media
def test_the_command_recommends_and_applies(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    for seed, name in enumerate(("a", "b")):
        write_tiny_model(tmp_path / "models" / name, seed)
    files = [tmp_path / f"{name}.wav" for name in ("dx", "fx", "mx")]
    for file, sound in zip(files, noises(0, 20.5), strict=True):
        soundfile.write(file, sound.T, RATE_HZ, "FLOAT")
    options = (
        "models", "weigh", "a,b", "--stems", *files, "--steps", "1", "--device", "cpu",
        "--out", tmp_path / "scores",
    )  # fmt: skip
    done = run_cass(capfd, *options)
    assert done.code == 0, done.err
    assert "over 2 known mixtures" in done.out
    kept = (tmp_path / "scores" / OPINION_SCORES).read_text()
    assert kept.count("\n") == 2
    again = run_cass(capfd, *options, "--apply")
    assert (tmp_path / "scores" / OPINION_SCORES).read_text() == kept
    assert "count so from now on" in again.out
    said = again.out.split("recommended: --model ")[1].split("\n")[0]
    assert describe_named("a,b").config.opinions == describe_named(said).config.opinions
    for models, more in (("a", ()), ("a,a", ()), ("a,b,a,b", ()), ("a,b", (tmp_path / "none",))):
        refused = run_cass(capfd, "models", "weigh", models, *(more or ("--stems", *files)))
        assert (refused.code, len(refused.refusals)) == (2, 1), models
    assert run_cass(capfd, "models", "weigh", "a,b").code == 2
