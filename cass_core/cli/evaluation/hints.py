"""`cass evaluate --hints`: what it brings to tell the model whose sound a place holds."""

import argparse

from cass_core.cli.evaluation.evaluation_arguments import numbers_of
from cass_core.cli.evaluation.known_mixtures import print_measured


def run_hints(options: argparse.Namespace) -> int:
    """Separate known mixtures without and with a hint at their worst place, print what changes."""
    from cass_core.evaluation.hints.scoring import score_hints
    from cass_core.evaluation.hints.summary import hints_table, summarise_hints
    from cass_core.repair.guides import FEWEST_STEPS

    steps = dict.fromkeys(max(steps, FEWEST_STEPS) for steps in numbers_of(options.steps))
    print_measured(options, steps, score_hints, lambda shown: hints_table(summarise_hints(shown)))
    return 0
