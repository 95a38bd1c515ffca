"""Pages behind tabs, as high as the one that is shown needs."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QTabWidget, QWidget


class PageTabs(QTabWidget):
    """Asks for the height of the page that is shown, where Qt asks for that of the highest one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have no pages yet.

        Args:
            parent: the widget around it.
        """
        super().__init__(parent)
        self.currentChanged.connect(self._on_changed)

    def minimumSizeHint(self) -> QSize:
        """As wide as every page, as high as the one that is shown."""
        least, page = super().minimumSizeHint(), self.currentWidget()
        if page is None:
            return least
        pages = [self.widget(row) for row in range(self.count())]
        highest = max(_least_height(other) for other in pages if other is not None)
        return QSize(least.width(), least.height() - highest + _least_height(page))

    @Slot()
    def _on_changed(self) -> None:
        self.updateGeometry()


def _least_height(page: QWidget) -> int:
    return max(page.minimumHeight(), page.minimumSizeHint().height())
