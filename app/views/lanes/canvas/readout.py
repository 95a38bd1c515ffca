"""What is under the mouse, and at the playhead, in words."""

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


def readout(position: str, hz: float, level_db: float | None) -> str:
    """The line that a lane shows of the place under the mouse."""
    words = [position, written_frequency(hz)]
    if level_db is not None:
        words.append(written_level(level_db))
    return "   ".join(words)
