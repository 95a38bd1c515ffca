"""Worse mixes, how they are measured, and how near ideal gain lines come."""

import numpy as np
import pytest

from cass_core.cli import main
from cass_core.dsp.loudness import integrated_loudness
from cass_core.evaluation.balance.muddy_mix import CHANGES_DB, muddy_mix
from tests.helpers.project.tiny_stems import written_set

RATE = 44_100


def stems(seconds=3, peak=0.1):
    chance = np.random.default_rng(2)
    levels = np.array([[0.3], [1.0], [0.1]]) * peak
    return (levels * chance.uniform(-1, 1, (3, seconds * RATE))).astype("f4")


@pytest.mark.parametrize(("recipe", "lifted"), [("script", 1), ("paper", 2)])
def test_the_loudest_stem_is_lowered(recipe, lifted):
    sounds, seen = stems(), set()
    for seed in range(12):
        worse = muddy_mix(sounds, RATE, np.random.default_rng(seed), recipe)
        gains = np.round(worse.gains_db, 6)
        assert -gains[1] in CHANGES_DB
        assert set(np.abs(gains)) <= set(CHANGES_DB)
        assert (gains > 0).sum() == lifted
        factors = 10 ** (gains / 20)
        np.testing.assert_allclose(worse.stems, factors[:, None] * sounds, atol=1e-6)
        seen.add(tuple(gains))
    assert len(seen) > 6


def test_nothing_passes_the_limit_and_silence_stays():
    sounds = stems(peak=0.9)
    sounds[0] = 0
    for seed in range(5):
        worse = muddy_mix(sounds, RATE, np.random.default_rng(seed), "paper")
        assert np.abs(worse.mix).max() <= 10 ** (-0.5 / 20) + 1e-6
        assert not worse.stems[0].any()
        changed = [integrated_loudness(s, RATE) for s in worse.stems[1:]]
        assert changed[1] > changed[0] - 20 + 8


def test_the_command_measures_muddy_and_ideal(tmp_path, capsys):
    sounds = np.repeat(stems(21)[:, None], 2, axis=1)
    folder = written_set(tmp_path / "film.stems", sounds, sounds.sum(0), chunk=RATE)
    command = ["evaluate", str(folder), "--balance", "--no-model", "--out", str(tmp_path / "out")]
    assert main(command) == 0
    first = capsys.readouterr().out
    rows = [line.split() for line in first.splitlines()]
    muddy, ideal = (next(r for r in rows if r[:1] == [word]) for word in ("muddy", "ideal"))
    assert float(ideal[-1]) < 0.5, "the lines undo what was done"
    for measure in (2, 3, 4):
        assert float(ideal[measure + 1]) < 0.2 * float(muddy[measure])
    assert main(command) == 0
    assert capsys.readouterr().out == first
    assert len((tmp_path / "out" / "balance-scores.jsonl").read_text().splitlines()) % 2 == 0
    assert main([*command[:3], "--out", str(tmp_path / "out")]) == 2
    assert "cass models get visah" in capsys.readouterr().err
