"""Spectrogram and waveform of what is seen of a lane, kept until something changes."""

from PySide6.QtGui import QColor, QImage

from app.lanes import LANES
from app.look.theme import DARK
from app.project.seen.spectrogram_look import SpectrogramLook
from app.tiles.ownership import shade_owners
from app.tiles.shading import shade
from app.tiles.spectra import LevelImage
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.waveform_image import image_of, waveform_image
from app.views.lanes.canvas.lane_geometry import scale_of
from cass_core.clips import FloatArray, SampleSpan
from cass_core.stem_names import MIXTURE_CODE

_WAVEFORM_ALPHA = 0.3


class LanePicture:
    """Asks the store for the best levels there are and makes images of them."""

    def __init__(self, context: LaneContext, lane: str) -> None:
        """Make nothing yet.

        Args:
            context: where the levels come from.
            lane: its code.
        """
        self._context, self._lane = context, lane
        self._levels: LevelImage | None = None
        self._peaks: FloatArray | None = None
        self._peaks_span = SampleSpan(0, 0)
        self._spectrogram, self._waveform = QImage(), QImage()
        self._spectrogram_for: object = None
        self._waveform_for: object = None

    @property
    def levels(self) -> LevelImage | None:
        """Levels of the last spectrogram."""
        return self._levels

    def forget(self) -> None:
        """There is more to see: ask the store again."""
        self._spectrogram_for = self._waveform_for = None

    def spectrogram(self, width_px: int, height_px: int) -> QImage:
        """The spectrogram of what is seen.

        Args:
            width_px: in pixels of the screen.
            height_px: likewise.

        Returns:
            An opaque image.
        """
        view, programme = self._context.view, self._context.programme
        wanted = (view.visible, width_px, height_px, view.look)
        if programme is not None and wanted != self._spectrogram_for:
            self._levels = self._context.store.levels(self._lane, view.visible, width_px)
            shaded = self._owners(programme.rate_hz, width_px, height_px) or _shaded(
                self._levels, view.look, programme.rate_hz, width_px, height_px
            )
            self._spectrogram, self._spectrogram_for = shaded, wanted
        return self._spectrogram

    def _owners(self, rate_hz: int, width_px: int, height_px: int) -> QImage | None:
        """The mixture by whose sound its cells are; None where that is not asked for or known."""
        view, store = self._context.view, self._context.store
        stems = [lane for lane in LANES if lane.stem is not None]
        if not view.look.owners or self._lane != MIXTURE_CODE:
            return None
        if any(store.sound(lane.code) is None for lane in stems):
            return None
        pixels = shade_owners(
            [store.levels(lane.code, view.visible, width_px) for lane in stems],
            [_rgb(DARK.colour(lane.colour)) for lane in stems],
            scale=scale_of(view.look),
            floor_db=view.look.floor_db,
            ceiling_db=view.look.ceiling_db,
            rate_hz=rate_hz,
            width_px=width_px,
            height_px=height_px,
        )
        return image_of(pixels)

    def waveform(self, width_px: int, height_px: int, colour: QColor) -> QImage:
        """The waveform of what is seen.

        Args:
            width_px: in pixels of the screen.
            height_px: likewise.
            colour: of the lane.

        Returns:
            A see-through image.
        """
        visible = self._context.view.visible
        wanted = (visible, width_px, height_px, colour.rgba())
        if wanted != self._waveform_for:
            self._peaks = self._context.store.peaks(self._lane, visible, width_px)
            self._peaks_span = visible
            self._waveform = waveform_image(self._peaks, height_px, colour, _WAVEFORM_ALPHA)
            self._waveform_for = wanted
        return self._waveform

    def peak_at(self, sample: int, width_px: int) -> float | None:
        """Highest amplitude around a sample that is seen, full scale 1; None where it is not."""
        visible = self._context.view.visible
        if not visible.start <= sample < visible.stop:
            return None
        if self._peaks is None or self._peaks_span != visible:
            self._peaks = self._context.store.peaks(self._lane, visible, width_px)
            self._peaks_span = visible
        columns = self._peaks.shape[1]
        column = (sample - visible.start) * columns // visible.num_samples
        return float(abs(self._peaks[:, min(column, columns - 1)]).max())


def _shaded(
    levels: LevelImage, look: SpectrogramLook, rate_hz: int, width_px: int, height_px: int
) -> QImage:
    pixels = shade(
        levels,
        scale=scale_of(look),
        floor_db=look.floor_db,
        ceiling_db=look.ceiling_db,
        colours=look.colours,
        rate_hz=rate_hz,
        width_px=width_px,
        height_px=height_px,
    )
    return image_of(pixels)


def _rgb(name: str) -> tuple[int, int, int]:
    colour = QColor(name)
    return colour.red(), colour.green(), colour.blue()
