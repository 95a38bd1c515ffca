"""A program that edits without a pause and never saves; run it, then end it badly.

Arguments: folder of the takes, milliseconds between edit and autosave. It prints the number of
each edit, which is also the position of the marker that the edit has added.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.commands.timeline_commands import AddMarker
from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.workflows.document import autosave as autosaving
from tests.helpers.project.open_project import OpenProject

EDIT_EVERY_MS = 20


def main() -> None:
    """Edit until somebody ends it."""
    folder, after_ms = Path(sys.argv[1]), int(sys.argv[2])
    autosaving.Autosave.remember.__defaults__ = (after_ms,)
    application = QApplication([])
    settings = Settings(SettingsStore(folder / "settings.json"))
    opened = OpenProject(settings)
    opened.open(folder)
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        opened.undo.push(AddMarker(opened.project.timeline, count, f"Schnitt {count}"))
        sys.stdout.write(f"{count}\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(edit)
    timer.start(EDIT_EVERY_MS)
    application.exec()


if __name__ == "__main__":
    main()
