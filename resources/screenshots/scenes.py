"""What is done to the window before each picture, in the order of the day's work."""

from collections.abc import Callable
from pathlib import Path

from plan import SCENE_NAMES
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from stand_in import put_stand_in
from studio import Studio

from app.commands.mix_commands import SetGainLine, SetRangeGain, SetStemGain
from app.commands.timeline_commands import AddMarker, SetLoop
from app.dialogs.export.export_dialog import ExportDialog
from app.project.view_state import Selection, Tool
from app.views.panels.quality_scale import position_of
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint

_STEPS = 16
_SPEAKING_S, _LISTENED_S = 4.7, 8.28
_SHOWN_S, _SELECTED_S = (0.0, 12.0), (6.7, 8.9)
_BOX_KEYS = (*(Qt.Key.Key_Left,) * 16, *(Qt.Key.Key_Up,) * 10)


def first_run(studio: Studio, name: str) -> None:
    """The program before anything was ever opened."""
    studio.take(name)


def models(studio: Studio, name: str) -> None:
    """The shelf of models, before any was got."""
    studio.window.action_table["models"].trigger()
    dialog = studio.window.model_controls.dialog
    assert dialog is not None
    studio.wait_until(lambda: dialog.table.rowCount() > 0)
    dialog.table.setCurrentCell(1, 0)
    studio.wait(0.5)
    studio.take(name, over=dialog)
    dialog.close()
    studio.wait(0.1)


def movie_opened(studio: Studio, name: str) -> None:
    """The demo scene, not separated yet."""
    context = studio.window.context
    studio.window.open_path(studio.movie)
    studio.wait_until(lambda: context.project.is_decoded)
    studio.wait_until(lambda: context.separation.device.device is not None)
    context.transport.seek(studio.sample(_LISTENED_S))
    studio.settle()
    studio.take(name)


def isolate(studio: Studio, name: str) -> None:
    """A box is drawn on the picture, around what is to be heard."""
    context, video = studio.window.context, studio.window.video
    context.view.select(Selection(studio.span(*_SELECTED_S)))
    video.box.begin()
    for key in _BOX_KEYS:
        QTest.keyClick(video, key, Qt.KeyboardModifier.NoModifier)
    studio.wait(0.3)
    studio.take(name)
    video.box.end()
    context.view.select(None)


def separating(studio: Studio, name: str) -> None:
    """A run whose first window is there."""
    context, panel = studio.window.context, studio.window.separation_panel
    panel.form.quality.slider.setValue(position_of(_STEPS))
    studio.window.action_table["separate"].trigger()
    takes = context.project.versions
    studio.wait_until(lambda: any(take.position > 0 for take in takes.takes))
    studio.wait(0.3)  # the first tiles of the stems
    studio.take(name)


def separated(studio: Studio, name: str) -> None:
    """All stems, with what was heard of them on the meters."""
    context = studio.window.context
    studio.wait_until(lambda: not context.separation.busy)
    context.view.show_span(studio.span(*_SHOWN_S))
    for seconds, words in ((6.0, "Storm"), (10.0, "Door")):
        context.undo.push(AddMarker(context.project.timeline, studio.sample(seconds), words))
    studio.settle()
    studio.play(_SPEAKING_S, _LISTENED_S)
    studio.take(name)


def balance(studio: Studio, name: str) -> None:
    """Gain lines as a network has led to them, with their fit error; undone afterwards."""
    window, context = studio.window, studio.window.context
    put_stand_in()
    window.action_table["balance_by_picture"].trigger()
    studio.wait_until(lambda: context.balancing.lines is not None and not context.balancing.busy)
    context.view.set_tool(Tool.GAIN_LINE)
    studio.settle()
    studio.take(name)
    context.balancing.clear()
    context.view.set_tool(Tool.SELECT)
    context.undo.undo()


def gain_line(studio: Studio, name: str) -> None:
    """The music goes down under a phrase, which is selected and loops."""
    context = studio.window.context
    mix, phrase = context.project.mix, studio.span(*_SELECTED_S)
    rise = [(0.0, 0.0), (0.6, 0.0), (1.0, -7.0), (3.6, -7.0), (4.6, 0.0), (6.3, 0.0)]
    points = tuple(LinePoint(studio.sample(seconds), gain_db) for seconds, gain_db in rise)
    context.undo.push(SetGainLine(mix, Stem.MX, points))
    context.undo.push(SetRangeGain(mix, Stem.MX, phrase, -9.0, studio.sample(0.3)))
    context.undo.push(SetRangeGain(mix, Stem.DX, phrase, 2.5, studio.sample(0.1)))
    context.undo.push(SetStemGain(mix, Stem.FX, -3.0))
    context.undo.push(SetLoop(context.project.timeline, phrase, True))
    context.view.select(Selection(phrase))
    context.view.set_tool(Tool.GAIN_LINE)
    context.view.set_focus("MX")
    studio.settle()
    studio.take(name)


def export_dialog(studio: Studio, name: str) -> None:
    """Stems of the whole movie as WAV files."""
    window = studio.window
    window.context.view.select(None)
    window.action_table["export"].trigger()
    dialog = window.findChild(ExportDialog)
    here = str(studio.home)
    for field in dialog.findChildren(QLineEdit):
        field.setText(field.text().replace(here, "~"))
    studio.wait(0.5)
    studio.take(name, over=dialog)
    dialog.reject()
    studio.wait(0.1)


def error_state(studio: Studio, name: str) -> None:
    """A separation whose stems cannot be written."""
    window = studio.window
    window.context.view.set_tool(Tool.SELECT)
    full = Path("Shared disk")  # a file where a folder would have to be
    full.touch()
    window.context.project.set_folder(full)
    window.action_table["separate"].trigger()
    studio.wait_until(lambda: not window.context.separation.busy)
    studio.settle()
    studio.take(name)


SCENES: dict[str, Callable[[Studio, str], None]] = dict(
    zip(
        SCENE_NAMES,
        (
            first_run,
            models,
            movie_opened,
            isolate,
            separating,
            separated,
            balance,
            gain_line,
            export_dialog,
            error_state,
        ),  # fmt: skip
        strict=True,
    )
)
