"""`cass separate --hint` and `--hints`: what is said holds, and what cannot be is refused."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.stem_names import STEMS
from cass_core.stems.manifest_file import load_manifest
from tests.helpers.command_line import run_cass
from tests.helpers.media.bad_files import good_movie
from tests.helpers.separation.published_checkpoints import (
    cdx23_config,
    demucs_payload,
    random_state,
    write_checkpoint,
)
from tests.helpers.separation.tiny_model import write_tiny_model

pytestmark = pytest.mark.media


@pytest.fixture
def separate(capfd, tmp_path, monkeypatch):
    for name in ("CASS_DATA", "CASS_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    movie, model = good_movie(tmp_path, seconds=3.0), write_tiny_model(tmp_path / "tiny")

    def run(*more):
        base = ("-o", tmp_path / "stems", "--model", model, "--no-picture", "--device", "cpu")
        return run_cass(capfd, "separate", movie, *base, *more)

    return run


def power_shares(folder, start_s, stop_s):
    """Of each stem, of the sum of their powers."""
    powers = []
    for stem in STEMS:
        with FloatWaveReader(folder / f"{stem.code}.wav") as track:
            span = SampleSpan(round(start_s * track.rate_hz), round(stop_s * track.rate_hz))
            powers.append(float(np.square(track.read(span)).mean()))
    return np.array(powers) / sum(powers)


def test_what_is_said_holds_and_a_run_with_other_hints_does_not_go_on(separate, tmp_path):
    table = tmp_path / "hints.csv"
    table.write_text("start,end,stem\n01:00:00:10,01:00:01:05,FX\n")
    done = separate("--hints", table, "--hint", "1.6,2.6,MX", "--steps", "2")
    assert done.code == 0
    assert "Hints want 4 steps or more" in done.err
    folder = tmp_path / "stems" / "good.mov.stems"
    assert power_shares(folder, 0.6, 1.0)[1] > 0.95
    assert power_shares(folder, 1.9, 2.3)[2] > 0.95
    assert load_manifest(folder).identity.settings["steps"] == 4
    again = separate("--hints", table, "--resume", "--overwrite")
    assert again.code == 2
    assert "differs in the hints (others than before)" in again.err


def test_what_is_no_hint_is_refused_before_the_work(separate, capfd, tmp_path):
    table = tmp_path / "hints.csv"
    table.write_text("start,end,stem\n1,2,FX\n1,2,VO\n")
    file = write_checkpoint(tmp_path / "m.th", demucs_payload(random_state(cdx23_config())))
    assert run_cass(capfd, "models", "import", file, "--name", "published").code == 0
    for options, words in (
        (["--hints", table], "Line 3 of hints.csv is no hint: 'VO' is no stem"),
        (["--hints", tmp_path / "none.csv"], "none.csv is no file"),
        (["--hint", "1,2"], "'1,2' is no hint"),
        (["--hint", "0.1,0.2,FX", "--from", "1"], "All hints lie outside of the part"),
        (["--hint", "1,2,FX", "--model", "published"], "takes no hints"),
    ):
        done = separate(*options)
        assert (done.code, len(done.refusals)) == (2, 1), done.err
        assert words in done.err
        assert not (tmp_path / "stems").exists()


def test_hints_beside_the_part_are_told(separate):
    done = separate("--hint", "1.2,1.6,FX", "--hint", "0,0.5,DX", "--from", "1", "--to", "2")
    assert done.code == 0
    assert "1 of 2 hints lie outside of the part and change nothing." in done.err
