"""What the library tells of a run, with times of the test's choice."""

from app.jobs.separating.run_events import Told
from cass_core.request.events import ChunkWritten, PhaseShare, RunBegun, StepDone
from cass_core.timing.speed import Speed

SPEED = Speed(0.0, 0.05, 0.02)
DEVICE = ("cpu", "CPU (2 cores)")


class ToldRun:
    """Tells a run that costs `SPEED`, on a clock of its own."""

    def __init__(self, tell, steps, rate_hz=48_000, num_channels=2, length_s=10.0):
        self._tell, self._steps, self._rate_hz, self._now_s = tell, steps, rate_hz, 0.0
        self.event(RunBegun(*DEVICE, rate_hz, num_channels, length_s, length_s))
        self.event(PhaseShare("separate", 0.0))

    def event(self, event, cost_s=0.0):
        """One event, after so many seconds."""
        self._now_s += cost_s
        self._tell(Told(event, self._now_s))

    def chunk(self, span, share):
        """A chunk with its steps."""
        length_s = span.num_samples / self._rate_hz
        for _ in range(self._steps):
            self.event(StepDone(share), SPEED.step_s * length_s)
        self.event(ChunkWritten(span, share), SPEED.render_s * length_s)
