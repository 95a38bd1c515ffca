"""How much sound a device is given ahead: little for quick faders, more where it runs dry."""

_STEPS_S = (0.025, 0.05, 0.1, 0.2)  # with a ramp of 10 ms the first is heard within 50
_TOO_MANY, _WITHIN_S = 3, 10.0


class DeviceDelay:
    """Grows while a device runs dry again and again, as it does on a busy computer.

    One gap may have any cause; with more of them a device is worth a longer delay.
    """

    def __init__(self) -> None:
        self._step = self._noted = 0
        self._gaps_s: list[float] = []

    @property
    def latency_s(self) -> float:
        """What to open the device with."""
        return _STEPS_S[self._step]

    def reset(self) -> None:
        """Begin anew, for another device."""
        self._step = 0
        self._start_over()

    def note(self, num_gaps: int, now_s: float) -> bool:
        """Learn how often the open stream has run dry.

        Args:
            num_gaps: since it was opened.
            now_s: time on any clock.

        Returns:
            Whether the device should be opened anew with the delay that has grown.
        """
        self._gaps_s += [now_s] * max(0, num_gaps - self._noted)
        self._noted = num_gaps
        self._gaps_s = [gap_s for gap_s in self._gaps_s if now_s - gap_s < _WITHIN_S]
        if len(self._gaps_s) < _TOO_MANY or self._step == len(_STEPS_S) - 1:
            return False
        self._step += 1
        self._start_over()
        return True

    def _start_over(self) -> None:
        self._noted, self._gaps_s = 0, []
