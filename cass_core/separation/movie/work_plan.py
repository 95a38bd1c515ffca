"""How far a job is and how long it will take, over all of its phases."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.separation.movie.request import MovieRequest

Phase = Literal["sound", "picture", "separate", "write"]
PHASES: tuple[Phase, ...] = ("sound", "picture", "separate", "write")
_LEAST_COST_S = 1e-3


@dataclass(frozen=True)
class JobProgress:
    """One report.

    Attributes:
        phase: what is being done.
        share: of the whole job, 0 to 1.
        remaining_s: estimate for the whole job; None while there is nothing to judge by.
        phase_share: of this phase, 0 to 1.
        position: first sample of the programme that is not separated yet; None outside "separate".
    """

    phase: Phase
    share: float
    remaining_s: float | None
    phase_share: float = 0.0
    position: int | None = None


@dataclass(frozen=True)
class Warned:
    """What the job had to fall back on, as one sentence; each is told once."""

    sentence: str


class WorkPlan:
    """Expected cost of each phase, corrected by what the job has taken so far.

    Attributes:
        warnings: sentences said so far.
    """

    def __init__(self, costs_s: dict[Phase, float]) -> None:
        """Begin the job.

        Args:
            costs_s: first guess of each phase's seconds.
        """
        self._costs = costs_s
        self._phase: Phase = "sound"
        self._phase_begun = self._reported = time.monotonic()
        self._last = 0.0
        self.warnings: list[str] = []

    @classmethod
    def of(
        cls, info: MediaInfo, track: AudioTrack, request: MovieRequest, device_kind: str
    ) -> "WorkPlan":
        """First guesses, in seconds a second of film on a small CPU."""
        length_s = float(info.duration_s) or track.num_samples_estimate / track.rate_hz or 60.0
        channels = max(1, track.num_channels)
        step = 0.02 if device_kind == "cpu" else 0.001
        pixels = info.video[0].width * info.video[0].height / (1920 * 1080) if info.video else 0.0
        look = 0.15 + 0.2 * pixels if request.settings.picture and info.video else 0.0
        guesses: dict[Phase, float] = {
            "sound": 0.0 if request.decoded else 0.004 * channels,
            "picture": look,
            "separate": 0.02 + step * request.settings.steps + 0.012 * channels,
            "write": 0.006 * channels if request.is_delivered else 0.0,
        }
        return cls(
            {phase: max(_LEAST_COST_S, length_s * guess) for phase, guess in guesses.items()}
        )

    def warn(self, sentences: Iterable[str]) -> Iterator[Warned]:
        """Tell the sentences that were not told before.

        Args:
            sentences: for the user.

        Yields:
            One event for each that is new.
        """
        for sentence in sentences:
            if sentence not in self.warnings:
                self.warnings.append(sentence)
                yield Warned(sentence)

    def progress(self, phase: Phase, share: float, skipped: float = 0.0) -> JobProgress:
        """Report a phase.

        Args:
            phase: which.
            share: of this phase, 0 to 1.
            skipped: share of this phase that an earlier run had done.

        Returns:
            Share and remaining time of the whole job.
        """
        now = time.monotonic()
        if phase != self._phase:
            self._leave_for(phase)
        share = min(1.0, max(0.0, share))
        if share < 1:
            self._learn(phase, share - skipped, now - self._phase_begun)
        else:  # a picture that was kept from an earlier run takes no time at all
            self._costs[phase] = max(_LEAST_COST_S, now - self._phase_begun)
        self._reported = now
        later = PHASES[PHASES.index(phase) + 1 :]
        remaining = self._costs[phase] * (1 - share) + sum(self._costs[p] for p in later)
        done = sum(self._costs.values()) - remaining
        self._last = max(self._last, done / max(done + remaining, 1e-9))
        return JobProgress(phase, min(1.0, self._last), remaining, phase_share=share)

    def _leave_for(self, phase: Phase) -> None:
        """Replace guesses by what phases have taken; those that were left out took nothing."""
        first, last = PHASES.index(self._phase), PHASES.index(phase)
        self._costs.update(dict.fromkeys(PHASES[first:last], _LEAST_COST_S))
        self._costs[self._phase] = max(_LEAST_COST_S, self._reported - self._phase_begun)
        # what has passed since the last report is the new phase's first step
        self._phase, self._phase_begun = phase, self._reported

    def _learn(self, phase: Phase, done: float, elapsed_s: float) -> None:
        """Replace the guess of a phase by what it takes, once it can be judged."""
        if done > 0.02 and elapsed_s > 0.5:
            self._costs[phase] = elapsed_s / done
