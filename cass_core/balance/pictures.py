"""The pictures of a movie on a slow grid, as the numbers that an encoder gives for each."""

from collections.abc import Callable, Generator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.picture.video_reader import ByteImage, PictureRate, read_frames

Encoder: TypeAlias = Callable[[npt.NDArray[np.uint8]], FloatArray]
"""(picture, height, width, 3) -> (picture, feature)."""
_WIDTH = 640  # the short side of any film is more than encoders look at
_AHEAD_S = 4.0


class SeenPictures:
    """Features of a movie's pictures, made in the order in which they are asked for."""

    def __init__(
        self, movie: Path, audio_start_s: Fraction, rate_hz: float, encode: Encoder
    ) -> None:
        """Nothing is decoded yet.

        Args:
            movie: has a picture.
            audio_start_s: media time of the sound's first sample, which is 0 s here.
            rate_hz: pictures a second.
            encode: gives features.
        """
        self._what = movie, audio_start_s, rate_hz
        self._rate_hz, self._encode = rate_hz, encode
        self._frames: Generator[tuple[int, ByteImage], None, None] | None = None
        self._seen: dict[int, FloatArray] = {}
        self._newest = self._oldest = 0

    def close(self) -> None:
        """End decoding."""
        if self._frames is not None:
            self._frames.close()

    def over(self, first: int, count: int) -> Generator[None, None, FloatArray]:
        """Features of some pictures; where the movie has none the nearest one stands.

        Args:
            first: number on the grid; each call asks for later ones than the one before.
            count: how many.

        Returns:
            A generator that yields after each new picture and returns (picture, feature).

        Raises:
            MediaError: the movie cannot be read or has no picture.
        """
        if self._frames is None:
            start_s = max(first / self._rate_hz - _AHEAD_S, 0.0)
            self._frames = _decoded(*self._what, start_s)
        while not self._seen or self._newest < first + count - 1:
            found = next(self._frames, None)
            if found is None:
                break
            self._newest, image = found
            self._forget(first)
            self._seen[self._newest] = self._encode(image[None])[0]
            yield
        numbers = sorted(self._seen)
        nearest = [
            numbers[int(np.argmin(np.abs(np.array(numbers) - wanted)))]
            for wanted in range(first, first + count)
        ]
        return np.stack([self._seen[number] for number in nearest])

    def _forget(self, first: int) -> None:
        """All that lies before what is asked for, but for the last of it."""
        before = sorted(number for number in self._seen if number < first)
        for number in before[:-1]:
            del self._seen[number]


def _decoded(
    movie: Path, audio_start_s: Fraction, rate_hz: float, start_s: float
) -> Generator[tuple[int, ByteImage], None, None]:
    """Pictures with their numbers, decoded in a process of their own."""
    yield from isolated_steps(movie.name, _frames, movie, audio_start_s, rate_hz, start_s)


def _frames(
    movie: Path, audio_start_s: Fraction, rate_hz: float, start_s: float
) -> Generator[tuple[int, ByteImage], None, None]:
    rate = PictureRate("balance", rate_hz, _WIDTH)
    with closing(read_frames(movie, [rate], audio_start_s, (start_s, None))) as frames:
        for frame in frames:
            if frame.index >= 0:
                yield frame.index, frame.image
