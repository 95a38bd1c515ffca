"""Where the models that made the stems together did not agree, as was kept beside the stems."""

from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.review.cells.bands import CELLS_A_SECOND
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import OPINIONS
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS
from cass_core.stems.disagreement import DISAGREEMENT_NAME, DISAGREEMENT_ROW_S, read_disagreement

_MIDDLE, _STEEPNESS, _MOST = 0.3, 4.0, 1.0


class _Opinions:
    """Reads the table of disagreement."""

    def __init__(self, folder: Path, table: tuple[FloatArray, FloatArray]) -> None:
        self._times, self._shares = table
        self.key = str((folder / DISAGREEMENT_NAME).stat().st_size)

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, stem) share of the energy by which the models differ."""
        at = np.arange(first, stop) / CELLS_A_SECOND - DISAGREEMENT_ROW_S / 2
        rows = [np.interp(at, self._times, row, left=0, right=0) for row in self._shares.T]
        return np.stack(rows, axis=1).astype(np.float32)


def _call(subject: Subject) -> Witness | None:
    if subject.folder is None:
        return None
    table = read_disagreement(subject.folder)
    return _Opinions(subject.folder, table) if len(table[0]) else None


OPINIONS_SOURCE = Source(OPINIONS, len(STEMS), _call)


def differ(material: Material) -> FloatArray:
    """(pair, frame) log-odds: where models differ about both stems, either may be wrong."""
    shares = material.further[OPINIONS]
    rows = [
        np.minimum(shares[:, STEMS.index(stem)], shares[:, STEMS.index(owner)])
        for stem, owner in PAIRS
    ]
    return np.clip(_STEEPNESS * (np.stack(rows) - _MIDDLE), 0.0, _MOST).astype(np.float32)
