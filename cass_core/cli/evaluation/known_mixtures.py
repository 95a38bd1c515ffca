"""Known mixtures, built or drawn, on which `cass evaluate` measures the editor's tools."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cass_core.shown_text import counted

if TYPE_CHECKING:
    from cass_core.evaluation.known_mixtures import MixtureSet
    from cass_core.evaluation.scoring.opened_model import OpenedModel
    from cass_core.request.settings import SeparationSettings

Score = TypeVar("Score")


def print_measured(
    options: argparse.Namespace,
    steps: Iterable[int],
    score: "Callable[[MixtureSet, OpenedModel, SeparationSettings, Path | None], Iterator[Score]]",
    table: Callable[[Sequence[Score]], str],
) -> None:
    """Score known mixtures with each number of steps, and print a table of each.

    Args:
        options: which mixtures, which model, where, and where scores are kept.
        steps: of the flow.
        score: gives the scores of mixtures, by a model and settings, kept in a folder.
        table: the scores as text.
    """
    from tqdm import tqdm

    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.request.settings import SeparationSettings

    chosen = _chosen(options)
    model = open_model(options.model, options.device)
    for number in steps:
        scores = score(chosen, model, SeparationSettings(steps=number), options.out)
        shown = list(tqdm(scores, total=chosen.num_mixtures, disable=None, leave=False))
        mixtures = counted(chosen.num_mixtures, "mixture")
        print(f"{chosen.name}, {counted(number, 'step')}, {mixtures}")
        print(table(shown))


def _chosen(options: argparse.Namespace) -> "MixtureSet":
    """Those of FOLDER, or of the set that --set names where no folder is given."""
    from cass_core.evaluation.known_mixtures import drawn_mixtures, film_mixtures
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.synthesis.corpus.catalog import Catalog

    if options.folder is not None:
        return film_mixtures(options.folder, options.scenes)
    test_set = find_test_set(options.test_set, options.scenes)
    return drawn_mixtures(test_set, Catalog.load(options.corpus))
