"""The meters as the window sees them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.playback.engine.meter_readings import MeterReadings
from app.playback.engine.meters import Meters
from app.playback.engine.renderer import HeardBlock


class LiveMeters(QObject):
    """Measures what is heard and tells it in the window's thread.

    Signals:
        metered: new `MeterReadings`, about 25 times a second while anything is heard.
    """

    metered = Signal(object)

    def __init__(
        self, report: Callable[[MeterReadings], None], parent: QObject | None = None
    ) -> None:
        """Measure nothing yet.

        Args:
            report: called in the meters' thread; its readings come back by `show`.
            parent: owner.
        """
        super().__init__(parent)
        self._meters = Meters(report)
        self._readings = MeterReadings()

    @property
    def readings(self) -> MeterReadings:
        """The newest readings."""
        return self._readings

    def take(self, block: HeardBlock) -> None:
        """Take what is heard; safe from the device's thread, returns at once."""
        self._meters.take(block)

    def show(self, readings: MeterReadings) -> None:
        """Tell readings that have come from the meters' thread, unless they are of what is gone."""
        if readings.era != self._readings.era:
            return
        self._readings = readings
        self.metered.emit(readings)

    @Slot()
    def reset(self) -> None:
        """Begin the integrated loudness and the true peak anew, and tell so at once."""
        self._meters.reset()
        nothing = MeterReadings()
        self.show(
            replace(
                self._readings,
                integrated_lufs=nothing.integrated_lufs,
                true_peak_db=nothing.true_peak_db,
            )
        )

    @Slot()
    def forget(self) -> None:
        """Show nothing of what was heard before: another sound is open."""
        self._readings = MeterReadings(era=self._meters.forget())
        self.metered.emit(self._readings)

    def close(self) -> None:
        """End the thread."""
        self._meters.close()
