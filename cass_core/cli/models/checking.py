"""`cass models check`: which front end and which heads the weights of AV-CASS want."""

import argparse
from pathlib import Path
from typing import Any

from cass_core.cli.common_arguments import add_device, default_corpus
from cass_core.cli.number_types import whole
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS
from cass_core.shown_text import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("model", metavar="MODEL", help="name or folder of the model")
    parser.add_argument(
        "--stems",
        type=Path,
        nargs=3,
        metavar=("DX", "FX", "MX"),
        help="sound files of known stems; default: mixtures of the corpus",
    )
    parser.add_argument("--mixtures", type=whole(1), default=4, metavar="N", help="how many")
    parser.add_argument(
        "--steps", type=whole(LOWEST_STEPS, HIGHEST_STEPS), default=8, metavar="N",
        help="of the flow",
    )  # fmt: skip
    add_device(parser, ("auto", "cuda", "cpu"))
    parser.add_argument(
        "--apply", action="store_true", help="run the model as recommended from now on"
    )


def check(options: argparse.Namespace) -> None:
    """Measure every way to run the weights, and recommend one."""
    import numpy as np

    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.compute_device import choose_device
    from cass_core.evaluation import front_end_check as front_ends
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.synthesis.corpus.catalog import Catalog

    folder = find_model(options.model)
    network, description = load_model(folder)
    config, count = front_ends.checkable(description.config), options.mixtures
    if options.stems:
        mixtures = front_ends.cut_mixtures(options.stems, config, count)
    else:
        scenes = find_test_set("starter-valid", count).scenes(Catalog.load(default_corpus()))
        mixtures = [np.asarray(scene.stems) for scene in scenes]
    device, scores = choose_device(options.device).kind, []
    steps = counted(options.steps, "step")
    print(f"{counted(len(mixtures), 'known mixture')} of {config.window_s:.1f} s, {steps}")
    print("front end  head   SI-SDR DX/FX/MX    mean    level DX/FX/MX   imaginary/real")
    for score in front_ends.measured_variants(network, config, mixtures, options.steps, device):
        scores.append(score)
        print(_check_line(score), flush=True)
    best, now = front_ends.recommended(scores).variant, front_ends.variant_of(config)
    print(f"recommended: --front-end {best.front_end}, heads of {best.head_dim}")
    if best == now:
        print("The model runs so.")
    elif options.apply:
        front_ends.apply_variant(folder, description, best)
        print("The model runs so from now on.")
    else:
        print(f"It runs with {now.front_end}, heads of {now.head_dim}; --apply changes that.")


def _check_line(score: Any) -> str:  # noqa: ANN401 its type would load the library
    near, levels = ("/".join(f"{v:5.1f}" for v in row) for row in (score.si_sdr, score.level_db))
    variant = score.variant
    return (
        f"{variant.front_end:<9} {variant.head_dim:>5}  {near}  {score.mean_si_sdr:6.2f}  "
        f"{levels}  {score.imaginary_share:10.2f}"
    )
