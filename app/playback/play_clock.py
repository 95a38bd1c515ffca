"""The clock of playback: which sample is heard now, and since which order."""

from collections.abc import Callable

from app.playback.engine.renderer import Heard


class PlayClock:
    """Tells the position, in samples of the programme; only methods change what it knows.

    What was ordered is heard after the latency of the device. Orders are therefore numbered: until
    the first sound behind a jump is heard, the position is the place that was jumped to.
    """

    def __init__(self, heard: Callable[[], Heard | None]) -> None:
        """Stand at the start of a programme of no length.

        Args:
            heard: what comes out of the loudspeaker now; None before the first sound.
        """
        self._heard = heard
        self._running = False
        self._at = 0
        self._started_at = 0
        self._num_samples = 0
        self._serial = 0
        self._jumped_serial = 0

    @property
    def running(self) -> bool:
        """Whether it follows what is heard."""
        return self._running

    @property
    def position(self) -> int:
        """The sample that is heard now; where playback would begin while it stands."""
        heard = self._heard_since_jump() if self._running else None
        return self._at if heard is None else self._within(round(heard.position))

    @property
    def started_at(self) -> int:
        """Where playback began, or the last place that was sought."""
        return self._started_at

    @property
    def num_samples(self) -> int:
        """Length of the programme."""
        return self._num_samples

    @property
    def serial(self) -> int:
        """Number of the newest order; 0 before the first."""
        return self._serial

    def set_length(self, num_samples: int) -> None:
        """Stay within another length; a clock that stands is not moved."""
        self._num_samples = num_samples

    def move(self, sample: int) -> None:
        """Jump to a sample inside the programme; earlier orders move the clock no more."""
        self._at = self._within(sample)
        self._jumped_serial = self._serial + 1

    def mark_start(self) -> None:
        """Remember the place that it was last moved to as the one where playback began."""
        self._started_at = self._at

    def start(self) -> None:
        """Follow what is heard."""
        self._running = True

    def halt(self) -> None:
        """Stand at the place that was followed last."""
        self._running = False

    def follow(self) -> bool:
        """Keep the position, for as long as nothing is heard later; whether it is another one."""
        before, self._at = self._at, self.position
        return self._at != before

    def number_grain(self) -> int:
        """The number of an order that does not move the clock."""
        self._serial += 1
        return self._serial

    def number_order(self, goes_on: bool) -> bool:
        """Number the next order.

        Args:
            goes_on: the order should take over from what is heard.

        Returns:
            Whether it can; it jumps where nothing is heard or the last jump is not heard yet, which
            would be forgotten.
        """
        goes_on = goes_on and self._heard_since_jump() is not None
        self._serial += 1
        if not goes_on:
            self._jumped_serial = self._serial
        return goes_on

    def _heard_since_jump(self) -> Heard | None:
        heard = self._heard()
        if heard is None or heard.run.plan.serial < self._jumped_serial:
            return None
        return heard

    def _within(self, sample: int) -> int:
        return min(max(sample, 0), self._num_samples)
