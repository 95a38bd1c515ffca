"""`cass fit-review`: train the network that weighs the evidence of `cass review`."""

import argparse
from pathlib import Path

from cass_core.cli.number_types import whole
from cass_core.cli.training.training_arguments import add_training_arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_training_arguments(parser, out="file of the weights")
    parser.add_argument(
        "--scenes", type=whole(1), default=600, metavar="N", help="scenes to plant sounds in"
    )
    parser.add_argument(
        "--film-set", type=Path, metavar="DIR",
        help="a set that `cass corpus film-sets` has built, to learn from it, too",
    )  # fmt: skip
    parser.add_argument(
        "--programmes", type=whole(1), default=40, metavar="N", help="programmes of that set"
    )
    parser.add_argument(
        "--steps", type=whole(1), default=900, metavar="N", help="steps of the optimiser"
    )


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
