"""Where the separating stands, in words that views and actions share."""

from dataclasses import dataclass
from enum import Enum, auto

from cass_core.clips import SampleSpan
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings


class RunState(Enum):
    """What the separating process does."""

    IDLE = auto()
    STARTING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    STOPPING = auto()
    FAILED = auto()

    @property
    def is_busy(self) -> bool:
        """Whether a separation is under way."""
        return self not in (RunState.IDLE, RunState.FAILED)


@dataclass(frozen=True)
class Landing:
    """A separation that becomes a repair of the stems that are there, and no version.

    Attributes:
        region: what is replaced.
        words: what the user calls that, for the list and for undo.
    """

    region: Region
    words: str


@dataclass(frozen=True)
class QueuedSeparation:
    """A separation that the user has asked for.

    Attributes:
        choice: how.
        span: the part; None for the whole programme.
        model: name or folder of the model.
        landing: where it is heard; None for a version.
    """

    choice: SeparationSettings
    span: SampleSpan | None
    model: str
    landing: Landing | None = None
