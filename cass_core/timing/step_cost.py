"""What a run's parts of work cost, told from its events alone."""

import math
from statistics import median

from cass_core.request.events import ChunkWritten, PhaseShare, RunBegun, RunEvent, StepDone
from cass_core.timing.heard import heard_s
from cass_core.timing.speed import Speed


class StepCost:
    """Listens to the separating phase of one run.

    The steps of a chunk go through whole batches of windows, however short the chunk is; its stems
    are rendered for its own length. A batch's first step holds the preparation of its sound too, so
    only later ones tell what a step costs.
    """

    def __init__(self, begun: RunBegun, num_steps: int) -> None:
        """Begin to measure.

        Args:
            begun: the run.
            num_steps: of the flow.
        """
        self._begun, self._num_steps = begun, num_steps
        self._last_s = 0.0
        self._in_chunk: list[float] = []
        self._firsts: list[float] = []
        self._laters: list[float] = []
        self._renders: list[float] = []
        self._heard_s = 0.0

    def add(self, event: RunEvent, time_s: float) -> None:
        """Learn from an event.

        Args:
            event: the newest one.
            time_s: when it happened, on a clock that stands still while the work does.
        """
        if isinstance(event, StepDone):
            self._in_chunk.append(self._lap_s(time_s))
        elif isinstance(event, ChunkWritten):
            self._on_chunk(event, self._lap_s(time_s))
        elif isinstance(event, PhaseShare):
            self._last_s = time_s  # what was before does not count

    @property
    def speed(self) -> Speed | None:
        """Medians over the batches; None before there was a chunk."""
        if not self._renders:
            return None
        # the first pays for what happens once
        render_s, first_s = (median(costs[1:] or costs) for costs in (self._renders, self._firsts))
        step_s: float | None = None
        if not self._begun.takes_steps:
            step_s = 0.0
        elif self._laters:
            step_s = median(self._laters)
            first_s = max(0.0, first_s - step_s)
        return Speed(first_s, step_s, render_s, self._begun.grain, self._heard_s)

    def _on_chunk(self, event: ChunkWritten, rest_s: float) -> None:
        steps, self._in_chunk = self._in_chunk, []
        start_s, stop_s = (n / self._begun.rate_hz for n in (event.span.start, event.span.stop))
        num_steps = self._num_steps
        if not self._begun.takes_steps:
            steps, num_steps, rest_s = [sum(steps) + rest_s], 1, 0.0
        batches, odd = divmod(len(steps), num_steps)
        if odd or not batches or stop_s <= start_s:  # what an earlier chunk had done is no example
            return
        self._renders.append(rest_s / (stop_s - start_s))
        for batch in range(batches):
            # all but the last batch, in which the chunk ends, are whole ones before it
            length_s = self._heard_in_batch(start_s, stop_s, batches - 1 - batch)
            first, *later = steps[batch * num_steps : (batch + 1) * num_steps]
            self._firsts.append(first / length_s)
            self._laters += [lap_s / length_s for lap_s in later]
            self._heard_s += length_s

    def _heard_in_batch(self, start_s: float, stop_s: float, before: int) -> float:
        """Seconds of the batch in which a chunk ends, or of one before it."""
        grain, length_s = self._begun.grain, self._begun.length_s
        at_once_s = grain.window_s * grain.windows
        if at_once_s <= 0:
            return stop_s - start_s
        if before:
            return at_once_s
        begins_s = (math.ceil(stop_s / at_once_s) - 1) * at_once_s
        return heard_s(max(0.0, begins_s), stop_s, length_s, grain)

    def _lap_s(self, time_s: float) -> float:
        lap_s, self._last_s = time_s - self._last_s, time_s
        return lap_s
