"""Which samples a user means by a timecode, and the timecode of a sample."""

from contextlib import suppress
from fractions import Fraction

from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.programme.opened_movie import OpenedMovie


def check_positions(movie: OpenedMovie, start: str | None, stop: str | None) -> None:
    """Refuse positions that cannot be meant, before the length of the sound is known."""
    first = None if start is None else _sample(movie, start)
    last = None if stop is None else _sample(movie, stop)
    if first is not None and last is not None and first >= last:
        raise SettingsError(
            f"Nothing of {movie.info.path.name} lies between {start} and {stop}; "
            "choose other times."
        )


def movie_span(
    movie: OpenedMovie, start: str | None, stop: str | None, num_samples: int
) -> SampleSpan:
    """Samples between two positions.

    Args:
        movie: what the positions are of.
        start: a timecode or plain time; None for the first sample.
        stop: likewise; None for the last.
        num_samples: exact length of the sound.

    Returns:
        A span inside the programme.
    """
    first = 0 if start is None else _sample(movie, start)
    last = num_samples if stop is None else _sample(movie, stop)
    first, last = max(first, 0), min(last, num_samples)
    if first >= last:
        length = float(Fraction(num_samples, movie.track.rate_hz))
        raise SettingsError(
            f"Nothing lies between {start or 'the start'} and {stop or 'the end'} of "
            f"{movie.info.path.name}, whose sound is {length:.3f} s long; choose other times."
        )
    return SampleSpan(first, last)


def expected_span(movie: OpenedMovie, start: str | None, stop: str | None) -> SampleSpan:
    """As `movie_span`, by the length that the headers tell, which may be wrong; else the whole."""
    num_samples = max(1, round(movie.length_s * movie.track.rate_hz))
    with suppress(SettingsError):
        return movie_span(movie, start, stop, num_samples)
    return SampleSpan(0, num_samples)


def programme_timecode(movie: OpenedMovie, sample: int) -> str | None:
    """Timecode of a sample of the sound, None where the movie has none."""
    return movie.clock.timecode_at(sample) if movie.clock.is_stated else None


def _sample(movie: OpenedMovie, text: str) -> int:
    return movie.clock.sample_of(text, movie.info.duration_s or None)
