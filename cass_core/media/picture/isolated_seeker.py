"""A `FrameSeeker` in a process of its own, for pictures of files that nobody vouches for."""

from collections.abc import Callable, Generator
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import cast

from cass_core.closable import Closable
from cass_core.errors import CassError
from cass_core.isolation import worker
from cass_core.isolation.isolated import lent_worker
from cass_core.isolation.worker_process import OPEN_PATIENCE_S, STEP_PATIENCE_S
from cass_core.media.picture.frame_cache import SeekedFrame
from cass_core.media.picture.frame_seeker import FrameSeeker
from cass_core.media.picture.picture_decoder import Skip

_Request = tuple[Fraction, tuple[int, int], Skip]


class IsolatedSeeker(Closable):
    """Decodes the picture on screen at any time, as `FrameSeeker` does.

    Not safe for use by several threads at once.
    """

    def __init__(self, path: Path, audio_start_s: Fraction = Fraction(0)) -> None:
        """Open a movie and decode its first picture.

        Args:
            path: the movie.
            audio_start_s: media time of the sound's first sample, which is 0 s here.

        Raises:
            MediaError: the file cannot be read or has no picture that can be decoded.
        """
        self._name = path.name
        with ExitStack() as opening:
            self._worker = opening.enter_context(lent_worker())
            self._worker.call(_frames, (path, audio_start_s))
            self._worker.tell("send", None)
            self._worker.answer(self._name, OPEN_PATIENCE_S)
            self._stack = opening.pop_all()
        self._is_open = True

    @property
    def pid(self) -> int:
        """The process that decodes."""
        return self._worker.pid

    def frame_at(
        self,
        time_s: Fraction,
        room: tuple[int, int],
        still_wanted: Callable[[], bool] = lambda: True,
        dropping: Skip = Skip.NOTHING,
    ) -> SeekedFrame | None:
        """Find the picture on screen at a time.

        Args:
            time_s: on the audio's clock.
            room: (width, height) that the picture shall fit into; it is never enlarged.
            still_wanted: asked on a long way; when false the search is given up.
            dropping: what may be left out; a near picture then comes instead.

        Returns:
            The picture, or None where the search was given up.

        Raises:
            MediaError: the file went away, or cannot be decoded here.
        """
        self._worker.tell("send", (time_s, room, dropping))
        try:
            _, frame = self._worker.answer(self._name, STEP_PATIENCE_S, still_wanted)
        except CassError:
            self._is_open = False
            raise
        return cast("SeekedFrame | None", frame)

    def close(self) -> None:
        """Close the file; the process may serve others."""
        if self._is_open:
            self._is_open = False
            self._worker.close_steps(self._name)
        self._stack.close()


def _frames(path: Path, audio_start_s: Fraction) -> Generator[SeekedFrame | None, _Request, None]:
    """In the child: a picture for each request."""
    with FrameSeeker(path, audio_start_s) as seeker:
        request = yield None
        while True:
            time_s, room, dropping = request
            request = yield seeker.frame_at(time_s, room, worker.still_wanted, dropping)
