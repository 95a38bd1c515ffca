"""What separating costs on this computer, apart by what it depends on."""

from dataclasses import dataclass, replace

from cass_core.request.events import Grain
from cass_core.timing.heard import heard_s

# what earlier runs have heard counts as much as a new run of this length, and no more
_REMEMBERED_S = 120.0
_LEAST_S = 1e-9


@dataclass(frozen=True)
class Speed:
    """What separating costs.

    Attributes:
        prepare_s: for each second that the network hears, whatever the steps; the first step
            included where `step_s` is None.
        step_s: for each such second and step; None where that could not be told apart.
        render_s: for each second of the stems.
        grain: what the model hears at once.
        heard_s: seconds that it was measured over.
    """

    prepare_s: float
    step_s: float | None
    render_s: float = 0.0
    grain: Grain = Grain()
    heard_s: float = 0.0

    def seconds(self, steps: int, start_s: float, stop_s: float, length_s: float) -> float | None:
        """What a part of a programme takes.

        Args:
            steps: of the flow.
            start_s: of the part.
            stop_s: of the part.
            length_s: of the programme.

        Returns:
            Seconds, None where nobody knows.
        """
        if self.step_s is None and steps != 1:
            return None
        cost_s = self.prepare_s + steps * (self.step_s or 0.0)
        heard = heard_s(start_s, stop_s, length_s, self.grain)
        return heard * cost_s + (stop_s - start_s) * self.render_s

    def after(self, known: "Speed", steps: int) -> "Speed":
        """This one with what was known before it.

        A short run says less than long ones before it; a run of one step cannot tell its parts
        apart, an earlier one could.

        Args:
            known: measured before.
            steps: of the run that has measured this one.

        Returns:
            Both, by the seconds that they were measured over.
        """
        new = self
        if new.step_s is None and known.step_s is not None:
            prepare_s = max(0.0, new.prepare_s - steps * known.step_s)
            new = replace(new, prepare_s=prepare_s, step_s=known.step_s)
        if new.grain != known.grain or (known.step_s is None) != (new.step_s is None):
            return new
        old_s = min(known.heard_s, _REMEMBERED_S)
        share = new.heard_s / max(new.heard_s + old_s, _LEAST_S)

        def mean(now: float, before: float) -> float:
            return share * now + (1 - share) * before

        return Speed(
            mean(new.prepare_s, known.prepare_s),
            None if new.step_s is None else mean(new.step_s, known.step_s or 0.0),
            mean(new.render_s, known.render_s),
            new.grain,
            min(new.heard_s + old_s, _REMEMBERED_S),
        )
