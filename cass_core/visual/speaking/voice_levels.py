"""How loud the bands of a voice are at each picture: what mouths are compared with."""

from collections.abc import Generator

import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names
from cass_core.visual.feature_layout import FEATURE_FPS

VOICE, CONSONANTS = 0, 1  # rows of the levels
_BANDS_HZ = ((200.0, 4_000.0), (2_500.0, 7_000.0))
_WINDOW_S = 0.06
_BLOCK_ROWS = 250
_CENTRE, _LOW = "FC", ("LFE", "LFE2")
_CENTRE_SPEAKS = 0.01  # share of the energy from which a film's voices are taken to be there


def voice_levels(
    source: AudioSource, start_s: float, num_rows: int
) -> Generator[int, None, FloatArray]:
    """Measure a programme around the time of each picture.

    Only the centre is heard where there is one that sounds, for a film's voices are there. Powers
    of channels are added, so none cancels another.

    Args:
        source: the programme.
        start_s: time of row 0 in it.
        num_rows: pictures, `FEATURE_FPS` a second.

    Returns:
        A generator that yields the rows done so far and returns (band, row), effective values
        (RMS) of the band of voices and of the band of consonants; 0 outside the programme.
    """
    centre, others = _channels(source)
    powers = np.zeros((2, len(_BANDS_HZ), num_rows))
    for first in range(0, num_rows, _BLOCK_ROWS):
        rows = np.arange(first, min(first + _BLOCK_ROWS, num_rows))
        measured = _band_powers(source, start_s + rows / FEATURE_FPS)
        for kind, channels in enumerate((centre, others)):
            powers[kind][:, rows] = measured[channels].sum(axis=0)
        yield int(rows[-1]) + 1
    of_centre, of_others = powers
    if of_centre.sum() > _CENTRE_SPEAKS * of_others.sum():
        return np.sqrt(of_centre).astype(np.float32)
    return np.sqrt(of_centre + of_others).astype(np.float32)


def _channels(source: AudioSource) -> tuple[list[int], list[int]]:
    """Numbers of the channels in the centre, and of the others that are heard."""
    try:
        names = channel_names(source.layout)
    except SettingsError:
        names = ()
    numbers = range(source.num_channels)
    if len(names) != source.num_channels or len(names) < 3:
        return [], list(numbers)
    centre = [number for number in numbers if names[number] == _CENTRE]
    low = [number for number in numbers if names[number] in _LOW]
    return centre, [number for number in numbers if number not in (*centre, *low)]


def _band_powers(source: AudioSource, times_s: npt.NDArray[np.float64]) -> FloatArray:
    """(channel, band, row) mean squares around some times."""
    rate_hz = source.rate_hz
    length = max(2, round(_WINDOW_S * rate_hz))
    starts = np.round(times_s * rate_hz).astype(np.int64) - length // 2
    block = source.read(SampleSpan(int(starts[0]), int(starts[-1]) + length))
    window = np.hanning(length + 2)[1:-1].astype(np.float32)
    views = np.lib.stride_tricks.sliding_window_view(block, length, axis=1)
    spectra = np.fft.rfft(views[:, starts - starts[0]] * window, axis=-1)
    bins_hz = np.fft.rfftfreq(length, 1 / rate_hz)
    scale = 2.0 / (length * float(np.square(window).sum()))
    sums = []
    for low, high in _BANDS_HZ:
        band = spectra[..., np.searchsorted(bins_hz, low) : np.searchsorted(bins_hz, high)]
        sums.append(scale * (np.square(band.real) + np.square(band.imag)).sum(axis=-1))
    return np.asarray(np.stack(sums, axis=1), np.float32)
