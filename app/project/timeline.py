"""Markers and the loop: what is fixed on the programme's time axis."""

from PySide6.QtCore import QObject, Signal

from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker


class Timeline(QObject):
    """Markers in rising order and a loop; setters emit only when a value changes.

    Signals:
        markers_changed: markers were added, removed, moved or renamed.
        loop_changed: the loop's range changed or it was switched on or off.
    """

    markers_changed = Signal()
    loop_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._markers: tuple[Marker, ...] = ()
        self._loop: SampleSpan | None = None
        self._looping = False

    @property
    def markers(self) -> tuple[Marker, ...]:
        """All markers, in rising order."""
        return self._markers

    @property
    def loop(self) -> SampleSpan | None:
        """The range between in and out point; None while there is none."""
        return self._loop

    @property
    def looping(self) -> bool:
        """Whether playback stays within the loop."""
        return self._looping and self._loop is not None

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Replace all markers."""
        ordered = tuple(sorted(markers))
        if ordered != self._markers:
            self._markers = ordered
            self.markers_changed.emit()

    def set_loop(self, loop: SampleSpan | None, looping: bool) -> None:
        """Change the range and whether it loops; an empty range is none."""
        if loop is not None and loop.num_samples <= 0:
            loop = None
        if (loop, looping) != (self._loop, self._looping):
            self._loop, self._looping = loop, looping
            self.loop_changed.emit()

    def marker_near(self, sample: int, reach: float) -> Marker | None:
        """The marker nearest to a sample; None where none is within `reach` samples of it."""
        nearest = min(self._markers, key=lambda one: abs(one.sample - sample), default=None)
        return nearest if nearest and abs(nearest.sample - sample) <= reach else None

    def marker_before(self, sample: int) -> int | None:
        """Position of the last marker before a sample."""
        return max((m.sample for m in self._markers if m.sample < sample), default=None)

    def marker_after(self, sample: int) -> int | None:
        """Position of the first marker behind a sample."""
        return min((m.sample for m in self._markers if m.sample > sample), default=None)
