"""How much sound devices are given ahead: more where one runs dry, each as it was found to need."""

from collections.abc import Mapping

DELAYS_S = (0.025, 0.05, 0.1, 0.2, 0.4)  # with a ramp of 10 ms the first is heard within 50
USUAL_DELAY_S = 0.1  # what the device of a busy computer needs
_TOO_MANY, _WITHIN_S = 3, 10.0


class DeviceDelays:
    """Each grows while its device runs dry again and again, as it does on a busy computer.

    One gap may have any cause; with more of them a device is worth a longer delay.
    """

    def __init__(self) -> None:
        self._known: Mapping[str, float] = {}
        self._noted = 0
        self._gaps_s: list[float] = []

    def of(self, name: str) -> float:
        """What to open a device with.

        Args:
            name: of the device; empty for the default one.

        Returns:
            Seconds.
        """
        return self._known.get(name, USUAL_DELAY_S)

    def use(self, known: Mapping[str, float]) -> None:
        """Take over what is chosen or was found before, by the devices' names."""
        self._known = dict(known)
        self.start_over()

    def start_over(self) -> None:
        """Forget the gaps of a stream that is open no longer."""
        self._noted, self._gaps_s = 0, []

    def note(self, name: str, num_gaps: int, now_s: float) -> bool:
        """Learn how often the open stream has run dry.

        Args:
            name: of its device.
            num_gaps: since it was opened.
            now_s: time on any clock.

        Returns:
            Whether the device should be opened anew with the delay that has grown.
        """
        self._gaps_s += [now_s] * max(0, num_gaps - self._noted)
        self._noted = num_gaps
        self._gaps_s = [gap_s for gap_s in self._gaps_s if now_s - gap_s < _WITHIN_S]
        longer = [delay_s for delay_s in DELAYS_S if delay_s > self.of(name)]
        if len(self._gaps_s) < _TOO_MANY or not longer:
            return False
        self.use({**self._known, name: longer[0]})
        return True
