"""Changes of how strictly stems keep to their own; undo brings back exactly what was before."""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.commands.command_ids import CommandId, new_gesture
from app.commands.value_command import ChangeValue
from app.project.line_ranges import with_range
from app.project.stem_sensitivity import StemSensitivity
from cass_core.clips import SampleSpan
from cass_core.repair.sensitivity.sensitivity import (
    FEWEST_ARTEFACTS,
    LEAST_BLEED,
    Sensitivity,
    Strictness,
)
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint, in_order


class ChangeSensitivity(ChangeValue[Sensitivity]):
    """Any change of one stem's strictness."""

    def __init__(
        self,
        sensitivity: StemSensitivity,
        stem: Stem,
        text: str,
        change: Callable[[Strictness], Strictness],
        kind: int,
        gesture: object = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            sensitivity: what is changed.
            stem: whose.
            text: for the undo and redo actions; {stem} is the stem's code.
            change: gives the new strictness for the one that is found.
            kind: commands of one kind and gesture become one step.
            gesture: anything that can be compared; None for a step of its own.
        """
        super().__init__(
            text.format(stem=stem.code),
            lambda: sensitivity.value,
            sensitivity.set_value,
            lambda found: found.with_stem(stem, change(found[stem])),
            kind,
            (stem, gesture or new_gesture()),
        )


class SetStrictness(ChangeSensitivity):
    """Less bleed or fewer artefacts over the whole programme."""

    def __init__(
        self, sensitivity: StemSensitivity, stem: Stem, percent: float, gesture: int | None = None
    ) -> None:
        """Prepare the change.

        Args:
            sensitivity: what is changed.
            stem: whose.
            percent: -100 for the fewest artefacts to 100 for the least bleed; kept within.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("SensitivityCommands", "{stem} bleed and artefacts")

        def change(found: Strictness) -> Strictness:
            if math.isnan(percent):
                return found
            return replace(found, percent=_within(percent))

        super().__init__(sensitivity, stem, text, change, CommandId.STRICTNESS, gesture)


class SetStrictnessLine(ChangeSensitivity):
    """Draw how strict a stem is over time."""

    def __init__(
        self,
        sensitivity: StemSensitivity,
        stem: Stem,
        points: Iterable[LinePoint],
        gesture: int | None = None,
    ) -> None:
        """Prepare the change.

        Args:
            sensitivity: what is changed.
            stem: whose line.
            points: all of the new line, in any order; values are kept within the ends.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("SensitivityCommands", "{stem} bleed line")
        kept = (LinePoint(p.sample, _within(p.value)) for p in points if not math.isnan(p.value))
        line = in_order(kept)
        super().__init__(
            sensitivity,
            stem,
            text,
            lambda found: replace(found, line=line),
            CommandId.STRICTNESS_LINE,
            gesture,
        )


class SetRangeStrictness(ChangeSensitivity):
    """Give a part of a stem a strictness of its own."""

    def __init__(
        self,
        sensitivity: StemSensitivity,
        stem: Stem,
        span: SampleSpan,
        percent: float,
        fade_samples: int,
        gesture: int | None = None,
    ) -> None:
        """Prepare the change.

        Args:
            sensitivity: what is changed.
            stem: whose line.
            span: the part, in samples of the programme.
            percent: of the line there; 0 takes an earlier one back.
            fade_samples: length of the ramps at its edges, outside of the span.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("SensitivityCommands", "{stem} bleed of a part")

        def change(found: Strictness) -> Strictness:
            if span.num_samples <= 0 or math.isnan(percent):
                return found
            return replace(found, line=with_range(found.line, span, _within(percent), fade_samples))

        super().__init__(sensitivity, stem, text, change, CommandId.STRICTNESS_RANGE, gesture)


def _within(percent: float) -> float:
    return min(max(percent, FEWEST_ARTEFACTS), LEAST_BLEED)
