"""Shares of an export's whole: its stages tell samples, the editor sees one bar."""

from collections.abc import Generator, Mapping
from typing import TypeVar

from cass_core.delivery.export_request import ExportProgress, Stage
from cass_core.relayed import relayed

Result = TypeVar("Result")


class Stages:
    """Turns the samples that each stage counts into one rising share."""

    def __init__(self, num_samples: int, ends: Mapping[Stage, float]) -> None:
        """Begin at nothing.

        Args:
            num_samples: of each stage.
            ends: share of the whole at the end of each stage, in the stages' order.
        """
        self._length = max(num_samples, 1)
        starts = (0.0, *ends.values())
        self._bounds = {s: (a, b) for (s, b), a in zip(ends.items(), starts, strict=False)}

    def follow(
        self, stage: Stage, steps: Generator[int, None, Result]
    ) -> Generator[ExportProgress, None, Result]:
        """Do a stage whose steps yield how many samples are done; returns what it returns."""
        start, stop = self._bounds[stage]

        def progress(done: int) -> ExportProgress:
            share = start + (stop - start) * min(max(done / self._length, 0.0), 1.0)
            return ExportProgress(share, stage)

        return (yield from relayed(steps, progress))
