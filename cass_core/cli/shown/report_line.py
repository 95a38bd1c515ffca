"""Progress for people as a bar, for machines as one JSON object a line."""

import json
import logging
import sys
import time
from typing import Any

from tqdm import tqdm

from cass_core.closable import Closable
from cass_core.request.events import RunEvent, Warned
from cass_core.timing.run_timing import RunTiming

_log = logging.getLogger(__name__)

_WORDS = {
    "load": "starting",
    "sound": "decoding the sound",
    "picture": "looking at the picture",
    "separate": "separating",
    "write": "writing the stems",
}
_JSON_EVERY_S = 0.5
_BAR_EVERY_S = 0.1
_JSON_FIELDS = ("phase", "share", "remaining_s")


class ReportLine(Closable):
    """Shows the reports of a job; use it as a context."""

    def __init__(self, timing: RunTiming, as_json: bool) -> None:
        """Show nothing yet.

        Args:
            timing: knows how far the job is once it has heard an event.
            as_json: one JSON object a line instead of a bar.
        """
        self._timing = timing
        self.as_json, self._last_json = as_json, 0.0
        self._bar: tqdm[Any] | None = None
        self._shown = 0.0
        if not as_json:
            self._bar = tqdm(
                total=1.0,
                file=sys.stderr,
                bar_format=_bar_format("starting"),
                leave=False,
                disable=None,  # no bar where the output is a file
            )

    def show(self, event: RunEvent) -> None:
        """Show one event."""
        self._timing.add(event, time.monotonic())
        if isinstance(event, Warned):
            self._warn(event.sentence)
            return
        if self._bar is None:
            self._show_json()
            return
        if time.monotonic() - self._shown < _BAR_EVERY_S:
            return
        self._shown = time.monotonic()
        self._bar.n = self._timing.share
        self._bar.bar_format = _bar_format(_WORDS[self._timing.phase], self._timing.remaining_s)
        self._bar.refresh()

    def _warn(self, sentence: str) -> None:
        if self.as_json:
            self._show_json(sentence)
        else:
            _log.warning("%s", sentence)

    def _show_json(self, warning: str | None = None) -> None:
        now = time.monotonic()
        if warning is None and now - self._last_json < _JSON_EVERY_S:
            return
        self._last_json = now
        told = {name: getattr(self._timing, name) for name in _JSON_FIELDS}
        print(json.dumps({"event": "progress", **told, "warning": warning}), flush=True)

    def close(self) -> None:
        """End the line."""
        if self._bar is not None:
            self._bar.close()


def _bar_format(words: str, remaining_s: float | None = None) -> str:
    """What tqdm shows: words, the share, a bar, and the time that is left."""
    left = "" if remaining_s is None else f" {clock(remaining_s)} left"
    return f"{words:<22} {{percentage:3.0f}}%|{{bar}}|{left}"


def clock(seconds: float) -> str:
    """Seconds as m:ss or h:mm:ss."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
