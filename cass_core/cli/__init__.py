"""The command `cass`; each subcommand is a module with `add_arguments` and `run`."""

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence

from cass_core.errors import CassError

COMMANDS = {
    "separate": "separate a movie's sound into dialogue, effects and music",
    "probe": "show what a movie or sound file holds",
    "models": "list the models at hand",
    "corpus": "fetch and describe the free training corpus",
    "train": "train a model",
    "evaluate": "score a model on known mixtures",
    "bench": "measure speed on this machine",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: without the program's name; those of the process if None.

    Returns:
        Exit code: 0 done, 2 bad input, 130 stopped by the user.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    parser = _parser(arguments[0] if arguments else "")
    options = parser.parse_args(arguments)
    command = importlib.import_module(f"cass_core.cli.{options.command}")
    try:
        return int(command.run(options))
    except CassError as error:
        print(f"cass: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("cass: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser(chosen: str) -> argparse.ArgumentParser:
    """The parser; only the chosen command's module is loaded."""
    parser = argparse.ArgumentParser(
        prog="cass", description="Separate a movie's soundtrack into dialogue, effects and music."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        if name == chosen:
            importlib.import_module(f"cass_core.cli.{name}").add_arguments(command)
    return parser
