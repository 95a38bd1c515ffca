"""What separating costs on this computer: learnt from every run, asked for by the panel."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.environment.settings import Settings
from app.jobs.separating.device_report import DeviceReport
from app.jobs.separating.run_events import MeasureOrder, SeparationOrder, SpeedMeasured
from app.jobs.separating.separation_job import Progress
from app.jobs.separating.separation_session import SeparationSession
from app.jobs.separating.speed_estimate import SpeedBook, SpeedKey
from app.project.programme import Programme
from app.project.project import Project
from app.workflows.separation.run_state import QueuedSeparation

_MOST_SKIPPED, _LEAST_SEEN = 0.05, 0.9


@dataclass(frozen=True)
class Estimate:
    """How long a separation will take.

    Attributes:
        seconds: None while it is not known.
        picture_unknown: looking at the picture comes on top, and nobody knows how long that takes.
    """

    seconds: float | None
    picture_unknown: bool = False


class RunCosts(QObject):
    """Keeps measurements and makes estimates of them.

    Signals:
        changed: estimates may be others now.
    """

    changed = Signal()

    def __init__(
        self,
        project: Project,
        settings: Settings,
        session: SeparationSession,
        device: DeviceReport,
        parent: QObject | None = None,
    ) -> None:
        """Listen to the runs.

        Args:
            project: what is separated.
            settings: where measurements are kept.
            session: the separating process.
            device: its device.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._session, self._device = project, session, device
        self._book = SpeedBook(settings)
        self._picture_from: Progress | None = None
        self._seen: set[str] = set()
        session.speed_measured.connect(self._on_speed_measured)
        session.progressed.connect(self._on_progressed)
        device.found.connect(self.changed)

    def separating_s(self, request: QueuedSeparation) -> float | None:
        """Seconds for the separating alone, None while they are not known."""
        programme, device = self._project.programme, self._device.device
        if programme is None or device is None:
            return None
        span = request.span or self._project.whole
        length_s = span.num_samples / programme.rate_hz
        steps = request.choice.steps
        measured = (
            self._book.separating_s(self._key(programme, request, picture), steps, length_s)
            for picture in (request.choice.picture, False)  # what is measured on purpose has none
        )
        return next((seconds for seconds in measured if seconds is not None), None)

    def estimate(self, request: QueuedSeparation) -> Estimate:
        """Estimate a separation from its start to its end."""
        programme, seconds = self._project.programme, self.separating_s(request)
        if programme is None or seconds is None:
            return Estimate(None)
        if not (request.choice.picture and programme.has_picture) or self._is_seen(programme):
            return Estimate(seconds)
        picture_s = self._book.picture_s(_size(programme), programme.length_s)
        if picture_s is None:
            return Estimate(seconds, picture_unknown=True)
        return Estimate(seconds + picture_s)

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
                request.choice.method,
            )
        )

    def _key(self, programme: Programme, request: QueuedSeparation, picture: bool) -> SpeedKey:
        device = self._device.device
        return SpeedKey(
            device.name if device else "",
            request.model,
            picture,
            programme.rate_hz,
            programme.num_channels,
            request.choice.method,
        )

    def _is_seen(self, programme: Programme) -> bool:
        """Whether the picture was looked at already; what was seen is kept on disk."""
        return programme.media_hash in self._seen or any(
            take.choice.picture and take.position > take.span.start
            for take in self._project.versions.takes
        )

    @Slot(object)
    def _on_speed_measured(self, speed: SpeedMeasured) -> None:
        programme, order = self._project.programme, self._session.order
        device = self._device.device
        if programme is None or device is None:
            return
        shape = programme.rate_hz, programme.num_channels
        if isinstance(order, MeasureOrder):
            key = SpeedKey(device.name, order.model, False, *shape, order.method)
            self._book.add(key, speed, 1)
        elif isinstance(order, SeparationOrder):
            settings = order.settings
            looks = settings.picture and programme.has_picture
            key = SpeedKey(device.name, order.model, looks, *shape, settings.method)
            self._book.add(key, speed, settings.steps)
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        programme, begun = self._project.programme, self._picture_from
        if programme is None or progress.phase != "picture":
            if programme is not None and begun is not None and progress.phase == "separate":
                self._seen.add(programme.media_hash)
            self._picture_from = None
            return
        if begun is None:
            self._picture_from = progress
            return
        seen = progress.phase_share - begun.phase_share
        # a picture that was looked at before is no measurement
        if begun.phase_share <= _MOST_SKIPPED and seen >= _LEAST_SEEN:
            cost_s = (progress.time_s - begun.time_s) / (seen * programme.length_s)
            self._book.add_picture(_size(programme), cost_s)


def _size(programme: Programme) -> str:
    picture = programme.info.video[0]
    return f"{picture.width}x{picture.height}"
