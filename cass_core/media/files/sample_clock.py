"""Placing decoded frames on a gapless sample axis by their timestamps."""

from fractions import Fraction

# a lost packet is one frame long, so the tolerance stays just under a frame
_TOLERANCE_FRAMES = Fraction(9, 10)
_LEAST_TOLERANCE_S = Fraction(15, 1000)
_MOST_TOLERANCE_S = Fraction(25, 1000)
RESTART_BACK_S = 1
RESTART_AHEAD_S = 10  # in broadcast streams a longer gap is a new clock, not silence
LONGEST_GAP_S = 24 * 3600


class SampleClock:
    """Say for each frame how much silence goes before it and how much of it is trimmed.

    Args:
        rate_hz: samples a second.
        broadcast: whether the container is one whose clock may jump (MPEG streams).
    """

    def __init__(self, rate_hz: int, broadcast: bool) -> None:
        self.rate_hz = rate_hz
        self.num_samples = 0  # placed so far, silence included
        self.num_gaps = 0
        self.gap_samples = 0  # silence that fills them
        self.num_overlaps = 0
        self.num_restarts = 0  # times the file's clock started anew
        self._longest_gap_s = RESTART_AHEAD_S if broadcast else LONGEST_GAP_S
        self._zero_s: Fraction | None = None

    def place(
        self,
        time_s: Fraction | None,
        length: int,
        time_base: Fraction | None,
        next_s: Fraction | None = None,
    ) -> tuple[int, int]:
        """Place the next frame.

        A time is not believed when the frame behind it contradicts it: in program streams a frame
        whose head lies astride two packets is given the time of the one that follows.

        Args:
            time_s: its time on the media clock; None puts it right behind the last one.
            length: its samples.
            time_base: unit of its timestamps in seconds.
            next_s: time of the frame behind it; None where there is none.

        Returns:
            Samples of silence before it, and samples to cut off its head.
        """
        tolerance = self._tolerance(length, time_base or Fraction(0))
        if self._is_contradicted(time_s, length, tolerance, next_s):
            time_s = None
        error = self._error(time_s)
        silence = error if error > tolerance else 0
        trim = min(-error, length) if error < -tolerance else 0
        self.num_gaps += silence > 0
        self.gap_samples += silence
        self.num_overlaps += trim > 0
        self.num_samples += silence + length - trim
        return silence, trim

    def _tolerance(self, length: int, time_base: Fraction) -> Fraction:
        """Samples by which a frame may be early or late: jitter and rounding, no lost packet."""
        frame = min(_TOLERANCE_FRAMES * length, _MOST_TOLERANCE_S * self.rate_hz)
        return max(frame, _LEAST_TOLERANCE_S * self.rate_hz, 2 * time_base * self.rate_hz)

    def _is_contradicted(
        self, time_s: Fraction | None, length: int, tolerance: Fraction, next_s: Fraction | None
    ) -> bool:
        """Whether the next frame is in its place if this one's time is left out, and only then."""
        if time_s is None or next_s is None or self._zero_s is None:
            return False
        expected_s = self._zero_s + Fraction(self.num_samples, self.rate_hz)
        near_s = tolerance / self.rate_hz
        if abs(time_s - expected_s) <= near_s:
            return False
        way_s = next_s - Fraction(length, self.rate_hz)
        return abs(way_s - expected_s) <= near_s < abs(way_s - time_s)

    def _error(self, time_s: Fraction | None) -> int:
        """Samples by which a frame is later than the end of what was placed."""
        if time_s is None:
            return 0
        end_s = Fraction(self.num_samples, self.rate_hz)
        if self._zero_s is None:
            self._zero_s = time_s - end_s
        late_s = time_s - self._zero_s - end_s
        if late_s < -RESTART_BACK_S or late_s > self._longest_gap_s:
            self.num_restarts += 1
            self._zero_s = time_s - end_s
            return 0
        return round(late_s * self.rate_hz)
