"""Arguments that the commands of training share."""

import argparse
from pathlib import Path

from cass_core.cli.common_arguments import add_corpus
from cass_core.cli.number_types import above_zero, whole


def add_training_arguments(
    parser: argparse.ArgumentParser, *, out: str, kind: str = "FILE"
) -> None:
    """Declare from what is trained, where the result goes, with which seed, on how many threads.

    Args:
        parser: of the command.
        out: what is written.
        kind: whether that is a "FILE" or a folder, "DIR".
    """
    add_corpus(parser, "folder of the corpus that is learnt from")
    parser.add_argument("--out", type=Path, required=True, metavar=kind, help=out)
    parser.add_argument(
        "--seed", type=whole(0), default=1, metavar="N", help="of the weights and of what is drawn"
    )
    parser.add_argument(
        "--threads",
        type=whole(1),
        default=1,
        metavar="N",
        help="processor threads that compute",
    )


def add_length_arguments(parser: argparse.ArgumentParser, minutes: float, start: str) -> None:
    """Declare where a training begins and when it ends.

    Args:
        parser: of the command.
        minutes: that it takes unless something else is said.
        start: what it can begin with.
    """
    parser.add_argument("--start-from", type=Path, metavar="PATH", help=f"{start} to begin with")
    parser.add_argument(
        "--minutes", type=above_zero, default=minutes, metavar="MIN", help="time limit of this run"
    )
    parser.add_argument("--max-steps", type=whole(1), metavar="N", help="stop after so many steps")
