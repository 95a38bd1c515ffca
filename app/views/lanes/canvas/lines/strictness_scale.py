"""Less bleed at the top of a lane, fewer artefacts at its bottom."""

from PySide6.QtCore import QCoreApplication

from app.environment.numbers import decimal
from app.views.lanes.canvas.lines.line_scale import LineScale
from cass_core.repair.sensitivity.sensitivity import FEWEST_ARTEFACTS, LEAST_BLEED


def share_of(percent: float) -> float:
    """Place of a strictness: 0 at the top (least bleed), 1 at the bottom (fewest artefacts)."""
    within = min(max(percent, FEWEST_ARTEFACTS), LEAST_BLEED)
    return (LEAST_BLEED - within) / (LEAST_BLEED - FEWEST_ARTEFACTS)


def strictness_at(share: float) -> float:
    """Strictness at a place, the other way round; kept within the ends."""
    within = min(max(share, 0.0), 1.0)
    return LEAST_BLEED - within * (LEAST_BLEED - FEWEST_ARTEFACTS)


def written_strictness(percent: float) -> str:
    """What there is less of, such as "Bleed −40"."""
    if not round(percent):
        return QCoreApplication.translate("Strictness", "As separated")
    bleed = QCoreApplication.translate("Strictness", "Bleed −{number}")
    artefacts = QCoreApplication.translate("Strictness", "Artefacts −{number}")
    words = bleed if percent > 0 else artefacts
    return words.format(number=decimal(abs(percent), 0))


STRICTNESS = LineScale(
    marks=(100.0, 50.0, 0.0, -50.0, -100.0),
    share_of=share_of,
    value_at=strictness_at,
    written=written_strictness,
    step=5.0,
    catch=4.0,
)
"""Of the lines over which masks decide."""
