"""The picture that is on screen at a time, wherever one jumps to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from cass_core.closable import Closable
from cass_core.errors import MediaError
from cass_core.media.picture.display_frame import fitted_size, upright_bgra, upright_size
from cass_core.media.picture.frame_cache import FrameCache, SeekedFrame
from cass_core.media.picture.picture_decoder import DecodedPicture, PictureDecoder, Skip

CACHE_BYTES = 64 << 20
_NEAR_S = 1  # so far ahead decoding on is always quicker than a jump
_FAR_S = 10  # farther ahead a jump is always quicker
_KEEP_PASSED_S = 1  # when stepping back, pictures so close before the request are kept
_BACK_STEPS_S = (0, 1, 4, 15, 60)
_SKIP_MARGIN = 40  # pictures before the goal that are never left out
_MOST_HELD_BACK = 20  # pictures that a decoder has begun but not given


@dataclass(frozen=True)
class _Search:
    """A way to a picture.

    Attributes:
        goal_s: the picture on screen at this time is the goal.
        keep_from_s: pictures from this time on are kept while passing them.
        room: (width, height) for all of them.
        still_wanted: asked on the way.
        dropping: what may be missing at the goal.
        may_skip: what may be missing before.
    """

    goal_s: Fraction
    keep_from_s: Fraction
    room: tuple[int, int]
    still_wanted: Callable[[], bool]
    dropping: Skip
    may_skip: Skip = Skip.UNNEEDED


class FrameSeeker(Closable):
    """Decodes the picture on screen at any time of the audio's clock.

    A picture is on screen from its time until the next one's; the first one also before, the last
    one also behind. Timestamps that the file could only note roundly are taken for what they mean.
    Not safe for use by several threads at once.
    """

    def __init__(self, path: str | Path, audio_start_s: Fraction = Fraction(0)) -> None:
        """Open a movie and decode its first picture.

        Args:
            path: the movie.
            audio_start_s: media time of the sound's first sample, which is 0 s here.

        Raises:
            MediaError: the file cannot be read or has no picture that can be decoded.
        """
        self._path = Path(path)
        self._cache = FrameCache(CACHE_BYTES)
        self._current: DecodedPicture | None = None
        self._next: DecodedPicture | None = None
        self._first_s = Fraction(0)
        self._has_holes = False  # the next pictures may not be those that follow
        self._since_skip: int | None = None  # pictures on the way of this search
        self._decoder = PictureDecoder(self._path, Fraction(audio_start_s))
        try:
            self._begin()
            if self._current is None:
                raise MediaError(f"The picture of {self._path.name} cannot be decoded; convert it.")
            self._first_s = self._current.time_s
        except BaseException:
            self.close()
            raise

    @property
    def fps(self) -> Fraction:
        """Average frames a second."""
        return self._decoder.fps

    def close(self) -> None:
        """Close the file."""
        self._decoder.close()

    def frame_at(
        self,
        time_s: Fraction | float,
        room: tuple[int, int],
        still_wanted: Callable[[], bool] = lambda: True,
        dropping: Skip = Skip.NOTHING,
    ) -> SeekedFrame | None:
        """Find the picture on screen at a time.

        Args:
            time_s: on the audio's clock.
            room: (width, height) that the picture shall fit into; it is never enlarged.
            still_wanted: asked between pictures on a long way; when false the search is given up.
            dropping: what may be left out; a near picture then comes instead.

        Returns:
            The picture, or None where the search was given up.

        Raises:
            MediaError: the file went away.
        """
        found = self._cache.find(Fraction(time_s), room)
        if found is not None:
            return found
        goal_s = Fraction(time_s) + self._decoder.tolerance_s
        search = _Search(goal_s, self._keep_from_s(goal_s), room, still_wanted, dropping)
        if not self._is_near(goal_s) or (self._has_holes and dropping is Skip.NOTHING):
            self._seek(goal_s)
        self._since_skip = None
        arrived = self._go(search)
        # where pictures are held for long, those around the goal may have been left out too
        if arrived and self._since_skip is not None and self._since_skip < _MOST_HELD_BACK:
            self._seek(goal_s)
            arrived = self._go(replace(search, may_skip=Skip.NOTHING))
        return self._made(search) if arrived else None

    def _begin(self) -> None:
        """Decode the first pictures from where the file stands."""
        self._has_holes = False
        self._decoder.skip(Skip.NOTHING)
        self._next = self._decoder.read()
        self._advance()

    def _advance(self) -> None:
        """Go on by one picture."""
        self._current = self._next
        if self._current is not None:
            self._next = self._decoder.read()

    def _go(self, search: _Search) -> bool:
        """Decode on to the goal; false where it was given up."""
        self._decoder.skip(search.dropping)
        while self._next is not None and self._next.time_s <= search.goal_s:
            if not search.still_wanted():
                return False
            if self._current is not None and self._current.time_s >= search.keep_from_s:
                self._made(search)
            far_s = search.keep_from_s - self._next.time_s
            is_far = far_s * self._decoder.fps > _SKIP_MARGIN and search.dropping is Skip.NOTHING
            self._decoder.skip(search.may_skip if is_far else search.dropping)
            if self._since_skip is not None or is_far:
                self._since_skip = 0 if is_far else (self._since_skip or 0) + 1
            self._has_holes |= is_far or search.dropping is not Skip.NOTHING
            self._advance()
        # the margin is behind, and with it what was skipped
        self._has_holes &= search.dropping is not Skip.NOTHING
        return True

    def _is_near(self, goal_s: Fraction) -> bool:
        """Whether decoding on from here is the quickest way to a time."""
        if self._current is None:
            return False
        if goal_s < self._current.time_s:
            return self._current.time_s == self._first_s
        ahead_s = goal_s - (self._next or self._current).time_s
        if self._next is None or ahead_s < _NEAR_S:
            return True
        return ahead_s < _FAR_S and not self._decoder.has_key_between(self._current.time_s, goal_s)

    def _keep_from_s(self, goal_s: Fraction) -> Fraction:
        """Pictures from this time on are kept while passing them on the way to a request."""
        back_s = self._current.time_s - goal_s if self._current else Fraction(0)
        return goal_s - _KEEP_PASSED_S if 0 < back_s < 2 * _KEEP_PASSED_S else goal_s

    def _seek(self, goal_s: Fraction) -> None:
        """Start to decode from a key frame at or before a time."""
        for back_s in _BACK_STEPS_S:
            if goal_s - back_s <= self._first_s or not self._decoder.jump(goal_s - back_s):
                break
            self._begin()
            if self._current is not None and self._current.time_s <= goal_s:
                return
        self._decoder.restart()
        self._begin()

    def _made(self, search: _Search) -> SeekedFrame:
        """The current picture for a room."""
        if self._current is None:
            raise MediaError(f"{self._path.name} cannot be read any more; check the disk it is on.")
        picture, tolerance_s = self._current, self._decoder.tolerance_s
        size = upright_size(picture.frame, self._decoder.pixel_aspect)
        made = SeekedFrame(
            image=upright_bgra(picture.frame, fitted_size(size, search.room)),
            time_s=picture.time_s,
            from_s=None if picture.time_s <= self._first_s else picture.time_s - tolerance_s,
            until_s=self._next.time_s - tolerance_s if self._next else None,
            number=round((picture.time_s - self._first_s) * self._decoder.fps),
            full_size=size,
        )
        if search.dropping is Skip.NOTHING:
            self._cache.put(made, search.room)
        return made
