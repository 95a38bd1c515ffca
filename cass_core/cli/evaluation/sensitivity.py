"""`cass evaluate --sensitivity`: what less bleed costs in artefacts, and what it brings."""

import argparse

from cass_core.cli.evaluation.evaluation_arguments import numbers_of
from cass_core.cli.evaluation.known_mixtures import print_measured


def run_sensitivity(options: argparse.Namespace) -> int:
    """Separate known mixtures, decide over their masks anew, print the ratios."""
    from cass_core.evaluation.sensitivity.scoring import score_sensitivity
    from cass_core.evaluation.sensitivity.summary import sensitivity_table, summarise_sensitivity

    print_measured(
        options,
        numbers_of(options.steps),
        score_sensitivity,
        lambda shown: sensitivity_table(summarise_sensitivity(shown)),
    )
    return 0
