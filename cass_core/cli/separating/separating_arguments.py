"""How movies are separated, as arguments of every command that does it."""

import argparse
import sys

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.common_arguments import add_device, add_flow_steps, add_noise_seed
from cass_core.cli.number_types import above_zero
from cass_core.request.settings import RENDERS, SeparationSettings


def add_separating_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare them."""
    add_flow_steps(parser)
    parser.add_argument(
        "--model",
        help="name or folder of a model; default: the one that was chosen in the window or with "
        "`cass models use`, else the one that ships; several with commas between them are all "
        "asked and their masks averaged, with weights after a colon where wanted: a,b:2 or "
        "a:1/2/1,b for dialogue, effects and music",
    )
    parser.add_argument(
        "--no-picture", action="store_true", help="do not look at the picture; sound only"
    )
    parser.add_argument(
        "--render",
        choices=RENDERS,
        default=RENDERS[0],
        help="mask the programme, or give the model's own sound in its band (the starter: below "
        "8 kHz)",
    )
    add_noise_seed(parser)
    parser.add_argument(
        "--window",
        type=above_zero,
        metavar="SECONDS",
        help="seconds that the network hears at once, for models that can hear others than their "
        "own, such as tiger-dnr; default: the model's own",
    )
    parser.add_argument(
        "--hop",
        type=above_zero,
        metavar="SECONDS",
        help="seconds from one window to the next, for published models; longer is faster; "
        "default: the model's own",
    )
    add_device(parser)


def settle_model(options: argparse.Namespace) -> None:
    """Take the chosen model where none is named, and say so where it is not the one that ships."""
    from cass_core.checkpoints.chosen_model import chosen_model

    if options.model is None:
        options.model = chosen_model()
        if options.model != DEFAULT_MODEL:
            print(f"cass: separating with {options.model}, the chosen model", file=sys.stderr)


def separation_settings(options: argparse.Namespace) -> SeparationSettings:
    """What these arguments say; steps that nobody named are the model's own."""
    from cass_core.checkpoints.opinions import describe_named

    steps = options.steps
    if steps is None:
        steps = describe_named(options.model).default_steps
    return SeparationSettings(
        steps=steps,
        picture=not options.no_picture,
        render=options.render,
        seed=options.seed,
        window_s=options.window or 0.0,
        hop_s=options.hop or 0.0,
    )
