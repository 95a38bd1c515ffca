"""`cass evaluate FOLDER`: scores on a built film-like set."""

import argparse
from typing import Any

from cass_core.cli.evaluation.evaluation_arguments import numbers_of, words_of
from cass_core.shown_text import counted


def run_film(options: argparse.Namespace) -> int:
    """Score the model on the mixtures of a folder; print means, confusion and leakage."""
    from tqdm import tqdm

    from cass_core.evaluation.film.scoring import score_film_set
    from cass_core.evaluation.film.summary import film_table, summarise_film
    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.request.settings import SeparationSettings
    from cass_core.synthesis.film_sets.building import read_built_set

    name, scenes = read_built_set(options.folder)
    scenes = scenes[: options.scenes] if options.scenes else scenes
    model = open_model(options.model, options.device)
    renders: list[Any] = words_of(options.render)  # SeparationSettings knows which there are
    summaries = []
    for render in renders:
        for steps in numbers_of(options.steps):
            settings = SeparationSettings(steps=steps, render=render)
            scores = score_film_set(name, scenes, model, settings, options.out)
            shown = tqdm(scores, total=len(scenes), disable=None, leave=False)
            summaries.append(summarise_film(list(shown)))
    print(f"{name}: {counted(len(scenes), 'mixture')}")
    print(film_table(summaries))
    return 0
