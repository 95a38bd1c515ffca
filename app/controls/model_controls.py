"""The window of models: shown, and what is chosen there used."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.dialogs.models.models_dialog import ModelsDialog
from app.dialogs.models.shelf_words import speed_words
from app.jobs.model_getter import ModelGetter
from app.jobs.model_list import default_model, remember_model
from app.jobs.model_shelf import ShelfEntry
from app.views.panels.choice_form import ChoiceForm
from app.workflows.separation.run_costs import RunCosts

_COMPARED_STEPS = 2  # of the starter, which the shelf gives costs as multiples of


class ModelControls(QObject):
    """Binds the action; the window is made when it is first asked for, and then kept.

    What is being got goes on while the window is closed.
    """

    def __init__(
        self, actions: Actions, form: ChoiceForm, costs: RunCosts, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._form, self._costs, self._window = form, costs, window
        self._getter = ModelGetter(self)
        self.dialog: ModelsDialog | None = None
        bind(actions, {"models": self.show})
        form.models_wanted.connect(actions["models"].trigger)

    @property
    def busy(self) -> bool:
        """Whether a model is being got."""
        return self._getter.busy

    @Slot()
    def show(self) -> None:
        """Show the window."""
        if self.dialog is None:
            self.dialog = ModelsDialog(
                self._getter, lambda: self._form.model_name, self._speed, self._window
            )
            self.dialog.model_chosen.connect(self._form.use_model)
            self.dialog.model_chosen.connect(remember_model)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def stop(self) -> None:
        """Give up what is being got: for the end of the program."""
        self._getter.stop()
        if self.dialog is not None:
            self.dialog.stop()

    def _speed(self, entry: ShelfEntry) -> str:
        """What was measured here, or what the starter's speed here lets expect."""
        measured = self._costs.minute_s(entry.model, entry.steps) if entry.model else None
        if measured is not None:
            return speed_words(measured, entry.cost, is_measured=True)
        starter = self._costs.minute_s(default_model(), _COMPARED_STEPS)
        expected = None if starter is None or entry.cost is None else starter * entry.cost
        return speed_words(expected, entry.cost, is_measured=False)
