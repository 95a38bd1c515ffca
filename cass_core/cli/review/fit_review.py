"""`cass fit-review`: train the network that weighs the evidence of `cass review`."""

import argparse
from pathlib import Path

from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the weights")
    parser.add_argument("--scenes", type=whole(1), default=600, help="how many to plant sounds in")
    parser.add_argument(
        "--film-set", type=Path, metavar="FOLDER",
        help="a set that `cass corpus film-sets` has built, to learn from it, too",
    )  # fmt: skip
    parser.add_argument("--programmes", type=whole(1), default=40, help="of that set")
    parser.add_argument("--steps", type=whole(1), default=900, help="of the optimiser")
    parser.add_argument("--threads", type=whole(1), default=1, help="CPU threads that compute")
    parser.add_argument("--seed", type=whole(0), default=1)


def run(options: argparse.Namespace) -> int:
    """Train, printing a line every few scenes and steps."""
    import torch

    from cass_core.training.placement.weighing import WeighingSettings, train_weighing

    torch.set_num_threads(options.threads)
    settings = WeighingSettings(
        corpus=options.corpus,
        out=options.out,
        scenes=options.scenes,
        film_set=options.film_set,
        programmes=options.programmes,
        steps=options.steps,
        seed=options.seed,
    )
    for line in train_weighing(settings):
        minutes = line.elapsed_s / 60
        words = f"step {line.step}  loss {line.loss:.4f}" if line.step else f"scenes {line.scenes}"
        print(f"{words}  {minutes:.1f} min", flush=True)
    print(f"weights: {options.out}")
    return 0
