"""What a command prints, which may hold names and tags of anybody's files."""

import io
from typing import TextIO

from cass_core.shown_text import shown


class ShownOutput(io.TextIOBase):
    """Passes lines on with the control characters within them written out."""

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
