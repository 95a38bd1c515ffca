"""The run: its buttons, how far it is, what it had to fall back on, and what it left."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar

from app.actions import Actions
from app.jobs.earlier_work import StoppedRun
from app.jobs.separation_session import RunState, SeparationSession
from app.views.action_button import ActionButton
from app.views.card import GAP_PX, Card, muted_label
from app.views.media_words import remaining_words
from app.views.quality_scale import label_for
from app.views.result_list import ResultList
from app.views.text_labels import SentenceBox

_PHASE_WORDS = {
    "load": "Loading the model",
    "sound": "Decoding the sound",
    "picture": "Looking at the picture",
    "separate": "Separating",
    "write": "Writing the stems",
}
_STATE_WORDS = {
    RunState.IDLE: "",
    RunState.RUNNING: "Starting",
    RunState.STOPPING: "Stopping after this step",
    RunState.STOPPED: "Stopped",
    RunState.FAILED: "Not separated",
    RunState.DONE: "Done",
}
_BAR_STEPS = 1000


class RunPanel(Card):
    """Shows a session and offers what can be done about it."""

    def __init__(self, session: SeparationSession, actions: Actions) -> None:
        """Build the panel.

        Args:
            session: what is shown.
            actions: the buttons' actions.
        """
        super().__init__("Stems")
        self._session = session
        self._separate = ActionButton(actions["separate"], role="main")
        self._resume = ActionButton(actions["resume"], role="main")
        self._cancel = ActionButton(actions["cancel"])
        self._show = ActionButton(actions["show"])
        self._buttons = (self._cancel, self._show, self._resume, self._separate)
        self.phase, self.remaining = QLabel(), muted_label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the separation")
        self.offer = SentenceBox("muted", "Stopped run")
        self.problem = SentenceBox("danger", "Problem")
        self.notices = SentenceBox("warning", "Notices")
        self.results = ResultList()
        self._lay_out()
        session.changed.connect(self._on_changed)
        session.progressed.connect(self._on_progressed)
        self._on_changed()

    def show_stopped_run(self, stopped: StoppedRun | None) -> None:
        """Offer to go on with a run; None withdraws the offer."""
        self._resume.setVisible(stopped is not None)
        self._separate.set_role("" if stopped else "main")
        self.offer.show_sentences("" if stopped is None else _offer_words(stopped))

    def _lay_out(self) -> None:
        self.rows.removeWidget(self.heading)
        top = QHBoxLayout()
        top.setSpacing(GAP_PX)
        top.addWidget(self.heading, stretch=1)
        for button in self._buttons:
            top.addWidget(button)
        state = QHBoxLayout()
        state.addWidget(self.phase, stretch=1)
        state.addWidget(self.remaining)
        self.rows.addLayout(top)
        self.rows.addLayout(state)
        for widget in (self.bar, self.offer, self.problem, self.results, self.notices):
            self.rows.addWidget(widget)

    @Slot()
    def _on_changed(self) -> None:
        session = self._session
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._cancel.setVisible(session.running)
        self._separate.setVisible(not session.running)
        self._show.setVisible(session.state is RunState.DONE)
        self.bar.setVisible(session.running)
        self.remaining.setVisible(session.state is RunState.RUNNING)
        self.phase.setText(_STATE_WORDS[session.state])
        self.phase.setVisible(session.state is not RunState.IDLE)
        self.problem.show_sentences(session.problem)
        self.notices.show_sentences(*session.notices)
        self.results.show_result(session.result)
        if had_focus:
            self._keep_focus()
        self._on_progressed()

    def _keep_focus(self) -> None:
        """Who works with the keyboard stays here when a button gives way to another."""
        next(button for button in self._buttons if not button.isHidden()).setFocus()

    @Slot()
    def _on_progressed(self) -> None:
        progress = self._session.progress
        judged = progress is not None and progress.phase != "load"
        self.bar.setRange(0, _BAR_STEPS if judged else 0)  # without a range it just moves
        if progress is None or self._session.state is not RunState.RUNNING:
            return
        self.bar.setValue(round(progress.share * _BAR_STEPS))
        percent = f" · {progress.share:.0%}" if judged else ""
        self.phase.setText(_PHASE_WORDS[progress.phase] + percent)
        self.remaining.setText(remaining_words(progress.remaining_s))


def _offer_words(stopped: StoppedRun) -> str:
    picture = "with the picture" if stopped.choice.picture else "without the picture"
    how = f"{label_for(stopped.choice.steps)}, {picture}, {stopped.choice.render}"
    return f"A run was stopped at {stopped.share:.0%} ({how}). Resume goes on where it was."
