"""Sounds moved to a wrong stem in a scene of the corpus, and decoys that only look like it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import db_to_amplitude, power_to_db
from cass_core.review.cells.bands import CELL_RATE_HZ
from cass_core.stem_names import STEMS, Stem

_MOST_MOVES = 9
_SHORTEST_S, _LONGEST_S = 0.2, 3.0
_APART_S = 0.6
_FADE_S = 0.004, 0.2
_PART_SHARE, _LEAST_PART = 0.3, 0.4  # moves that leave some behind, and how much goes at least
_BAND_SHARE = 0.15  # moves of a band alone
_GHOST_SHARE, _GHOST_DB = 0.5, (-20.0, -6.0)  # moves into a silent dialogue
_HEARD_POWER = 1e-7  # -70 dBFS
_FAINTEST_DB = -30.0
_TRIES = 30
_DIPS = 2  # stretches that lose their sound without another stem gaining it
_LEAK_SHARE, _LEAK_DB = 0.2, (-45.0, -24.0)


Numbers = npt.NDArray[np.floating[Any]]


class MovedSound(NamedTuple):
    """A sound that stands in the wrong stem.

    Attributes:
        stem: where it is.
        belongs: where it was.
        span: when, at `CELL_RATE_HZ`.
        relative_db: its level against the active level of the stem that it stands in.
    """

    stem: Stem
    belongs: Stem
    span: SampleSpan
    relative_db: float


class MovedScene(NamedTuple):
    """A scene with sounds in the wrong stems.

    Attributes:
        stems: (stem, sample) at `CELL_RATE_HZ`.
        moved: what was moved.
    """

    stems: FloatArray
    moved: tuple[MovedSound, ...]


def moved_scene(stems: FloatArray, rng: np.random.Generator) -> MovedScene:
    """Move sounds of a scene.

    Args:
        stems: (stem, sample) at `CELL_RATE_HZ`, as they should be.
        rng: of all chance.

    Returns:
        The scene as a separator may have left it.
    """
    right = _with_dips(stems, rng)
    wrong, moved = right.copy(), list[MovedSound]()
    for _ in range(int(rng.integers(0, _MOST_MOVES + 1))):
        found = _move(right, wrong, moved, rng)
        if found is not None:
            moved.append(found)
    if rng.random() < _LEAK_SHARE:
        wrong = _leaking(wrong, rng)
    return MovedScene(wrong.astype(np.float32), tuple(moved))


def _move(
    right: Numbers, wrong: Numbers, before: Sequence[MovedSound], rng: np.random.Generator
) -> MovedSound | None:
    """Move one sound; None where none was found that can be heard."""
    is_ghost = rng.random() < _GHOST_SHARE / len(STEMS)
    taker = 0 if is_ghost else int(rng.integers(len(STEMS)))
    giver = int((taker + rng.integers(1, len(STEMS))) % len(STEMS))
    for _ in range(_TRIES):
        span = _span(right.shape[1], before, rng)
        if span is None:
            continue
        here = slice(span.start, span.stop)
        if is_ghost and _power(right[taker, here]) > _HEARD_POWER:
            continue
        sound = _drawn_part(right[giver, here], rng)
        sound *= db_to_amplitude(rng.uniform(*_GHOST_DB)) if is_ghost else 1.0
        power = _power(sound)
        if power < _HEARD_POWER:
            continue
        level = power_to_db(power / _active_power(right[taker]))
        if level < _FAINTEST_DB:
            continue
        wrong[taker, here] += sound
        wrong[giver, here] -= sound
        return MovedSound(STEMS[taker], STEMS[giver], span, float(level))
    return None


def _span(length: int, before: Sequence[MovedSound], rng: np.random.Generator) -> SampleSpan | None:
    """A stretch that is away from all others."""
    seconds = np.exp(rng.uniform(np.log(_SHORTEST_S), np.log(_LONGEST_S)))
    size, apart = round(float(seconds) * CELL_RATE_HZ), round(_APART_S * CELL_RATE_HZ)
    start = int(rng.integers(0, length - size))
    near = any(
        start < other.span.stop + apart and other.span.start < start + size + apart
        for other in before
    )
    return None if near else SampleSpan(start, start + size)


def _drawn_part(sound: Numbers, rng: np.random.Generator) -> Numbers:
    """What of a stretch is moved: faded at its ends, at times a share or a band of it."""
    fade_s = np.exp(rng.uniform(*np.log(_FADE_S)))
    fade = max(min(round(float(fade_s) * CELL_RATE_HZ), len(sound) // 2), 1)
    part: Numbers = np.array(sound, np.float64)
    ramp = np.linspace(0, 1, fade, endpoint=False)
    part[:fade] *= ramp
    part[len(part) - fade :] *= ramp[::-1]
    if rng.random() < _PART_SHARE:
        part *= rng.uniform(_LEAST_PART, 1.0)
    if rng.random() < _BAND_SHARE:
        spectrum = np.fft.rfft(part)
        edge = round(float(np.exp(rng.uniform(np.log(0.04), np.log(0.5)))) * len(spectrum))
        spectrum[slice(edge) if rng.random() < 0.5 else slice(edge, None)] = 0
        part = np.fft.irfft(spectrum, len(part))
    return part


def _with_dips(stems: FloatArray, rng: np.random.Generator) -> Numbers:
    """A copy that is silent here and there, with edges as sharp as those of moves."""
    kept = np.array(stems, np.float64)
    for _ in range(int(rng.integers(0, _DIPS + 1))):
        span = _span(kept.shape[1], (), rng)
        if span is not None:
            here, row = slice(span.start, span.stop), int(rng.integers(len(STEMS)))
            kept[row, here] -= _drawn_part(kept[row, here], rng)
    return kept


def _leaking(stems: Numbers, rng: np.random.Generator) -> Numbers:
    """The stems with a little of each other all the time; nobody is to flag that."""
    shares = db_to_amplitude(rng.uniform(*_LEAK_DB, (len(STEMS), len(STEMS))))
    np.fill_diagonal(shares, 0.0)
    return stems + shares @ stems - shares.sum(axis=0)[:, None] * stems


def _power(sound: Numbers) -> float:
    return float(np.mean(np.square(sound)))


def _active_power(sound: Numbers) -> float:
    """Mean power where the sound is heard."""
    step = CELL_RATE_HZ // 10
    powers = np.square(sound[: len(sound) // step * step].reshape(-1, step)).mean(axis=1)
    heard = powers[powers > _HEARD_POWER]
    return float(heard.mean()) if len(heard) else _HEARD_POWER
