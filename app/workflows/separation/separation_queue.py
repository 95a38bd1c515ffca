"""What waits to be separated: requests until the sound is decoded, then takes, parts first."""

from collections import deque

from PySide6.QtCore import QObject

from app.project.project import Project
from app.project.versions import Take
from app.workflows.separation.run_state import QueuedSeparation


class SeparationQueue(QObject):
    """Requests and takes in their order."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Make an empty queue.

        Args:
            project: whose takes wait.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._versions = project, project.versions
        self._requests: deque[QueuedSeparation] = deque()
        self._waiting: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._requests or self._waiting)

    @property
    def has_requests(self) -> bool:
        """Whether something waits for the sound."""
        return bool(self._requests)

    def request(self, request: QueuedSeparation) -> None:
        """Ask for a separation."""
        self._requests.append(request)

    def next_request(self) -> QueuedSeparation | None:
        """Take out the oldest request."""
        return self._requests.popleft() if self._requests else None

    def line_up(self, take: Take, *, at_once: bool = False) -> None:
        """Let a take wait for its turn: behind other parts, but before wholes.

        Args:
            take: not complete.
            at_once: it goes before all others.
        """
        if take.name in self._waiting:
            self._waiting.remove(take.name)
        place = 0 if at_once else len(self._waiting)
        if self._is_part(take.name) and not at_once:
            place = sum(self._is_part(name) for name in self._waiting)
        self._waiting.insert(place, take.name)

    def next_take(self) -> Take | None:
        """Take out the first one that is still wanted."""
        while self._waiting:
            name = self._waiting.pop(0)
            take = self._versions.take(name)
            if take is not None and self.is_wanted(name) and not take.is_complete:
                return take
        return None

    def is_urgent(self, running: str) -> bool:
        """Whether a part waits behind a whole, which then has to wait instead.

        Args:
            running: name of the take that is being made.

        Returns:
            The answer; if it is yes, the running take is in the queue again.
        """
        take = self._versions.take(running)
        urgent = bool(self._waiting) and self._is_part(self._waiting[0])
        if take is None or self._is_part(running) or not urgent:
            return False
        self.line_up(take)
        return True

    def is_wanted(self, name: str) -> bool:
        """Whether a take is in the project and a version names it."""
        named = any(name in version.takes for version in self._versions.versions)
        return named and self._versions.take(name) is not None

    def clear(self) -> None:
        """Forget all that waits."""
        self._requests.clear()
        self._waiting.clear()

    def _is_part(self, name: str) -> bool:
        take = self._versions.take(name)
        return take is not None and take.span != self._project.whole
