"""Decibels and what they stand for: L = 20 log10(a) of an amplitude, L = 10 log10(p) of a power.

Arrays keep their shape and floating type. Zero is minus infinity; who may meet it says what then
counts, by a floor or a lowest level.
"""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Level = TypeVar("Level", float, npt.NDArray[np.floating[Any]])


def db_to_amplitude(level_db: Level) -> Level:
    """Amplitude, or factor for one, of a level: 10^(L/20)."""
    amplitude: Level = 10.0 ** (level_db / 20.0)
    return amplitude


def db_to_power(level_db: Level) -> Level:
    """Power, or factor for one, of a level: 10^(L/10)."""
    power: Level = 10.0 ** (level_db / 10.0)
    return power


def amplitude_to_db(amplitude: Level) -> Level:
    """Level of an amplitude above 0: 20 log10(a)."""
    level_db: Level = 20.0 * np.log10(amplitude)
    return level_db


def power_to_db(power: Level) -> Level:
    """Level of a power above 0: 10 log10(p)."""
    level_db: Level = 10.0 * np.log10(power)
    return level_db
