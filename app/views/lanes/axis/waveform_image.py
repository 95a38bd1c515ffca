"""A waveform as a see-through picture."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from cass_core.clips import FloatArray

_MARGIN = 0.94  # share of the height that full scale fills


def waveform_image(peaks: FloatArray, height_px: int, colour: QColor, alpha: float) -> QImage:
    """A column of colour for each pixel's lowest to highest sample.

    Args:
        peaks: (2, column): lowest and highest sample, full scale is 1.
        height_px: in pixels of the screen.
        colour: of the waveform.
        alpha: 0 invisible to 1 opaque.

    Returns:
        (height, column) in premultiplied colours.
    """
    middle = (height_px - 1) / 2.0
    lows, highs = np.clip(np.nan_to_num(peaks), -1.0, 1.0) * (_MARGIN * middle)
    # few samples a pixel: columns that do not meet would look like dust
    lows[1:], highs[1:] = np.minimum(lows[1:], highs[:-1]), np.maximum(highs[1:], lows[:-1])
    rows = np.arange(height_px, dtype=np.float32)[:, None]
    # at least one pixel, so that silence is a line
    inside = (rows >= np.round(middle - highs)) & (rows <= np.round(middle - lows))
    return image_of(np.where(inside, _premultiplied(colour, alpha), np.uint32(0)))


def image_of(pixels: npt.NDArray[np.uint32]) -> QImage:
    """An image that owns its pixels.

    Args:
        pixels: (row, column), premultiplied ARGB.

    Returns:
        The image.
    """
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels)
    made = QImage(data.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return made.copy()


def _premultiplied(colour: QColor, alpha: float) -> np.uint32:
    red, green, blue = (round(alpha * part) for part in colour.getRgb()[:3])  # type: ignore[index]
    return np.uint32(round(255 * alpha) << 24 | red << 16 | green << 8 | blue)
