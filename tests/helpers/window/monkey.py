"""Somebody who presses and drags everything, in an order that a seed decides."""

import random
import sys
import threading
from collections import Counter, deque
from contextlib import contextmanager

from PySide6.QtCore import Qt, QThread, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

from tests.helpers.window import mouse

KEY = Qt.Key
KEYS = (
    KEY.Key_Space, KEY.Key_J, KEY.Key_K, KEY.Key_L, KEY.Key_I, KEY.Key_O, KEY.Key_M, KEY.Key_S,
    KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_Home, KEY.Key_End, KEY.Key_Left,
    KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Delete, KEY.Key_Escape, KEY.Key_Return,
    KEY.Key_G, KEY.Key_Q, KEY.Key_Equal, KEY.Key_Minus, KEY.Key_Z, KEY.Key_E, KEY.Key_F2,
    KEY.Key_Tab, KEY.Key_A, KEY.Key_B, KEY.Key_V, KEY.Key_F, KEY.Key_W,
)  # fmt: skip
MODIFIERS = (mouse.NO_KEY,) * 6 + (mouse.SHIFT, mouse.CTRL, mouse.ALT, mouse.CTRL | mouse.SHIFT)
# what would end the game, or takes longer than the rest together
LEFT_OUT = {"quit", "close", "open_demo", "open_log", "recent", "fullscreen", "relink"}
RARE = {
    "separate", "separate_selection", "resume_run", "export", "export_remux", "open",
    "open_project", "save_as", "about", "palette", "shortcuts", "shortcuts_help", "preferences",
    "theme_dark", "theme_light", "theme_desktop", "models", "find_misplaced",
    "isolate",
    "balance_by_picture",
    # thousands of repairs would be asked for again by every look at the stems
    "move_dx", "move_fx", "move_mx", "share_out", "gate", "gate_silent", "fill", "separate_here",
    "guide_dx", "guide_fx", "guide_mx",
}  # fmt: skip
# Qt's screen for tests says these of itself
HARMLESS = ("propagateSizeHints", "This plugin does not support")


