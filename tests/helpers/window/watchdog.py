"""How long the window's thread does not answer, what it works in the meantime, and where."""

import faulthandler
import re
import threading
import time
from dataclasses import dataclass, field
from tempfile import TemporaryFile

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

BEAT_S = 0.005
STALL_S = 0.05


@dataclass
class Phase:
    """What was measured while one thing went on.

    Attributes:
        gaps_s: time between two beats beyond what was asked for, wall clock.
        worked_s: processor time of the window's thread within each of them.
        stalls: where the thread was during long gaps, innermost lines, by how long at most.
    """

    gaps_s: list[float] = field(default_factory=list)
    worked_s: list[float] = field(default_factory=list)
    stalls: dict[str, float] = field(default_factory=dict)

    def line(self, name):
        """A row of the report."""
        gaps, worked = 1000 * np.array(self.gaps_s), 1000 * np.array(self.worked_s)
        over = int((gaps > 1000 * STALL_S).sum())
        return (
            f"{name:<12} {len(gaps):>6} beats, gap ms: 95 % {np.percentile(gaps, 95):6.1f}, "
            f"longest {gaps.max():7.1f}, of that worked at most {worked.max():6.1f}; "
            f"{over} over {1000 * STALL_S:.0f} ms"
        )


class Watchdog(QObject):
    """Beats in the thread that it is made in; another thread looks where that is when it stops."""

    def __init__(self):
        super().__init__()
        self.phases = {}
        self._phase = Phase()
        self._gui = threading.get_ident()
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._over = threading.Event()
        self._looker = threading.Thread(target=self._look, daemon=True)

    def start(self):
        self._timer.start(round(1000 * BEAT_S))
        self._looker.start()

    def enter(self, name):
        """Say what goes on from now on."""
        self._phase = self.phases.setdefault(name, Phase())

    def stop(self):
        self._timer.stop()
        self._over.set()
        self._looker.join()

    def report(self):
        """All phases, and the places of the longest stalls."""
        lines = [phase.line(name) for name, phase in self.phases.items() if phase.gaps_s]
        for name, phase in self.phases.items():
            places = sorted(phase.stalls.items(), key=lambda item: -item[1])[:6]
            lines += [f"  {name}: {1000 * long_s:.0f} ms at {where}" for where, long_s in places]
        return "\n".join(lines)

    def _beat(self):
        now, worked = time.perf_counter(), time.thread_time()
        self._phase.gaps_s.append(max(now - self._last - BEAT_S, 0.0))
        self._phase.worked_s.append(worked - self._worked)
        self._last, self._worked = now, worked

    def _look(self):
        with TemporaryFile("w+") as file:
            while not self._over.wait(0.01):
                late_s = time.perf_counter() - self._last
                if late_s > STALL_S:
                    where, stalls = _place_of(self._gui, file), self._phase.stalls
                    stalls[where] = max(stalls.get(where, 0.0), late_s)


def _place_of(thread, file):
    """Where a thread is, innermost line first.

    Frames as Python objects would keep a painter of the thread alive beyond its painting.
    """
    file.seek(0)
    file.truncate()
    faulthandler.dump_traceback(file)
    file.seek(0)
    _, _, told = file.read().partition(f"0x{thread:016x}")
    lines = re.findall(r'File "([^"]+)", line (\d+) in (\S+)', told.split("\n\n")[0])
    short = ("/".join(path.split("/")[-2:]) for path, _, _ in lines)
    places = (f"{path}:{line[1]} {line[2]}" for path, line in zip(short, lines, strict=True))
    return " < ".join(list(places)[:7])
