"""Changes of how the stems are heard; each undo brings back exactly what was before."""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.commands.command_ids import CommandId, new_gesture
from app.commands.value_command import ChangeValue
from app.project.line_ranges import with_range
from app.project.stem_mix import StemMix
from cass_core.balance.lines import BalanceLines
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint, in_order
from cass_core.stems.rebalance import Rebalance, StemGain

_NEVER_JOINED = -1


class ChangeMix(ChangeValue[Rebalance]):
    """Any change of the mix."""

    def __init__(
        self,
        mix: StemMix,
        text: str,
        change: Callable[[Rebalance], Rebalance],
        kind: int = _NEVER_JOINED,
        gesture: object = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            mix: what is changed.
            text: for the undo and redo actions.
            change: gives the new mix for the one that is found.
            kind: commands of one kind and gesture become one step.
            gesture: anything that can be compared.
        """
        super().__init__(text, lambda: mix.rebalance, mix.set_rebalance, change, kind, gesture)


class SetStemGain(ChangeMix):
    """Move a stem's fader."""

    def __init__(
        self, mix: StemMix, stem: Stem, gain_db: float, gesture: int | None = None
    ) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            stem: whose fader.
            gain_db: where to.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("MixCommands", "{stem} gain").format(stem=stem.code)

        def change(gain: StemGain) -> StemGain:
            return gain if math.isnan(gain_db) else replace(gain, gain_db=gain_db)

        key = (stem, gesture or new_gesture())
        super().__init__(mix, text, _on_stem(stem, change), CommandId.STEM_GAIN, key)


class SetMasterGain(ChangeMix):
    """Move the fader of the sum."""

    def __init__(self, mix: StemMix, gain_db: float, gesture: int | None = None) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            gain_db: where to.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("MixCommands", "Master gain")

        def change(all_gains: Rebalance) -> Rebalance:
            return all_gains if math.isnan(gain_db) else replace(all_gains, master_db=gain_db)

        super().__init__(mix, text, change, CommandId.MASTER_GAIN, gesture or new_gesture())


class SetMute(ChangeMix):
    """Silence a stem or let it be heard again."""

    def __init__(self, mix: StemMix, stem: Stem, on: bool) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            stem: which one.
            on: silence it.
        """
        muting = QCoreApplication.translate("MixCommands", "Mute {stem}")
        unmuting = QCoreApplication.translate("MixCommands", "Unmute {stem}")
        text = (muting if on else unmuting).format(stem=stem.code)
        super().__init__(mix, text, _on_stem(stem, lambda gain: replace(gain, muted=on)))


class SetSolo(ChangeMix):
    """Hear a stem alone, or together with the other soloed ones."""

    def __init__(self, mix: StemMix, stem: Stem, on: bool, exclusive: bool = False) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            stem: which one.
            on: solo it.
            exclusive: end the solo of the others.
        """
        soloing = QCoreApplication.translate("MixCommands", "Solo {stem}")
        ending = QCoreApplication.translate("MixCommands", "End solo of {stem}")
        text = (soloing if on else ending).format(stem=stem.code)

        def change(all_gains: Rebalance) -> Rebalance:
            def soloed(one: Stem) -> bool:
                return on if one is stem else all_gains[one].soloed and not exclusive

            stems = tuple(replace(all_gains[one], soloed=soloed(one)) for one in STEMS)
            return replace(all_gains, stems=stems)

        super().__init__(mix, text, change)


class SetGainLine(ChangeMix):
    """Draw a stem's gain over time."""

    def __init__(
        self,
        mix: StemMix,
        stem: Stem,
        points: Iterable[LinePoint],
        gesture: int | None = None,
    ) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            stem: whose line.
            points: all of the new line, in any order.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("MixCommands", "{stem} gain line")
        line = in_order(point for point in points if not math.isnan(point.value))
        super().__init__(
            mix,
            text.format(stem=stem.code),
            _on_stem(stem, lambda gain: replace(gain, line=line)),
            CommandId.GAIN_LINE,
            (stem, gesture or new_gesture()),
        )


class SetRangeGain(ChangeMix):
    """Give a part of a stem a gain of its own: a clip gain."""

    def __init__(
        self,
        mix: StemMix,
        stem: Stem,
        span: SampleSpan,
        gain_db: float,
        fade_samples: int,
        gesture: int | None = None,
    ) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            stem: whose line.
            span: the part, in samples of the programme.
            gain_db: of the line there; 0 takes an earlier clip gain back.
            fade_samples: length of the ramps at its edges, outside of the span.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("MixCommands", "{stem} clip gain")

        def change(gain: StemGain) -> StemGain:
            if span.num_samples <= 0 or math.isnan(gain_db):
                return gain
            return replace(gain, line=with_range(gain.line, span, gain_db, fade_samples))

        super().__init__(
            mix,
            text.format(stem=stem.code),
            _on_stem(stem, change),
            CommandId.RANGE_GAIN,
            (stem, span, gesture or new_gesture()),
        )


class BalanceStems(ChangeMix):
    """Take over the gain lines of all stems that the picture has led to."""

    def __init__(self, mix: StemMix, lines: BalanceLines) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
            lines: for a part of the programme or all of it.
        """
        text = QCoreApplication.translate("MixCommands", "Balance by the picture")
        super().__init__(mix, text, lines.applied)


class ResetMix(ChangeMix):
    """Hear every stem as it was separated."""

    def __init__(self, mix: StemMix) -> None:
        """Prepare the change.

        Args:
            mix: what is changed.
        """
        text = QCoreApplication.translate("MixCommands", "Reset mix")
        super().__init__(mix, text, lambda _: Rebalance())


def _on_stem(
    stem: Stem, change: Callable[[StemGain], StemGain]
) -> Callable[[Rebalance], Rebalance]:
    """The change of the whole mix that one stem's change makes."""

    def changed(all_gains: Rebalance) -> Rebalance:
        stems = tuple(change(all_gains[one]) if one is stem else all_gains[one] for one in STEMS)
        return replace(all_gains, stems=stems)

    return changed
