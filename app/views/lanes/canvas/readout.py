"""What is under the mouse, and at the playhead, in words."""

from PySide6.QtCore import QCoreApplication

from app.environment.numbers import decimal
from app.tiles.spectra import LevelImage, db_of_levels
from app.views.lanes.canvas.lane_grid import written_frequency

_QUIETEST_DB = -119.5


def level_near(levels: LevelImage, sample: int, hz: float, rate_hz: int) -> float | None:
    """Level of a spectrogram at a place, in dBFS; None outside of it.

    Args:
        levels: what is drawn.
        sample: position in the programme.
        hz: frequency.
        rate_hz: of the programme.

    Returns:
        dBFS of a sine.
    """
    num_bins, num_columns = levels.levels.shape
    if not num_columns or not levels.span.start <= sample < levels.span.stop:
        return None
    column = (sample - levels.span.start) * num_columns // levels.span.num_samples
    number = min(round(hz / (rate_hz / 2.0) * (num_bins - 1)), num_bins - 1)
    return float(db_of_levels(levels.levels[number : number + 1, column])[0])


def written_level(level_db: float) -> str:
    """A level in words: "-31 dB", "-∞ dB"."""
    return "-∞ dB" if level_db < _QUIETEST_DB else f"{level_db:.0f} dB"


def length_words(n_fft: int, rate_hz: int) -> str:
    """The length of a spectrum in words: "8192 samples: 171 ms, 5.9 Hz".

    Args:
        n_fft: its samples.
        rate_hz: of the programme.

    Returns:
        What it takes of time, and how far apart its frequencies are.
    """
    words = QCoreApplication.translate("Readout", "{samples} samples: {ms} ms, {hz} Hz")
    hz = rate_hz / n_fft
    apart = decimal(hz, 1 if hz < 10 else 0)
    return words.format(samples=n_fft, ms=round(1000 / hz), hz=apart)


def readout(position: str, hz: float, level_db: float | None) -> str:
    """The line that a lane shows of the place under the mouse."""
    words = [position, written_frequency(hz)]
    if level_db is not None:
        words.append(written_level(level_db))
    return "   ".join(words)
