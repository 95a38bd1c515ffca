"""LTC as sound, written from SMPTE ST 12-1's description and by no means of the decoder."""

import numpy as np

from cass_core.media.files.timecode import TimecodeRate, frames_to_timecode

_SYNC = [int(bit) for bit in "0011111111111101"]
_PLACES = ((0, 8), (16, 24), (32, 40), (48, 56))  # of frames, seconds, minutes, hours


def ltc(first: int, rate: TimecodeRate, duration_s: float, rate_hz: int = 48_000) -> np.ndarray:
    """A channel whose first sample begins the word of a frame.

    Args:
        first: number of the frame since midnight.
        rate: how frames are counted.
        duration_s: length in seconds.
        rate_hz: samples a second.

    Returns:
        (sample,) float32 with a level of 0.5.
    """
    words = [_bits(first + n, rate) for n in range(int(duration_s * rate.fps) + 2)]
    bits = np.concatenate(words)
    # a change begins each bit and stands in the middle of each 1
    halves = np.stack([np.ones_like(bits), bits], axis=1).ravel().cumsum() % 2
    samples = np.arange(int(duration_s * rate_hz))
    half = np.floor(samples / rate_hz * float(rate.fps) * 160 + 1e-9).astype(int)
    return (halves[half] - 0.5).astype(np.float32)


def _bits(frame: int, rate: TimecodeRate) -> np.ndarray:
    bits = np.zeros(80, int)
    numbers = frames_to_timecode(frame, rate).replace(";", ":").split(":")[::-1]
    for (units, tens), digits in zip(_PLACES, numbers, strict=True):
        for place, digit in ((units, int(digits[1])), (tens, int(digits[0]))):
            width = 4 if place == units else 2 + (place in (24, 40))
            bits[place : place + width] = [digit >> n & 1 for n in range(width)]
    bits[10] = rate.drop_frame
    bits[[4, 13, 22, 61]] = 1  # user bits hold something
    bits[64:] = _SYNC
    bits[27] = bits.sum() % 2  # evens out the polarity
    return bits
