"""The command `cass`; `commands` says where each subcommand stands."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from types import ModuleType

from cass_core.cli.commands import COMMANDS, listed
from cass_core.cli.parser import Parser
from cass_core.cli.shown.warnings_shown import ShownOutput, WarningsShown
from cass_core.device_choice import let_waiting_threads_sleep
from cass_core.errors import CassError, SettingsError
from cass_core.resource_files import program_version
from cass_core.shown_text import shown

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
        Exit code: 0 done, 1 done but not all is well (`cass doctor` has found a problem, files
        could not be fetched), 2 bad input, 130 stopped by the user, 141 nobody reads the output.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _print_any_name()
    let_waiting_threads_sleep()
    try:
        options = _parsed(arguments)
        with WarningsShown(), redirect_stdout(ShownOutput(sys.stdout)):
            return _run(options)
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


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments; what nobody knows is refused with the help of the command in question."""
    chosen = arguments[0] if arguments else ""
    options, further = _parser(chosen).parse_known_args(arguments)
    if further:
        command = f"cass {chosen}" if chosen in COMMANDS else "cass"
        Parser(prog=command).error(f"there is no argument {' '.join(further)}")
    return options


def _parser(chosen: str) -> Parser:
    """The parser; only the chosen command's module is loaded."""
    parser = Parser(
        prog="cass",
        usage="cass [-h] [--version] COMMAND ...",
        description="Separate a movie's soundtrack into dialogue, effects and music.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("--version", action="store_true", help="print the program's version")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", prog="cass",
        title="commands", description=listed(), help=argparse.SUPPRESS,
    )  # fmt: skip
    for name, command in COMMANDS.items():
        purpose = command.purpose[:1].upper() + command.purpose[1:]
        added = commands.add_parser(name, description=f"{purpose}.")
        if name == chosen:
            _module_of(name).add_arguments(added)
    return parser


def _module_of(command: str) -> ModuleType:
    return importlib.import_module(f"cass_core.cli.{COMMANDS[command].home}")


def _run(options: argparse.Namespace) -> int:
    """Run the chosen command."""
    if options.version:
        print(f"cass {program_version()}")
        return 0
    if options.command is None:
        raise SettingsError("Name a command; `cass --help` lists them.")
    return int(_module_of(options.command).run(options))


def _stopped_sentence(arguments: Sequence[str]) -> str:
    """What the user should know who has pressed Ctrl+C."""
    known = COMMANDS.get(arguments[0]) if arguments else None
    return f"stopped; {known.goes_on}." if known and known.goes_on else "stopped."


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
