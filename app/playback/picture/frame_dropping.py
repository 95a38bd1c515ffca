"""Deciding what to leave out of the picture where decoding is slower than playing."""

from cass_core.media.picture.picture_decoder import Skip

_LEVELS = (Skip.NOTHING, Skip.UNNEEDED, Skip.ALL_BUT_KEYS)
_LATE_FOR_S = 1.0  # as long as that pictures must come late
_RELAX_S, _LONGEST_RELAX_S = 4.0, 64.0  # after so long in time all pictures are tried again


class FrameDropping:
    """Grows while pictures come late, shrinks when they have come in time for a good while."""

    def __init__(self) -> None:
        self.rest()

    @property
    def skip(self) -> Skip:
        """What to leave out."""
        return _LEVELS[self._level]

    def rest(self) -> None:
        """Playing has ended: everything can be decoded."""
        self._level = 0
        self._late_since: float | None = None
        self._timely_since: float | None = None
        self._relax_s = _RELAX_S

    def note(self, is_late: bool, now_s: float) -> None:
        """Learn from a picture.

        Args:
            is_late: whether its time was over when it was decoded.
            now_s: time on any clock.
        """
        if is_late:
            self._timely_since = None
            self._late_since = now_s if self._late_since is None else self._late_since
            if now_s - self._late_since > _LATE_FOR_S:
                self._change(1)
        else:
            self._late_since = None
            self._timely_since = now_s if self._timely_since is None else self._timely_since
            if self._level and now_s - self._timely_since > self._relax_s:
                # a try that fails costs a jump, so the next one comes later
                self._relax_s = min(2 * self._relax_s, _LONGEST_RELAX_S)
                self._change(-1)

    def _change(self, step: int) -> None:
        self._level = min(self._level + step, len(_LEVELS) - 1)
        self._late_since = self._timely_since = None
