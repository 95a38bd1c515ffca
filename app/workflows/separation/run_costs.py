"""What separating costs on this computer: learnt from every run, asked for by the panel."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.separating.device_report import DeviceReport
from app.jobs.separating.run_events import MeasureOrder
from app.jobs.separating.separation_job import Progress
from app.jobs.separating.separation_session import SeparationSession
from app.project.programme import Programme
from app.project.project import Project
from app.workflows.separation.run_state import QueuedSeparation
from cass_core.request.settings import SeparationSettings
from cass_core.timing.expected_cost import Estimate, Work, estimate, separating_s

_MEASURED_STEPS = 3
_USUAL_SOUND = 48_000, 2
_LONG_S = 1200.0


class RunCosts(QObject):
    """Keeps measurements and makes estimates of them.

    Signals:
        changed: estimates may be others now.
        measured: a measurement begins or is further.
    """

    changed = Signal()
    measured = Signal()

    def __init__(
        self,
        project: Project,
        session: SeparationSession,
        device: DeviceReport,
        parent: QObject | None = None,
    ) -> None:
        """Listen to the runs.

        Args:
            project: what is separated.
            session: the separating process, with its book.
            device: its device.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._session, self._device = project, session, device
        self._looks, self._measured_share = False, 0.0
        self._seen: set[str] = set()
        session.ended.connect(self._on_ended)
        session.progressed.connect(self._on_progressed)
        device.found.connect(self.changed)
        project.programme_changed.connect(self.cancel)

    @property
    def measuring(self) -> bool:
        """Whether a measurement is under way."""
        return isinstance(self._session.order, MeasureOrder)

    @property
    def measured_share(self) -> float:
        """How much of the measurement is done, 0 to 1."""
        return self._measured_share

    def estimate(self, request: QueuedSeparation) -> Estimate:
        """Estimate a separation from its start to its end."""
        programme, device = self._project.programme, self._device.device
        if programme is None or device is None:
            return Estimate(None)
        span = request.span or self._project.whole
        looks = request.choice.picture and programme.has_picture
        work = Work(
            device=device.name,
            model=request.model,
            settings=request.choice,
            rate_hz=programme.rate_hz,
            num_channels=programme.num_channels,
            part_s=span.num_samples / programme.rate_hz,
            length_s=programme.length_s,
            picture_size=_size(programme) if looks else "",
            start_s=span.start / programme.rate_hz,
        )
        return estimate(work, self._session.book, is_seen=self._is_seen(programme))

    def minute_s(self, model: str, steps: int) -> float | None:
        """Seconds that a minute of a long film takes here, from what earlier runs took.

        Args:
            model: name of the model.
            steps: of the flow.

        Returns:
            None while nobody knows; for stereo of 48 kHz where nothing is open.
        """
        programme, device = self._project.programme, self._device.device
        if device is None:
            return None
        sound = (programme.rate_hz, programme.num_channels) if programme else _USUAL_SOUND
        settings = SeparationSettings(steps=steps, picture=False)
        work = Work(device.name, model, settings, *sound, part_s=_LONG_S, length_s=_LONG_S)
        seconds = separating_s(work, self._session.book)
        return None if seconds is None else 60 * seconds / _LONG_S

    def measure(self, request: QueuedSeparation) -> None:
        """Find the speed out, with a few windows of noise; the session must be free."""
        programme = self._project.programme
        if programme is None or self._session.busy:
            return
        self._session.start(
            MeasureOrder(
                request.model,
                programme.rate_hz,
                programme.layout,
                programme.num_channels,
                replace(request.choice, steps=_MEASURED_STEPS),
            )
        )
        self._measured_share = 0.0
        self.measured.emit()

    @Slot()
    def cancel(self) -> None:
        """Give a measurement up."""
        if self.measuring:
            self._session.cancel()

    def _is_seen(self, programme: Programme) -> bool:
        """Whether the picture was looked at already; what was seen is kept on disk."""
        return programme.media_hash in self._seen or any(
            take.choice.picture and take.position > take.span.start
            for take in self._project.versions.takes
        )

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self.measuring:
            self._measured_share = progress.share
            self.measured.emit()
            return
        programme, looked = self._project.programme, self._looks
        self._looks = progress.phase == "picture"
        if programme is not None and looked and progress.phase == "separate":
            self._seen.add(programme.media_hash)

    @Slot()
    def _on_ended(self) -> None:
        """What the run has taken is in the book now."""
        self.changed.emit()


def _size(programme: Programme) -> str:
    picture = programme.info.video[0]
    return f"{picture.width}x{picture.height}"
