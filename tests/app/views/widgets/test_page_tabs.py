"""Pages behind tabs ask for the height of the one that is shown."""

from PySide6.QtWidgets import QWidget

from app.views.widgets.page_tabs import PageTabs


def page(width, height):
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


def test_the_height_is_that_of_the_page_shown(qtbot):
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    low, high = page(300, 50), page(100, 400)
    tabs.addTab(low, "Low")
    tabs.addTab(high, "High")
    around = tabs.minimumSizeHint().height() - 50
    assert 0 < around < 100
    tabs.setCurrentWidget(high)
    assert tabs.minimumSizeHint().height() == 400 + around
    assert tabs.minimumSizeHint().width() >= 300


def test_tabs_without_a_page_ask_for_little(qtbot):
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    assert tabs.minimumSizeHint().height() < 100
