"""The parser of the command line: what it says of arguments, and of wrong ones."""

import argparse
from typing import NoReturn

from cass_core.errors import SettingsError

_NOTHING: tuple[object, ...] = ("", [], (), argparse.SUPPRESS)


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Says the default of each option that has one; keeps the lines of descriptions."""

    def _get_help_string(self, action: argparse.Action) -> str:
        """What an argument is for, with its default where that is a plain value."""
        default, said = action.default, action.help or ""
        if default is None or isinstance(default, bool) or default in _NOTHING:
            return said
        return f"{said}; default: %(default)s"


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence, as every other error is said."""

    def __init__(self, **settings: object) -> None:
        """As `ArgumentParser`, with this program's way of writing help."""
        super().__init__(**({"formatter_class": HelpFormatter} | settings))  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise SettingsError(f"{sentence}; `{self.prog} --help` shows what it takes.")
