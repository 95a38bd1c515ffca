"""`cass train-cells`: train the small network that finds misplaced sounds."""

import argparse

from cass_core.cli.training.training_arguments import (
    add_length_arguments,
    add_training_arguments,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_training_arguments(parser, out="file of the weights")
    add_length_arguments(parser, 30.0, "weights")


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
        start=options.start_from,
    )
    for line in train_cells(settings):
        minutes = line.elapsed_s / 60
        print(f"step {line.step}  loss {line.loss:.4f}  {minutes:.1f} min", flush=True)
    print(f"cells: {options.out}")
    return 0
