"""Samples, frequencies and the values of lines, and where they are in a lane."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.project.seen.selection import Selection
from app.project.seen.spectrogram_look import SpectrogramLook
from app.tiles.frequency_axis import FrequencyScale, hz_at, share_at
from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.axis.time_marks import time_rect
from app.views.lanes.canvas.lines.line_scale import LineScale

_LINE_MARGIN_PX = 6.0


@dataclass(frozen=True)
class LaneGeometry:
    """A lane's time and frequency axes, and the height that lines are drawn in.

    Attributes:
        axis: of time.
        height_px: in logical pixels.
        scale: of frequency, and what of it is seen.
        rate_hz: of the programme; the whole axis ends at half of it.
    """

    axis: TimeAxis
    height_px: float
    scale: FrequencyScale
    rate_hz: int

    def x_of(self, sample: float) -> float:
        """Where a sample is."""
        return self.axis.x_of(sample)

    def sample_at(self, x_px: float) -> int:
        """The sample at a place."""
        return self.axis.sample_at(x_px)

    def rect_of(self, selection: Selection) -> QRectF:
        """Where a selection is: all frequencies, or a band of them."""
        rect = time_rect(self.axis, self.height_px, selection.span)
        if selection.band_hz is not None:
            low, high = selection.band_hz
            rect.setTop(self.y_of_hz(high))
            rect.setBottom(self.y_of_hz(low))
        return rect

    def y_of_hz(self, hz: float) -> float:
        """Where a frequency is; the highest is at the top."""
        return (1.0 - share_at(hz, self.scale, self.rate_hz)) * self.height_px

    def hz_at(self, y_px: float) -> float:
        """The frequency at a height, kept within the axis."""
        share = 1.0 - y_px / max(self.height_px, 1.0)
        return hz_at(min(max(share, 0.0), 1.0), self.scale, self.rate_hz)

    def y_of_value(self, value: float, scale: LineScale) -> float:
        """Where a line's value is; a margin keeps the ends of the scale off the lane's edges."""
        return _LINE_MARGIN_PX + scale.share_of(value) * self._line_px

    def value_at(self, y_px: float, scale: LineScale) -> float:
        """A line's value at a height."""
        return scale.value_at((y_px - _LINE_MARGIN_PX) / self._line_px)

    @property
    def _line_px(self) -> float:
        return max(self.height_px - 2.0 * _LINE_MARGIN_PX, 1.0)


def scale_of(look: SpectrogramLook) -> FrequencyScale:
    """The frequency axis of a look."""
    return FrequencyScale(look.scale, *look.seen)
