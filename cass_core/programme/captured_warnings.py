"""What the decoders log during a phase, so that a job can report and keep it."""

import logging
import threading
from types import TracebackType

from cass_core.shown_text import shown


class CapturedWarnings(logging.Handler):
    """Collects warnings of this thread's decoding; use it as a context.

    Attributes:
        sentences: what was logged, each sentence once.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []
        # a player in another thread decodes other files
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a sentence."""
        sentence = shown(record.getMessage())
        if record.thread == self._thread and sentence not in self.sentences:
            self.sentences.append(sentence)

    def __enter__(self) -> "CapturedWarnings":
        logging.getLogger("cass_core.media").addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        logging.getLogger("cass_core.media").removeHandler(self)
