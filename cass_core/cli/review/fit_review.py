"""`cass fit-review`: fit how `cass review` weighs its evidence, on planted programmes."""

import argparse
from pathlib import Path

from cass_core.cli.number_types import whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a set that `cass corpus film-sets` has built"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the weights")
    parser.add_argument("--programmes", type=whole(1), default=80, help="how many to plant")
    parser.add_argument("--seed", type=whole(0), default=0, help="of the programmes")


def run(options: argparse.Namespace) -> int:
    """Plant, judge, fit, write."""
    from tqdm import tqdm

    from cass_core.evaluation.review.planting import planted_programmes
    from cass_core.synthesis.film_sets.building import read_built_set
    from cass_core.training.placement.fitting import fit_weights, judged, save_weights

    name, scenes = read_built_set(options.folder)
    programmes = planted_programmes(scenes, options.programmes, options.seed)
    shown = tqdm(programmes, total=options.programmes, disable=None, leave=False)
    found = [(judged(programme), programme.plants) for programme in shown]
    notes = f"{name}, {options.programmes} programmes, seed {options.seed}"
    save_weights(options.out, fit_weights(found), notes)
    print(options.out)
    return 0
