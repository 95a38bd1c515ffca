"""What a separation tells while it runs: the same events for every door, plain values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cass_core.clips import SampleSpan

Phase = Literal["load", "sound", "picture", "separate", "write"]
PHASES: tuple[Phase, ...] = ("load", "sound", "picture", "separate", "write")
"""In the order in which they come; any may be left out."""


@dataclass(frozen=True)
class Grain:
    """What a model hears at once, however little of it is wanted.

    Attributes:
        window_s: a programme is taken in windows of so many seconds, from its start on.
        windows: so many of them go through the network together.
    """

    window_s: float = 0.0
    windows: int = 1


@dataclass(frozen=True)
class RunBegun:
    """The movie is open and the model is loaded.

    Attributes:
        device_kind: "cpu", "cuda" or "mps".
        device_name: such as "NVIDIA RTX A4000" or "CPU (8 cores)".
        rate_hz: of the programme.
        num_channels: of the programme.
        length_s: of the whole programme, as far as the headers say.
        part_s: of the part that is separated, likewise.
        picture_size: of the picture that will be looked at, such as "1920x1080"; empty for none.
        start_s: where the part begins in the programme.
        grain: what the model hears at once.
        takes_steps: whether the number of steps changes what the work costs.
    """

    device_kind: str
    device_name: str
    rate_hz: int
    num_channels: int
    length_s: float
    part_s: float
    picture_size: str = ""
    start_s: float = 0.0
    grain: Grain = Grain()
    takes_steps: bool = True


@dataclass(frozen=True)
class PhaseShare:
    """How far a phase is.

    Attributes:
        phase: which.
        share: of this phase, 0 to 1.
        skipped: share of this phase that an earlier run had done.
    """

    phase: Phase
    share: float
    skipped: float = 0.0


@dataclass(frozen=True)
class StepDone:
    """A step of the flow was done, or of whatever the model's way through a window is.

    Attributes:
        share: of the separating that is behind it, 0 to 1.
    """

    share: float


@dataclass(frozen=True)
class ChunkWritten:
    """Another chunk of the stems is on disk; everything before its end can be heard.

    Attributes:
        span: its samples of the programme.
        share: of the separating that is behind it, 0 to 1.
    """

    span: SampleSpan
    share: float


@dataclass(frozen=True)
class Warned:
    """What the run had to fall back on, as one sentence; each is told once."""

    sentence: str


@dataclass(frozen=True)
class Separated:
    """All stems are on disk.

    Attributes:
        folder: of the working stems.
        null_depth_db: peak of what they lack to the mixture, in dBFS.
        warnings: what the run had to fall back on, earlier parts of it included.
    """

    folder: Path
    null_depth_db: float
    warnings: tuple[str, ...]


RunProgress = RunBegun | PhaseShare | StepDone | ChunkWritten
RunEvent = RunProgress | Warned | Separated
