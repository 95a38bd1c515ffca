"""`cass evaluate --sensitivity`: what less bleed costs in artefacts, and what it brings."""

import argparse

from cass_core.cli.evaluation.evaluation_arguments import numbers_of
from cass_core.cli.evaluation.known_mixtures import chosen_mixtures
from cass_core.shown_text import counted


def run_sensitivity(options: argparse.Namespace) -> int:
    """Separate known mixtures, decide over their masks anew, print the ratios."""
    from tqdm import tqdm

    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.evaluation.sensitivity.scoring import score_sensitivity
    from cass_core.evaluation.sensitivity.summary import sensitivity_table, summarise_sensitivity
    from cass_core.request.settings import SeparationSettings

    chosen = chosen_mixtures(options)
    model = open_model(options.model, options.device)
    for steps in numbers_of(options.steps):
        settings = SeparationSettings(steps=steps)
        scores = score_sensitivity(chosen, model, settings, options.out)
        shown = list(tqdm(scores, total=chosen.num_mixtures, disable=None, leave=False))
        mixtures = counted(chosen.num_mixtures, "mixture")
        print(f"{chosen.name}, {counted(steps, 'step')}, {mixtures}")
        print(sensitivity_table(summarise_sensitivity(shown)))
    return 0
