"""From the evidence of a stretch to how suspicious each of its moments is."""

from collections.abc import Iterator

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.suspicion.evidence import PAIRS, evidence_rows
from cass_core.review.suspicion.suspicion_net import SuspicionNet
from cass_core.review.suspicion.suspicion_weights import load_suspicion_net
from cass_core.stem_names import Stem


def suspicions(
    cells: JudgedCells, network: SuspicionNet | None = None
) -> Iterator[tuple[Stem, Stem, FloatArray]]:
    """Weigh the evidence of a stretch.

    Args:
        cells: of the stretch.
        network: that weighs; the one that ships if None.

    Yields:
        tuple: a stem, an owner, and (frame,) from 0 to 1 how likely the stem holds the owner's
            sound.
    """
    network = network or load_suspicion_net()
    with torch.inference_mode():
        logits = network(torch.from_numpy(evidence_rows(cells))[None])[0]
        scores = logits.sigmoid().numpy().astype(np.float32)
    for (stem, owner), row in zip(PAIRS, scores, strict=True):
        yield stem, owner, row
