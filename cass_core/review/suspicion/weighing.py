"""From the evidence of a stretch to how suspicious each of its moments is."""

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.suspicion.evidence import evidence_rows
from cass_core.review.suspicion.suspicion_net import SuspicionNet
from cass_core.review.suspicion.suspicion_weights import load_suspicion_net


def suspicion_logits(cells: JudgedCells, network: SuspicionNet | None = None) -> FloatArray:
    """Weigh the evidence of a stretch.

    Args:
        cells: of the stretch.
        network: that weighs; the one that ships if None.

    Returns:
        (pair, frame) log-odds, in the order of `PAIRS`, that the stem holds the owner's sound.
    """
    network = network or load_suspicion_net()
    with torch.inference_mode():
        logits = network(torch.from_numpy(evidence_rows(cells))[None])[0]
    return np.asarray(logits.numpy(), np.float32)
