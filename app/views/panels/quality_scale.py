"""The quality slider's scale: half an octave of steps a position, and how a number is written."""

from PySide6.QtCore import QCoreApplication

STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 249)


def steps_at(position: int) -> int:
    """Steps of the flow at a position of the slider, from 0."""
    return STEPS[position]


def position_of(steps: int) -> int:
    """The position nearest to a number of steps, measured as a ratio."""
    return min(range(len(STEPS)), key=lambda i: max(STEPS[i], steps) / min(STEPS[i], steps))


def label_for(steps: int, recommended: int = 0) -> str:
    """A number of steps, and whether the model's makers recommend it.

    Args:
        steps: the number.
        recommended: the number that they recommend; 0 for none.

    Returns:
        "2 steps · recommended", or "8 steps".
    """
    translate = QCoreApplication.translate
    if steps == 1:
        counted = translate("QualityScale", "1 step")
    else:
        counted = translate("QualityScale", "{n} steps").format(n=steps)
    if recommended < 1 or position_of(steps) != position_of(recommended):
        return counted
    return translate("QualityScale", "{steps} · recommended").format(steps=counted)
