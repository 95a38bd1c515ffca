"""How to separate, and where to."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
)

from app.project.project import Project
from app.settings import RENDERS, SeparationChoice
from app.views.card import GAP_PX, Card, muted_label, two_columns
from app.views.quality_slider import QualitySlider

_RENDER_WORDS = {
    "faithful": ("&Faithful", "Every sample comes from the movie; the model only shares it out."),
    "generated": ("&Generated", "The model's own sound below 8 kHz: cleaner, but made up."),
}


class SeparationPanel(Card):
    """The user's choice and the folder for the stems.

    Signals:
        choice_changed: `choice` is another.
        folder_wanted: the user wants to look for a folder.
    """

    choice_changed = Signal()
    folder_wanted = Signal()

    def __init__(self, project: Project, choice: SeparationChoice) -> None:
        """Build the panel.

        Args:
            project: whose folder is shown and set.
            choice: what is shown at first.
        """
        super().__init__("Separation")
        self._project, self._choice = project, choice
        self.quality = QualitySlider()
        self.picture = QCheckBox("Look at the &picture")
        self.renders = {name: QRadioButton(_RENDER_WORDS[name][0]) for name in RENDERS}
        self.folder = QLineEdit()
        self._browse = QPushButton("C&hoose…")
        self._lay_out()
        self._name_for_screen_readers()
        self._show_choice()
        self._connect()
        self._on_target_changed()

    @property
    def choice(self) -> SeparationChoice:
        """How to separate."""
        return self._choice

    def settle(self) -> None:
        """Take over a folder that is still being typed."""
        if self.folder.isModified():
            self._on_folder_edited()

    def _lay_out(self) -> None:
        self.rows.addWidget(self.quality)
        table = two_columns()
        table.setVerticalSpacing(GAP_PX)
        group = QButtonGroup(self)
        sounds = QHBoxLayout()
        sounds.setSpacing(20)
        for button in self.renders.values():
            group.addButton(button)
            sounds.addWidget(button)
        sounds.addStretch(1)
        folder = QHBoxLayout()
        folder.setSpacing(GAP_PX)
        folder.addWidget(self.folder, stretch=1)
        folder.addWidget(self._browse)
        table.addWidget(muted_label("Picture"), 0, 0)
        table.addWidget(self.picture, 0, 1)
        table.addWidget(muted_label("Sound"), 1, 0)
        table.addLayout(sounds, 1, 1)
        label = muted_label("S&tems in")
        label.setBuddy(self.folder)
        table.addWidget(label, 2, 0)
        table.addLayout(folder, 2, 1)
        self.rows.addLayout(table)

    def _name_for_screen_readers(self) -> None:
        self.picture.setAccessibleName("Look at the picture")
        self.picture.setToolTip("Faces and motion tell the model which sounds belong to the scene.")
        for name, button in self.renders.items():
            label, purpose = _RENDER_WORDS[name]
            button.setAccessibleName(label.replace("&", ""))
            button.setToolTip(purpose)
            button.setAccessibleDescription(purpose)
        self.folder.setAccessibleName("Folder for the stems")
        self.folder.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.folder.setPlaceholderText("beside the movie")
        self._browse.setAccessibleName("Choose the folder for the stems")

    def _connect(self) -> None:
        self.quality.steps_changed.connect(self._on_steps_changed)
        self.picture.toggled.connect(self._on_picture_toggled)
        for button in self.renders.values():
            button.toggled.connect(self._on_render_toggled)
        self.folder.editingFinished.connect(self._on_folder_edited)
        self._browse.clicked.connect(self.folder_wanted)
        self._project.movie_changed.connect(self._on_target_changed)
        self._project.target_changed.connect(self._on_target_changed)

    def _show_choice(self) -> None:
        self.quality.set_steps(self._choice.steps)
        self.picture.setChecked(self._choice.picture)
        self.renders[self._choice.render].setChecked(True)

    def _set_choice(self, choice: SeparationChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.choice_changed.emit()

    @Slot(int)
    def _on_steps_changed(self, steps: int) -> None:
        self._set_choice(replace(self._choice, steps=steps))

    @Slot(bool)
    def _on_picture_toggled(self, looking: bool) -> None:
        self._set_choice(replace(self._choice, picture=looking))

    @Slot()
    def _on_render_toggled(self) -> None:
        chosen = next(name for name, button in self.renders.items() if button.isChecked())
        self._set_choice(replace(self._choice, render=chosen))

    @Slot()
    def _on_folder_edited(self) -> None:
        if self.folder.text().strip():
            self._project.set_out(Path(self.folder.text().strip()))
        self._on_target_changed()

    @Slot()
    def _on_target_changed(self) -> None:
        movie = self._project.movie
        self.folder.setText(str(self._project.out) if movie else "")
        for widget in (self.folder, self._browse):
            widget.setEnabled(movie is not None)
        self.picture.setEnabled(movie is None or bool(movie.video))
