"""What waits to be separated: requests until the sound is decoded, then takes, parts first."""

from collections.abc import Set
from dataclasses import dataclass, replace

from app.workflows.separation.run_state import QueuedSeparation


@dataclass(frozen=True)
class SeparationQueue:
    """Requests and takes in their order; every change is another value.

    Attributes:
        requests: not takes yet, the oldest first.
        takes: names, the next one first.
    """

    requests: tuple[QueuedSeparation, ...] = ()
    takes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.requests or self.takes)

    def with_request(self, request: QueuedSeparation) -> "SeparationQueue":
        """The queue with a request behind all others."""
        return replace(self, requests=(*self.requests, request))

    def without_request(self) -> "SeparationQueue":
        """The queue without its oldest request."""
        return replace(self, requests=self.requests[1:])

    def with_take(self, name: str, parts: Set[str]) -> "SeparationQueue":
        """The queue with a take that waits for its turn: behind other parts, but before wholes.

        Args:
            name: of the take; one that waits already waits anew.
            parts: names of the takes that are parts of the programme.

        Returns:
            The queue afterwards.
        """
        others = tuple(other for other in self.takes if other != name)
        place = sum(other in parts for other in others) if name in parts else len(others)
        return replace(self, takes=(*others[:place], name, *others[place:]))

    def with_next(self, name: str) -> "SeparationQueue":
        """The queue with a take that goes before all others."""
        return replace(self, takes=(name, *(other for other in self.takes if other != name)))

    def behind(self, name: str) -> "SeparationQueue":
        """The queue of what waits behind a take."""
        return replace(self, takes=self.takes[self.takes.index(name) + 1 :])
