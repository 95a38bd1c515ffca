"""`cass evaluate`, `cass evaluate-talking` and `cass report` from the command line."""

import importlib.util

import pytest

from cass_core.evaluation.scoring import distribution_rows
from cass_core.evaluation.scoring import scene_sets as evaluate
from cass_core.evaluation.scoring.score_file import ScoreFile
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.tiny_model import write_tiny_model

SMALL = evaluate.TestSet("small", "valid", 2, 2.5, 11)


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evaluation")
    scene_catalog(folder / "corpus", split="valid")
    write_tiny_model(folder / "model")
    return folder


@pytest.fixture
def cass(capfd, folders, monkeypatch):
    monkeypatch.setitem(evaluate.TEST_SETS, "small", SMALL)

    def run(*options, command="evaluate", first=()):
        return run_cass(
            capfd, command, *first, "--set", "small", "--corpus", folders / "corpus",
            "--model", folders / "model", "--device", "cpu", *options,
        )  # fmt: skip

    return run


def test_scores_are_printed_and_kept(cass, tmp_path):
    options = (
        "--steps", "1,2", "--picture", "audio,both", "--baselines", "mixture,oracle",
        "--metrics", "si-sdr,loudness", "--out", tmp_path,
    )  # fmt: skip
    done = cass(*options)
    assert done.code == 0
    lines = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert lines[0] == "small: 2 mixtures of 2.5 s"
    names = [line[:17].strip() for line in lines[3:]]
    assert names == [
        "mixture", "oracle ratio mask", "audio, 1 step", "audio, 2 steps", "both, 1 step",
        "both, 2 steps",
    ]  # fmt: skip
    assert len(ScoreFile(tmp_path).rows) == 2 * 6 * 3
    size = (tmp_path / "scores.jsonl").stat().st_size
    assert cass(*options).out == done.out
    assert (tmp_path / "scores.jsonl").stat().st_size == size


def test_baselines_alone_and_fewer_scenes(cass):
    done = cass("--no-model", "--baselines", "mixture", "--scenes", "1")
    assert "small: 1 mixture of 2.5 s" in done.out
    assert "step" not in done.out
    assert done.out.splitlines()[-1].split() == ["mixture", "1", *["0.00"] * 4]


def test_what_a_missing_package_leaves_out_is_said(cass, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    done = cass("--no-model", "--baselines", "mixture", "--metrics", "si-sdr,pesq")
    assert done.code == 0
    assert "'pesq' is left out" in done.err


def test_distribution_condition_by_condition(cass, tmp_path, monkeypatch):
    measured = []

    def note(folder, job, facts, tagger):
        kept = job.kept(facts)
        measured.append((facts.name, tagger, sum(stems.shape[0] for stems in kept)))
        others = [path for path in (folder / "estimates").iterdir()]
        assert len(others) == 2  # the truth and this condition

    monkeypatch.setattr(
        "cass_core.evaluation.scoring.reference_networks.make_reference_network",
        lambda tagger: None,
    )
    monkeypatch.setattr(distribution_rows, "add_distribution", note)
    options = ("--steps", "1", "--baselines", "mixture", "--metrics", "si-sdr,distribution")
    done = cass(*options, "--out", tmp_path)
    assert done.code == 0
    assert measured == [("mixture", "cass", 6), ("audio, 1 step", "cass", 6)]
    assert not (tmp_path / "estimates").exists()


def test_report(cass, tmp_path, folders):
    scores, file = tmp_path / "scores", tmp_path / "docs" / "results.md"
    assert cass("--steps", "1,2", "--out", scores).code == 0
    done = cass("--scores", scores, command="report", first=[file])
    assert done.code == 0
    text = (tmp_path / "docs" / "results.md").read_text()
    assert "| audio, 2 steps | 2 |" in text
    if importlib.util.find_spec("matplotlib"):
        assert "## Where it fails" in text
        assert len(list((tmp_path / "docs" / "results").glob("worst-*.png"))) == 6


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--picture", "smell"], "no picture 'smell'"),
        (["--baselines", "magic"], "no baseline 'magic'"),
        (["--metrics", "beauty"], "no metric 'beauty'"),
        (["--metrics", "distribution"], "--out"),
        (["--method", "magic"], "no method 'magic'"),
    ],
)
def test_what_is_refused(cass, options, words):
    done = cass(*options)
    assert done.code == 2
    assert len(done.refusals) == 1
    assert words in done.refusals[0]


def test_a_folder_of_talking_clips_that_is_not_there(cass, capfd):
    for done in (
        cass(command="evaluate-talking", first=["/nowhere"]),
        run_cass(capfd, "evaluate-speakers", "/nowhere"),
    ):
        assert done.code == 2
        assert "no folder that can be read" in done.refusals[0]


def test_a_report_needs_scores(cass):
    done = cass(command="report", first=["results.md"])
    assert done.code == 2
    assert "--scores" in done.refusals[0]
