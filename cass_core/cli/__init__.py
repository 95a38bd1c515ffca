"""The command `cass`; each subcommand is a module with `add_arguments` and `run`."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from types import ModuleType
from typing import NoReturn

from cass_core.cli.shown.warnings_shown import ShownOutput, WarningsShown
from cass_core.device_choice import let_waiting_threads_sleep
from cass_core.errors import CassError, SettingsError
from cass_core.shown_text import shown

COMMANDS = {
    "separate": "separate a movie's sound into dialogue, effects and music",
    "isolate": "find the sound of something in the picture",
    "deliver": "write stems as the files that a house accepts, by preset",
    "balance": "let the picture say how loud each stem should be",
    "batch": "separate, review and deliver many movies by preset, with a summary",
    "review": "find sounds that stand in the wrong stem",
    "probe": "show what a movie or sound file holds",
    "models": "list the models at hand",
    "doctor": "check sound, graphics card, fonts, FFmpeg, models and disk of this computer",
    "corpus": "fetch and describe the free training corpus",
    "train": "train a model",
    "train-tagger": "train the small tagger behind the offline FAD, KL and WPR",
    "train-cells": "train the small network that finds misplaced sounds",
    "fit-review": "train the network that weighs the evidence of a review",
    "evaluate": "score models and baselines on known mixtures",
    "evaluate-talking": "score the dialogue of real talking clips, with right and wrong faces",
    "evaluate-speakers": "count how often the face that speaks is the one that is marked",
    "report": "write the report of an evaluation from its scores",
    "fetch": "fetch published files that some metrics need",
    "bench": "measure speed and memory on this machine",
}
_HOMES = {
    "separate": "separating.separate",
    "isolate": "by_picture.isolate",
    "balance": "by_picture.balance",
    "batch": "batch.command",
    "review": "review.places",
    "train-cells": "review.train_cells",
    "fit-review": "review.fit_review",
}
"""Modules of commands that stand in a folder."""
_BAD_INPUT, _STOPPED, _NOBODY_READS = 2, 130, 141
_EXAMPLES = """\
examples:
  cass separate scene.mov -o stems              stems beside each other in the folder stems
  cass separate scene.mov -o stems --resume     go on with a run that was stopped
  cass separate scene.mov -o stems --from 01:00:10:00 --to 01:02:00:00
  cass deliver stems/scene.mov.stems --preset netflix-me -o delivery --dry-run
  cass batch *.mov --preset stems -o delivery     many movies, with a summary; the same goes on
`cass COMMAND --help` shows what a command takes. The variables CASS_DATA and CASS_CACHE move the
folders of models and of picture analyses."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: without the program's name; those of the process if None.

    Returns:
        Exit code: 0 done, 1 `cass doctor` has found a problem, 2 bad input, 130 stopped by the
        user, 141 nobody reads the output.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _print_any_name()
    let_waiting_threads_sleep()
    try:
        options = _parser(arguments[0] if arguments else "").parse_args(arguments)
        command = _module_of(options.command)
        with WarningsShown(), redirect_stdout(ShownOutput(sys.stdout)):
            return int(command.run(options))
    except CassError as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        print(f"cass: {_stopped_sentence(arguments)}", file=sys.stderr)
        return _STOPPED
    except BrokenPipeError:
        _discard_output()
        return _NOBODY_READS
    except OSError as error:
        return _refused(_system_sentence(error))
    except MemoryError:
        return _refused("The memory is full; close other programs and try again.")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence, as every other error is said."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise SettingsError(f"{sentence}; `{self.prog} --help` shows what it takes.")


def _parser(chosen: str) -> argparse.ArgumentParser:
    """The parser; only the chosen command's module is loaded."""
    parser = _Parser(
        prog="cass",
        description="Separate a movie's soundtrack into dialogue, effects and music.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        if name == chosen:
            _module_of(name).add_arguments(command)
    return parser


def _module_of(command: str) -> ModuleType:
    home = _HOMES.get(command, command.replace("-", "_"))
    return importlib.import_module(f"cass_core.cli.{home}")


def _stopped_sentence(arguments: Sequence[str]) -> str:
    """What the user should know who has pressed Ctrl+C."""
    how = {
        "separate": "the same command with --resume goes on from here",
        "batch": "the same command goes on from here",
        "review": "the same command goes on from here",
        "train": "the same command with --resume goes on from the last checkpoint",
        "corpus": "the same command goes on from here",
        "evaluate": "the same command with --out goes on from here",
        "evaluate-talking": "the same command with --out goes on from here",
    }
    known = how.get(arguments[0]) if arguments else None
    return f"stopped; {known}." if known else "stopped."


def _refused(sentence: str) -> int:
    print(f"cass: {shown(sentence)}", file=sys.stderr)
    return _BAD_INPUT


def _system_sentence(error: OSError) -> str:
    """What the system refused, where no module has a better sentence for it."""
    reason = error.strerror or str(error) or "no reason given"
    if error.filename is None:
        return f"The system refuses to go on ({reason}); check the disk and its free space."
    name = os.fsdecode(error.filename)
    return f"{name} cannot be used ({reason}); check the disk and the rights of the folder."


def _print_any_name() -> None:
    """File names may hold what the terminal's encoding lacks; printing one is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Send what is still to be printed nowhere, so that Python does not complain when it ends."""
    with suppress(OSError, ValueError), open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
