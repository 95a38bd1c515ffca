"""What a network makes of a film lands in gain lines, window by window and by what is seen."""

import json
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from cass_core.balance.balancer import Balancer
from cass_core.balance.balancing import BalanceRequest, balanced, check_rebalancer
from cass_core.balance.pictures import SeenPictures
from cass_core.checked.json_table import JsonTable
from cass_core.checkpoints.checkpoint import save_model
from cass_core.cli import main
from cass_core.clips import SampleSpan
from cass_core.errors import CassError, MediaError, ModelError, SettingsError
from cass_core.relayed import result_of
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.stem_names import STEMS
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.rebalance import Rebalance
from cass_core.stems.rebalance_json import rebalance_from_json
from tests.helpers.media.movies import Picture, Sound, write_movie
from tests.helpers.project.tiny_stems import written_set
from tests.helpers.separation.rebalancers import TINY, TINY_SEEING, tiny_rebalancer

RATE, SECONDS = 48_000, 9


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """A movie that is white from 3 s to 6 s, and stems that are tones."""
    folder = tmp_path_factory.mktemp("film")
    times = np.arange(SECONDS * RATE) / RATE
    tones = [0.2 * np.sin(2 * np.pi * hz * times) for hz in (200, 900, 2_500)]
    stems = np.repeat(np.array(tones, "f4")[:, None], 2, axis=1)
    mixture = stems.sum(axis=0)
    white = tuple(n / 5 for n in range(15, 30))
    picture = Picture(SECONDS, Fraction(5), (64, 48), white)
    movie = write_movie(folder / "film.mov", picture, [Sound(mixture)])
    made = written_set(folder / "film.stems", stems, mixture, chunk=RATE)
    return movie, made


class ByBrightness:
    """Makes what is below 500 Hz 6 dB louder while the picture is white, and 2500 Hz softer."""

    config = replace(TINY, frames_hz=5.0)

    def seen(self, frames):
        return frames.mean(axis=(1, 2, 3))[:, None].astype("f4") / 255

    def rebalanced(self, sound, pictures):
        is_white = np.repeat(pictures[:, 0] > 0.5, len(sound) // len(pictures))
        spectrum = np.fft.rfft(sound)
        hz = np.fft.rfftfreq(len(sound), 1 / self.config.rate_hz)
        low, high = (np.fft.irfft(spectrum * part) for part in (hz < 500, hz > 2_000))
        return (sound + is_white * (low - 0.5 * high)).astype("f4")


def balance(film, span):
    network = ByBrightness()
    with EditedStems(PatchedStems.open([film[1]]), EditList()) as stems:
        pictures = SeenPictures(film[0], Fraction(0), 5.0, network.seen)
        with closing(pictures):
            steps = Balancer(network, pictures, stems).lines(span)
            shares = []
            while True:
                try:
                    shares.append(next(steps))
                except StopIteration as end:
                    assert shares == sorted(shares)
                    assert shares[-1] == 1.0
                    return end.value


def test_gain_lines_follow_what_the_network_does_with_what_is_seen(film):
    lines = balance(film, SampleSpan(0, SECONDS * RATE))
    wanted = {1.0: (0, 0, 0), 4.5: (6, 0, -6), 8.0: (0, 0, 0)}
    drawn = lines.applied(Rebalance())
    for place_s, levels in wanted.items():
        found = [drawn[stem].line_db_at(round(place_s * RATE)) for stem in STEMS]
        np.testing.assert_allclose(found, levels, atol=0.5)
    assert lines.error_db < -15 < lines.unchanged_db + 10


def test_a_part_is_balanced_as_it_is_in_the_whole(film):
    whole = balance(film, SampleSpan(0, SECONDS * RATE))
    part = balance(film, SampleSpan(4 * RATE, 8 * RATE))
    for stem in range(3):
        place = round(7 * RATE)
        values = [
            lines.applied(Rebalance()).stems[stem].line_db_at(place) for lines in (whole, part)
        ]
        assert abs(values[0] - values[1]) < 0.4
    assert all(4 * RATE <= p.sample < 8 * RATE for line in part.lines for p in line)


@pytest.fixture
def model(tmp_path, monkeypatch):
    """Random weights, as `visah`."""
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    save(tmp_path, TINY_SEEING)


def save(tmp_path, config):
    save_model(
        tmp_path / "data" / "models" / "visah", tiny_rebalancer(config).state_dict(), config,
        licence="none", default_steps=1, notes={},
    )  # fmt: skip


def test_the_command_writes_gain_lines_and_the_mix_that_they_give(film, model, tmp_path, capsys):
    movie, stems = film
    command = ["balance", str(stems), "--movie", str(movie), "-o", str(tmp_path / "out")]
    assert main([*command, "--bits", "32", "--json", "--to", "5"]) == 0
    told = json.loads(capsys.readouterr().out)
    mix, gains = told["files"]
    values = json.loads(Path(gains).read_text())
    assert values["span"] == [0, 5 * RATE]
    rebalance = rebalance_from_json(JsonTable(values["mix"], ""))
    assert any(gain.line for gain in rebalance.stems)
    heard = soundfile.read(mix, dtype="float32")[0].T
    with PatchedStems.open([stems]) as opened:
        span = SampleSpan(0, 5 * RATE)
        wanted = rebalance.mixed(np.stack([opened.read(s, span) for s in STEMS]), 0)
    np.testing.assert_allclose(heard, wanted, atol=1e-6)
    assert main(command) == 2
    assert "use --overwrite" in capsys.readouterr().err


def test_what_is_missing_is_a_sentence(film, model, tmp_path, monkeypatch):
    movie, stems = film
    request = BalanceRequest((stems,), movie, Fraction(0), SampleSpan(0, RATE))
    deaf = write_movie(tmp_path / "sound.mov", None, [Sound(np.zeros((2, RATE), "f4"))])
    for change, kind, sentence in (
        ({"movie": deaf}, MediaError, "no picture"),
        ({"model": "starter"}, ModelError, "does not balance by the picture"),
        ({"span": SampleSpan(0, 20 * RATE)}, SettingsError, "separate the rest first"),
    ):
        with pytest.raises(kind, match=sentence):
            result_of(balanced(replace(request, **change)))
    save(tmp_path, TINY)
    with pytest.raises(ModelError, match="CLIP ViT-L/14 from https"):
        check_rebalancer("visah")
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "nothing"))
    with pytest.raises(CassError, match="cass models get visah"):
        check_rebalancer("visah")
