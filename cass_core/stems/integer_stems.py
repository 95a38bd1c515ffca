"""Stems in whole steps that sum bit for bit: the last one is what rounding leaves.

Integer stems have no dither. Independent dither on each would leave noise where stems are summed
against the mixture, and a music that is computed as mixture minus the others would carry the sum
of all of it; rounding errors of the two other stems, half a step each, are what it carries now.
"""

from collections.abc import Mapping

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.errors import OutputError
from cass_core.media.sound.wave_writer import IntArray, to_steps
from cass_core.stem_names import MIXTURE_CODE, REMAINDER, STEMS
from cass_core.stems.null_measure import dbfs

# a little above the -120 dBFS that separation promises; 16 steps of 24 bits
_LARGEST_SUM_ERROR = 16 * 2.0**-23


def integer_stems(blocks: Mapping[str, FloatArray], bits: int) -> dict[str, IntArray]:
    """One block of each track in whole steps; one stem takes what rounding leaves.

    Args:
        blocks: (channel, sample) of the mixture and of all stems but `REMAINDER`.
        bits: of an integer sample.

    Returns:
        (channel, sample) of all; `REMAINDER` is what is left of the mixture. Nothing is clipped.
    """
    coded = {
        stem.code: to_steps(blocks[stem.code], bits) for stem in STEMS if stem is not REMAINDER
    }
    mixture = to_steps(blocks[MIXTURE_CODE], bits)
    remainder = mixture - sum(coded.values())
    return coded | {REMAINDER.code: remainder, MIXTURE_CODE: mixture}


def fits(block: IntArray, bits: int) -> bool:
    """Whether integers of that many bits hold every sample."""
    highest = 2 ** (bits - 1) - 1
    return not (np.any(block < -highest - 1) or np.any(block > highest))


def refuse_broken_sum(blocks: Mapping[str, FloatArray], span: SampleSpan) -> None:
    """Stop where the float stems miss the mixture: the integer music would hide it.

    Args:
        blocks: (channel, sample) of the stems and of the mixture.
        span: where they are in the programme.
    """
    total = sum(blocks[stem.code].astype(np.float64) for stem in STEMS)
    error = float(np.max(np.abs(blocks[MIXTURE_CODE] - total), initial=0.0))
    # float samples beyond full scale are as much coarser
    peak = max(float(np.max(np.abs(block), initial=1.0)) for block in blocks.values())
    # written so that a sample that is not a number fails too
    if not error <= _LARGEST_SUM_ERROR * peak or not np.isfinite(peak):
        raise OutputError(
            f"The stems do not sum to the mixture near sample {span.start} "
            f"(they miss it by {dbfs(error):.0f} dBFS); separate the movie again."
        )
