"""Keys that move the playhead, wherever time is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.project.positions import step_pictures
from app.views.lanes.axis.lane_context import LaneContext

_FRAMES_WITH_SHIFT = 10


def seek_by_key(context: LaneContext, event: QKeyEvent) -> bool:
    """Move the playhead by a frame, with Shift by ten, or to an end.

    Args:
        context: what plays.
        event: a key that was pressed.

    Returns:
        Whether the key does that.
    """
    transport, programme, key = context.transport, context.programme, event.key()
    if programme is None:
        return False
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    frames = _FRAMES_WITH_SHIFT if shifted else 1
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        step = frames if key == Qt.Key.Key_Right else -frames
        transport.seek(step_pictures(programme, transport.position, step))
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        transport.seek(0 if key == Qt.Key.Key_Home else programme.num_samples)
    else:
        return False
    return True
