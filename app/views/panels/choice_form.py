"""How to separate: model, quality, picture, kind of sound."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.environment.settings import Settings
from app.jobs.model_list import ModelChoice, models_at_hand
from app.views.panels.quality_slider import QualitySlider
from app.views.panels.window_row import WindowRow
from app.views.widgets.card import muted_label
from cass_core.request.settings import RENDERS, SeparationSettings

_MODEL = "separation/model"
_GAP_PX, _COLUMN_GAP_PX, _BUTTON_GAP_PX = 8, 12, 16


class ChoiceForm(QWidget):
    """The user's choice, kept in the settings.

    Attributes:
        values_px: where the column of values begins, for rows above that stand in line.

    Signals:
        choice_changed: `choice` or `model_name` is another.
        models_wanted: the user wants to see all models.
    """

    choice_changed = Signal()
    models_wanted = Signal()

    def __init__(
        self, settings: Settings, model: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Build the form.

        Args:
            settings: keep the choice.
            model: name or folder of the model to begin with; None for the last one.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._settings, self._choice = settings, settings.choice
        requested = model or settings.value(_MODEL, "")
        self._models = models_at_hand(requested or None)
        self.model, self.quality = QComboBox(), QualitySlider()
        self.models = QPushButton(self.tr("Models…"))
        self.picture = QCheckBox(self.tr("Look at the picture"))
        self.renders = {
            RENDERS[0]: QRadioButton(self.tr("Faithful")),
            RENDERS[1]: QRadioButton(self.tr("Generated")),
        }
        self.purpose = muted_label("")
        self.windows, self._windows_name = WindowRow(), muted_label(self.tr("Windows"))
        self.values_px = 0
        self._picture_there = True
        self._describe()
        self._show_choice(requested)
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> SeparationSettings:
        """How to separate."""
        return self._choice

    @property
    def model_name(self) -> str:
        """Which model; empty where none is at hand."""
        return self.model.currentText()

    def use_model(self, name: str) -> None:
        """Choose a model for new separations; one that has come since is found.

        Args:
            name: of the model, or of several with commas between them.
        """
        self._models = models_at_hand(name if "," in name else None)
        before = self.model_name
        with QSignalBlocker(self.model):
            self.model.clear()
            self.model.addItems([model.name for model in self._models])
            self.model.setCurrentText(name)
        if self.model_name != before:
            self._on_model_changed()

    def begin(self, former: SeparationSettings | None = None, model: str = "") -> None:
        """Offer what another movie begins with: the model's steps, or how it was done before.

        Args:
            former: how the movie was separated before; None where it was not.
            model: with which model that was.
        """
        if former is not None and self.model.findText(model) >= 0:
            self.model.setCurrentText(model)
        steps = former.steps if former is not None else self._default_steps()
        self.quality.set_steps(steps)
        if former is not None:
            self._offer_windows(former.window_s, former.hop_s)
            self.picture.setChecked(former.picture)
            self.renders[former.render].setChecked(True)

    def show_picture_there(self, there: bool) -> None:
        """Say whether the programme has a picture that can be looked at."""
        self._picture_there = there
        self._show_possible()

    def _offer_windows(self, window_s: float = 0.0, hop_s: float = 0.0) -> None:
        """Offer what this model leaves to the user, beginning with its own windows."""
        own = self._chosen_model.windows
        for widget in (self.windows, self._windows_name):
            widget.setVisible(own is not None)
        if own is None:
            self._set_choice(replace(self._choice, window_s=0.0, hop_s=0.0))
        else:
            self.windows.show_windows(own, window_s, hop_s)
            self._on_windows_changed()

    def _show_possible(self) -> None:
        """Offer what this model can do with this file."""
        model = self._chosen_model
        steps, looks = model.takes_steps, model.takes_picture
        self.quality.setEnabled(steps)
        self.quality.show_recommended(model.default_steps if steps else 0)
        for button in self.renders.values():
            button.setEnabled(steps)
        self.picture.setEnabled(self._picture_there and looks)
        text, tip = self._picture_words(looks)
        self.picture.setText(text)
        self.picture.setToolTip(tip)

    def _picture_words(self, looks: bool) -> tuple[str, str]:
        if not looks:
            return self.tr("This model only listens"), self.tr(
                "It works in one pass, without steps"
            )
        if self._picture_there:
            tip = self.tr("Faces and motion tell the model which sounds belong to the scene")
            return self.tr("Look at the picture"), tip
        tip = self.tr("Only a movie with a picture can be looked at")
        return self.tr("There is no picture in this file"), tip

    def _describe(self) -> None:
        """Say what each control is for, to the eye and to screen readers."""
        self.purpose.setWordWrap(True)
        self.purpose.setProperty("role", "small")
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setToolTip(self.tr("The network that separates"))
        self.model.addItems([model.name for model in self._models])
        self.models.setToolTip(self.tr("See what each model is good for, and get others"))
        self.show_picture_there(True)
        for name, button in self.renders.items():
            button.setToolTip(self._purpose(name))
            button.setAccessibleDescription(self._purpose(name))

    def _purpose(self, render: str) -> str:
        if render == RENDERS[0]:
            return self.tr("Every sample comes from the movie itself.")
        return self.tr("The model's own sound below 8 kHz: made up.")

    def _show_choice(self, model: str) -> None:
        if model:
            self.model.setCurrentText(model)
        self._choice = replace(self._choice, steps=self._default_steps())
        self.quality.set_steps(self._choice.steps)
        self.picture.setChecked(self._choice.picture)
        self.renders[self._choice.render].setChecked(True)
        self.purpose.setText(self._purpose(self._choice.render))
        self._offer_windows(self._choice.window_s, self._choice.hop_s)

    @property
    def _chosen_model(self) -> ModelChoice:
        index = self.model.currentIndex()
        return self._models[index] if index >= 0 else ModelChoice("", self._choice.steps)

    def _default_steps(self) -> int:
        return self._chosen_model.default_steps

    def _lay_out(self) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(_COLUMN_GAP_PX)
        table.setVerticalSpacing(_GAP_PX)
        table.setColumnStretch(1, 1)
        sounds = QHBoxLayout()
        sounds.setSpacing(_BUTTON_GAP_PX)
        group = QButtonGroup(self)
        for button in self.renders.values():
            group.addButton(button)
            sounds.addWidget(button)
        sounds.addWidget(self.purpose, stretch=1)
        names = (self.tr("Model"), self.tr("Picture"), self.tr("Sound"))
        labels = [muted_label(name) for name in names]
        labels[0].setBuddy(self.model)
        for row, label in enumerate(labels):
            table.addWidget(label, row, 0)
            self.values_px = max(self.values_px, label.sizeHint().width() + _COLUMN_GAP_PX)
        models = QHBoxLayout()
        models.setSpacing(_GAP_PX)
        models.addWidget(self.model, 1)
        models.addWidget(self.models)
        table.addLayout(models, 0, 1)
        table.addWidget(self.picture, 1, 1)
        table.addLayout(sounds, 2, 1)
        table.addWidget(self._windows_name, len(names), 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(self.windows, len(names), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_COLUMN_GAP_PX)
        rows.addWidget(self.quality)
        rows.addLayout(table)

    def _connect(self) -> None:
        self.model.currentIndexChanged.connect(self._on_model_changed)
        self.models.clicked.connect(self.models_wanted)
        self.quality.steps_changed.connect(self._on_steps_changed)
        self.picture.toggled.connect(self._on_picture_toggled)
        self.windows.changed.connect(self._on_windows_changed)
        for button in self.renders.values():
            button.toggled.connect(self._on_render_toggled)

    def _set_choice(self, choice: SeparationSettings) -> None:
        if choice != self._choice:
            self._choice = choice
            self._settings.choice = choice
            self.choice_changed.emit()

    @Slot()
    def _on_model_changed(self) -> None:
        self._settings.set_value(_MODEL, self.model_name)
        self.quality.set_steps(self._default_steps())
        self._show_possible()
        self._offer_windows()
        self.choice_changed.emit()

    @Slot(int)
    def _on_steps_changed(self, steps: int) -> None:
        self._set_choice(replace(self._choice, steps=steps))

    @Slot()
    def _on_windows_changed(self) -> None:
        row = self.windows
        self._set_choice(replace(self._choice, window_s=row.window_s, hop_s=row.hop_s))

    @Slot(bool)
    def _on_picture_toggled(self, looking: bool) -> None:
        self._set_choice(replace(self._choice, picture=looking))

    @Slot()
    def _on_render_toggled(self) -> None:
        chosen = next(name for name, button in self.renders.items() if button.isChecked())
        self.purpose.setText(self._purpose(chosen))
        self._set_choice(replace(self._choice, render=chosen))
