"""Stems and mixture under one common gain."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.stem_names import Stem


@dataclass(frozen=True)
class ScaledStems:
    """A `StemReader` whose sum is the equally changed mixture.

    Attributes:
        stems: what is read.
        factor: amplitude of everything.
    """

    stems: StemReader
    factor: float

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated."""
        return self.stems.covered

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample)."""
        return self.stems.read(stem, span) * np.float32(self.factor)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""
        return self.stems.read_mixture(span) * np.float32(self.factor)
