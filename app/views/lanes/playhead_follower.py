"""The view turns a page when the playhead leaves it, and waits while the user looks around."""

from PySide6.QtCore import QElapsedTimer, QObject

from app.views.lanes.axis.lane_context import LaneContext
from cass_core.clips import SampleSpan

_PAUSE_MS = 4000
_LEFT_SHARE = 0.05


class PlayheadFollower(QObject):
    """Turns pages while something plays, and shows where the user jumps to."""

    def __init__(self, context: LaneContext) -> None:
        """Start to watch; it belongs to the context.

        Args:
            context: what is looked at.
        """
        super().__init__(context)
        self._context = context
        self._since_hand = QElapsedTimer()
        context.transport.position_changed.connect(self._on_position_changed)
        context.moved_by_hand.connect(self._since_hand.start)
        context.view.follow_changed.connect(self._on_follow_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether the user moved the view a moment ago."""
        return self._since_hand.isValid() and self._since_hand.elapsed() < _PAUSE_MS

    def _on_follow_changed(self) -> None:
        self._since_hand.invalidate()
        self._on_position_changed(self._context.transport.position)

    def _on_position_changed(self, sample: int) -> None:
        view = self._context.view
        span = view.visible
        at_end = span.stop == view.length
        is_seen = span.start <= sample and (sample < span.stop or at_end)
        if not view.follow or is_seen or self.is_waiting:
            return
        lead = round(_LEFT_SHARE * span.num_samples)
        forward = span.stop <= sample < span.stop + span.num_samples
        # a page forward starts just before the playhead, a jump lands with more around it
        start = sample - (lead if forward else span.num_samples // 4)
        view.show_span(SampleSpan(start, start + span.num_samples))
