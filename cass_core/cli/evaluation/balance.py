"""`cass evaluate --balance STEMS`: how much of a film's mix comes back after it was made worse."""

import argparse
from fractions import Fraction
from pathlib import Path

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.evaluation.evaluation_arguments import print_cells
from cass_core.shown_text import counted


def run_balance(options: argparse.Namespace) -> int:
    """Make clips worse, balance them, print the means."""
    from tqdm import tqdm

    from cass_core.balance.balancing import (
        DEFAULT_REBALANCER,
        BalanceRequest,
        placed_network,
    )
    from cass_core.delivery.projects.delivery_source import open_source
    from cass_core.evaluation.balance.scoring import BalanceTask, balance_table, score_balance
    from cass_core.programme.opened_movie import open_movie

    source = open_source(options.folder)
    network = None
    if not options.no_model:
        name = DEFAULT_REBALANCER if options.model == DEFAULT_MODEL else options.model
        network = placed_network(name, options.device)
    facts, identity = source.facts, source.facts.made_from[0]
    movie, start_s = facts.media or Path(identity.media_path), Fraction(0)
    if network is not None:
        start_s = open_movie(movie, identity.audio_stream, identity.channels).track.start_s
    request = BalanceRequest(
        source.takes, movie, start_s, source.span, source.edits, source.sensitivity,
        source.known_takes,
    )  # fmt: skip
    task = BalanceTask(
        request, facts.rate_hz, network, options.scenes or 100, options.seed, options.muddy,
        options.out,
    )  # fmt: skip
    shown = tqdm(score_balance(task), total=len(task.clips), disable=None, leave=False)
    scores = list(shown)
    clips = counted(len(scores), "clip")
    print(f"{clips} of {source.facts.movie}, made worse as VisAH's {options.muddy} does")
    print_cells(balance_table(scores))
    return 0
