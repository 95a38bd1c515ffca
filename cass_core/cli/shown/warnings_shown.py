"""What a command shows: sentences about fallbacks, each once, and lines that are only shown."""

import io
import logging
import sys
from types import TracebackType
from typing import TextIO

from cass_core.shown_text import shown

_LOGGER = logging.getLogger("cass_core")


class WarningsShown(logging.Handler):
    """Shows what the library logs while a command runs; use it as a context."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Show a sentence unless it was shown before."""
        from tqdm import tqdm

        sentence = shown(record.getMessage())
        if sentence not in self._said:
            self._said.add(sentence)
            tqdm.write(sentence, file=sys.stderr)

    def __enter__(self) -> "WarningsShown":
        _LOGGER.addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _LOGGER.removeHandler(self)


class ShownOutput(io.TextIOBase):
    """Passes lines on; control characters of names and tags in them are written out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write lines."""
        lines = text.split("\n")
        self._stream.write("\n".join("\t".join(map(shown, line.split("\t"))) for line in lines))
        return len(text)

    def flush(self) -> None:
        """Pass it on."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Whether a terminal shows it."""
        return self._stream.isatty()
