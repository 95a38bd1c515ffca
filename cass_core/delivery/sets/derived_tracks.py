"""Tracks that are sums and differences of the set's four: whole steps, so they null as exactly."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np

from cass_core.clips import FloatArray
from cass_core.media.sound.wave_writer import IntArray
from cass_core.stem_names import ME_CODE, MIXTURE_CODE, RESIDUAL_CODE, STEM_CODES

_Block = TypeVar("_Block", FloatArray, IntArray)

_TERMS: dict[str, dict[str, int]] = {
    ME_CODE: {"FX": 1, "MX": 1},
    "MIX-FX": {"DX": 1, "MX": 1},
    "MIX-MX": {"DX": 1, "FX": 1},
    RESIDUAL_CODE: {MIXTURE_CODE: 1} | dict.fromkeys(STEM_CODES, -1),
}
EQUATIONS: tuple[tuple[str, ...], ...] = (
    STEM_CODES,
    ("DX", ME_CODE),
    ("FX", "MIX-FX"),
    ("MX", "MIX-MX"),
)
"""Tracks that sum to the mixture."""


def with_derived(blocks: Mapping[str, _Block], tracks: Iterable[str]) -> dict[str, _Block]:
    """The blocks of a set and of what is derived from it.

    Args:
        blocks: of stems and mixture, floats or whole steps, by track.
        tracks: what is wanted of all.

    Returns:
        What was given, and the wanted tracks that it gives.
    """
    found: dict[str, _Block] = dict(blocks)
    for track in set(tracks) & set(_TERMS):
        total = np.zeros_like(blocks[MIXTURE_CODE])
        for name, sign in _TERMS[track].items():
            total += sign * blocks[name]
        found[track] = total
    return found
