"""Keys reach the widget that works with them; the space bar plays nearly always."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.actions.key_event_filter import KeyEventFilter


@pytest.fixture
def window(qtbot, qapp):
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    QVBoxLayout(window.centralWidget())
    qtbot.addWidget(window)
    window.heard = []
    for name, key in (("play", "Space"), ("frame", "Right"), ("up", "Up"), ("start", "Return")):
        action = QAction(name, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, name=name: window.heard.append(name))
        window.addAction(action)
    window.guard = KeyEventFilter(qapp, window.actions()[0])
    window.show()
    yield window
    window.guard.deleteLater()


def focused(window, widget):
    window.centralWidget().layout().addWidget(widget)
    widget.show()
    widget.setFocus()
    return widget


def test_arrow_key_moves_a_slider_instead_of_the_playhead(window, qtbot):
    slider = focused(window, QSlider(Qt.Orientation.Horizontal))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 1
    assert window.heard == []


def test_arrow_key_moves_through_a_list(window, qtbot):
    entries = focused(window, QListWidget())
    entries.addItems(["a", "b"])
    entries.setCurrentRow(1)
    qtbot.keyClick(entries, Qt.Key.Key_Up)
    assert entries.currentRow() == 0
    assert window.heard == []


@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QListWidget, QSlider, QComboBox])
def test_space_plays_whatever_has_the_focus(window, qtbot, kind):
    widget = focused(window, kind())
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert window.heard == ["play"]


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox])
def test_space_is_typed_into_text(window, qtbot, kind):
    widget = focused(window, kind())
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert window.heard == []


def test_space_works_as_usual_in_a_dialog(window, qtbot):
    dialog = QDialog(window)
    check = QCheckBox("on", dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert (check.isChecked(), window.heard) == (True, [])
    assert window.heard == []


def test_return_clicks_the_button_that_has_the_focus(window, qtbot):
    button = focused(window, QPushButton("go"))
    button.clicked.connect(lambda: window.heard.append("go"))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.heard == ["go"]
    other = focused(window, QSlider())
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert window.heard == ["go", "start"]