class Monkey:
    """Plays with an editor."""

    def __init__(self, editor, seed):
        self._editor, self._random = editor, random.Random(seed)
        self.done = Counter()
        self.last = deque(maxlen=40)
        self._games = (
            (30, self._action), (25, self._key), (25, self._drag), (12, self._click),
            (8, self._wheel), (4, self._panel), (3, self._mix),
        )  # fmt: skip

    def play(self, count):
        """Do so many things; the loop turns now and then."""
        weights = [weight for weight, _ in self._games]
        turned = tidied = 0
        while (number := sum(self.done.values())) < count:
            _, game = self._random.choices(self._games, weights)[0]
            game()
            if number - turned >= 16:
                turned = number
                QApplication.processEvents()
            if number - tidied >= 50:
                tidied = number
                self._tidy()

    def _note(self, words):
        self.last.append(words)
        self.done[words.split()[0]] += 1

    def _action(self):
        names = [n for n in self._editor.actions.names() if n not in LEFT_OUT]
        name = self._random.choice(names)
        if name in RARE and self._random.random() > 0.08:
            return
        if self._editor.actions[name].isEnabled():
            self._note(f"action {name}")
            self._editor.actions[name].trigger()

    def _key(self):
        key, modifiers = self._random.choice(KEYS), self._random.choice(MODIFIERS)
        if key in (KEY.Key_V, KEY.Key_B, KEY.Key_Return, KEY.Key_E, KEY.Key_O) and (
            modifiers & mouse.CTRL
        ):
            return  # separations and files have their turn elsewhere
        if (
            KEY.Key_1 <= key <= KEY.Key_4
            and modifiers & mouse.CTRL
            and self._random.random() > 0.08
        ):
            return  # as with the actions, few repairs
        window = self._editor.window
        target = QApplication.focusWidget() or window.focusWidget() or window
        self._note(f"key {key.name} {modifiers} on {type(target).__name__}")
        QTest.keyClick(target, key, modifiers)

    def _target(self):
        lanes = self._editor.window.lanes
        one = self._random.choice(list(lanes.lanes.values()))
        return self._random.choice(
            [one.canvas, one.canvas, one.header, lanes.ruler, lanes.overview]
        )

    def _place(self, widget):
        return (
            self._random.randint(-10, widget.width() + 10),
            self._random.randint(0, max(widget.height() - 1, 1)),
        )

    def _drag(self):
        widget = self._target()
        places = [self._place(widget) for _ in range(self._random.randint(2, 4))]
        button = self._random.choice((mouse.LEFT, mouse.LEFT, mouse.LEFT, mouse.MIDDLE))
        keys = self._random.choice(MODIFIERS)
        self._note(f"drag {type(widget).__name__} {places} {button} {keys}")
        mouse.drag(widget, *places, button=button, keys=keys)

    def _click(self):
        widget = self._target()
        place, keys = self._place(widget), self._random.choice(MODIFIERS)
        do = self._random.choice((mouse.click, mouse.click, mouse.double_click))
        self._note(f"{do.__name__} {type(widget).__name__} {place} {keys}")
        do(widget, place, keys=keys)

    def _wheel(self):
        widget, keys = self._target(), self._random.choice(MODIFIERS)
        notches = self._random.uniform(-3, 3)
        self._note(f"wheel {type(widget).__name__} {notches:.1f} {keys}")
        mouse.turn(widget, self._place(widget), notches=notches, keys=keys)

    def _panel(self):
        """The version list, and how to separate."""
        window = self._editor.window
        if self._random.random() < 0.5 and window.version_panel.list.count():
            row = self._random.randrange(window.version_panel.list.count())
            self._note(f"version {row}")
            window.version_panel.list.itemClicked.emit(window.version_panel.list.item(row))
        else:
            steps = self._random.choice((1, 2, 3, 8, 64))
            self._note(f"quality {steps}")
            self._editor.choose(steps=steps)

    def _mix(self):
        """Undo a lot, or go somewhere."""
        if self._random.random() < 0.3:
            self._note("undo many")
            for _ in range(self._random.randint(1, 12)):
                self._editor.undo.undo()
        else:
            self._note("seek")
            self._editor.transport.seek(self._random.randrange(self._editor.project.whole.stop))

    def _tidy(self):
        """Close what has opened, and do not let one separation take all the time."""
        if self._random.random() < 0.3:
            self._editor.context.separation.cancel()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMenu) and widget.isVisible():
                widget.close()
        window = self._editor.window
        window.activateWindow()
        if window.first_page.isVisible():
            self._editor.actions["first_run"].trigger()
        if self._random.random() < 0.5:
            self._random.choice(list(window.lanes.lanes.values())).canvas.setFocus()


@contextmanager
def closing_dialogs(seed):
    """Close dialogs soon after they open: most are left, some are agreed to."""
    dice = random.Random(seed)

    def look():
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                agrees = isinstance(widget, QMessageBox) or dice.random() < 0.5
                agrees = agrees and type(widget).__name__ == "ExportDialog"
                widget.accept() if agrees else widget.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(30)
    try:
        yield
    finally:
        timer.stop()


@contextmanager
def faults():
    """What goes wrong anywhere: exceptions in slots and threads, and warnings of Qt."""
    found = []

    def on_message(kind, _context, text):
        if kind != QtMsgType.QtInfoMsg and not any(words in text for words in HARMLESS):
            found.append(f"Qt: {text}")

    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda kind, error, trace: found.append(_told(error, trace))
    threading.excepthook = lambda a: found.append(_told(a.exc_value, a.exc_traceback))
    sys.unraisablehook = lambda a: found.append(_told(a.exc_value, a.exc_traceback))
    before = qInstallMessageHandler(on_message)
    try:
        yield found
    finally:
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _told(error, trace):
    import traceback

    return "".join(traceback.format_exception(type(error), error, trace))


def living_threads():
    """Names of the threads of Python that are at work."""
    python = [t.name for t in threading.enumerate() if not isinstance(t, threading._DummyThread)]
    return sorted(python)


def running_qthreads(parent):
    """How many of Qt's threads below an object are at work."""
    return sum(thread.isRunning() for thread in parent.findChildren(QThread))
