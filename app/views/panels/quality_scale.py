"""The quality slider's scale: half an octave of steps a position, and what each is like."""

from PySide6.QtCore import QCoreApplication

STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)


def steps_at(position: int) -> int:
    """Steps of the flow at a position of the slider, from 0."""
    return STEPS[position]


def position_of(steps: int) -> int:
    """The position nearest to a number of steps, measured as a ratio."""
    return min(range(len(STEPS)), key=lambda i: max(STEPS[i], steps) / min(STEPS[i], steps))


def words_for(steps: int) -> str:
    """What that many steps are like."""
    translate = QCoreApplication.translate
    words = {
        1: translate("QualityScale", "Fast and conservative"),
        2: translate("QualityScale", "Quick"),
        4: translate("QualityScale", "Balanced"),
        12: translate("QualityScale", "Natural"),
        32: translate("QualityScale", "Most natural"),
    }
    return words[max(first for first in words if steps >= first)]


def label_for(steps: int) -> str:
    """A number of steps with its words."""
    translate = QCoreApplication.translate
    if steps == 1:
        counted = translate("QualityScale", "1 step")
    else:
        counted = translate("QualityScale", "{n} steps").format(n=steps)
    return f"{words_for(steps)} · {counted}"
