"""The real program with somebody at it who follows a plan, for tests that end it badly.

Arguments: the plan, the model, and for some plans a movie. It says on stdout what happens.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import program
from app.dialogs.recovery_dialog import RecoveryDialog
from app.main_window import MainWindow
from app.workflows.document import autosave as autosaving

AUTOSAVE_MS = 300
EDIT_EVERY_MS, LOOK_EVERY_MS = 20, 20
STEPS = 4


def say(**facts):
    """A line for the test that reads along."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Plan:
    """Looks at the window again and again, and does the next thing when it can be done."""

    def __init__(self, window):
        self.window, self.context, self.actions = window, window.context, window.action_table
        self.steps = iter(self.run())
        self.wanted = next(self.steps)
        self.timer = QTimer(window, interval=LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        if self.wanted():
            self.wanted = next(self.steps, None)
            if self.wanted is None:
                self.timer.stop()

    def opened(self):
        return self.context.project.is_decoded

    def facts(self):
        project = self.context.project
        say(
            markers=[[marker.sample, marker.name] for marker in project.timeline.markers],
            muted=[gain.muted for gain in project.mix.rebalance.stems],
            takes=[[str(t.folder), t.position, t.span.stop] for t in project.versions.takes],
            modified=self.context.saver.modified,
            movie=project.programme.info.path.name,
        )

    def leave(self):
        """End without questions; nothing is kept for another start."""
        self.context.undo.setClean()
        self.context.stop(keep_changes=False)
        self.window.video.stop()
        QApplication.exit(0)


class Edit(Plan):
    """Edit for ever and never save."""

    def run(self):
        yield self.opened
        self.count = 0
        self.editing = QTimer(self.window, interval=EDIT_EVERY_MS)
        self.editing.timeout.connect(self.edit)
        self.editing.start()

    def edit(self):
        self.count += 1
        self.context.transport.seek(self.count)
        self.actions["add_marker"].trigger()
        say(edit=self.count)


class Separate(Plan):
    """Separate, tell of every window, and stay until somebody ends the process."""

    def run(self):
        yield self.opened
        form = self.window.separation_panel.form
        form.quality.set_steps(STEPS)
        form.picture.setChecked(False)
        versions, separation = self.context.project.versions, self.context.separation
        separation.take_grew.connect(lambda name: say(grew=versions.take(name).position))
        yield lambda: self.actions["separate"].isEnabled()
        self.actions["separate"].trigger()
        yield lambda: not separation.busy
        self.facts()


class Recover(Plan):
    """Take what is offered, go on with what was stopped, and tell what is there."""

    def run(self):
        yield lambda: self.offer is not None
        say(offered=[project.name for project in self.offer._found])
        self.offer.accept()
        yield self.opened
        self.facts()
        if self.context.separation.resumable is not None:
            yield lambda: self.actions["resume_run"].isEnabled()
            self.actions["resume_run"].trigger()
            yield lambda: not self.context.separation.busy
            self.facts()
        self.leave()

    @property
    def offer(self):
        dialogs = self.window.findChildren(RecoveryDialog)
        return next((dialog for dialog in dialogs if dialog.isVisible()), None)


class Look(Plan):
    """Tell whether anything is offered."""

    def run(self):
        begun = iter(range(50))
        yield lambda: next(begun, None) is None
        offers = self.window.findChildren(RecoveryDialog)
        say(offers=sum(dialog.isVisible() for dialog in offers))
        for dialog in offers:
            dialog.reject()
        self.leave()


PLANS = {plan.__name__.lower(): plan for plan in (Edit, Separate, Recover, Look)}


def main(plan, model, movie=None):
    """Run the program."""
    autosaving.Autosave.remember.__defaults__ = (AUTOSAVE_MS,)
    show = MainWindow.show

    def show_and_begin(window):
        show(window)
        window.plan = PLANS[plan](window)

    MainWindow.show = show_and_begin
    sys.exit(program.run(movie, model))


if __name__ == "__main__":
    from pathlib import Path

    main(*sys.argv[1:3], *map(Path, sys.argv[3:4]))
