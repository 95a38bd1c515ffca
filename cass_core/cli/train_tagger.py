"""`cass train-tagger`: train the small tagger behind the offline FAD, KL and WPR."""

import argparse
from pathlib import Path

from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import above_zero, whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="weights and scores")
    parser.add_argument("--start", type=Path, metavar="DIR", help="tagger to go on from")
    parser.add_argument("--minutes", type=above_zero, default=12.0, help="time limit")
    parser.add_argument("--threads", type=whole(1), default=1, help="CPU threads that compute")
    parser.add_argument("--seed", type=whole(0), default=1)
    parser.add_argument("--max-steps", type=whole(1), help="stop after so many steps")


def run(options: argparse.Namespace) -> int:
    """Train, printing a line every few steps and the scores at the end."""
    import torch

    from cass_core.metrics.taggers.tagger import load_tagger_description
    from cass_core.training.tagger.training import TaggerSettings, train_tagger

    torch.set_num_threads(options.threads)
    settings = TaggerSettings(
        corpus=options.corpus,
        out=options.out,
        minutes=options.minutes,
        seed=options.seed,
        max_steps=options.max_steps,
        start=options.start,
    )
    for line in train_tagger(settings):
        minutes = line.elapsed_s / 60
        print(f"step {line.step}  loss {line.loss:.4f}  {minutes:.1f} min", flush=True)
    for split, scores in load_tagger_description(options.out).notes["scores"].items():
        for name, value in scores["accuracy"].items():
            print(f"{split} {name}: {value:.1%} right")
        for name, value in scores["average_precision"].items():
            print(f"{split} {name}: average precision {value:.3f}")
    print(f"tagger: {options.out}")
    return 0
