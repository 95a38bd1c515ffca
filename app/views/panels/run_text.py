"""Separations in plain words: phases, times, estimates."""

from PySide6.QtCore import QCoreApplication

from app.jobs.separating.separation_job import Progress
from app.project.versions import Take
from app.workflows.separation.run_state import RunState
from cass_core.timing.expected_cost import Estimate


def phase_words(phase: str) -> str:
    """What is being done.

    Args:
        phase: "load", "sound", "picture" or "separate".

    Returns:
        For the progress line.
    """
    translate = QCoreApplication.translate
    return {
        "load": translate("RunWords", "Loading the model"),
        "sound": translate("RunWords", "Decoding the sound"),
        "picture": translate("RunWords", "Looking at the picture"),
    }.get(phase, translate("RunWords", "Separating"))


def fallback_words(lacks: str) -> str:
    """Why the processor separates.

    Args:
        lacks: of a `DeviceFound`.

    Returns:
        One sentence; nothing where a graphics card does it.
    """
    translate = QCoreApplication.translate
    return {
        "card": translate(
            "RunWords", "No CUDA graphics card was found, so the processor does the work."
        ),
        "cuda": translate(
            "RunWords",
            "This program's PyTorch is built without CUDA, so the processor does the work.",
        ),
    }.get(lacks, "")


def lane_words(state: RunState, is_stopped: bool) -> str:
    """What an empty lane says of the run that will fill it.

    Args:
        state: of the separation.
        is_stopped: a run was stopped and can go on.

    Returns:
        A few words; nothing where there is no run.
    """
    translate = QCoreApplication.translate
    if state in (RunState.PAUSED, RunState.PAUSING):
        return translate("RunWords", "The separation is paused; press Resume")
    if state is RunState.STOPPING:
        return translate("RunWords", "The separation is being stopped")
    if state.is_busy:
        return translate("RunWords", "It is being separated and appears part by part")
    return translate("RunWords", "Press Resume to go on separating") if is_stopped else ""


def run_share(take: Take | None, progress: Progress | None) -> float:
    """How much of a run is done.

    Args:
        take: that is made.
        progress: of this run.

    Returns:
        0 to 1; never less than what is on disk, from an earlier run too.
    """
    on_disk = (take.position - take.span.start) / max(1, take.span.num_samples) if take else 0.0
    return max(on_disk, progress.share if progress is not None else 0.0)


def length_words(seconds: float) -> str:
    """A length of time, no more exact than an estimate is: "20 s", "4 min", "2 h 10 min"."""
    translate = QCoreApplication.translate
    if seconds < 55:
        return translate("RunWords", "{n} s").format(n=_rounded(seconds))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return translate("RunWords", "{n} min").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    return translate("RunWords", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def remaining_words(seconds: float | None) -> str:
    """How long a run still takes; nothing while that is not known."""
    if seconds is None:
        return ""
    if seconds < 5:
        return QCoreApplication.translate("RunWords", "a few seconds left")
    words = QCoreApplication.translate("RunWords", "about {time} left")
    return words.format(time=length_words(seconds))


def estimate_words(estimate: Estimate) -> str:
    """How long a separation will take, to stand beside what begins it; nothing while not known."""
    if estimate.seconds is None:
        return ""
    translate = QCoreApplication.translate
    time = length_words(estimate.seconds)
    words = translate("RunWords", "about {time}").format(time=time)
    if estimate.picture_unknown:
        return translate("RunWords", "{words}, plus a first look at the picture").format(
            words=words
        )
    return words


def _rounded(seconds: float) -> int:
    """Whole seconds below ten, then tens."""
    return max(1, round(seconds)) if seconds < 10 else 10 * round(seconds / 10)
