"""`cass evaluate FOLDER --sensitivity`: what less bleed costs in artefacts, and what it brings."""

import argparse

from cass_core.cli.evaluation.evaluation_arguments import numbers_of
from cass_core.shown_text import counted


def run_sensitivity(options: argparse.Namespace) -> int:
    """Separate the mixtures of a folder, decide over their masks anew, print the ratios."""
    from tqdm import tqdm

    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.evaluation.sensitivity.scoring import score_sensitivity
    from cass_core.evaluation.sensitivity.summary import sensitivity_table, summarise_sensitivity
    from cass_core.request.settings import SeparationSettings
    from cass_core.synthesis.film_sets.building import read_built_set

    name, scenes = read_built_set(options.folder)
    scenes = scenes[: options.scenes] if options.scenes else scenes
    model = open_model(options.model, options.device)
    for steps in numbers_of(options.steps):
        settings = SeparationSettings(steps=steps)
        scores = score_sensitivity(name, scenes, model, settings, options.out)
        shown = list(tqdm(scores, total=len(scenes), disable=None, leave=False))
        print(f"{name}, {counted(steps, 'step')}, {counted(len(scenes), 'mixture')}")
        print(sensitivity_table(summarise_sensitivity(shown)))
    return 0
