"""A box on the picture, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.views.picture.box_grip import dragged, grip_at
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


def shown(picture):
    box = picture.box.box
    return box.x(), box.y(), box.width(), box.height()


def test_the_mouse_draws_a_box_in_any_direction_and_within_the_picture(picture):
    mouse.drag(picture, (40, 30), (120, 80))
    assert picture.box.box.x() == 0.35  # nobody has asked
    picture.box.begin()
    mouse.drag(picture, (80, 40), (60, 35), (30, 25))
    assert shown(picture) == pytest.approx((0.05, 0.05, 0.25, 0.15))
    mouse.drag(picture, (120, 70), (239, 139))
    assert shown(picture) == pytest.approx((0.5, 0.5, 0.5, 0.5))
    mouse.click(picture, (40, 40))
    assert shown(picture) == pytest.approx((0.5, 0.5, 0.5, 0.5)), "a click is no box"
    assert picture.given == []
    mouse.double_click(picture, (160, 90))
    assert picture.given.pop() == pytest.approx((0.5, 0.5, 0.5, 0.5))


def test_the_mouse_moves_and_sizes_the_box_and_escape_takes_a_drag_back(picture, qtbot):
    picture.box.begin()
    mouse.drag(picture, (100, 70), (120, 80))
    assert shown(picture) == pytest.approx((0.45, 0.4, 0.3, 0.4))
    mouse.drag(picture, (170, 100), (190, 110))
    assert shown(picture) == pytest.approx((0.45, 0.4, 0.4, 0.5))
    mouse.press(picture, (110, 70))
    mouse.move(picture, (60, 70), Qt.MouseButton.LeftButton)
    assert shown(picture)[0] == pytest.approx(0.2)
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert shown(picture) == pytest.approx((0.45, 0.4, 0.4, 0.5))
    assert picture.leaves == []
    picture.box.end()
    picture.box.begin()
    assert shown(picture) == pytest.approx((0.45, 0.4, 0.4, 0.5)), "the next one begins there"


@pytest.mark.parametrize(
    ("place", "grip", "by", "moved"),
    [
        ((0.5, 0.5), (0, 0), (0.9, -0.9), (0.6, 0.0, 0.4, 0.4)),
        ((0.3, 0.5), (-1, 0), (-0.5, 0.3), (0.0, 0.3, 0.7, 0.4)),
        ((0.7, 0.3), (1, -1), (-0.9, 0.9), (0.3, 0.68, 0.02, 0.02)),
        ((0.72, 0.72), (1, 1), (0.1, 0.1), (0.3, 0.3, 0.5, 0.5)),
    ],
)
def test_edges_corners_and_the_inside_of_a_box_are_held(place, grip, by, moved):
    box = QRectF(0.3, 0.3, 0.4, 0.4)
    assert grip_at(box, QPointF(*place), QPointF(0.03, 0.03)) == grip
    assert dragged(box, grip, QPointF(*by)).getRect() == pytest.approx(moved)
    assert grip_at(box, QPointF(0.2, 0.5), QPointF(0.03, 0.03)) is None


def test_keys_move_and_size_the_box_give_it_and_leave(picture, qtbot):
    picture.box.begin()
    first = picture.box.box.getRect()
    for _ in range(3):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    qtbot.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    for _ in range(60):
        qtbot.keyClick(picture, Qt.Key.Key_Up)
    qtbot.keyClick(picture, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    left, top, width, height = picture.given.pop()
    assert (left, top) == pytest.approx((first[0] + 0.058, 0.0))
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
