"""`cass train`: train a model on a corpus, for a given time, resumable."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.cli.common_arguments import add_device
from cass_core.cli.number_types import above_zero, whole, zero_or_more
from cass_core.cli.training.training_arguments import add_length_arguments, add_training_arguments

if TYPE_CHECKING:
    from cass_core.training.train import TrainEvent
    from cass_core.training.train_settings import TrainSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--size", default="av_cass_starter", metavar="NAME", help="named size of the network"
    )
    add_training_arguments(parser, out="folder of the model and its state", kind="DIR")
    add_length_arguments(parser, 90.0, "a model of the same size")
    parser.add_argument("--resume", action="store_true", help="go on with the state in --out")
    parser.add_argument(
        "--encoders", type=Path, nargs="+", default=[], metavar="FILE",
        help="published picture encoders to begin with, for av_cass_paper: CAVP, the face encoder",
    )  # fmt: skip
    parser.add_argument(
        "--stage", choices=("both", "sound", "picture"), default="both",
        help="what is trained: sound without any picture, then the picture that joins it, or both",
    )  # fmt: skip
    parser.add_argument(
        "--freeze-encoders", action="store_true", help="leave the picture encoders as they are"
    )
    _add_optimisation(parser)
    add_device(parser, ("cpu", "cuda"))
    parser.set_defaults(threads=None)  # as many as PyTorch takes
    parser.add_argument(
        "--workers", type=whole(0), metavar="N",
        help="processes that mix scenes; default: 1 beside a graphics card, else 0: beside a CPU's "
        "step mixing takes no time",
    )  # fmt: skip
    parser.add_argument(
        "--validate-every-min", type=zero_or_more, default=20.0, metavar="MIN",
        help="time between measurements of the model, 0 for none",
    )  # fmt: skip


def _add_optimisation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--batch-scenes", type=whole(1), default=3, metavar="N", help="scenes of a step"
    )
    parser.add_argument(
        "--windows-per-scene", type=whole(1), default=2, metavar="N",
        help="windows that are cut out of each scene of a step",
    )  # fmt: skip
    parser.add_argument(
        "--rate", type=above_zero, default=1e-3, metavar="X", help="full learning rate"
    )
    parser.add_argument(
        "--optimiser", choices=("muon", "adamw", "adam"), default="muon",
        help="what turns gradients into steps; the paper's is adam",
    )  # fmt: skip
    parser.add_argument(
        "--schedule", choices=("falling", "constant"), default="falling",
        help="of the learning rate: down over the second half of the run, or always full",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Train, printing a line every few steps; Ctrl-C saves and ends."""
    import torch

    from cass_core.compute_device import choose_device
    from cass_core.model.builders import named_config
    from cass_core.training.stop_signals import request_stop_on_signals
    from cass_core.training.train import train

    config, settings = named_config(options.size), _settings(options)
    choose_device(options.device)
    if options.threads:
        torch.set_num_threads(options.threads)
    with request_stop_on_signals() as request:
        for event in train(config, settings, request):
            print(_line(event), flush=True)
    if os.environ.get("RANK", "0") == "0":
        print(
            f"Stopped and saved; go on with --resume --out {options.out}."
            if request.made
            else f"model: {options.out}"
        )
    return 0


def _settings(options: argparse.Namespace) -> "TrainSettings":
    from cass_core.training.train_settings import TrainSettings

    return TrainSettings(
        corpus=options.corpus,
        out=options.out,
        minutes=options.minutes,
        batch_scenes=options.batch_scenes,
        windows_per_scene=options.windows_per_scene,
        rate=options.rate,
        optimiser=options.optimiser,
        schedule=options.schedule,
        stage=options.stage,
        freeze_encoders=options.freeze_encoders,
        resume=options.resume,
        start_from=options.start_from,
        encoders=tuple(options.encoders),
        device=options.device,
        seed=options.seed,
        validate_every_min=options.validate_every_min,
        workers=_workers(options),
        max_steps=options.max_steps,
    )


def _workers(options: argparse.Namespace) -> int:
    if options.workers is None:
        return 1 if options.device == "cuda" else 0
    return int(options.workers)


def _line(event: "TrainEvent") -> str:
    from cass_core.training.train import TrainNotice
    from cass_core.training.validation import ValidationRow

    if isinstance(event, TrainNotice):
        return event.sentence
    if isinstance(event, ValidationRow):
        return event.spoken()
    return (
        f"step {event.step}  loss {event.loss:.4f}  gradient {event.grad_norm:.2f}  "
        f"{event.audio_hours:.2f} h heard  {event.elapsed_s / 60:.1f} min"
    )
