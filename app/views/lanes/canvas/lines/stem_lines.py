"""The lines over time of a stem that can be drawn in its lane: its gain, and how strict it is."""

from typing import Protocol

from PySide6.QtGui import QUndoStack

from app.commands.mix_commands import SetGainLine, SetRangeGain
from app.commands.sensitivity_commands import SetRangeStrictness, SetStrictnessLine
from app.project.project import Project
from app.views.lanes.canvas.lines.gain_scale import GAIN
from app.views.lanes.canvas.lines.line_scale import LineScale
from app.views.lanes.canvas.lines.strictness_scale import STRICTNESS
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.line import Line


class StemLine(Protocol):
    """A line of a stem, and the commands that change it."""

    @property
    def scale(self) -> LineScale:
        """Where its values stand."""

    @property
    def points(self) -> Line:
        """The line as it is now."""

    def put(self, line: Line, gesture: int) -> None:
        """Replace the line."""

    def put_range(self, span: SampleSpan, value: float, fade_samples: int, gesture: int) -> None:
        """Give a part of the programme one value."""


class GainOfStem:
    """A stem's gain over time."""

    scale = GAIN

    def __init__(self, project: Project, undo: QUndoStack, stem: Stem) -> None:
        """Look at a stem.

        Args:
            project: whose mix it is.
            undo: takes the commands.
            stem: whose line.
        """
        self._mix, self._undo, self._stem = project.mix, undo, stem

    @property
    def points(self) -> Line:
        """The line as it is now."""
        return self._mix.gain(self._stem).line

    def put(self, line: Line, gesture: int) -> None:
        """Replace the line."""
        self._undo.push(SetGainLine(self._mix, self._stem, line, gesture))

    def put_range(self, span: SampleSpan, value: float, fade_samples: int, gesture: int) -> None:
        """Give a part of the programme one gain."""
        command = SetRangeGain(self._mix, self._stem, span, value, fade_samples, gesture)
        self._undo.push(command)


class StrictnessOfStem:
    """How strict a stem is over time."""

    scale = STRICTNESS

    def __init__(self, project: Project, undo: QUndoStack, stem: Stem) -> None:
        """Look at a stem.

        Args:
            project: whose stems they are.
            undo: takes the commands.
            stem: whose line.
        """
        self._sensitivity, self._undo, self._stem = project.sensitivity, undo, stem

    @property
    def points(self) -> Line:
        """The line as it is now."""
        return self._sensitivity.value[self._stem].line

    def put(self, line: Line, gesture: int) -> None:
        """Replace the line."""
        self._undo.push(SetStrictnessLine(self._sensitivity, self._stem, line, gesture))

    def put_range(self, span: SampleSpan, value: float, fade_samples: int, gesture: int) -> None:
        """Give a part of the programme one strictness."""
        command = SetRangeStrictness(
            self._sensitivity, self._stem, span, value, fade_samples, gesture
        )
        self._undo.push(command)
