"""`cass models weigh`: how models that are asked together should count for each stem."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.cli.common_arguments import add_device, add_flow_steps
from cass_core.cli.number_types import whole
from cass_core.errors import SettingsError
from cass_core.shown_text import counted
from cass_core.stem_names import STEMS

if TYPE_CHECKING:
    from cass_core.evaluation.opinions.choice import WeightsChoice
    from cass_core.evaluation.scoring.opened_model import OpenedModel


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("models", metavar="A,B", help="two or three models, with commas between")
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER",
        help="a set of known mixtures that `cass corpus film-sets` has built",
    )  # fmt: skip
    parser.add_argument(
        "--stems", type=Path, nargs=3, metavar=("DX", "FX", "MX"),
        help="instead, sound files of known stems, of which pieces of 10 s are taken",
    )  # fmt: skip
    parser.add_argument("--mixtures", type=whole(2), default=16, metavar="N", help="how many")
    add_flow_steps(parser)
    add_device(parser)
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="folder for the scores; what stands there is not measured again",
    )  # fmt: skip
    parser.add_argument(
        "--apply", action="store_true",
        help="let these models count as recommended from now on, wherever they are asked together "
        "without weights",
    )  # fmt: skip


def weigh(options: argparse.Namespace) -> None:
    """Measure, recommend, and keep what is recommended where that is wanted."""
    from tqdm import tqdm

    from cass_core.checkpoints.opinion_weights import keep_weights
    from cass_core.checkpoints.opinions_config import Opinion, opinions_text
    from cass_core.evaluation.known_mixtures import file_mixtures, film_mixtures
    from cass_core.evaluation.opinions.choice import choose_weights
    from cass_core.evaluation.opinions.weighing import score_opinions, tried_weights

    names = [name.strip() for name in options.models.split(",")]
    tried_weights(len(names))  # better refused now than after minutes
    if options.stems:
        mixtures = file_mixtures(options.stems, options.mixtures)
    elif options.folder:
        mixtures = film_mixtures(options.folder, options.mixtures)
    else:
        raise SettingsError("Name a folder of known mixtures, or three files by --stems.")
    models = _opened(names, options)
    scores = score_opinions(mixtures, models, options.steps, options.out)
    choice = choose_weights(list(tqdm(scores, disable=None, leave=False)), len(models))
    _print(names, choice)
    pairs = zip(names, choice.recommended, strict=True)
    print(f"recommended: --model {opinions_text([Opinion(*pair) for pair in pairs])}")
    if options.apply:
        checksums = [model.description.sha256 for model in models]
        keep_weights(checksums, choice.recommended)
        print("These models count so from now on where no weights are named.")
    else:
        print("--apply makes that the default of these models on this computer.")


def _opened(names: list[str], options: argparse.Namespace) -> "list[OpenedModel]":
    from cass_core.evaluation.scoring.opened_model import open_model

    models = [open_model(name, options.device) for name in names]
    if len({model.description.sha256 for model in models}) < len(models):
        raise SettingsError("The same model is named twice; name models that differ.")
    return models


def _print(names: list[str], choice: "WeightsChoice") -> None:
    """Means of each model alone, and of all of them together."""
    print(f"SI-SDR improvement over {counted(choice.num_mixtures, 'known mixture')} in dB")
    print(f"{'':<28}" + "".join(f"{stem.value:>7}" for stem in STEMS) + "   mean")
    for name, means in zip(names, choice.alone, strict=True):
        print(_line(f"{name} alone", means))
    print(_line("equal weights", choice.equal))
    print(_line("best weights", choice.best))
    if choice.unseen_gain_db is not None:
        print(
            "weights that one half of the mixtures chose, on the other half: "
            f"{choice.unseen_gain_db:+.2f} dB beside equal ones"
        )


def _line(title: str, means: tuple[float, ...]) -> str:
    heard = [value for value in means if value == value]  # the others are no numbers
    mean = sum(heard) / len(heard)
    return f"{title:<28}" + "".join(f"{value:7.2f}" for value in means) + f"{mean:7.2f}"
