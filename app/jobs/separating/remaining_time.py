"""How long a separation still takes, judged by nothing but what it has done."""

from collections import deque
from statistics import median

from app.jobs.separating.run_events import PhaseProgress

_LEAST_S, _LEAST_LAPS, _LAPS = 0.5, 2, 8


class RemainingTime:
    """Median of a phase's recent speeds; None wherever something is not known.

    The phases before the last one are followed by the separating itself, whose time is known only
    where it was measured before.
    """

    def __init__(self, separating_s: float | None) -> None:
        """Begin a run.

        Args:
            separating_s: what the last phase is expected to take, from earlier runs.
        """
        self._separating_s = separating_s
        self._phase = ""
        self._from = (0.0, 0.0)
        self._speeds: deque[float] = deque(maxlen=_LAPS)

    def after(self, progress: PhaseProgress) -> float | None:
        """Learn from a report.

        Args:
            progress: the newest one.

        Returns:
            Seconds that are left, None while they are not known.
        """
        if progress.phase != self._phase:
            self._phase, self._from = progress.phase, (progress.time_s, progress.phase_share)
            self._speeds.clear()
        time_s, share = self._from
        lap_s, done = progress.time_s - time_s, progress.phase_share - share
        if lap_s >= _LEAST_S and done > 0:
            self._speeds.append(done / lap_s)
            self._from = progress.time_s, progress.phase_share
        if len(self._speeds) < _LEAST_LAPS:
            return None
        left_s = (1 - progress.phase_share) / median(self._speeds)
        if self._phase == "separate":
            return left_s
        return None if self._separating_s is None else left_s + self._separating_s
