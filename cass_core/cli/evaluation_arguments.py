"""Arguments that the commands of the evaluation share, and how they are read."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import whole
from cass_core.errors import SettingsError


def add_set_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which mixtures, which model and which device."""
    parser.add_argument("--set", dest="test_set", default="starter-test", help="name of the set")
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    parser.add_argument("--scenes", type=whole(1), help="only the first so many mixtures")
    parser.add_argument("--device", choices=("auto", "cuda", "cpu", "mps"), default="auto")


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
