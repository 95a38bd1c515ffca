"""Draw the application icon's PNG and ICO files: `python resources/icons/application/render.py`."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent
SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Write `cass-studio-SIZE.png` and `cass-studio.ico` beside the drawing."""
    QGuiApplication(["render", "-platform", "offscreen"])
    for size in SIZES_PX:
        drawn(size).save(str(FOLDER / f"cass-studio-{size}.png"))
    (FOLDER / "cass-studio.ico").write_bytes(as_ico([png(size) for size in ICO_SIZES_PX]))


def drawn(size_px: int) -> QImage:
    """The drawing as an image; small ones leave the perforation out."""
    name = "cass-studio-small.svg" if size_px <= 32 else "cass-studio.svg"
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / name)).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return image


def png(size_px: int) -> tuple[int, bytes]:
    """Edge and content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size_px).save(buffer, "PNG")
    return size_px, bytes(buffer.data().data())


def as_ico(images: list[tuple[int, bytes]]) -> bytes:
    """An icon file: a table of sizes and places, then the PNG files themselves."""
    table, body = struct.pack("<3H", 0, 1, len(images)), b""
    start = len(table) + 16 * len(images)
    for size, content in images:
        edge = size % 256  # 0 stands for 256
        place = start + len(body)
        table += struct.pack("<4B2H2I", edge, edge, 0, 0, 1, 32, len(content), place)
        body += content
    return table + body


if __name__ == "__main__":
    main()
