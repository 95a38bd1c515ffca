"""The real window, driven as its user drives it: actions, keys, and answers to its questions."""

import os
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from app.actions.key_event_filter import KeyEventFilter
from app.jobs.separating.separation_session import SeparationSession
from app.jobs.separating.separation_worker import serve
from app.main_window import MainWindow
from tests.helpers.separation.quick_start import start_quickly
from tests.helpers.separation.quick_worker import quick_serve

SIZE_PX = (1600, 900)
OPEN_MS, RUN_MS = 20_000, 180_000
NO_KEY = Qt.KeyboardModifier.NoModifier


class Editor:
    """A window on screen and what a test asks of it."""

    def __init__(self, qtbot, settings, model=None):
        self.qtbot = qtbot
        self.window = MainWindow(settings, model)
        self.guard = KeyEventFilter(QApplication.instance(), self.actions["play"])
        self._is_closed = False
        self.window.resize(*SIZE_PX)  # the screen of the tests is smaller
        self.window.show()

    @property
    def actions(self):
        return self.window.action_table

    @property
    def context(self):
        return self.window.context

    @property
    def project(self):
        return self.context.project

    @property
    def view(self):
        return self.context.view

    @property
    def transport(self):
        return self.context.transport

    @property
    def undo(self):
        return self.context.undo

    @property
    def said(self):
        """The sentence in the status line."""
        return self.window.status.sentence.toolTip() or self.window.status.sentence.text()

    def wait(self, check, timeout=OPEN_MS):
        self.qtbot.waitUntil(check, timeout=timeout)

    def settle(self):
        """Let everything that was put off to the next turn of the loop happen."""
        for _ in range(3):
            QApplication.processEvents()

    def open(self, path):
        """Open a file and wait until all of its sound is there."""
        with self.qtbot.waitSignal(self.context.opening.opened, timeout=OPEN_MS):
            self.window.open_path(Path(path))
        self.wait(lambda: self.project.is_decoded)
        self.settle()

    def trigger(self, name):
        """Choose an action from the menu; it must be possible, or become so soon."""
        self.wait_for_action(name)
        self.actions[name].trigger()
        self.settle()

    def wait_for_action(self, name, enabled=True):
        """Actions are enabled once the loop has nothing better to do."""
        self.settle()
        self.wait(lambda: self.actions[name].isEnabled() == enabled, 5_000)

    def press(self, key, modifiers=NO_KEY, times=1):
        """Press a key in the window, wherever the keyboard is."""
        self.settle()
        self.take_keyboard()
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
            self.settle()

    def take_keyboard(self):
        """A screen without a window manager gives the keyboard to no window by itself."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow, 5_000)

    def dialog(self, name):
        """The dialog of that class that is open."""
        from PySide6.QtWidgets import QDialog

        found = self.window.findChildren(QDialog)
        return next(d for d in found if type(d).__name__ == name and d.isVisible())

    def type(self, text):
        """Type as a hand does: into whatever has the keyboard."""
        self.settle()
        self.take_keyboard()
        for one in text:
            QTest.keyClick(QApplication.focusWidget() or self.window, one)
        self.settle()

    def choose(self, steps=1, picture=False, render="faithful"):
        """Say how to separate."""
        form = self.window.separation_panel.form
        form.quality.set_steps(steps)
        form.picture.setChecked(picture)
        form.renders[render].setChecked(True)

    def wait_for_run(self):
        """Until no separation is under way."""
        self.wait(lambda: not self.context.separation.busy, RUN_MS)
        self.settle()

    def separate(self, name="separate", **choice):
        """Separate and wait; gives the take."""
        self.choose(**choice)
        self.trigger(name)
        self.wait_for_run()
        problem = self.context.separation.report.problem
        assert not problem, problem
        return self.project.versions.takes[-1]

    def save(self, path):
        """Save under a name, through the file dialog."""
        saved = self.qtbot.waitSignal(self.context.saver.saved, timeout=OPEN_MS)
        with saved, choosing(path):
            self.trigger("save_as")
        self.settle()

    def export_dialog(self, name="export"):
        """The dialog, open."""
        from app.dialogs.export.export_dialog import ExportDialog

        self.trigger(name)
        return next(d for d in self.window.findChildren(ExportDialog) if d.isVisible())

    def export(self, folder, *, name="export", **choice):
        """Export through the dialog; gives the state in which that ended."""
        self.begin_export(folder, name=name, **choice)
        self.wait(lambda: not self.context.exports.busy, RUN_MS)
        return self.context.exports.state

    def begin_export(self, folder, *, name="export", tracks=(), file_type="wav", bits=32):
        """Fill the dialog in and agree."""
        dialog = self.export_dialog(name)
        dialog._place.folder.setText(str(folder))
        if tracks:
            dialog._tracks.show_choice(tracks, False)
            dialog._format.show_file_type(file_type, bits)
        dialog._range.show_choice("whole")
        assert dialog.problem == ""
        dialog.accept()

    def close(self):
        """End everything, whatever state it is in; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.window.isVisible():
            with answering("Stop and close", "Don’t save", if_asked=True):
                self.window.close()
        self.guard.deleteLater()
        self.window.deleteLater()
        self.settle()


def serve_quickly(monkeypatch):
    """Separate without a network from now on."""
    usual = SeparationSession.__init__.__defaults__
    quick = tuple(quick_serve if default is serve else default for default in usual)
    monkeypatch.setattr(SeparationSession.__init__, "__defaults__", quick)
    start_quickly(monkeypatch)


class _Asked(list):
    """What the window asked, in order."""


@contextmanager
def answering(*texts, if_asked=False):
    """Press these buttons of the questions to come, in this order; gives what was asked.

    Args:
        texts: on the buttons; a question that offers another choice is passed over.
        if_asked: it is no fault when nothing is asked.
    """
    asked, left = _Asked(), list(texts)

    def look():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isVisible():
            return
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        spoken = {text: QCoreApplication.translate("Questions", text) for text in left}
        wanted = next((text for text in left if spoken[text] in buttons), None)
        if wanted is not None:
            asked.append(f"{box.text()} {box.informativeText()}")
            left.remove(wanted)
            buttons[spoken[wanted]].click()

    with looking(look):
        yield asked
    assert if_asked or not left, f"never asked: {left}"


@contextmanager
def choosing(path):
    """Answer the next file dialog with a path; with None it is cancelled."""
    chosen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible() or chosen:
            return
        chosen.append(path)
        if path is None:
            dialog.reject()
            return
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    with looking(look):
        yield chosen
    assert chosen, "no file dialog was shown"


@contextmanager
def looking(look):
    """Call a function again and again meanwhile, also while a dialog waits."""
    keeper = QObject()
    timer = QTimer(keeper)
    timer.timeout.connect(look)
    timer.start(15)
    try:
        yield
    finally:
        timer.stop()
        keeper.deleteLater()
