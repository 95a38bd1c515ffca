"""Gain, mute, solo and gain line of each stem, and the master's gain."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB, Rebalance, StemGain


class StemMix(QObject):
    """How the stems are heard; setters emit only when a value changes.

    Signals:
        changed: a stem's gain changed; the `Stem`, or None for the master.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rebalance = Rebalance()

    @property
    def rebalance(self) -> Rebalance:
        """Everything as one frozen value, for playback and export."""
        return self._rebalance

    def gain(self, stem: Stem) -> StemGain:
        """How a stem is heard."""
        return self._rebalance[stem]

    @property
    def master_db(self) -> float:
        """Gain of the sum."""
        return self._rebalance.master_db

    def set_gain(self, stem: Stem, gain: StemGain) -> None:
        """Change how a stem is heard; faders are kept within their range."""
        line = tuple(LinePoint(p.sample, _within(p.value)) for p in gain.line)
        gain = replace(gain, gain_db=_within(gain.gain_db), line=line)
        if gain != self._rebalance[stem]:
            stems = tuple(gain if one is stem else self._rebalance[one] for one in STEMS)
            self._rebalance = replace(self._rebalance, stems=stems)
            self.changed.emit(stem)

    def set_master_db(self, gain_db: float) -> None:
        """Change the gain of the sum."""
        gain_db = _within(gain_db)
        if gain_db != self._rebalance.master_db:
            self._rebalance = replace(self._rebalance, master_db=gain_db)
            self.changed.emit(None)

    def set_rebalance(self, rebalance: Rebalance) -> None:
        """Take over everything, such as from a file."""
        for stem in STEMS:
            self.set_gain(stem, rebalance[stem])
        self.set_master_db(rebalance.master_db)


def _within(gain_db: float) -> float:
    return min(max(gain_db, LOWEST_DB), HIGHEST_DB)
