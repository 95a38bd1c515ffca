"""`cass evaluate`: score models and baselines on known mixtures; write the report."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import whole
from cass_core.errors import SettingsError

if TYPE_CHECKING:
    from cass_core.evaluation.scoring.conditions import TestCondition
    from cass_core.evaluation.scoring.opened_model import OpenedModel
    from cass_core.evaluation.scoring.scene_sets import TestSet
    from cass_core.evaluation.scoring.scoring import ScoringJob

_DISTRIBUTION = "distribution"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--set", dest="test_set", default="starter-test", help="name of the set")
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    parser.add_argument("--steps", default="1,2,4,8", help="step counts, separated by commas")
    parser.add_argument("--render", default="faithful", help="faithful, generated, or both: a,b")
    parser.add_argument(
        "--method", default="model", help="model, euler, midpoint, heun, or several: a,b"
    )
    parser.add_argument(
        "--picture", default="audio", metavar="A,B",
        help="what the model sees of the scenes' made pictures: audio (nothing), face, scene, both",
    )  # fmt: skip
    parser.add_argument(
        "--baselines", default="", metavar="A,B",
        help="mixture, oracle, harmonic-percussive, repetition, deep-filter",
    )  # fmt: skip
    parser.add_argument("--no-model", action="store_true", help="score the baselines alone")
    parser.add_argument(
        "--metrics", default="si-sdr", metavar="A,B",
        help="si-sdr, bss, pesq, loudness, consistency, distribution (FAD, KL, WPR; needs --out)",
    )  # fmt: skip
    parser.add_argument("--tagger", default="cass", help="whose ears measure it: cass, published")
    parser.add_argument("--scenes", type=whole(1), help="only the first so many mixtures")
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="folder for the scores; what stands there is not measured again",
    )  # fmt: skip
    parser.add_argument(
        "--talking", type=Path, metavar="DIR",
        help="instead, score dialogue of the talking clips in this folder with the right face, "
        "none, one shuffled in time and a stranger's",
    )  # fmt: skip
    parser.add_argument("--mixes", type=whole(1), default=3, help="mixtures a talking clip")
    parser.add_argument(
        "--report", type=Path, metavar="FILE",
        help="instead, write a report in Markdown from the scores in --out",
    )  # fmt: skip
    parser.add_argument("--curve", type=Path, metavar="FILE", help="training curve, for the report")
    parser.add_argument("--device", choices=("auto", "cuda", "cpu", "mps"), default="auto")


def run(options: argparse.Namespace) -> int:
    """Do one of the three things that the command can do."""
    if options.report:
        return _report(options)
    return _talking(options) if options.talking else _scores(options)


def _scores(options: argparse.Namespace) -> int:
    """Score conditions on a set; print the means."""
    from cass_core.evaluation.scoring.reference_networks import make_reference_network
    from cass_core.evaluation.scoring.score_file import ScoreFile
    from cass_core.evaluation.scoring.score_table import score_table
    from cass_core.evaluation.scoring.scoring import ScoringJob
    from cass_core.evaluation.scoring.signal_metrics import usable_metrics
    from cass_core.evaluation.scoring.summary import summarise
    from cass_core.synthesis.corpus.catalog import Catalog

    test_set = _test_set(options)
    names = _words(options.metrics)
    with_distribution = _DISTRIBUTION in names
    if with_distribution and options.out is None:
        raise SettingsError(
            "The metric 'distribution' keeps stems on disk; name a folder by --out."
        )
    metrics, sentences = usable_metrics([name for name in names if name != _DISTRIBUTION])
    conditions = _conditions(options, sentences)
    if with_distribution:
        make_reference_network(options.tagger)  # better missed now than after hours
    _say(sentences)
    scores = ScoreFile(options.out)
    keep_in = options.out if with_distribution else None
    job = ScoringJob(
        Catalog.load(options.corpus), test_set, conditions, metrics, scores, keep_in
    )  # fmt: skip
    if with_distribution:
        _score_one_by_one(job, options.out, options.tagger)
    else:
        _score(job)
    wanted = {(c.facts.name, c.facts.model) for c in conditions}
    rows = [
        row
        for row in scores.rows
        if row.test_set == test_set.name
        and row.scene < test_set.num_scenes
        and (row.condition, row.model) in wanted
    ]
    print(f"{test_set.name}: {test_set.num_scenes} mixtures of {test_set.seconds:g} s")
    print("SI-SDR improvement over the mixture in dB")
    print(score_table(summarise(rows)))
    if with_distribution:
        _print_distribution(job, options.out)
    return 0


def _score(job: "ScoringJob") -> None:
    from tqdm import tqdm

    from cass_core.evaluation.scoring.scoring import score

    total = job.test_set.num_scenes * len(job.conditions)
    with tqdm(total=total, disable=None, leave=False) as bar:
        for done in score(job):
            bar.set_description(done.condition.name, refresh=False)
            bar.update()


def _score_one_by_one(job: "ScoringJob", folder: Path, tagger: str) -> None:
    """TestCondition after condition, so that the disk holds the stems of one of them at most."""
    from cass_core.evaluation.scoring.distribution_rows import add_distribution, is_measured

    for condition in job.conditions:
        alone = replace(job, conditions=[condition])
        if is_measured(folder, job, condition.facts, tagger):
            _score(replace(alone, keep_in=None))
            continue
        _score(alone)
        add_distribution(folder, alone, condition.facts, tagger)
        kept = alone.kept(condition.facts)
        if kept is not None:
            kept.remove()
    truth = job.kept(None)
    if truth is not None:
        truth.remove()


def _print_distribution(job: "ScoringJob", folder: Path) -> None:
    from cass_core.evaluation.scoring.distribution_rows import read_distribution

    names = [condition.facts.name for condition in job.conditions]
    for row in read_distribution(folder):
        if row.condition in names and row.num_scenes == job.test_set.num_scenes:
            numbers = zip(("FAD", "KL", "WPR %"), (row.fad, row.kl, row.wpr), strict=True)
            said = "  ".join(f"{name} {value}" for name, value in numbers if value is not None)
            print(f"{row.condition}, {row.stem.value}: {said} ({row.label})")


def _conditions(options: argparse.Namespace, sentences: list[str]) -> "list[TestCondition]":
    from cass_core.evaluation.baselines.by_name import open_baselines
    from cass_core.evaluation.scoring.conditions import ModelCondition
    from cass_core.evaluation.scoring.scene_pictures import picture_choice
    from cass_core.separation.settings import SeparationSettings

    conditions, missing = open_baselines(_words(options.baselines))
    sentences += missing
    if options.no_model:
        return conditions
    pictures = [picture_choice(word) for word in _words(options.picture)]
    renders: list[Any] = _words(options.render)  # SeparationSettings knows which there are
    methods: list[Any] = _words(options.method)
    settings = [
        SeparationSettings(steps=steps, render=render, method=method)
        for render in renders
        for method in methods
        for steps in _numbers(options.steps)
    ]
    model = _opened(options)
    conditions += [
        ModelCondition(model, setting, picture) for picture in pictures for setting in settings
    ]
    return conditions


def _talking(options: argparse.Namespace) -> int:
    """Score the talking clips of a folder; print their table."""
    from tqdm import tqdm

    from cass_core.evaluation.talking.mixtures import talking_clips
    from cass_core.evaluation.talking.scoring import FACES, TalkingJob, score_talking
    from cass_core.evaluation.talking.table import talking_table
    from cass_core.separation.settings import SeparationSettings
    from cass_core.synthesis.corpus.catalog import Catalog
    from cass_core.synthesis.corpus.clip_pool import ClipPool
    from cass_core.visual.picture_settings import PictureSettings

    model = _opened(options)
    pool = ClipPool(Catalog.load(options.corpus), _test_set(options).split)
    clips = list(talking_clips(options.talking, PictureSettings()))
    if clips and not any(clip.face_share for clip in clips):
        _say(["No face is seen in any clip; is the face model there (`cass separate` says more)?"])
    for steps in _numbers(options.steps):
        settings = SeparationSettings(steps=steps)
        job = TalkingJob(
            clips, pool, options.mixes, model, settings, options.out
        )  # fmt: skip
        total = len(clips) * len(FACES) * options.mixes
        with tqdm(total=total, disable=None, leave=False) as bar:
            rows = []
            for row in score_talking(job):
                rows.append(row)
                bar.update()
        print(f"{steps} steps, SI-SDR improvement of the dialogue in dB")
        _print_cells(talking_table(rows))
    return 0


def _report(options: argparse.Namespace) -> int:
    """Write the report from the scores that stand in --out."""
    from cass_core.evaluation.report.report import ReportSources, write_report

    if options.out is None:
        raise SettingsError("A report is written from scores; name their folder by --out.")
    sources = ReportSources(options.out, _test_set(options), options.corpus, options.curve)
    _say(write_report(options.report, sources, lambda: _opened(options)))
    print(options.report)
    return 0


def _opened(options: argparse.Namespace) -> "OpenedModel":
    """The model under test."""
    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.compute_device import choose_device
    from cass_core.evaluation.scoring.opened_model import OpenedModel
    from cass_core.separation.separator import Separator

    network, description = load_model(find_model(options.model))
    separator = Separator(network, description.config, choose_device(options.device))
    return OpenedModel(separator, description)


def _test_set(options: argparse.Namespace) -> "TestSet":
    from cass_core.evaluation.scoring.scene_sets import TEST_SETS

    if options.test_set not in TEST_SETS:
        raise SettingsError(
            f"There is no set '{options.test_set}'; choose one of {', '.join(TEST_SETS)}."
        )
    test_set = TEST_SETS[options.test_set]
    return replace(test_set, num_scenes=options.scenes) if options.scenes else test_set


def _print_cells(table: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


def _say(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        print(f"cass: {sentence}", file=sys.stderr)


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError as error:
        raise SettingsError(f"'{text}' is no list of step counts; write 1,4,16.") from error
