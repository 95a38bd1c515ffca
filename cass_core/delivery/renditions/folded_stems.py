"""Surround folded down to stereo: Lo/Ro (ITU-R BS.775) and Lt/Rt (matrix surround).

Both are linear, so the folded stems sum to the folded mixture.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names
from cass_core.stem_names import Stem

FoldDown = Literal["loro", "ltrt"]
FOLD_DOWNS: tuple[FoldDown, ...] = get_args(FoldDown)
FOLD_DOWN_NAMES: dict[FoldDown, str] = {"loro": "LoRo", "ltrt": "LtRt"}

_HALF_POWER = 0.5**0.5
_MORE, _LESS = (2 / 3) ** 0.5, (1 / 3) ** 0.5
# weights of each loudspeaker in left and right
_PLAIN = {
    "FL": (1, 0),
    "FR": (0, 1),
    "FC": (_HALF_POWER, _HALF_POWER),
    "FLC": (1, _LESS),
    "FRC": (_LESS, 1),
}
_LO_RO = _PLAIN | {
    "SL": (_HALF_POWER, 0),
    "SR": (0, _HALF_POWER),
    "BL": (_HALF_POWER, 0),
    "BR": (0, _HALF_POWER),
    "BC": (0.5, 0.5),
}
# surrounds go 90 degrees behind into the left and 90 degrees ahead into the right
_TURNED = {
    "SL": (-_MORE, _LESS),
    "SR": (-_LESS, _MORE),
    "BL": (-_MORE, _LESS),
    "BR": (-_LESS, _MORE),
    "BC": (-_HALF_POWER, _HALF_POWER),
}
_REACH = 2047  # samples on either side that the turn by 90 degrees hears: down to 25 Hz at 48 kHz


@dataclass(frozen=True)
class FoldedStems:
    """A `StemReader` of two channels.

    Attributes:
        stems: what is folded.
        layout: FFmpeg's name of its layout.
        kind: "loro" or "ltrt"; the LFE is in neither.
    """

    stems: StemReader
    layout: str
    kind: FoldDown

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated."""
        return self.stems.covered

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's left and right, (2, sample)."""
        return self._folded(self.stems.read(stem, self._heard(span)))

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's left and right, (2, sample)."""
        return self._folded(self.stems.read_mixture(self._heard(span)))

    def _heard(self, span: SampleSpan) -> SampleSpan:
        reach = _REACH if self.kind == "ltrt" else 0
        return SampleSpan(span.start - reach, span.stop + reach)

    def _folded(self, block: FloatArray) -> FloatArray:
        sound = block.astype(np.float64)
        if self.kind == "loro":
            return (_weights(self.layout, "loro") @ sound).astype(np.float32)
        plain, turned = _weights(self.layout, "plain"), _weights(self.layout, "turned")
        inner = sound[:, _REACH : sound.shape[1] - _REACH]
        return (plain @ inner + _turned(turned @ sound)).astype(np.float32)


def check_fold_down(layout: str) -> None:
    """Raise `SettingsError` where a layout cannot be folded to stereo."""
    names = channel_names(layout)
    if len(names) <= 2 or not set(names) <= {*_LO_RO, "LFE", "LFE2"}:
        raise SettingsError(
            f"A sound of {len(names)} channels ({layout}) has no fold-down to stereo; leave it out."
        )


@lru_cache(maxsize=16)
def _weights(layout: str, part: Literal["loro", "plain", "turned"]) -> npt.NDArray[np.float64]:
    table = {"loro": _LO_RO, "plain": _PLAIN, "turned": _TURNED}[part]
    return np.array([table.get(name, (0, 0)) for name in channel_names(layout)], np.float64).T


@lru_cache(maxsize=1)
def _turn() -> npt.NDArray[np.float64]:
    """The impulse response of a Hilbert transformer under a Kaiser window."""
    places = np.arange(-_REACH, _REACH + 1)
    odd = places % 2 == 1
    answer = np.zeros(len(places))
    answer[odd] = 2 / (np.pi * places[odd])
    return answer * np.kaiser(len(places), 8.0)


def _turned(sound: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The sound turned by 90 degrees, without its reach on either side; (channel, sample)."""
    answer = _turn()
    size = 1 << (sound.shape[1] + len(answer) - 1).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(answer, size)
    whole = np.fft.irfft(spectrum, size)
    return np.asarray(whole[:, 2 * _REACH : sound.shape[1]])
