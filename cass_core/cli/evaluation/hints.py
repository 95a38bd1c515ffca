"""`cass evaluate --hints`: what it brings to tell the model whose sound a place holds."""

import argparse

from cass_core.cli.evaluation.evaluation_arguments import numbers_of
from cass_core.cli.evaluation.known_mixtures import chosen_mixtures
from cass_core.shown_text import counted


def run_hints(options: argparse.Namespace) -> int:
    """Separate known mixtures without and with a hint at their worst place, print what changes."""
    from tqdm import tqdm

    from cass_core.evaluation.hints.scoring import score_hints
    from cass_core.evaluation.hints.summary import hints_table, summarise_hints
    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.repair.guides import FEWEST_STEPS
    from cass_core.request.settings import SeparationSettings

    chosen = chosen_mixtures(options)
    model = open_model(options.model, options.device)
    for steps in dict.fromkeys(max(steps, FEWEST_STEPS) for steps in numbers_of(options.steps)):
        settings = SeparationSettings(steps=steps)
        scores = score_hints(chosen, model, settings, options.out)
        shown = list(tqdm(scores, total=chosen.num_mixtures, disable=None, leave=False))
        mixtures = counted(chosen.num_mixtures, "mixture")
        print(f"{chosen.name}, {counted(steps, 'step')}, {mixtures}")
        print(hints_table(summarise_hints(shown)))
    return 0
