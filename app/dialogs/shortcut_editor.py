"""Changing the keys of the actions."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.actions.actions import Actions
from app.actions.keymaps import PRESETS
from app.dialogs.shortcut_table import ShortcutTable, native
from app.views.widgets.named_combo import NamedCombo

_SIZE_PX, _MARGIN_PX, _GAP_PX = (720, 560), 16, 10


class ShortcutEditor(QDialog):
    """Search an action, press a key; changes hold at once.

    Attributes:
        preset: which set the changes are made to.
        search: leaves only rows with these words.
        table: all actions.
        recorder: takes the key that is pressed.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Show all keys.

        Args:
            actions: whose keys are changed.
            parent: the window.
        """
        super().__init__(parent)
        self._actions, self._keys = actions, actions.key_map
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.preset, self.search = self._preset_box(), QLineEdit()
        self.table = ShortcutTable(actions)
        self.recorder = QKeySequenceEdit()
        self.set_key = QPushButton(self.tr("Set"))
        self.remove = QPushButton(self.tr("No key"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.report, self._action = QLabel(), QLabel()
        self._explain_controls()
        self._lay_out()
        self._connect()
        self.table.choose(actions.names()[0])
        self.search.setFocus()

    def _preset_box(self) -> NamedCombo:
        box = NamedCombo()
        for preset in PRESETS:
            box.addItem(QCoreApplication.translate("KeyMap", preset.title), preset.name)
        box.setCurrentIndex(box.findData(self._keys.preset.name))
        return box

    def _explain_controls(self) -> None:
        self.preset.set_name(
            self.tr("Preset"), self.tr("Keys as in another program; your own changes go")
        )
        self.search.setPlaceholderText(self.tr("Search actions, menus and keys"))
        self.search.setAccessibleName(self.tr("Search"))
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setAccessibleName(self.tr("New key"))
        self.recorder.setToolTip(self.tr("Click here and press the key"))
        self.recorder.setFixedWidth(210)
        self.set_key.setToolTip(self.tr("Give the action this key instead of its former ones"))
        self.remove.setToolTip(self.tr("Take the keys away from the action"))
        self.reset.setToolTip(self.tr("Give the action the preset's keys again"))
        self.reset_all.setToolTip(self.tr("Give all actions the preset's keys again"))
        self.report.setWordWrap(True)
        self.report.setMinimumHeight(2 * self.report.fontMetrics().lineSpacing())
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        top, record, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        top.addWidget(self.search, 1)
        top.addWidget(self.preset)
        for control in (self.recorder, self.set_key, self.remove, self.reset):
            record.addWidget(control)
        record.insertWidget(0, self._action, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        for button in (*buttons.buttons(), self.set_key, self.remove, self.reset):
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(record)
        column.addWidget(self.report)
        column.addWidget(buttons)
        self.resize(*_SIZE_PX)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.search)
        self.preset.activated.connect(self._on_preset_activated)
        self.table.action_chosen.connect(self._on_action_chosen)
        self.table.cellDoubleClicked.connect(lambda *_: self.recorder.setFocus())
        self.recorder.keySequenceChanged.connect(self._on_recorded)
        self.set_key.clicked.connect(self._on_set_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.reset_all.clicked.connect(self._on_reset_all_clicked)

    @property
    def _recorded(self) -> str:
        return self.recorder.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    @Slot()
    def _on_preset_activated(self) -> None:
        self._keys.set_preset(self.preset.currentData())
        self._on_action_chosen(self.table.current())

    @Slot(str)
    def _on_action_chosen(self, name: str) -> None:
        self.recorder.clear()
        self._action.setText(self._actions.title(name) if name else "")
        self._show_state()

    @Slot()
    def _on_recorded(self) -> None:
        """Say who has the key, and offer to move it."""
        name = self.table.current()
        owner = self._keys.owner(self._recorded) if self._recorded else None
        clashes = owner is not None and owner != name
        self.set_key.setText(self.tr("Move here") if clashes else self.tr("Set"))
        report = ""
        if clashes and owner is not None:
            text = self.tr("“{key}” belongs to “{action}” now; it will lose the key.")
            report = text.format(key=native(self._recorded), action=self._actions.title(owner))
        self._say(report, "warning")
        self._show_state()

    @Slot()
    def _on_set_clicked(self) -> None:
        name, key = self.table.current(), self._recorded
        self._keys.set_keys(name, (key,))
        text = self.tr("“{action}” is on “{key}”.")
        told = text.format(key=native(key), action=self._actions.title(name))
        self.recorder.clear()
        self._say(told, "good")

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._keys.set_keys(self.table.current(), ())
        self._show_state()

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._keys.reset(self.table.current())
        self._show_state()

    @Slot()
    def _on_reset_all_clicked(self) -> None:
        self._keys.reset_all()
        self._show_state()

    def _show_state(self) -> None:
        name = self.table.current()
        self.recorder.setEnabled(bool(name))
        self.set_key.setEnabled(bool(name and self._recorded))
        self.remove.setEnabled(bool(name and self._keys.keys(name)))
        self.reset.setEnabled(name in self._keys.own)
        self.reset_all.setEnabled(bool(self._keys.own))

    def _say(self, sentence: str, kind: str) -> None:
        self.report.setText(sentence)
        self.report.setProperty("role", kind)
        self.report.style().polish(self.report)
