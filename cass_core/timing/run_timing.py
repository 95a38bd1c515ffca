"""All that a run's events tell about time: progress for its user, and speeds for the next one."""

from cass_core.request.events import (
    ChunkWritten,
    Phase,
    PhaseShare,
    RunBegun,
    RunEvent,
    StepDone,
)
from cass_core.request.settings import SeparationSettings
from cass_core.timing.expected_cost import Work, phase_costs
from cass_core.timing.remaining import Remaining
from cass_core.timing.speed_book import SpeedBook
from cass_core.timing.step_cost import StepCost

_MOST_SKIPPED, _LEAST_SEEN = 0.05, 0.9


class RunTiming:
    """Listens to one run, in whatever process.

    Attributes:
        phase: what is being done.
        phase_share: of this phase, 0 to 1.
    """

    def __init__(
        self,
        model: str,
        settings: SeparationSettings,
        book: SpeedBook,
        *,
        is_decoded: bool = False,
        is_delivered: bool = False,
    ) -> None:
        """Begin before the run.

        Args:
            model: name or folder of the model.
            settings: how it separates.
            book: what is known of this computer.
            is_decoded: the sound is on disk already.
            is_delivered: files are written from the stems afterwards.
        """
        self._model, self._settings, self._book = model, settings, book
        self._is_decoded, self._is_delivered = is_decoded, is_delivered
        self._work: Work | None = None
        self._remaining: Remaining | None = None
        self._steps: StepCost | None = None
        self._picture: tuple[float, float] | None = None
        self._picture_cost_s: float | None = None
        self._started_s: float | None = None
        self._load_s: float | None = None
        self.phase: Phase = "load"
        self.phase_share = 0.0

    @property
    def share(self) -> float:
        """Of the whole run, 0 to 1."""
        return self._remaining.share if self._remaining else 0.0

    @property
    def remaining_s(self) -> float | None:
        """Seconds that are left; None while they are not known."""
        return self._remaining.seconds if self._remaining else None

    def add(self, event: RunEvent, time_s: float) -> None:
        """Learn from an event.

        Args:
            event: the newest one.
            time_s: when, on a clock that stands still while the work does.
        """
        if self._started_s is None:
            self._started_s = time_s
        if isinstance(event, RunBegun):
            self._load_s = time_s - self._started_s
            self._begin(event, time_s)
        elif isinstance(event, PhaseShare):
            self._add(event.phase, event.share, time_s, event.skipped)
        elif isinstance(event, StepDone | ChunkWritten):
            self._add("separate", event.share, time_s)
        if self._steps is not None:
            self._steps.add(event, time_s)

    def keep(self) -> None:
        """Write what was measured into the book, however the run has ended."""
        if self._work is None or self._steps is None:
            return
        if self._steps.speed is not None:
            self._book.add(self._work.key(), self._steps.speed, self._settings.steps)
        if self._load_s:  # nothing was loaded where a run began at once
            self._book.add_load(self._work.key(), self._load_s)
        if self._picture_cost_s is not None:
            self._book.add_picture(self._work.picture_size, self._picture_cost_s)

    def _begin(self, begun: RunBegun, time_s: float) -> None:
        self._work = Work.of(self._model, self._settings, begun)
        costs = phase_costs(
            self._work,
            self._book,
            begun.device_kind,
            is_decoded=self._is_decoded,
            is_delivered=self._is_delivered,
        )
        self._remaining = Remaining(costs, time_s)
        self._steps = StepCost(begun, self._settings.steps)

    def _add(self, phase: Phase, share: float, time_s: float, skipped: float = 0.0) -> None:
        self.phase, self.phase_share = phase, share
        if self._remaining is not None:
            self._remaining.add(phase, share, time_s, skipped)
        if phase == "picture":
            self._look(share, time_s)

    def _look(self, share: float, time_s: float) -> None:
        """Measure the looking; a picture that was looked at before is no measurement."""
        if self._picture is None:
            self._picture = share, time_s
        first, begun_s = self._picture
        if self._work is not None and first <= _MOST_SKIPPED and share - first >= _LEAST_SEEN:
            self._picture_cost_s = (time_s - begun_s) / ((share - first) * self._work.length_s)
