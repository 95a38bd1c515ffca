"""The command `cass` in a process forked from this one, which has loaded the libraries."""

import os
import signal
import sys
from multiprocessing import get_context
from pathlib import Path

import torch

from cass_core.cli import main
from cass_core.isolation.isolated import end_idle


class ForkedCass:
    """A run that a signal may end at any moment, at work a few milliseconds after it was begun.

    Attributes:
        returncode: the exit code once it has ended, negative for a signal.
    """

    def __init__(self, folder: Path, *arguments: object) -> None:
        """Begin.

        Args:
            folder: takes what the command prints.
            *arguments: of the command.
        """
        assert torch.get_num_threads() == 1, "a forked process would wait for the other threads"
        end_idle()  # its pipes would be shared
        self._printed = [folder / "printed.txt", folder / "said.txt"]
        words = [str(argument) for argument in arguments]
        context = get_context("fork")
        self._process = context.Process(target=_run, args=(self._printed, words), daemon=True)
        self._process.start()
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        self.returncode = self._process.exitcode
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to it."""
        os.kill(self._process.pid, number)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Wait for its end; gives what it printed and what it said beside that."""
        self._process.join(timeout)
        assert self.poll() is not None, "it does not end"
        out, err = (path.read_text(encoding="utf-8") for path in self._printed)
        return out, err


def _run(printed: list[Path], arguments: list[str]) -> None:
    for number, path in zip((1, 2), printed, strict=True):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdout, sys.stderr = (
        os.fdopen(number, "w", encoding="utf-8", buffering=1, closefd=False) for number in (1, 2)
    )
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as a terminal starts it
    code = main(arguments)
    end_idle()
    sys.exit(code)
