"""What the command line says of itself is whole and true."""

import argparse
import importlib

import pytest

from cass_core.cli import COMMANDS, main
from cass_core.cli.parser import Parser
from cass_core.resource_files import program_version


def parsers(name):
    """The parser of a command, and those of its actions."""
    parser = Parser(prog=f"cass {name}")
    importlib.import_module(f"cass_core.cli.{COMMANDS[name].home}").add_arguments(parser)
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found += action.choices.values()
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_explained_and_its_default_is_said_once(name):
    for parser in parsers(name):
        text = " ".join(parser.format_help().split())
        assert "default: None" not in text
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                continue
            assert action.help, f"{parser.prog} {action.dest} has no help"
            shown = parser._get_formatter()._get_help_string(action)
            assert shown.count("default:") <= 1, f"{parser.prog} {action.dest}: {shown}"
            is_number = action.type is not None and isinstance(action.default, int | float)
            assert not is_number or "default:" in shown, f"{parser.prog} {action.dest}"
            if action.option_strings and action.type is not None and action.choices is None:
                assert action.metavar, f"{parser.prog} {action.dest} says nothing of its value"


def test_all_commands_are_listed_with_their_purposes(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"  {name} " in said
        assert command.purpose in said
    assert max(map(len, said.splitlines())) <= 100


def test_version_and_no_command(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cass {program_version()}\n"
    assert main([]) == 2
    assert capsys.readouterr().err == "cass: Name a command; `cass --help` lists them.\n"
