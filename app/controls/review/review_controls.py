"""Actions on what a review has found, and the panel that lists it."""

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.workflows.review_runner import ReviewRunner


class ReviewControls(QObject):
    """Binds the actions."""

    def __init__(self, actions: Actions, reviewing: ReviewRunner, parent: QObject) -> None:
        super().__init__(parent)
        bind(
            actions,
            {
                "find_misplaced": reviewing.start,
                "next_problem": lambda: reviewing.step(1),
                "previous_problem": lambda: reviewing.step(-1),
                "listen_problem": reviewing.listen,
                "accept_problem": reviewing.accept,
                "dismiss_problem": reviewing.dismiss,
            },
        )
