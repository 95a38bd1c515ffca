"""What stands in the window before anything is open."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.actions.actions import Actions
from app.environment.settings import Settings
from app.look.icons import application_icon, icon
from app.views.widgets.file_drop import FileDrop
from app.views.widgets.recent_list import RecentList
from app.views.widgets.text_labels import SentenceBox

_COLUMN_PX, _LOGO_PX, _ICON_PX = 620, 72, 18


class FirstRunPage(QWidget):
    """A place to drop a file, the ways to open one, and what this program does.

    Attributes:
        open: the button that asks for a file.
        demo: the button that makes the demo scene.
        models: the button that shows all models.
        recent: the files that were open before.

    Signals:
        dropped: a file that was dropped here, as a `Path`.
        recent_chosen: a file that was open before, as a `Path`.
        demo_wanted: the demo scene is to be made and opened.
    """

    dropped = Signal(object)
    recent_chosen = Signal(object)
    demo_wanted = Signal()

    def __init__(self, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        """Build the page.

        Args:
            actions: what the buttons trigger.
            settings: that know the recent files.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Start page"))
        self._area = self._drop_area(actions)
        self.recent = RecentList(settings)
        self.recent.chosen.connect(self.recent_chosen)
        self.problem = SentenceBox("danger", self.tr("What went wrong"))
        actions["open_demo"].triggered.connect(self.demo_wanted)
        drop = FileDrop(self)
        drop.hovered.connect(self._on_hovered)
        drop.dropped.connect(self.dropped)
        self._lay_out()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; nothing takes it away."""
        self.problem.show_sentences(sentence)

    def show_busy(self, sentence: str) -> None:
        """Say what is going on, such as that the demo scene is made; nothing ends that."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))
        self.demo.setEnabled(not sentence)

    def refresh(self) -> None:
        """Look for recent files again; call it when the page comes back."""
        self.recent.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addStretch(2)
        column.addLayout(self._heading())
        column.addWidget(self._area)
        column.addWidget(self.problem)
        column.addWidget(self.recent)
        column.addLayout(self._facts())
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(_COLUMN_PX)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        logo, words = QLabel(), QVBoxLayout()
        logo.setPixmap(application_icon().pixmap(_LOGO_PX, _LOGO_PX))
        title = QLabel("Cass Studio")
        title.setProperty("role", "title")
        sentence = QLabel(self.tr("Dialogue, effects and music out of a movie’s mixed sound."))
        sentence.setProperty("role", "muted")
        sentence.setWordWrap(True)
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(sentence)
        words.addStretch(1)
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row

    def _drop_area(self, actions: Actions) -> QFrame:
        area = QFrame()
        area.setProperty("role", "drop")
        area.setMinimumHeight(190)
        text = QLabel(self.tr("Drop a movie, a sound file or a project here"))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setWordWrap(True)
        self.open = QPushButton(self.tr("Open…"))
        self.open.setProperty("role", "main")
        self.open.setToolTip(actions["open"].toolTip())
        self.open.clicked.connect(actions["open"].trigger)
        self.demo = QPushButton(self.tr("Open the demo scene"))
        self.demo.setToolTip(actions["open_demo"].toolTip())
        self.demo.clicked.connect(actions["open_demo"].trigger)
        self.models = QPushButton(self.tr("Models…"))
        self.models.setToolTip(actions["models"].toolTip())
        self.models.clicked.connect(actions["models"].trigger)
        self._busy = QLabel()
        self._busy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.open, self.demo, self.models):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(area)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(text)
        column.addLayout(buttons)
        column.addWidget(self._busy)
        column.addStretch(1)
        return area

    def _facts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._pictures: list[tuple[QLabel, str]] = []
        for name, sentence in (
            ("picture", self.tr("The picture helps: faces and cuts tell voices from effects.")),
            ("check", self.tr("The stems always sum to the original, sample for sample.")),
            ("keyboard", self.tr("Everything stays on this computer and has a key: press F1.")),
        ):
            row, mark, text = QHBoxLayout(), QLabel(), QLabel(sentence)
            text.setProperty("role", "muted")
            text.setWordWrap(True)
            self._pictures.append((mark, name))
            row.setSpacing(10)
            row.addWidget(mark)
            row.addWidget(text, 1)
            column.addLayout(row)
        self._draw_marks()
        return column

    def _draw_marks(self) -> None:
        for label, name in self._pictures:
            label.setPixmap(icon(name).pixmap(_ICON_PX, _ICON_PX))

    def _on_hovered(self, hovered: bool) -> None:
        self._area.setProperty("dropping", hovered)
        self._area.style().polish(self._area)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the marks in the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pictures"):
            self._draw_marks()
