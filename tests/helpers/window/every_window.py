"""Every window and dialog of the program, one after the other."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QListWidget

from app.commands.timeline_commands import AddMarker, SetLoop
from app.dialogs import questions
from app.dialogs.channel_dialog import ChannelDialog
from app.dialogs.error_dialog import ErrorDialog
from app.dialogs.recovery_dialog import RecoveryDialog
from app.dialogs.relink_dialog import RelinkDialog
from app.project.seen.selection import Selection
from app.project.view_state import Tool
from app.views.lanes.ruler.ruler_menu import ruler_menu
from app.workflows.document.recovery import RecoverableProject
from cass_core.clips import SampleSpan

RATE_HZ = 48_000
PART = SampleSpan(RATE_HZ, 2 * RATE_HZ)
_BY_ACTION = ("shortcuts", "palette", "about", "report", "export", "export_remux")


def every_window(editor, movie, folder, monkeypatch):
    """Names and widgets on screen; what is shown goes before the next one comes.

    Args:
        editor: with nothing open yet.
        movie: that is opened, separated and exported.
        folder: where an export goes.
        monkeypatch: of the test.
    """
    yield "start page", editor.window
    editor.open(movie)
    yield "movie", editor.window
    _work(editor, movie, folder)
    yield "editor", editor.window
    for menu in _menus(editor):
        yield "menu", menu
    for name in _BY_ACTION:
        editor.trigger(name)
        yield from _shown(editor, name, _newest_dialog(editor))
    yield from _preference_pages(editor)
    yield from _models(editor)
    for dialog in _own_dialogs(editor):
        dialog.show()
        yield from _shown(editor, type(dialog).__name__, dialog)
    yield from _questions(editor, monkeypatch)


def _work(editor, movie, folder):
    """Everything that the window can show at once."""
    editor.separate(steps=1)
    editor.view.select(Selection(PART, (100.0, 4000.0)))
    editor.separate("separate_selection", steps=2)
    editor.undo.push(AddMarker(editor.project.timeline, RATE_HZ, "Tür"))
    editor.undo.push(SetLoop(editor.project.timeline, PART, True))
    for lane in ("loudness", "misplaced", "filmstrip", "difference"):
        editor.trigger(f"show_{lane}")
    editor.view.set_tool(Tool.GAIN_LINE)
    editor.export(folder)
    editor.project.set_folder(movie)  # takes cannot be kept in a file
    editor.choose(steps=4)
    editor.trigger("separate")
    editor.settle()


def _menus(editor):
    """Those that a right click opens."""
    lanes, panel = editor.window.lanes.ruler, editor.window.version_panel
    context = lanes._context
    for marker in (None, editor.project.timeline.markers[0]):
        yield ruler_menu(context, 0, marker, lambda _marker: None, lanes)
    row = panel.list.item(panel.list.count() - 1)
    yield panel.menu_for(row, editor.project.versions.versions[-1])


def _newest_dialog(editor):
    return [d for d in editor.window.findChildren(QDialog) if d.isVisible()][-1]


def _shown(editor, name, dialog):
    editor.settle()
    yield name, dialog
    dialog.close()
    dialog.deleteLater()
    editor.settle()


def _preference_pages(editor):
    editor.trigger("preferences")
    dialog = editor.dialog("PreferencesDialog")
    pages = dialog.findChild(QListWidget)
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        editor.settle()
        yield f"preferences {row + 1}", dialog
    dialog.reject()


def _models(editor):
    """The shelf with what there is to say of a model that must be downloaded by hand."""
    editor.trigger("models")
    dialog = editor.dialog("ModelsDialog")
    editor.qtbot.waitUntil(lambda: dialog.table.rowCount() > 5)
    dialog.table.setCurrentCell(5, 0)
    editor.settle()
    yield "models", dialog
    dialog.close()


def _own_dialogs(editor):
    """Dialogs that wait for something to happen."""
    window, document = editor.window, editor.context.saver.document
    yield ChannelDialog(("L", "R", "C", "LFE", "Ls", "Rs"), (0, 1), window)
    yield ErrorDialog(editor.context.separation.report.problem, parent=window)
    found = RecoverableProject(document, datetime(2026, 1, 2, 3, 4), Path("slot"))
    yield RecoveryDialog([found], window)
    yield RelinkDialog(document, editor.context.opening.relinking, Path(), window)


def _questions(editor, monkeypatch):
    asked, window = [], editor.window
    with monkeypatch.context() as patch:
        patch.setattr(questions, "_pressed", asked.append)
        questions.save_changes(window, editor.context.saver.name)
        questions.may_discard(window, editor.context.saver.name)
        questions.may_stop(window)
        questions.may_stop(window, exporting=True)
        questions.may_change_sound(window)
    for box in asked:
        box.show()
        yield from _shown(editor, "question", box)
