"""Actions on the stems: solo, mute, gain, undo."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from app.actions.actions import Actions
from app.commands.command_ids import QuickSteps
from app.commands.mix_commands import (
    ResetMix,
    SetMasterGain,
    SetMute,
    SetRangeGain,
    SetSolo,
    SetStemGain,
)
from app.commands.sensitivity_commands import SetStrictness
from app.controls.bindings import bind
from app.lanes import LANES
from app.project.project import Project
from app.project.view_state import ViewState
from cass_core.stem_names import Stem, stem_of

_STEP_DB = 1.0
_STEP_PERCENT = 10.0
_FADE_S = 0.01


class MixControls(QObject):
    """Binds the actions; those without a stem in their name act on the focused lane."""

    def __init__(
        self,
        actions: Actions,
        project: Project,
        view: ViewState,
        undo: QUndoStack,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._view, self._undo = project, view, undo
        self._steps = QuickSteps()
        bind(
            actions,
            {
                "undo": undo.undo,
                "redo": undo.redo,
                "solo": self._solo_focused,
                "mute": self._mute_focused,
                "gain_up": lambda: self._change_gain(_STEP_DB),
                "gain_down": lambda: self._change_gain(-_STEP_DB),
                "clip_gain_up": lambda: self._change_clip_gain(_STEP_DB),
                "clip_gain_down": lambda: self._change_clip_gain(-_STEP_DB),
                "less_bleed": lambda: self._change_strictness(_STEP_PERCENT),
                "fewer_artefacts": lambda: self._change_strictness(-_STEP_PERCENT),
                "reset_mix": lambda: undo.push(ResetMix(project.mix)),
            },
        )
        self._actions = actions
        undo.undoTextChanged.connect(self._name_steps)
        undo.redoTextChanged.connect(self._name_steps)
        self._name_steps()
        for lane in LANES:
            if lane.stem is not None and lane.solo is not None:
                bind(actions, {lane.solo.name: partial(self._solo, lane.stem)})

    @Slot()
    def _name_steps(self) -> None:
        """Say what would be undone and done again."""
        for name, plain, named, what in (
            ("undo", self.tr("&Undo"), self.tr("&Undo: {what}"), self._undo.undoText()),
            ("redo", self.tr("&Redo"), self.tr("&Redo: {what}"), self._undo.redoText()),
        ):
            self._actions[name].setText(named.format(what=what) if what else plain)

    @property
    def _focused(self) -> Stem | None:
        return stem_of(self._view.focus)

    def _solo_focused(self) -> None:
        if self._focused is not None:
            self._solo(self._focused)

    def _solo(self, stem: Stem) -> None:
        mix = self._project.mix
        self._undo.push(SetSolo(mix, stem, not mix.gain(stem).soloed))

    def _mute_focused(self) -> None:
        mix, stem = self._project.mix, self._focused
        if stem is not None:
            self._undo.push(SetMute(mix, stem, not mix.gain(stem).muted))

    def _change_gain(self, step_db: float) -> None:
        mix, stem = self._project.mix, self._focused
        if stem is None:
            gesture = self._steps.gesture("master")
            self._undo.push(SetMasterGain(mix, mix.master_db + step_db, gesture))
        else:
            gain_db = mix.gain(stem).gain_db + step_db
            self._undo.push(SetStemGain(mix, stem, gain_db, self._steps.gesture(stem)))

    def _change_strictness(self, step: float) -> None:
        stem, sensitivity = self._focused, self._project.sensitivity
        if stem is not None:
            percent = sensitivity.value[stem].percent + step
            gesture = self._steps.gesture((stem, "strictness"))
            self._undo.push(SetStrictness(sensitivity, stem, percent, gesture))

    def _change_clip_gain(self, step_db: float) -> None:
        """Raise or lower the selected part of the focused stem."""
        programme, selection, stem = self._project.programme, self._view.selection, self._focused
        if programme is None or selection is None or stem is None:
            return
        gain = self._project.mix.gain(stem)
        middle = (selection.span.start + selection.span.stop) // 2
        now_db = gain.line_db_at(middle)
        fade = round(_FADE_S * programme.rate_hz)
        gesture = self._steps.gesture((stem, selection.span))
        command = SetRangeGain(
            self._project.mix, stem, selection.span, now_db + step_db, fade, gesture
        )
        self._undo.push(command)
