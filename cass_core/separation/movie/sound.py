"""The decoded sound of the movie that is separated."""

from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, SettingsError
from cass_core.media.sound.block_sums import is_as_written, sums_path
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.decoding import decode_to_file
from cass_core.programme.locations import spool_path
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.positions import movie_span
from cass_core.relayed import relayed
from cass_core.request.events import PhaseShare
from cass_core.request.request import SeparationRequest
from cass_core.separation.movie.files import remove_spools

_DAMAGED = "The decoded sound of the stopped run was damaged and was made anew."


class MovieSound:
    """A float wave of the whole track: somebody's own, or a work file that goes when it is done.

    Attributes:
        path: the float wave.
    """

    def __init__(self, request: SeparationRequest, movie: OpenedMovie) -> None:
        """Choose the file; `decode` makes it.

        Args:
            request: what is separated.
            movie: what it is of.
        """
        self._request, self._movie = request, movie
        track = movie.track
        self._spool = spool_path(request.folder, movie.cache_key, track.stream, track.channels)
        self.path = request.decoded or self._spool

    def decode(self) -> Generator[PhaseShare, None, tuple[str, ...]]:
        """Make the work file, unless a stopped run has left it or the sound is there already.

        Returns:
            A generator that returns sentences about what is odd.
        """
        remove_spools(self._request.folder, self._spool)
        if self._request.decoded is not None:
            self._check_shape(self._request.decoded)
            return ()
        damaged: tuple[str, ...] = ()
        if self._request.resume and self._spool.exists():
            if _is_whole(self._spool):
                return ()
            damaged = (_DAMAGED,)
        total = max(1, self._movie.track.num_samples_estimate)
        steps = decode_to_file(self._movie.track, self._spool)
        shares = relayed(steps, lambda done: PhaseShare("sound", min(1.0, done / total)))
        return (*damaged, *(yield from shares))

    def span(self) -> SampleSpan:
        """The part to separate, now that the exact length is known; a refused one leaves no file.

        Returns:
            A span inside the programme.

        Raises:
            SettingsError: the part is empty.
        """
        request = self._request
        with FloatWaveReader(self.path) as source:
            num_samples = source.num_samples
        try:
            if request.span is None:
                return movie_span(self._movie, request.start, request.stop, num_samples)
            return _inside(request.span, num_samples, request.movie.name)
        except SettingsError:
            self.remove()
            raise

    def remove(self) -> None:
        """Delete the work file; the sound of somebody else stays."""
        if self._request.decoded is None:
            with suppress(OSError):
                self._spool.unlink(missing_ok=True)
                sums_path(self._spool).unlink(missing_ok=True)

    def _check_shape(self, decoded: Path) -> None:
        track = self._movie.track
        with FloatWaveReader(decoded) as source:
            shape = source.rate_hz, source.num_channels
        if shape != (track.rate_hz, track.num_channels):
            raise MediaError(
                f"{decoded} is not the sound of {self._request.movie.name}; open the movie again."
            )


def _inside(span: SampleSpan, num_samples: int, name: str) -> SampleSpan:
    start, stop = max(span.start, 0), min(span.stop, num_samples)
    if start >= stop:
        raise SettingsError(
            f"Nothing of {name} lies between samples {span.start} and {span.stop}; "
            "choose another part."
        )
    return SampleSpan(start, stop)


def _is_whole(spool: Path) -> bool:
    """Whether an earlier run has left its decoded sound, undamaged."""
    try:
        with FloatWaveReader(spool):
            return is_as_written(spool)
    except MediaError:
        return False
