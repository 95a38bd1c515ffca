"""Scrubbing: which short grains are heard while the playhead is dragged."""

_GRAIN_TICKS = 3


class Scrubber:
    """Chooses the grains: one every few ticks, at the newest place, each place once."""

    def __init__(self) -> None:
        self._active = False
        self._place: int | None = None
        self._resumes = False
        self._ticks = 0

    @property
    def active(self) -> bool:
        """Whether the playhead is being dragged."""
        return self._active

    def move(self, sample: int) -> None:
        """Begin, or go on at another sample."""
        self._active, self._place = True, sample

    def resume_later(self) -> None:
        """Remember that playback was interrupted."""
        self._resumes = True

    def end(self) -> bool:
        """End scrubbing; whether playback was interrupted and goes on."""
        resumes, self._resumes = self._resumes, False
        self._active, self._place = False, None
        return resumes

    def tick(self) -> int | None:
        """Count a tick; the sample whose grain is due, None where none is."""
        self._ticks += 1
        if self._ticks % _GRAIN_TICKS != 0:
            return None
        place, self._place = self._place, None
        return place
