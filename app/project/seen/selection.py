"""What is selected of the programme."""

from dataclasses import dataclass

from cass_core.clips import SampleSpan
from cass_core.repair.region import Region


@dataclass(frozen=True)
class Selection:
    """A part of the programme.

    Attributes:
        span: in samples.
        band_hz: lowest and highest frequency; None for all.
        shape: what of them is selected; None for all of them.
    """

    span: SampleSpan
    band_hz: tuple[float, float] | None = None
    shape: Region | None = None

    @property
    def region(self) -> Region:
        """What is selected, without soft edges."""
        return self.shape or Region.box(self.span, self.band_hz)


def selection_of(region: Region) -> Selection | None:
    """A region as a selection; None for one without a span."""
    if region.span.num_samples <= 0:
        return None
    return Selection(region.span, region.band_hz, None if region.is_box else region)
