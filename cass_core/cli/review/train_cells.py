"""`cass train-cells`: train the small network that finds misplaced sounds."""

import argparse
from pathlib import Path

from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import above_zero, whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the weights")
    parser.add_argument("--start", type=Path, metavar="FILE", help="weights to go on from")
    parser.add_argument("--minutes", type=above_zero, default=30.0, help="time limit")
    parser.add_argument("--threads", type=whole(1), default=1, help="CPU threads that compute")
    parser.add_argument("--seed", type=whole(0), default=1)
    parser.add_argument("--max-steps", type=whole(1), help="stop after so many steps")


def run(options: argparse.Namespace) -> int:
    """Train, printing a line every few steps."""
    import torch

    from cass_core.training.placement.training import CellSettings, train_cells

    torch.set_num_threads(options.threads)
    settings = CellSettings(
        corpus=options.corpus,
        out=options.out,
        minutes=options.minutes,
        seed=options.seed,
        max_steps=options.max_steps,
        start=options.start,
    )
    for line in train_cells(settings):
        minutes = line.elapsed_s / 60
        print(f"step {line.step}  loss {line.loss:.4f}  {minutes:.1f} min", flush=True)
    print(f"cells: {options.out}")
    return 0
