"""The manifest of a folder of stems: what they were made from and how far they are."""

from dataclasses import dataclass, field, replace
from typing import Literal

from cass_core.request.identity import StemSetIdentity
from cass_core.stems.fallbacks import Fallback
from cass_core.stems.null_measure import NullMeasure

FORMAT_VERSION = 1
MANIFEST_NAME = "manifest.json"

State = Literal["running", "complete"]


@dataclass(frozen=True)
class Manifest:
    """Everything `manifest.json` holds.

    Attributes:
        identity: what the stems were made from.
        position: first sample of the programme that is not on disk yet.
        num_chunks: chunks written so far.
        measure: null error and peaks over everything before `position`.
        warnings: what the run had to fall back on, one sentence each.
        fallbacks: what it fell back to when memory ran short; it goes on with the last one.
    """

    identity: StemSetIdentity
    position: int
    num_chunks: int = 0
    measure: NullMeasure = field(default_factory=NullMeasure)
    warnings: tuple[str, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()

    @property
    def state(self) -> State:
        """Whether the whole span is on disk."""
        return "complete" if self.position >= self.identity.span.stop else "running"

    @property
    def null_depth_db(self) -> float:
        """Peak of mixture - (DX + FX + MX) in dBFS; -200 stands for an exact sum."""
        return self.measure.null_depth_db

    def after(self, num_samples: int, measure: NullMeasure) -> "Manifest":
        """The manifest after one more chunk of that many samples."""
        return replace(
            self,
            position=self.position + num_samples,
            num_chunks=self.num_chunks + 1,
            measure=measure,
        )
