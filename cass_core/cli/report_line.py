"""Progress for people as a bar, for machines as one JSON object a line."""

import json
import logging
import sys
import time
from types import TracebackType
from typing import Any

from tqdm import tqdm

from cass_core.separation.movie.work_plan import JobProgress, Warned

_log = logging.getLogger(__name__)

_WORDS = {
    "sound": "decoding the sound",
    "picture": "looking at the picture",
    "separate": "separating",
    "write": "writing the stems",
}
_JSON_EVERY_S = 0.5
_BAR_EVERY_S = 0.1
_JSON_FIELDS = ("phase", "share", "remaining_s")


class ReportLine:
    """Shows the reports of a job; use it as a context."""

    def __init__(self, as_json: bool) -> None:
        self.as_json, self._last_json = as_json, 0.0
        self._bar: tqdm[Any] | None = None
        self._shown = 0.0
        self._latest = JobProgress("sound", 0.0, None)
        if not as_json:
            self._bar = tqdm(
                total=1.0,
                file=sys.stderr,
                bar_format=_bar_format("starting"),
                leave=False,
                disable=None,  # no bar where the output is a file
            )

    def show(self, report: JobProgress | Warned) -> None:
        """Show one report."""
        if isinstance(report, Warned):
            self._warn(report.sentence)
            return
        self._latest = report
        if self._bar is None:
            self._show_json()
            return
        if time.monotonic() - self._shown < _BAR_EVERY_S:
            return
        self._shown = time.monotonic()
        self._bar.n = report.share
        self._bar.bar_format = _bar_format(_WORDS[report.phase], report.remaining_s)
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
        told = {name: getattr(self._latest, name) for name in _JSON_FIELDS}
        print(json.dumps({"event": "progress", **told, "warning": warning}), flush=True)

    def __enter__(self) -> "ReportLine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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
