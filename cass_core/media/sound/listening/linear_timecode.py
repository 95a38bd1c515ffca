"""Timecode recorded as sound (LTC, SMPTE ST 12-1): words of 80 bits in biphase mark."""

import re
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames

_Numbers = npt.NDArray[np.float64]

# frames a second that LTC has; faster pictures share a word between two of them
_RATES = (
    TimecodeRate(Fraction(24_000, 1001)),
    TimecodeRate(Fraction(24)),
    TimecodeRate(Fraction(25)),
    TimecodeRate(Fraction(30_000, 1001)),
    TimecodeRate(Fraction(30_000, 1001), drop_frame=True),
    TimecodeRate(Fraction(30)),
)
_SYNC = "0011111111111101"
_DATA_BITS, _WORD_BITS = 64, 80
_WORD = re.compile(f"(?=([01]{{{_DATA_BITS}}}){_SYNC})")
_DROP_BIT = 10
_FIELDS = ((48, 56, 2), (32, 40, 3), (16, 24, 3), (0, 8, 2))  # units, tens, bits of the tens
# a bit lasts 1/2400 to 1/1918 s; a change in its middle halves that
_SHORT_S = (0.35 / 2400, 0.75 / 2150)
_LONG_S = (0.75 / 2150, 1.3 / 1918)
_LEVEL_PERCENTILE, _HYSTERESIS, _SILENCE = 99, 0.3, 1e-4
_FEWEST_PLAUSIBLE = 0.3
_FEWEST_WORDS = 8
_SAME_FRAMES = 0.1


@dataclass(frozen=True)
class LinearTimecode:
    """What LTC says of the sound around it.

    Attributes:
        time_s: seconds since midnight of the sound's first sample.
        rate: how its frames are counted.
    """

    time_s: Fraction
    rate: TimecodeRate


@dataclass(frozen=True)
class _Word:
    """One frame's word.

    Attributes:
        at: sample at which it begins, with its fraction.
        timecode: what it says.
        drop_frame: its flag.
    """

    at: float
    timecode: str
    drop_frame: bool


def linear_timecode(sound: npt.NDArray[np.float32], rate_hz: int) -> LinearTimecode | None:
    """Read LTC that runs forward at its own speed, in either polarity.

    Args:
        sound: (sample,), one channel, some seconds.
        rate_hz: samples a second, at least 16 000.

    Returns:
        The time of its first sample, from the words that agree with each other; None where fewer
        than 8 do, or most do not.
    """
    words = _words(_changes(sound.astype(np.float64)), rate_hz)
    fits = [fit for rate in _RATES if (fit := _fit(words, rate, rate_hz))]
    if not fits:
        return None
    _, time_s, rate = min(fits, key=lambda fit: fit[0])
    day_s = rate.frames_a_day / rate.fps
    return LinearTimecode(Fraction(time_s).limit_denominator(10**9) % day_s, rate)


def _changes(sound: _Numbers) -> _Numbers:
    """Where the signal changes its sign, between samples; noise around zero does not count."""
    sound = sound - sound.mean() if len(sound) else sound
    level = float(np.percentile(np.abs(sound), _LEVEL_PERCENTILE)) if len(sound) else 0.0
    crossings = np.flatnonzero(np.diff(sound > 0))
    if level < _SILENCE or not len(crossings):
        return np.zeros(0)
    sure = np.flatnonzero(np.abs(sound) > _HYSTERESIS * level)
    turned = sure[1:][np.diff(sound[sure] > 0)]
    before = crossings[np.searchsorted(crossings, turned) - 1]
    left, right = sound[before], sound[before + 1]
    return np.asarray(before + left / (left - right))


def _words(changes: _Numbers, rate_hz: int) -> list[_Word]:
    """The words between changes of sign."""
    lengths_s = np.diff(changes) / rate_hz
    is_short = (lengths_s > _SHORT_S[0]) & (lengths_s <= _SHORT_S[1])
    is_long = (lengths_s > _LONG_S[0]) & (lengths_s < _LONG_S[1])
    if not len(lengths_s) or (is_short | is_long).mean() < _FEWEST_PLAUSIBLE:
        return []
    bits, starts = _bits("".join(np.where(is_long, "L", np.where(is_short, "S", "x"))))
    found = ((match.start(), match[1]) for match in _WORD.finditer(bits))
    words = [_word(changes[starts[place]], data) for place, data in found]
    return [word for word in words if word is not None]


def _bits(lengths: str) -> tuple[str, list[int]]:
    """Bits and the number of the change where each begins: long is 0, two short ones are 1."""
    steps = list(re.finditer("L|SS|.", lengths))
    names = {"L": "0", "SS": "1"}
    return "".join(names.get(step[0], "x") for step in steps), [step.start() for step in steps]


def _word(at: float, data: str) -> _Word | None:
    """A word from its bits, the lowest of each digit first; None where they are no digits."""
    numbers = []
    for units, tens, width in _FIELDS:
        unit, ten = _number(data[units : units + 4]), _number(data[tens : tens + width])
        if unit > 9:
            return None
        numbers.append(10 * ten + unit)
    drop = data[_DROP_BIT] == "1"
    return _Word(float(at), ":".join(f"{number:02d}" for number in numbers), drop)


def _number(bits: str) -> int:
    return int(bits[::-1], 2)


def _fit(
    words: list[_Word], rate: TimecodeRate, rate_hz: int
) -> tuple[float, float, TimecodeRate] | None:
    """How far words are from running at a rate, and the time of sample 0; None if they do not."""
    starts_s = np.array([
        start_s for word in words if (start_s := _start_s(word, rate, rate_hz)) is not None
    ])  # fmt: skip
    if len(starts_s) < _FEWEST_WORDS:
        return None
    start_s = float(np.median(starts_s))
    distances = np.abs(starts_s - start_s) * float(rate.fps)
    agreeing = distances < _SAME_FRAMES
    if agreeing.sum() < max(_FEWEST_WORDS, len(words) / 2):
        return None
    return float(distances[agreeing].mean()), start_s, rate


def _start_s(word: _Word, rate: TimecodeRate, rate_hz: int) -> float | None:
    """Time of sample 0 by one word, in seconds; None where it is none at this rate."""
    if word.drop_frame != rate.drop_frame:
        return None
    try:
        frames = timecode_to_frames(word.timecode, rate)
    except SettingsError:
        return None
    return float(frames / rate.fps) - word.at / rate_hz
