"""`cass evaluate`: score models and baselines on known mixtures."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cass_core.cli.evaluation.balance import run_balance
from cass_core.cli.evaluation.evaluation_arguments import (
    add_scores_folder,
    add_set_arguments,
    add_step_counts,
    numbers_of,
    say,
    words_of,
)
from cass_core.cli.evaluation.film import run_film
from cass_core.cli.evaluation.hints import run_hints
from cass_core.cli.evaluation.review import run_review
from cass_core.cli.evaluation.sensitivity import run_sensitivity
from cass_core.cli.number_types import share, whole
from cass_core.cli.review import add_measures
from cass_core.errors import SettingsError
from cass_core.shown_text import counted

if TYPE_CHECKING:
    from cass_core.evaluation.scoring.conditions import TestCondition
    from cass_core.evaluation.scoring.scoring import ScoringJob

_DISTRIBUTION = "distribution"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER",
        help="a set that `cass corpus film-sets` has built; only --model, --steps, --render, "
        "--scenes, --device and --out count then",
    )  # fmt: skip
    add_set_arguments(parser)
    parser.add_argument(
        "--review", action="store_true",
        help="move sounds of FOLDER's scenes to wrong stems and measure how many `cass review` "
        "finds; --scenes (default 100), --measures, --seed and --out count then",
    )  # fmt: skip
    parser.add_argument(
        "--sensitivity", action="store_true",
        help="separate the mixtures of FOLDER, or of --set without one, and measure what less "
        "bleed or fewer artefacts of each stem cost and bring; --model, --steps, --scenes, "
        "--device and --out count then",
    )  # fmt: skip
    parser.add_argument(
        "--hints", action="store_true",
        help="separate the mixtures of FOLDER, or of --set without one, then tell the model whose "
        "sound the place is that went wrong most, and measure what that does around it; --model, "
        "--steps (4 or more), --scenes, --device and --out count then",
    )  # fmt: skip
    parser.add_argument(
        "--balance", action="store_true",
        help="FOLDER is stems of a movie, as for `cass balance`: make clips of 10 s worse as the "
        "authors of VisAH did, balance them by the picture, and measure as they do; --scenes "
        "(default 100), --model, --no-model, --seed, --muddy and --out count then",
    )  # fmt: skip
    parser.add_argument(
        "--muddy", choices=("script", "paper"), default="script",
        help="of --balance: lift one of the softer stems and lower the other, or lift both",
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=whole(0), default=1, metavar="N", help="of --review and --balance"
    )
    add_measures(parser)
    add_step_counts(parser)
    parser.add_argument(
        "--render", default="faithful", metavar="A,B", help="faithful, generated, or both"
    )
    parser.add_argument(
        "--method", default="model", metavar="A,B",
        help="how the flow is integrated: model (as its description says), euler, midpoint, heun",
    )  # fmt: skip
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
        "--follow-review", type=share(0.3, 0.95), metavar="SHARE",
        help="score the model's stems a second time, after all that a review suggests from this "
        "certainty on was done",
    )  # fmt: skip
    parser.add_argument(
        "--metrics", default="si-sdr", metavar="A,B",
        help="si-sdr, bss, pesq, loudness, consistency, distribution (FAD, KL, WPR; needs --out)",
    )  # fmt: skip
    parser.add_argument(
        "--tagger",
        choices=("cass", "published", "released"),
        default="cass",
        help="what is behind FAD, KL and WPR: cass, published (the paper's networks), or released "
        "(the same, asked as the release of AV-CASS does)",
    )
    add_scores_folder(parser)


def run(options: argparse.Namespace) -> int:
    """Score conditions on a set; print the means."""
    if options.balance:
        if options.folder is None:
            raise SettingsError("Name a folder of stems that `cass separate` has made.")
        return run_balance(options)
    if options.sensitivity or options.hints:
        return (run_sensitivity if options.sensitivity else run_hints)(options)
    if options.review and options.folder is None:
        raise SettingsError("Name the folder of a set that `cass corpus film-sets` has built.")
    if options.folder is not None:
        return (run_review if options.review else run_film)(options)
    from cass_core.evaluation.scoring.score_table import score_table
    from cass_core.evaluation.scoring.scoring import rows_of
    from cass_core.evaluation.scoring.summary import summarise

    job = _job(options)
    _score(job, options)
    mixtures = counted(job.test_set.num_scenes, "mixture")
    print(f"{job.test_set.name}: {mixtures} of {job.test_set.seconds:g} s")
    print("SI-SDR improvement over the mixture in dB")
    print(score_table(summarise(rows_of(job))))
    if job.keep_in is not None:
        _print_distribution(job, job.keep_in)
    return 0


def _job(options: argparse.Namespace) -> "ScoringJob":
    """What is scored; says what is left out."""
    from cass_core.evaluation.scoring.reference_networks import make_reference_network
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.evaluation.scoring.score_file import ScoreFile
    from cass_core.evaluation.scoring.scoring import ScoringJob
    from cass_core.evaluation.scoring.signal_metrics import usable_metrics
    from cass_core.synthesis.corpus.catalog import Catalog

    test_set = find_test_set(options.test_set, options.scenes)
    names = words_of(options.metrics)
    with_distribution = _DISTRIBUTION in names
    if with_distribution and options.out is None:
        raise SettingsError(
            "The metric 'distribution' keeps stems on disk; name a folder by --out."
        )
    metrics, sentences = usable_metrics([name for name in names if name != _DISTRIBUTION])
    conditions = _conditions(options, sentences)
    if with_distribution:
        make_reference_network(options.tagger)  # better missed now than after hours
    say(sentences)
    catalog, scores = Catalog.load(options.corpus), ScoreFile(options.out)
    keep_in = options.out if with_distribution else None
    return ScoringJob(catalog, test_set, conditions, metrics, scores, keep_in)


def _score(job: "ScoringJob", options: argparse.Namespace) -> None:
    """Score with a progress bar."""
    from tqdm import tqdm

    from cass_core.evaluation.scoring.distribution_rows import score_with_distribution
    from cass_core.evaluation.scoring.scoring import score

    total = job.test_set.num_scenes * len(job.conditions)
    if job.keep_in is None:
        steps = score(job)
    else:
        steps = score_with_distribution(job, job.keep_in, options.tagger)
    with tqdm(total=total, disable=None, leave=False) as bar:
        for done in steps:
            bar.set_description(done.condition.name, refresh=False)
            bar.update()


def _print_distribution(job: "ScoringJob", folder: Path) -> None:
    from cass_core.evaluation.scoring.distribution_rows import job_distribution

    for row in job_distribution(job, folder):
        numbers = zip(("FAD", "KL", "WPR %"), (row.fad, row.kl, row.wpr), strict=True)
        said = "  ".join(f"{name} {value}" for name, value in numbers if value is not None)
        print(f"{row.condition}, {row.stem.value}: {said} ({row.label})")


def _conditions(options: argparse.Namespace, sentences: list[str]) -> "list[TestCondition]":
    """Baselines and the model under every setting; what is missing goes into `sentences`."""
    from cass_core.evaluation.baselines.by_name import open_baselines
    from cass_core.evaluation.scoring.conditions import model_conditions
    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.request.settings import SeparationSettings

    conditions, missing = open_baselines(words_of(options.baselines))
    sentences += missing
    if options.no_model:
        return conditions
    renders: list[Any] = words_of(options.render)  # SeparationSettings knows which there are
    methods: list[Any] = words_of(options.method)
    settings = [
        SeparationSettings(steps=steps, render=render, method=method)
        for render in renders
        for method in methods
        for steps in numbers_of(options.steps)
    ]
    model = open_model(options.model, options.device)
    separated = model_conditions(model, words_of(options.picture), settings)
    return conditions + separated + _followed(separated, options.follow_review)


def _followed(conditions: "list[TestCondition]", threshold: float | None) -> "list[TestCondition]":
    """The same conditions with what a review suggests; none where nobody asked."""
    if threshold is None:
        return []
    from cass_core.evaluation.review.followed import FollowedCondition

    return [FollowedCondition(condition, threshold) for condition in conditions]
