"""What a step of the flow costs, and what the rest of a window does, told from a run's events."""

from collections.abc import Callable
from statistics import median

from app.jobs.separating.run_events import SpeedMeasured


class StepClock:
    """Listens to the separating phase of one run.

    A window's first step holds the preparation of its sound too, so only later ones tell what a
    step costs.
    """

    def __init__(self, rate_hz: int, num_steps: int, time_s: Callable[[], float]) -> None:
        """Begin to measure.

        Args:
            rate_hz: samples a second of the programme.
            num_steps: of the flow.
            time_s: the time of the work, in seconds.
        """
        self._rate_hz, self._num_steps, self._time_s = rate_hz, num_steps, time_s
        self._last_s = time_s()
        self._in_window: list[float] = []
        self._costs: list[tuple[float, float | None]] = []

    def begin(self) -> None:
        """What was before does not count."""
        self._last_s = self._time_s()

    def on_step(self) -> None:
        """A step of the flow was done."""
        self._in_window.append(self._lap_s())

    def on_window(self, num_samples: int) -> None:
        """All of a window was done; it gave that many samples."""
        times_s = [*self._in_window, self._lap_s()]
        later_steps, self._in_window = self._in_window[1:], []
        length_s = num_samples / self._rate_hz
        # a window that needed no step, or those of two batches, is no example
        if len(times_s) == self._num_steps + 1 and length_s > 0:
            step_s = median(later_steps) / length_s if later_steps else None
            self._costs.append((sum(times_s) / length_s, step_s))

    @property
    def speed(self) -> SpeedMeasured | None:
        """Medians over the windows; None before there was one."""
        # the first window pays for what happens once, the last may be a short rest
        costs = self._costs[1:-1] or self._costs[1:] or self._costs
        if not costs:
            return None
        total_s = median(total for total, _ in costs)
        steps_s = [step for _, step in costs if step is not None]
        if not steps_s:
            return SpeedMeasured(total_s, None)
        step_s = median(steps_s)
        return SpeedMeasured(max(0.0, total_s - step_s * self._num_steps), step_s)

    def _lap_s(self) -> float:
        now_s = self._time_s()
        lap_s, self._last_s = now_s - self._last_s, now_s
        return lap_s
