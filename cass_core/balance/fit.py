"""Gains over time with which stems come as near as they can to another sound."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from cass_core.balance.sums import FitSums, Numbers
from cass_core.decibels import db_to_amplitude

LIMIT_DB = 12.0
"""The most that a gain changes, up or down."""
_REACH = 5  # pieces on either side: half a second
_HOLD = 1e-5  # how strongly gains are held at 0 dB, against the loudness of all stems
_HEARD = 1e-5  # of the stems' power, -50 dB: what is softer says nothing about its gain
_TOLD = 0.1  # of what the gains leave over: what is softer could be anything
_SILENT = 1e-10  # mean square, -100 dBFS
_EDGES = (float(db_to_amplitude(-LIMIT_DB)), float(db_to_amplitude(LIMIT_DB)))
_SLACK = 1e-9


@dataclass(frozen=True)
class Fit:
    """Gains of stems, and how near they come.

    Attributes:
        gains_db: (piece, stem), within ±LIMIT_DB.
        error_db: power of what they leave over, against that of the sound that was aimed at.
        unchanged_db: the same of the stems as they were.
    """

    gains_db: Numbers
    error_db: float
    unchanged_db: float


def fitted(sums: FitSums) -> Fit:
    """Find the gains: min over g of |y - sum over stems s of g_s s|², each within ±LIMIT_DB.

    Each gain is that of the pieces within half a second, nearer ones counting more, so that lines
    are smooth and loud pieces count more than soft ones. Where a stem is not heard its gain is that
    of the time before and behind.

    Args:
        sums: of the stems and of the sound that they are to give.

    Returns:
        The gains and what they leave over.
    """
    around = sums.smoothed(_REACH)
    matrix, wanted = _equations(around)
    free = _with_edges(matrix, wanted, (None,) * wanted.shape[1])
    heard = _is_heard(around, around.error(free))
    gains_db = _held_where_unheard(20 * np.log10(_nearest(matrix, wanted)), heard)
    return with_error(sums, gains_db)


def with_error(sums: FitSums, gains_db: Numbers) -> Fit:
    """The fit of given gains, such as lines that were made simpler."""
    whole = float(sums.power.sum())
    factors = np.asarray(db_to_amplitude(gains_db), np.float64)
    left, before = (float(sums.error(g).sum()) for g in (factors, np.ones_like(factors)))
    return Fit(gains_db, _level_db(left, whole), _level_db(before, whole))


def _level_db(power: float, whole: float) -> float:
    """Against the whole; what is silent is far below it."""
    return float(10 * np.log10(max(power, 1e-12 * whole, 1e-30) / max(whole, 1e-30)))


def _equations(sums: FitSums) -> tuple[Numbers, Numbers]:
    """(piece, stem, stem) and (piece, stem) of the normal equations, held a little at 0 dB."""
    hold = _HOLD * np.trace(sums.stems, axis1=1, axis2=2) + 1e-2 * _SILENT
    matrix = sums.stems + hold[:, None, None] * np.eye(sums.target.shape[1])
    return matrix, sums.target + hold[:, None]


def _nearest(matrix: Numbers, wanted: Numbers) -> Numbers:
    """(piece, stem): the exact least squares within the limits, each way of reaching them tried."""
    count = wanted.shape[1]
    best, least = np.ones_like(wanted), np.full(len(wanted), np.inf)
    for edges in product((None, *_EDGES), repeat=count):
        found = _with_edges(matrix, wanted, edges)
        inside = ((found >= _EDGES[0] - _SLACK) & (found <= _EDGES[1] + _SLACK)).all(axis=1)
        cost = np.einsum("pa,pab,pb->p", found, matrix, found) - 2 * (found * wanted).sum(axis=1)
        better = inside & (cost < least)
        best[better], least[better] = found[better], cost[better]
    return np.clip(best, *_EDGES)


def _with_edges(matrix: Numbers, wanted: Numbers, edges: tuple[float | None, ...]) -> Numbers:
    """Least squares with some gains at a limit and the others free."""
    found = np.array([1.0 if edge is None else edge for edge in edges]) * np.ones_like(wanted)
    free = [stem for stem, edge in enumerate(edges) if edge is None]
    fixed = [stem for stem, edge in enumerate(edges) if edge is not None]
    if free:
        rest = wanted[:, free]
        if fixed:
            across = matrix[:, free][:, :, fixed]
            rest = rest - (across * found[:, None, fixed]).sum(axis=2)
        found[:, free] = np.linalg.solve(matrix[:, free][:, :, free], rest[..., None])[..., 0]
    return found


def _is_heard(sums: FitSums, left: Numbers) -> Numbers:
    """(piece, stem) of yes and no: whether a stem is loud enough to say what its gain should be.

    Args:
        sums: of the stems.
        left: (piece,), power of what gains without limits leave over.

    Returns:
        As many rows as pieces.
    """
    own = np.diagonal(sums.stems, axis1=1, axis2=2)
    least = np.maximum(_HEARD * own.sum(axis=1), _TOLD * left)
    heard: Numbers = (own > least[:, None]) & (own > _SILENT)
    return heard


def _held_where_unheard(gains_db: Numbers, heard: Numbers) -> Numbers:
    """Straight lines over what is not heard; level at either end, and 0 dB where nothing is."""
    out = np.zeros_like(gains_db)
    pieces = np.arange(len(gains_db))
    for stem in range(gains_db.shape[1]):
        known = np.flatnonzero(heard[:, stem])
        if len(known):
            out[:, stem] = np.interp(pieces, known, gains_db[known, stem])
    return out
