"""What failed is said until something makes it untrue."""

from PySide6.QtCore import QObject, SignalInstance

from app.views.widgets.status_line import StatusLine


class ProblemTeller(QObject):
    """Takes a sentence back once what it speaks of is over."""

    def __init__(self, status: StatusLine, parent: QObject) -> None:
        """Know of nothing yet.

        Args:
            status: where it is said.
            parent: owner.
        """
        super().__init__(parent)
        self._status = status

    def follow(self, failed: SignalInstance, *overs: SignalInstance) -> None:
        """Take back what a signal said when another one is emitted.

        Args:
            failed: carries the sentence that the window says.
            *overs: each of them makes it untrue.
        """
        said: list[str] = []

        def take_back(*_: object) -> None:
            while said:
                self._status.withdraw(said.pop())

        failed.connect(said.append)
        for over in overs:
            over.connect(take_back)
