"""Pictures of a place: the stem's spectrogram with a frame around what is flagged, a still."""

import base64
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.errors import CassError
from cass_core.media.picture.isolated_seeker import IsolatedSeeker
from cass_core.stem_names import Stem

Image = npt.NDArray[np.uint8]

_WIDTH, _HEIGHT = 560, 220
_STILL = (320, 220)
_N_FFT = 1_024
_TOP_HZ = 16_000.0
_RANGE_DB = 75.0
_BREAK_HZ = 700.0
# blue, green, red; as the window's dark theme has them
_COLOURS = {Stem.DX: (60, 166, 240), Stem.FX: (236, 180, 90), Stem.MX: (255, 125, 199)}


def spectrogram_image(
    mono: FloatArray, rate_hz: int, box: tuple[float, float, float, float], owner: Stem
) -> Image:
    """Draw a stem's sound on a mel axis, with a frame.

    Args:
        mono: (sample,), what is drawn.
        rate_hz: samples a second.
        box: the frame: from and to in seconds, low and high in Hz.
        owner: whose colour the frame has.

    Returns:
        (height, width, 3) blue, green, red.
    """
    hop = max(len(mono) // _WIDTH, 1)
    padded = np.pad(mono, (_N_FFT // 2, _N_FFT))
    starts = np.arange(_WIDTH) * hop
    frames = padded[np.minimum(starts[:, None] + np.arange(_N_FFT), len(padded) - 1)]
    power = np.abs(np.fft.rfft(frames * np.hanning(_N_FFT), axis=1)).T ** 2
    top = min(_TOP_HZ, rate_hz / 2)
    heights = np.linspace(_mel(top), 0, _HEIGHT)
    hz = _BREAK_HZ * np.expm1(heights)
    rows = np.clip((hz * _N_FFT / rate_hz).astype(int), 0, _N_FFT // 2)
    levels = 10 * np.log10(power[rows] + 1e-9)
    shade = np.clip((levels - levels.max() + _RANGE_DB) / _RANGE_DB, 0, 1)
    image = cv2.applyColorMap((255 * shade).astype(np.uint8), cv2.COLORMAP_INFERNO)
    seconds = len(mono) / rate_hz
    left, right = (int(_WIDTH * at / seconds) for at in box[:2])
    low, high = (int(_HEIGHT * (1 - _mel(min(f, top)) / _mel(top))) for f in box[2:])
    corner, other = (max(left, 1), max(high, 1)), (min(right, _WIDTH - 2), min(low, _HEIGHT - 2))
    cv2.rectangle(image, corner, other, (0, 0, 0), 4)
    cv2.rectangle(image, corner, other, _COLOURS[owner], 2)
    return np.asarray(image, np.uint8)


@contextmanager
def stills_of(movie: Path) -> Iterator["Stills"]:
    """Opens a movie for its stills; where it has none there are none."""
    with ExitStack() as opening:
        seeker: IsolatedSeeker | None = None
        with suppress(CassError, OSError):
            if movie.is_file():
                seeker = opening.enter_context(IsolatedSeeker(movie))
        yield Stills(seeker)


class Stills:
    """What is on screen at a time of the sound."""

    def __init__(self, seeker: IsolatedSeeker | None) -> None:
        self._seeker = seeker

    def at(self, seconds: float) -> Image | None:
        """(height, width, 3) blue, green, red; None without a picture."""
        if self._seeker is None:
            return None
        try:
            frame = self._seeker.frame_at(Fraction(seconds).limit_denominator(1000), _STILL)
        except CassError:
            self._seeker = None
            return None
        return None if frame is None else np.ascontiguousarray(frame.image[:, :, :3])


def image_uri(image: Image, suffix: str = ".png") -> str:
    """The image as text that a page can hold."""
    _, content = cv2.imencode(suffix, image)
    return f"data:image/{suffix[1:]};base64,{as_base64(content.tobytes())}"


def as_base64(content: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(content).decode()


def _mel(hz: float) -> float:
    return float(np.log1p(hz / _BREAK_HZ))
