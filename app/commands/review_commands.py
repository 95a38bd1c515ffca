"""Decisions about what a review has found; each undo brings back what was before."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from app.project.review.reviews import Decision, Review, Reviews

translate = QCoreApplication.translate


class ChangeFlag(QUndoCommand):
    """Any change of one flag; one that changes nothing leaves no step behind."""

    def __init__(self, reviews: Reviews, text: str, key: str, **changes: object) -> None:
        """Prepare the change.

        Args:
            reviews: what is changed.
            text: for the undo and redo actions.
            key: of the flag.
            **changes: fields of `ReviewedFlag`.
        """
        super().__init__(text)
        self._reviews, self._key, self._changes = reviews, key, changes
        self._old: Review | None = None

    def redo(self) -> None:
        """Change the flag."""
        self._old = self._reviews.review
        new = self._old.replaced(self._key, **self._changes)
        self.setObsolete(new == self._old)
        self._reviews.set_review(new)

    def undo(self) -> None:
        """Bring back what was before."""
        if self._old is not None:
            self._reviews.set_review(self._old)


class DecideFlag(ChangeFlag):
    """Say what becomes of a flag."""

    def __init__(self, reviews: Reviews, key: str, decision: Decision) -> None:
        """Prepare the change.

        Args:
            reviews: what is changed.
            key: of the flag.
            decision: what becomes of it.
        """
        words = {
            Decision.OPEN: translate("ReviewCommands", "Look at a place again"),
            Decision.MOVED: translate("ReviewCommands", "Move where it belongs"),
            Decision.DISMISSED: translate("ReviewCommands", "Dismiss a place"),
        }
        super().__init__(reviews, words[decision], key, decision=decision)


class CommentFlag(ChangeFlag):
    """Say something about a flag."""

    def __init__(self, reviews: Reviews, key: str, comment: str) -> None:
        """Prepare the change.

        Args:
            reviews: what is changed.
            key: of the flag.
            comment: the user's words.
        """
        text = translate("ReviewCommands", "Comment on a place")
        super().__init__(reviews, text, key, comment=comment)
