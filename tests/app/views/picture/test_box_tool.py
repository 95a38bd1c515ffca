"""A box on the picture, by mouse and by keys."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.views.picture.box_tool import BoxTool
from tests.helpers.window import mouse


class Picture(QWidget):
    def __init__(self):
        super().__init__()
        self.resize(240, 140)
        self.box = BoxTool(self)

    def picture_area(self):
        return QRectF(20, 20, 200, 100)


@pytest.fixture
def picture(qtbot):
    picture = Picture()
    qtbot.addWidget(picture)
    picture.given, picture.leaves = [], []
    picture.box.drawn.connect(lambda *box: picture.given.append(box))
    picture.box.left.connect(lambda: picture.leaves.append(True))
    return picture


def test_the_mouse_draws_a_box_in_any_direction_and_within_the_picture(picture):
    mouse.drag(picture, (40, 30), (120, 80))
    assert picture.given == []  # nobody has asked
    picture.box.begin()
    mouse.drag(picture, (120, 80), (60, 50), (40, 30))
    assert picture.given.pop() == pytest.approx((0.1, 0.1, 0.4, 0.5))
    mouse.drag(picture, (120, 70), (239, 139))
    assert picture.given.pop() == pytest.approx((0.5, 0.5, 0.5, 0.5))
    mouse.click(picture, (60, 60))
    assert picture.given == []  # a click is no box


def test_keys_move_and_size_the_box_give_it_and_leave(picture, qtbot):
    picture.box.begin()
    first = picture.box.box.getRect()
    for _ in range(3):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    for _ in range(60):
        qtbot.keyClick(picture, Qt.Key.Key_Up)
    qtbot.keyClick(picture, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    left, top, width, height = picture.given.pop()
    assert (left, top) == pytest.approx((first[0] + 0.06, 0.0))
    assert (width, height) == pytest.approx((first[2], first[3] + 0.02))
    picture.box.show_busy("40 %")
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert picture.given == []
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert picture.leaves == [True]


def test_what_is_outside_the_box_is_darker(picture):
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    picture.box.begin()
    painter = QPainter(image)
    picture.box.draw(painter, picture.picture_area())
    painter.end()
    assert image.pixelColor(120, 70).lightness() == 255
    assert image.pixelColor(30, 70).lightness() < 160
    assert image.pixelColor(5, 5).lightness() == 255
