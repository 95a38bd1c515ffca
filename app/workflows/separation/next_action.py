"""What is to be done next about the queue: a pure function of what waits, runs and is decoded."""

from dataclasses import dataclass

from app.workflows.separation.known_takes import KnownTakes
from app.workflows.separation.run_state import QueuedSeparation, RunState
from app.workflows.separation.separation_queue import SeparationQueue


@dataclass(frozen=True)
class ProcessState:
    """What the separating process is at.

    Attributes:
        state: in words that views share.
        running: name of the take that is being made; empty for none.
        gives_way: the running take was asked to let a part go first.
        is_busy: it carries out an order, which may be none of a take.
    """

    state: RunState = RunState.IDLE
    running: str = ""
    gives_way: bool = False
    is_busy: bool = False


@dataclass(frozen=True)
class MakeTake:
    """The oldest request becomes a take that waits."""

    request: QueuedSeparation


@dataclass(frozen=True)
class RefuseRequest:
    """The oldest request fails: there is no sound."""

    request: QueuedSeparation


@dataclass(frozen=True)
class BeginTake:
    """The process makes a take; those that waited before it are forgotten."""

    name: str


@dataclass(frozen=True)
class GiveWay:
    """The running take ends, and waits behind the part that goes first."""

    name: str


@dataclass(frozen=True)
class StopRun:
    """The running take ends: nobody wants it any longer."""


@dataclass(frozen=True)
class Rest:
    """Nothing can begin.

    Attributes:
        state: starting while something waits, else idle.
        forgets: the takes that wait are none that could be made.
    """

    state: RunState
    forgets: bool = False


@dataclass(frozen=True)
class GoOn:
    """All stays as it is."""


Action = MakeTake | RefuseRequest | BeginTake | GiveWay | StopRun | Rest | GoOn


def next_action(
    queue: SeparationQueue, takes: KnownTakes, process: ProcessState, num_decoded: int | None
) -> Action:
    """Decide about the queue.

    Args:
        queue: what waits.
        takes: what the project has.
        process: what runs.
        num_decoded: samples that can be separated; None while the sound is being decoded.

    Returns:
        The next thing to do. Behind `MakeTake` and `RefuseRequest` there is another one.
    """
    if process.running and process.state is RunState.STOPPING:
        return GoOn()
    if process.running and process.running not in takes.wanted:
        return StopRun()
    if queue.requests and num_decoded is not None:
        request = queue.requests[0]
        return MakeTake(request) if num_decoded else RefuseRequest(request)
    if process.running:
        return GiveWay(process.running) if _is_urgent(queue, takes, process) else GoOn()
    return GoOn() if process.state is RunState.FAILED else _when_free(queue, takes, process)


def _is_urgent(queue: SeparationQueue, takes: KnownTakes, process: ProcessState) -> bool:
    """Whether a part waits behind a whole, which then has to wait instead."""
    part_waits = bool(queue.takes) and queue.takes[0] in takes.parts
    return part_waits and process.running in takes.wholes and not process.gives_way


def _when_free(queue: SeparationQueue, takes: KnownTakes, process: ProcessState) -> Action:
    if process.is_busy:
        return Rest(RunState.STARTING if queue else RunState.IDLE)
    possible = takes.wanted - takes.complete
    name = next((name for name in queue.takes if name in possible), None)
    if name is not None:
        return BeginTake(name)
    return Rest(RunState.STARTING if queue.requests else RunState.IDLE, forgets=True)
