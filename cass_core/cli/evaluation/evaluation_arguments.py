"""Arguments that the commands of the evaluation share, and how they are read."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.common_arguments import add_corpus, add_device
from cass_core.cli.number_types import whole
from cass_core.errors import SettingsError


def add_set_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which mixtures, which model and which device."""
    parser.add_argument(
        "--set", dest="test_set", default="starter-test", metavar="NAME",
        help="which mixtures: starter-test or starter-valid, drawn from the corpus",
    )  # fmt: skip
    add_corpus(parser)
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    parser.add_argument(
        "--scenes", type=whole(1), metavar="N", help="only the first so many mixtures"
    )
    add_device(parser)


def add_step_counts(parser: argparse.ArgumentParser) -> None:
    """Declare `--steps` of several separations."""
    parser.add_argument(
        "--steps", default="1,2,4,8", metavar="N,N", help="step counts with commas between them"
    )


def add_scores_folder(parser: argparse.ArgumentParser) -> None:
    """Declare `--out`."""
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="folder for the scores; what stands there is not measured again",
    )  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a list that is separated by commas."""
    return [word for part in text.split(",") if (word := part.strip())]


def numbers_of(text: str) -> list[int]:
    """The step counts of a list that is separated by commas; SettingsError where it is none."""
    try:
        return [int(part) for part in text.split(",")]
    except ValueError as error:
        raise SettingsError(f"'{text}' is no list of step counts; write 1,4,16.") from error


def say(sentences: Sequence[str]) -> None:
    """Print sentences for the user beside the command's output."""
    for sentence in sentences:
        print(f"cass: {sentence}", file=sys.stderr)


def print_cells(table: Sequence[Sequence[str]]) -> None:
    """Print a table with its columns aligned."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
