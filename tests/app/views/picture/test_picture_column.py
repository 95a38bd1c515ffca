"""The left column: the picture keeps its shape until the user moves a handle."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.views.picture.picture_column import PictureColumn


class Picture(QWidget):
    """As wide as the video view."""

    def sizeHint(self):  # noqa: N802
        return QSize(544, 306)

    def minimumSizeHint(self):  # noqa: N802
        return QSize(192, 108)


class Panel(QWidget):
    """As high as it is told."""

    def __init__(self, height_px):
        super().__init__()
        self.label = QLabel()
        self.label.setMinimumHeight(height_px)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)


@pytest.fixture
def column(qtbot):
    column = PictureColumn(Picture(), (Panel(300), Panel(50)))
    qtbot.addWidget(column)
    column.show()
    return column


def heights(column):
    return column.sizes()


@pytest.mark.parametrize(
    ("size", "picture_px"),
    [
        ((555, 800), 306),  # 544 px inside
        ((431, 800), 236),  # narrower, so lower
        ((900, 700), 272),  # the panels need the rest
        ((555, 400), 108),  # never less than it can do with
    ],
)
def test_the_picture_has_its_shape_where_there_is_room(column, size, picture_px):
    column.resize(*size)
    assert heights(column)[0] == pytest.approx(picture_px, abs=1)


def test_margins_are_equal_beside_a_handle_of_five_pixels(column):
    margins = column.contentsMargins()
    assert margins.left() == margins.top() == margins.bottom() == margins.right() + 5
    assert column.handleWidth() == margins.left()


def test_a_panel_that_grows_takes_from_the_picture_at_last(column, qtbot):
    column.resize(555, 800)
    before = heights(column)
    column.widget(1).label.setMinimumHeight(380)
    qtbot.waitUntil(lambda: heights(column)[1] == 380)
    assert heights(column)[0] == pytest.approx(292, abs=1)
    assert sum(heights(column)) == sum(before)


def test_what_the_user_moved_stays(column):
    column.resize(555, 800)
    assert column.state == ""
    column.moveSplitter(200, 1)
    column.splitterMoved.emit(200, 1)
    moved = heights(column)
    column.resize(600, 800)
    assert heights(column)[0] == moved[0]
    other = PictureColumn(Picture(), (Panel(300), Panel(50)))
    other.state = column.state
    assert other.state != ""


@pytest.mark.parametrize("state", ["", "nonsense", "00ff"])
def test_a_state_that_is_none_changes_nothing(column, state):
    column.resize(555, 800)
    column.state = state
    column.resize(555, 801)
    assert heights(column)[0] == pytest.approx(306, abs=1)
