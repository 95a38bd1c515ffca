"""How far a run is and how long it still takes, from nothing but its events."""

from collections import deque
from statistics import median

from cass_core.request.events import PHASES, Phase
from cass_core.timing.expected_cost import PhaseCost

_LEAST_COST_S = 1e-9
_LEAST_S, _LEAST_LAPS, _LAPS = 0.5, 2, 8
_JUDGED_SHARE, _JUDGED_S = 0.02, 0.5


class Remaining:
    """The share of a whole run that is done, and the seconds that are left of it.

    The share weighs the phases by their expected costs, which are corrected by what they take. The
    time that is left is what earlier runs took until the phase's own speed is known, the median of
    its recent ones from then on; and what later phases take where that was measured before. It is
    never a guess.

    Attributes:
        phase: what is being done.
        share: of the whole run, 0 to 1; never falls.
        seconds: that are left; None while they are not known.
    """

    def __init__(self, costs: dict[Phase, PhaseCost], time_s: float) -> None:
        """Begin a run.

        Args:
            costs: expected cost of each phase.
            time_s: now.
        """
        self._expected = costs
        self._costs = {phase: cost.seconds for phase, cost in costs.items()}
        self._begun_s = self._told_s = time_s
        self._speeds, self._skipped = _Speeds(), 0.0
        self.phase: Phase = PHASES[0]
        self.share = 0.0
        self.seconds: float | None = None

    def add(self, phase: Phase, share: float, time_s: float, skipped: float = 0.0) -> None:
        """Learn from a report.

        Args:
            phase: which.
            share: of this phase, 0 to 1.
            time_s: when, on a clock that stands still while the work does.
            skipped: share of this phase that an earlier run had done; holds for the whole phase.
        """
        if phase != self.phase:
            self._leave_for(phase)
        self._skipped = skipped = max(skipped, self._skipped)
        self._speeds.add(share, time_s)
        elapsed_s = time_s - self._begun_s
        if share >= 1:  # a picture that was kept from an earlier run takes no time at all
            self._costs[phase] = elapsed_s
        elif share - skipped > _JUDGED_SHARE and elapsed_s > _JUDGED_S:
            self._costs[phase] = elapsed_s / (share - skipped)
        self._told_s = time_s
        later = PHASES[PHASES.index(phase) + 1 :]
        left_s = self._costs[phase] * (1 - share) + sum(self._costs[p] for p in later)
        whole_s = max(_LEAST_COST_S, sum(self._costs.values()))
        self.share = max(self.share, min(1.0, 1 - left_s / whole_s))
        self.seconds = self._seconds(share, later)

    def _seconds(self, share: float, later: tuple[Phase, ...]) -> float | None:
        speed = self._speeds.median
        expected = self._expected[self.phase]
        if share < 1 and speed is None and expected.is_guess:
            return None
        if any(self._expected[phase].is_guess for phase in later):
            return None
        left_s = (1 - share) / speed if speed else (1 - share) * expected.seconds
        return left_s + sum(self._costs[phase] for phase in later)

    def _leave_for(self, phase: Phase) -> None:
        """Replace expectations by what phases have taken; those that were left out took nothing."""
        first, last = PHASES.index(self.phase), PHASES.index(phase)
        self._costs.update(dict.fromkeys(PHASES[first:last], 0.0))
        self._costs[self.phase] = self._told_s - self._begun_s
        # what has passed since the last report is the new phase's first step
        self.phase, self._begun_s = phase, self._told_s
        self._speeds, self._skipped = _Speeds(), 0.0


class _Speeds:
    """Recent speeds of a phase."""

    def __init__(self) -> None:
        self._from: tuple[float, float] | None = None
        self._speeds: deque[float] = deque(maxlen=_LAPS)

    def add(self, share: float, time_s: float) -> None:
        if self._from is None:
            self._from = time_s, share
        lap_s, done = time_s - self._from[0], share - self._from[1]
        if lap_s >= _LEAST_S and done > 0:
            self._speeds.append(done / lap_s)
            self._from = time_s, share

    @property
    def median(self) -> float | None:
        """Share a second; None before two laps."""
        return median(self._speeds) if len(self._speeds) >= _LEAST_LAPS else None
