"""Placing decoded pictures on the media clock by their timestamps, in rising order."""

from fractions import Fraction

from cass_core.media.files.sample_clock import LONGEST_GAP_S, RESTART_AHEAD_S, RESTART_BACK_S


class PictureClock:
    """Say for each picture when it is shown.

    Pictures without a timestamp follow the last one at the nominal rate. Where the file's clock
    starts anew the times go on without a gap. Pictures that come too late for their place have
    none.

    Args:
        nominal_s: usual time between two pictures.
        broadcast: whether the container is one whose clock may jump (MPEG streams).
        shift_s: added to the file's timestamps where its clock has started anew before.
    """

    def __init__(self, nominal_s: Fraction, broadcast: bool, shift_s: Fraction) -> None:
        self.num_restarts = 0
        self.shift_s = shift_s
        self._nominal_s = nominal_s
        self._longest_gap_s = RESTART_AHEAD_S if broadcast else LONGEST_GAP_S
        self._last_s: Fraction | None = None

    def place(self, noted_s: Fraction | None) -> Fraction | None:
        """Place the next picture.

        Args:
            noted_s: its time as the file has it; None where it has none.

        Returns:
            Its media time in seconds, later than the last one's; None where it has no place.
        """
        expected_s = Fraction(0) if self._last_s is None else self._last_s + self._nominal_s
        time_s = expected_s if noted_s is None else noted_s + self.shift_s
        if self._last_s is not None:
            late_s = time_s - self._last_s
            if late_s < -RESTART_BACK_S or late_s > self._longest_gap_s:
                self.num_restarts += 1
                self.shift_s += expected_s - time_s
                time_s = expected_s
            elif late_s <= 0:
                return None
        self._last_s = time_s
        return time_s
