"""Which mixtures `cass evaluate` measures hands of the editor on: a built set's, or drawn ones."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cass_core.evaluation.known_mixtures import MixtureSet


def chosen_mixtures(options: argparse.Namespace) -> "MixtureSet":
    """Those of FOLDER, or of the set that --set names where no folder is given."""
    from cass_core.evaluation.known_mixtures import drawn_mixtures, film_mixtures
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.synthesis.corpus.catalog import Catalog

    if options.folder is not None:
        return film_mixtures(options.folder, options.scenes)
    test_set = find_test_set(options.test_set, options.scenes)
    return drawn_mixtures(test_set, Catalog.load(options.corpus))
