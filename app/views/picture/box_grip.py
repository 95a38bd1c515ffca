"""Which part of a box is held, and where the box is once that part was dragged."""

from PySide6.QtCore import QPointF, QRectF, Qt

Grip = tuple[int, int]
"""Edges that are held: -1 left or top, 1 right or bottom, 0 none of these; (0, 0) moves all."""

LEAST = 0.02  # width and height of a box, in shares of the picture


def grip_at(box: QRectF, place: QPointF, reach: QPointF) -> Grip | None:
    """What of a box is under the mouse.

    Args:
        box: in shares of the picture.
        place: of the mouse, likewise.
        reach: how far from an edge it is still held, across and down.

    Returns:
        None for a place outside.
    """
    if not box.adjusted(-reach.x(), -reach.y(), reach.x(), reach.y()).contains(place):
        return None
    return (
        _side(place.x(), box.left(), box.right(), reach.x()),
        _side(place.y(), box.top(), box.bottom(), reach.y()),
    )


def dragged(box: QRectF, grip: Grip, by: QPointF) -> QRectF:
    """A box after what is held of it was dragged; it stays within the picture.

    Args:
        box: in shares of the picture.
        grip: what is held.
        by: how far, in shares of the picture.

    Returns:
        The box, never smaller than `LEAST`.
    """
    across, down = grip
    if grip == (0, 0):
        left = min(max(box.left() + by.x(), 0.0), 1.0 - box.width())
        top = min(max(box.top() + by.y(), 0.0), 1.0 - box.height())
        return QRectF(left, top, box.width(), box.height())
    left, right = _stretched(box.left(), box.right(), across, by.x())
    top, bottom = _stretched(box.top(), box.bottom(), down, by.y())
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def cursor_of(grip: Grip | None) -> Qt.CursorShape:
    """What the mouse looks like over a part of a box."""
    if grip is None:
        return Qt.CursorShape.CrossCursor
    across, down = grip
    if grip == (0, 0):
        return Qt.CursorShape.SizeAllCursor
    if not across or not down:
        return Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
    return Qt.CursorShape.SizeFDiagCursor if across == down else Qt.CursorShape.SizeBDiagCursor


def _side(at: float, low: float, high: float, reach: float) -> int:
    """The nearer edge within reach; of a small box its middle stays free to move it by."""
    reach = min(reach, (high - low) / 3)
    if at <= low + reach:
        return -1
    return 1 if at >= high - reach else 0


def _stretched(low: float, high: float, side: int, by: float) -> tuple[float, float]:
    """Two edges, one of which is moved."""
    if side < 0:
        low = min(max(low + by, 0.0), high - LEAST)
    elif side > 0:
        high = max(min(high + by, 1.0), low + LEAST)
    return low, high
