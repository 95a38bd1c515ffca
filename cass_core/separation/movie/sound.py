"""The decoded sound of the movie that is separated."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, SettingsError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.sound.audio_reader import AudioTrack, spool_audio
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.programme.locations import spool_path
from cass_core.programme.positions import movie_span
from cass_core.separation.movie.files import make_stems_folder
from cass_core.separation.movie.request import MovieRequest
from cass_core.separation.movie.work_plan import JobProgress, Warned, WorkPlan


class MovieSound:
    """A float wave of the whole track: somebody's own, or a work file that goes when it is done.

    Attributes:
        path: the float wave.
    """

    def __init__(self, request: MovieRequest, track: AudioTrack, key: str) -> None:
        """Choose the file; `decode` makes it.

        Args:
            request: what is separated.
            track: its sound.
            key: the movie's `cache_key`.
        """
        self._request, self._track = request, track
        self._spool = spool_path(request.stems_folder, key, track.stream, track.channels)
        self.path = request.decoded or self._spool

    def decode(self, plan: WorkPlan) -> Iterator[JobProgress | Warned]:
        """Make the work file, unless a stopped run has left it or the sound is there already."""
        request = self._request
        make_stems_folder(request.stems_folder, self._spool)
        if request.decoded is not None:
            self._check_shape(request.decoded)
            return
        if request.resume and _is_whole(self._spool):
            return
        total = max(1, self._track.num_samples_estimate)
        with CapturedWarnings() as heard:
            for done in self._spooled():
                yield plan.progress("sound", done / total)
        yield from plan.warn(heard.sentences)

    def span(self, info: MediaInfo) -> SampleSpan:
        """The part to separate, now that the exact length is known; a refused one leaves no file.

        Args:
            info: the movie.

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
                return movie_span(request.start, request.stop, info, self._track, num_samples)
            return _inside(request.span, num_samples, info.path.name)
        except SettingsError:
            self.remove()
            raise

    def remove(self) -> None:
        """Delete the work file; the sound of somebody else stays."""
        if self._request.decoded is None:
            with suppress(OSError):
                self._spool.unlink(missing_ok=True)

    def _spooled(self) -> Iterator[int]:
        track = self._track
        return spool_audio(track.path, track.stream, self._spool, channels=track.channels)

    def _check_shape(self, decoded: Path) -> None:
        with FloatWaveReader(decoded) as source:
            shape = source.rate_hz, source.num_channels
        if shape != (self._track.rate_hz, self._track.num_channels):
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
            return True
    except MediaError:
        return False
