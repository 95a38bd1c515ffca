"""`cass train-tagger`: train the small tagger behind the offline FAD, KL and WPR."""

import argparse

from cass_core.cli.training.training_arguments import (
    add_length_arguments,
    add_training_arguments,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_training_arguments(parser, out="folder of weights and scores", kind="DIR")
    add_length_arguments(parser, 12.0, "a tagger")


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
        start=options.start_from,
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
