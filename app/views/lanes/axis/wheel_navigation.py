"""Scrolling and zooming with wheel and trackpad."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent

from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_axis import TimeAxis

_NOTCH = 120.0
_ZOOM_A_NOTCH = 1.25
_SCROLL_A_NOTCH = 0.1
_PIXELS_A_NOTCH = 50.0
_CONTRAST_A_NOTCH_DB = 3.0


class NotchCounter:
    """Whole notches out of the small turns of a trackpad."""

    def __init__(self) -> None:
        self._rest = 0.0

    def whole(self, notches: float) -> int:
        """Notches that are full with these; what is left counts for the next turn."""
        self._rest += notches
        full = int(self._rest)
        self._rest -= full
        return full


def scroll_or_zoom(context: LaneContext, axis: TimeAxis, event: QWheelEvent) -> None:
    """Move through time, or with Ctrl zoom around the mouse.

    Args:
        context: what is looked at.
        axis: of the widget under the mouse.
        event: from a wheel, in notches, or from a trackpad, in pixels.
    """
    event.accept()
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        factor = _ZOOM_A_NOTCH ** -_notches(event)
        context.view.zoom(factor, axis.sample_at(event.position().x()))
    else:
        context.view.scroll(round(_scroll_px(event, axis.width_px) * axis.samples_per_px))
    context.moved_by_hand.emit()


def change_frequencies(
    context: LaneContext, share: float, event: QWheelEvent, lengths: NotchCounter
) -> bool:
    """Zoom the frequency axis with Ctrl+Shift, scroll it with Shift, contrast with Ctrl+Alt.

    Alt+Shift makes spectra longer and finer in pitch, or shorter and finer in time.

    Args:
        context: what is looked at.
        share: height of the mouse in what is seen of the axis, 0 at the bottom to 1.
        event: of the wheel.
        lengths: steps from one length of spectra to the next.

    Returns:
        Whether the wheel meant this; time is moved by it otherwise.
    """
    keys, look = event.modifiers(), context.view.look
    with_ctrl = bool(keys & Qt.KeyboardModifier.ControlModifier)
    with_alt = bool(keys & Qt.KeyboardModifier.AltModifier)
    if keys & Qt.KeyboardModifier.ShiftModifier and with_alt:
        look = look.lengthened(lengths.whole(_notches(event)))
    elif keys & Qt.KeyboardModifier.ShiftModifier:
        zoomed = look.zoomed(_ZOOM_A_NOTCH ** -_notches(event), share)
        look = zoomed if with_ctrl else look.scrolled(_notches(event) * _SCROLL_A_NOTCH)
    elif with_ctrl and with_alt:
        look = look.contrasted(_notches(event) * _CONTRAST_A_NOTCH_DB, 0.0)
    else:
        return False
    event.accept()
    context.view.set_look(look)
    return True


def _notches(event: QWheelEvent) -> float:
    pixels, angle = QPointF(event.pixelDelta()), QPointF(event.angleDelta())
    if not pixels.isNull():
        return _larger(pixels) / _PIXELS_A_NOTCH
    return _larger(angle) / _NOTCH


def _scroll_px(event: QWheelEvent, width_px: float) -> float:
    """Pixels to the right; a trackpad's own, else a share of the width for each notch."""
    pixels, angle = QPointF(event.pixelDelta()), QPointF(event.angleDelta())
    if not pixels.isNull():
        return -_larger(pixels)
    return -_larger(angle) / _NOTCH * _SCROLL_A_NOTCH * width_px


def _larger(delta: QPointF) -> float:
    """The direction that is meant: nobody scrolls quite straight."""
    return delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
