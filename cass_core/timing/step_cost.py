"""What a step of the flow costs, and what the rest of a chunk does, told from a run's events."""

from statistics import median

from cass_core.request.events import ChunkWritten, PhaseShare, RunEvent, StepDone
from cass_core.timing.speed_book import Speed


class StepCost:
    """Listens to the separating phase of one run.

    A chunk's first step holds the preparation of its sound too, so only later ones tell what a
    step costs.
    """

    def __init__(self, rate_hz: int, num_steps: int) -> None:
        """Begin to measure.

        Args:
            rate_hz: samples a second of the programme.
            num_steps: of the flow.
        """
        self._rate_hz, self._num_steps = rate_hz, num_steps
        self._last_s = 0.0
        self._in_chunk: list[float] = []
        self._costs: list[tuple[float, float | None]] = []

    def add(self, event: RunEvent, time_s: float) -> None:
        """Learn from an event.

        Args:
            event: the newest one.
            time_s: when it happened, on a clock that stands still while the work does.
        """
        if isinstance(event, StepDone):
            self._in_chunk.append(self._lap_s(time_s))
        elif isinstance(event, ChunkWritten):
            self._on_chunk(event.span.num_samples / self._rate_hz, self._lap_s(time_s))
        elif isinstance(event, PhaseShare):
            self._last_s = time_s  # what was before does not count

    @property
    def speed(self) -> Speed | None:
        """Medians over the chunks; None before there was one."""
        # the first chunk pays for what happens once, the last may be a short rest
        costs = self._costs[1:-1] or self._costs[1:] or self._costs
        if not costs:
            return None
        total_s = median(total for total, _ in costs)
        steps_s = [step for _, step in costs if step is not None]
        if not steps_s:
            return Speed(total_s, None)
        step_s = median(steps_s)
        return Speed(max(0.0, total_s - step_s * self._num_steps), step_s)

    def _on_chunk(self, length_s: float, rest_s: float) -> None:
        times_s = [*self._in_chunk, rest_s]
        later_steps, self._in_chunk = self._in_chunk[1:], []
        # a chunk that needed no step, or those of two batches, is no example
        if len(times_s) == self._num_steps + 1 and length_s > 0:
            step_s = median(later_steps) / length_s if later_steps else None
            self._costs.append((sum(times_s) / length_s, step_s))

    def _lap_s(self, time_s: float) -> float:
        lap_s, self._last_s = time_s - self._last_s, time_s
        return lap_s
