"""Pictures with a palette of 256 colours: a third of the bytes, and nothing that the eye misses."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, qRgb

_NUM_COLOURS = 256
_BITS = 6  # of each channel, in which colours are told apart at first

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


def reduced(image: QImage) -> QImage:
    """The image with the 256 colours that serve it best.

    Args:
        image: of any format.

    Returns:
        The same size in 8 bits a pixel.
    """
    pixels = _pixels(image)
    fine = pixels.astype(np.int64) >> (8 - _BITS)
    codes = (fine[..., 0] << 2 * _BITS | fine[..., 1] << _BITS | fine[..., 2]).ravel()
    counts = np.bincount(codes, minlength=1 << 3 * _BITS)
    used = np.flatnonzero(counts)
    sums = [np.bincount(codes, pixels[..., channel].ravel())[used] for channel in range(3)]
    colours = np.stack(sums, axis=1) / counts[used][:, None]
    entries = np.zeros(len(counts), np.uint8)
    table = []
    for number, box in enumerate(_boxes(colours, counts[used])):
        entries[used[box]] = number
        table.append(np.average(colours[box], axis=0, weights=counts[used][box]))
    return _indexed(entries[codes].reshape(pixels.shape[:2]), np.array(table))


def _pixels(image: QImage) -> npt.NDArray[np.uint8]:
    """(row, column, 3) in red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    # a copy, because the view does not keep the image alive
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def _boxes(colours: Floats, counts: Whole) -> list[Whole]:
    """Groups of similar colours: the one that costs most is split until there are enough."""
    # a few pixels of an accent count for more than their share: the eye looks there
    weights = np.sqrt(counts)
    boxes = [np.arange(len(colours))]
    costs = [_cost(colours[boxes[0]], weights)]
    while len(boxes) < _NUM_COLOURS and max(costs) > 0.0:
        number = int(np.argmax(costs))
        box = boxes.pop(number)
        costs.pop(number)
        for half in _halves(box, colours, weights):
            boxes.append(half)
            costs.append(_cost(colours[half], weights[half]))
    return boxes


def _halves(box: Whole, colours: Floats, weights: Floats) -> tuple[Whole, Whole]:
    """Both sides of the mean on the axis along which the colours differ most."""
    inside, heavy = colours[box], weights[box]
    mean = np.average(inside, axis=0, weights=heavy)
    spread = np.average((inside - mean) ** 2, axis=0, weights=heavy)
    axis = int(np.argmax(spread))
    low = inside[:, axis] <= mean[axis]
    return box[low], box[~low]


def _cost(colours: Floats, weights: Floats) -> float:
    """What it costs to draw all of them in their mean colour."""
    mean = np.average(colours, axis=0, weights=weights)
    return float(((colours - mean) ** 2 * weights[:, None]).sum()) if len(colours) > 1 else 0.0


def _indexed(entries: npt.NDArray[np.uint8], table: Floats) -> QImage:
    """(row, column) of numbers in `table`, (colour, 3), as an image that owns its pixels."""
    height, width = entries.shape
    data = np.ascontiguousarray(entries)
    made = QImage(data.data, width, height, width, QImage.Format.Format_Indexed8)
    made.setColorTable([qRgb(*(int(round(part)) for part in colour)) for colour in table])
    return made.copy()
