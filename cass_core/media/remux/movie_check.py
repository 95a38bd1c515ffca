"""Read a remuxed movie back: are the pictures the same packets, is the sound in its place?"""

import hashlib
import re
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np
from av.packet import Packet

from cass_core.clips import FloatArray, SampleSpan
from cass_core.media.files.container import open_media, picture_streams
from cass_core.media.files.sample_clock import RESTART_AHEAD_S, RESTART_BACK_S
from cass_core.media.remux.new_clock import first_picture_s
from cass_core.media.sound.audio_reader import audio_start_s, decode_audio

_START_CODE = re.compile(b"\x00\x00\x01")
_PACKETS_A_STEP = 50
# containers that count in thousandths round both times
_MOST_SHIFT_S = Fraction(2, 1000)
_AAC_PRIMING_SAMPLES = 1024


def same_pictures(movie: Path, remuxed: Path) -> Generator[float, None, bool]:
    """Compare the picture's packets and times; yields seconds done, returns whether all match."""
    with ExitStack() as stack:
        packets = [stack.enter_context(closing(_pictures(path))) for path in (movie, remuxed)]
        moved_s: Fraction | None = None
        last_s: Fraction | None = None
        for number, (one, other) in enumerate(zip_longest(*packets)):
            if one is None or other is None or _digest(one) != _digest(other):
                return False
            before_s, after_s = _time_s(one), _time_s(other)
            if before_s is None or after_s is None:
                continue
            if moved_s is None or _starts_anew(last_s, before_s):
                moved_s = after_s - before_s
            if abs(after_s - before_s - moved_s) > _MOST_SHIFT_S:
                return False
            last_s = before_s
            if number % _PACKETS_A_STEP == 0:
                yield float(before_s)
    return True


def same_sound(
    remuxed: Path,
    stream: int,
    num_samples: int,
    expected: Callable[[SampleSpan], FloatArray],
    most_silence: int = 0,
) -> Generator[int, None, bool]:
    """Compare decoded sound sample by sample; yields samples done, returns whether all match.

    A container may add up to `most_silence` samples of silence to fill the time of the last
    picture.
    """
    position = 0
    with closing(decode_audio(remuxed, stream)) as blocks:
        for block in blocks:
            stop = min(position + block.shape[1], num_samples)
            length = max(stop - position, 0)
            if length and not np.array_equal(
                block[:, :length], expected(SampleSpan(position, stop))
            ):
                return False
            if block[:, length:].any():
                return False
            position += block.shape[1]
            yield min(position, num_samples)
    return num_samples <= position <= num_samples + most_silence


def keeps_sync(
    movie: Path, sound_s: Fraction, remuxed: Path, new_stream: int, rate_hz: int, is_lossless: bool
) -> bool:
    """Whether picture and sound start as far apart as they did, and the earlier one at 0.

    Args:
        movie: the original.
        sound_s: media time at which the sound that was replaced begins.
        remuxed: the new file.
        new_stream: number of the new sound.
        rate_hz: samples a second.
        is_lossless: an encoder that is not may put its priming before the first sample.

    Returns:
        False where they moved by more than the containers' rounding.
    """
    picture_s, new_s = first_picture_s(remuxed), audio_start_s(remuxed, new_stream)
    zero_s = min(picture_s, new_s)
    shift_s = new_s - picture_s - sound_s + first_picture_s(movie)
    if abs(shift_s) <= _MOST_SHIFT_S and abs(zero_s) <= _MOST_SHIFT_S:
        return True
    priming_s = Fraction(_AAC_PRIMING_SAMPLES, rate_hz)
    is_primed = any(abs(shift_s + late_s) <= _MOST_SHIFT_S for late_s in (0, priming_s))
    return not is_lossless and is_primed and abs(zero_s) <= priming_s + _MOST_SHIFT_S


def _pictures(path: Path) -> Generator["Packet[Any]", None, None]:
    """Packets of the first moving picture."""
    with open_media(path) as container:
        streams = picture_streams(container)[:1]
        for packet in container.demux(streams) if streams else ():
            if packet.size:
                yield packet


def _starts_anew(last_s: Fraction | None, time_s: Fraction) -> bool:
    """Whether the movie's own clock jumps here; times of pictures are not in order."""
    if last_s is None:
        return False
    return time_s < last_s - RESTART_BACK_S or time_s > last_s + RESTART_AHEAD_S


def _time_s(packet: "Packet[Any]") -> Fraction | None:
    if packet.pts is None or packet.time_base is None:
        return None
    return packet.pts * packet.time_base


def _digest(packet: "Packet[Any]") -> bytes:
    """Hash of a packet's content, however its container marks the units within."""
    data = bytes(packet)
    if data.startswith((b"\x00\x00\x01", b"\x00\x00\x00\x01")):
        # broadcast streams separate units by start codes, files write their lengths
        units = [unit.rstrip(b"\x00") for unit in _START_CODE.split(data)]
        data = b"".join(len(unit).to_bytes(4, "big") + unit for unit in units if unit)
    return hashlib.sha256(data).digest()
