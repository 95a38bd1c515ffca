"""`cass train`: train a model on a corpus, for a given time, resumable."""

import argparse
import os
from pathlib import Path

from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import above_zero, whole
from cass_core.errors import OutputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--size", default="av_cass_starter", help="named size of the network")
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="model and state")
    parser.add_argument("--minutes", type=above_zero, default=90.0, help="time limit of this run")
    parser.add_argument("--resume", action="store_true", help="go on with the state in --out")
    parser.add_argument("--batch-scenes", type=whole(1), default=3, help="scenes of a step")
    parser.add_argument("--windows-per-scene", type=whole(1), default=2)
    parser.add_argument("--rate", type=above_zero, default=1e-3, help="full learning rate")
    parser.add_argument("--optimiser", choices=("muon", "adamw"), default="muon")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--threads", type=whole(1), help="CPU threads that compute")
    parser.add_argument("--workers", type=whole(0), default=1, help="processes that mix scenes")
    parser.add_argument("--seed", type=whole(0), default=1)
    parser.add_argument("--max-steps", type=whole(1), help="stop after so many steps")


def run(options: argparse.Namespace) -> int:
    """Train, printing a line every few steps."""
    import torch

    from cass_core.model.builders import named_config
    from cass_core.separation.compute_device import choose_device
    from cass_core.training.train import TrainSettings, train

    config = named_config(options.size)
    choose_device(options.device)
    _make_folder(options.out)
    if options.threads:
        torch.set_num_threads(options.threads)
    settings = TrainSettings(
        corpus=options.corpus,
        out=options.out,
        minutes=options.minutes,
        batch_scenes=options.batch_scenes,
        windows_per_scene=options.windows_per_scene,
        rate=options.rate,
        optimiser=options.optimiser,
        resume=options.resume,
        device=options.device,
        seed=options.seed,
        workers=options.workers,
        max_steps=options.max_steps,
    )
    for line in train(config, settings):
        print(
            f"step {line.step}  loss {line.loss:.4f}  gradient {line.grad_norm:.2f}  "
            f"{line.audio_hours:.2f} h heard  {line.elapsed_s / 60:.1f} min",
            flush=True,
        )
    if os.environ.get("RANK", "0") == "0":
        print(f"model: {options.out}")
    return 0


def _make_folder(out: Path) -> None:
    """Find out before the training, not after it, that the model cannot be kept."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {out} cannot be made ({error.strerror}); choose another one."
        ) from error
