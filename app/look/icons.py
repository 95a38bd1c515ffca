"""The program's icons: line drawings in the text's colour, sharp at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from cass_core.resource_files import resource

_DRAWN_IN = b"#000"
_SIZES_PX = (20, 40)
_APPLICATION_SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)

_DRAWINGS = {
    "about": "info",
    "ab": "compare",
    "add_marker": "marker",
    "cancel_run": "close",
    "compare_version": "ear",
    "delete": "remove",
    "discard_trial": "remove",
    "keep_trial": "check",
    "open": "folder",
    "open_demo": "film",
    "open_project": "folder",
    "palette": "search",
    "pause_run": "pause",
    "preferences": "gear",
    "relink": "link",
    "reset_mix": "reset",
    "resume_run": "play",
    "save_as": "save",
    "export_remux": "film",
    "separate_selection": "scissors",
    "shortcuts": "keyboard",
    "shortcuts_help": "keyboard",
    "shuttle_stop": "stop",
    "toggle_video": "picture",
    "tool_gain_line": "gain_line",
    "tool_select": "selection",
}
"""The drawing of an action, where it is not called as the action is."""


def has_icon(name: str) -> bool:
    """Whether there is a drawing.

    Args:
        name: of a drawing or of an action.

    Returns:
        False where `icon` would raise `KeyError`.
    """
    return _source(_DRAWINGS.get(name, name)) is not None


def icon(name: str, colour: str | None = None) -> QIcon:
    """An icon in the colours of the theme that is applied now.

    Args:
        name: of a drawing or of an action.
        colour: "#rrggbb" instead of the text's colour.

    Returns:
        Pixmaps for usual, disabled and checked; ask again when the palette changes.
    """
    palette = QApplication.palette()
    role, groups = QPalette.ColorRole.ButtonText, QPalette.ColorGroup
    usual = QColor(colour) if colour else palette.color(groups.Active, role)
    faint = palette.color(groups.Disabled, role)
    checked = QColor(colour) if colour else palette.color(QPalette.ColorRole.Accent)
    made = QIcon()
    for size in _SIZES_PX:
        made.addPixmap(pixmap(name, size, usual), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, size, checked), QIcon.Mode.Normal, QIcon.State.On)
        for state in (QIcon.State.Off, QIcon.State.On):
            made.addPixmap(pixmap(name, size, faint), QIcon.Mode.Disabled, state)
    return made


def pixmap(name: str, size_px: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """A drawing in one colour; drawn once, as long as Qt's cache has room.

    Args:
        name: of a drawing or of an action.
        size_px: edge, in device-independent pixels.
        colour: of its lines.
        ratio: device pixels for each of them.

    Returns:
        A square with a clear background.
    """
    drawing = _DRAWINGS.get(name, name)
    source = _source(drawing)
    if source is None:
        raise KeyError(name)
    key = f"icon {drawing} {size_px} {ratio} {colour.name(QColor.NameFormat.HexArgb)}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = _drawn(source, round(size_px * ratio), colour)
        made.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, made)
    return made


def _drawn(source: bytes, edge: int, colour: QColor) -> QPixmap:
    drawn = source.replace(_DRAWN_IN, colour.name().encode())
    made = QPixmap(QSize(edge, edge))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawn)).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    return made


def application_icon() -> QIcon:
    """The program's own icon, for windows and task bars."""
    made = QIcon()
    for size in _APPLICATION_SIZES_PX:
        made.addFile(str(resource("icons", "application", f"cass-studio-{size}.png")))
    return made


@cache
def _source(drawing: str) -> bytes | None:
    path = resource("icons", f"{drawing}.svg")
    return path.read_bytes() if path.is_file() else None
