"""Questions before something is lost."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QMessageBox,
    QPushButton,
    QSpacerItem,
    QWidget,
)

_WIDTH_PX = 440


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def save_changes(parent: QWidget, name: str) -> Answer:
    """Ask what to do with changes before they are closed.

    Args:
        parent: the window that asks.
        name: what the user calls the project.

    Returns:
        The answer; closing the question is `Answer.CANCEL`.
    """
    box = _box(
        parent,
        QCoreApplication.translate("Questions", "Save the changes to “{name}”?").format(name=name),
        QCoreApplication.translate(
            "Questions",
            "Without saving, the mix, the markers and the list of versions go back to what they "
            "were. Finished stems stay on disk.",
        ),
    )
    answers: dict[QPushButton, Answer] = {
        box.addButton(QMessageBox.StandardButton.Save): Answer.SAVE,
        box.addButton(QMessageBox.StandardButton.Discard): Answer.DISCARD,
        box.addButton(QMessageBox.StandardButton.Cancel): Answer.CANCEL,
    }
    words = {
        Answer.SAVE: QCoreApplication.translate("Questions", "Save"),
        Answer.DISCARD: QCoreApplication.translate("Questions", "Don’t save"),
        Answer.CANCEL: QCoreApplication.translate("Questions", "Cancel"),
    }
    for button, answer in answers.items():
        button.setText(words[answer])
        if answer is Answer.SAVE:
            button.setProperty("role", "main")
            button.style().polish(button)
            box.setDefaultButton(button)
        elif answer is Answer.CANCEL:
            box.setEscapeButton(button)
    clicked = _pressed(box)
    return next((answers[button] for button in answers if button is clicked), Answer.CANCEL)


def may_stop(parent: QWidget, *, exporting: bool = False) -> bool:
    """Ask whether work that runs may be stopped so that the window can close.

    Args:
        parent: the window that asks.
        exporting: it is an export; else a separation.

    Returns:
        True where the user agrees.
    """
    question = QCoreApplication.translate("Questions", "Stop the separation and close?")
    details = QCoreApplication.translate(
        "Questions", "What is finished is kept; the run can be resumed later."
    )
    if exporting:
        question = QCoreApplication.translate("Questions", "Stop the export and close?")
        details = QCoreApplication.translate(
            "Questions", "No half-written file is left; export again to have the files."
        )
    stop = QCoreApplication.translate("Questions", "Stop and close")
    return _agrees(parent, question, details, stop)


def may_change_sound(parent: QWidget) -> bool:
    """Ask whether another sound of the movie may be opened, which none of the versions are of."""
    return _agrees(
        parent,
        QCoreApplication.translate("Questions", "Open the other sound without the versions?"),
        QCoreApplication.translate(
            "Questions",
            "The versions belong to the sound that is open now. The other one is opened as a new "
            "project; finished stems stay on disk.",
        ),
        QCoreApplication.translate("Questions", "Open"),
    )


def join_chapters(parent: QWidget, names: Sequence[str]) -> bool | None:
    """Ask whether the files of a recording are opened as one.

    Args:
        parent: the window that asks.
        names: of the files, in their order.

    Returns:
        True for all of them, False for the chosen file alone, None for neither.
    """
    box = _box(
        parent,
        QCoreApplication.translate("Questions", "Open all {number} files of the recording?").format(
            number=len(names)
        ),
        QCoreApplication.translate(
            "Questions",
            "The camera or the recorder split it: {first} to {last}. Together they are one "
            "programme, joined to the sample; a small list is written beside them.",
        ).format(first=names[0], last=names[-1]),
    )
    accept, reject = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.NoRole
    together = box.addButton(QCoreApplication.translate("Questions", "Open all as one"), accept)
    alone = box.addButton(QCoreApplication.translate("Questions", "This file alone"), reject)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    cancel.setText(QCoreApplication.translate("Questions", "Cancel"))
    box.setDefaultButton(together)
    box.setEscapeButton(cancel)
    clicked = _pressed(box)
    return None if clicked not in (together, alone) else clicked is together


def may_discard(parent: QWidget, name: str) -> bool:
    """Ask whether work that a crash has left may go for good.

    Args:
        parent: the window that asks.
        name: what the user calls the project.

    Returns:
        True where the user agrees.
    """
    return _agrees(
        parent,
        QCoreApplication.translate("Questions", "Discard the changes to “{name}”?").format(
            name=name
        ),
        QCoreApplication.translate(
            "Questions",
            "They cannot be brought back. The project’s own file and finished stems stay on disk.",
        ),
        QCoreApplication.translate("Questions", "Discard"),
    )


def _agrees(parent: QWidget, question: str, details: str, yes: str) -> bool:
    box = _box(parent, question, details)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    keep.setText(QCoreApplication.translate("Questions", "Cancel"))
    box.setDefaultButton(keep)
    return _pressed(box) is agree


def _pressed(box: QMessageBox) -> QAbstractButton | None:
    """Show the question and take it away again."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()


def _box(parent: QWidget, question: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Cass Studio")
    box.setText(question)
    box.setInformativeText(details)
    grid = box.layout()
    if isinstance(grid, QGridLayout):  # else Qt wraps the details after a few words
        grid.addItem(QSpacerItem(_WIDTH_PX, 0), grid.rowCount(), 0, 1, grid.columnCount())
    return box
