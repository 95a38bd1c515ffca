"""A page of the preferences: names on the left, controls on the right."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

_MARGIN_PX, _ROW_PX, _COLUMN_PX = 20, 10, 16


class FormPage(QWidget):
    """Rows of controls under a title; explanations stand below what they explain."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        column.addWidget(self._heading)
        column.addSpacing(_ROW_PX)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(_ROW_PX)
        self._form.setHorizontalSpacing(_COLUMN_PX)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        column.addLayout(self._form)
        column.addStretch(1)

    @property
    def title(self) -> str:
        """What the page is about."""
        return self._heading.text()

    def name_page(self, title: str) -> None:
        """Say what the page is about."""
        self._heading.setText(title)
        self.setAccessibleName(title)

    def add_control(self, name: str, control: QWidget, tip: str) -> None:
        """Add a row.

        Args:
            name: of the control, for the eye and for screen readers.
            control: what changes something.
            tip: one sentence about what it changes.
        """
        control.setAccessibleName(name)
        control.setToolTip(tip)
        self._form.addRow(name, control)

    def add_check(self, check: QCheckBox, tip: str) -> None:
        """Add a row of a check box alone."""
        check.setToolTip(tip)
        self._form.addRow("", check)

    def add_words(self, text: str) -> QLabel:
        """Add an explanation."""
        label = QLabel(text)
        label.setProperty("role", "small")
        label.setWordWrap(True)
        label.setMinimumWidth(320)
        self._form.addRow("", label)
        return label


def choice_box(entries: dict[str, str], chosen: str) -> QComboBox:
    """A list to choose one entry from.

    Args:
        entries: what the user reads, by what the program calls it.
        chosen: the one that is chosen now.

    Returns:
        The box; `currentData()` is what the program calls the entry.
    """
    box = QComboBox()
    for name, text in entries.items():
        box.addItem(text, name)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
