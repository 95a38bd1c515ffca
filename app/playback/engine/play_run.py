"""One run of playback: a route over the tracks, turned into chunks for the sound device."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
import soxr

from app.playback.engine.route import Route, RouteSegment
from app.playback.engine.sound_tracks import Lanes, SoundTracks
from cass_core.clips import FloatArray, SampleSpan

CHUNK_FRAMES = 1024
_RESAMPLED_CHUNK_FRAMES = 4096
SEAM_S = 0.01
_CONTEXT = 1024  # at the lower of two rates; the resampler's filter is shorter on either side


def _no_rise() -> FloatArray:
    return np.empty(0, np.float32)


@dataclass(frozen=True)
class Chunk:
    """Sound for the device with the place where it comes from.

    Attributes:
        sound: (lane, device channel, frame) in the order of `LANE_CODES`.
        cover: (frame,), share of the stems against the mixture.
        start: programme position of the first frame.
        step: programme samples a frame; below 0 backward.
        tail: what would have gone on had the loop not begun anew, to be faded out; else None.
        rise: (frame,), share of this chunk against its tail; empty without one.
    """

    sound: FloatArray
    cover: FloatArray
    start: float
    step: float
    tail: "Chunk | None" = None
    rise: FloatArray = field(default_factory=_no_rise)

    @property
    def num_frames(self) -> int:
        """Length in frames of the device."""
        return len(self.cover)

    def piece(self, first: int, count: int) -> "Chunk":
        """A view of some of the frames."""
        here = slice(first, first + count)
        start = self.start + first * self.step
        tail = self.tail.piece(first, count) if self.tail is not None else None
        return Chunk(
            self.sound[..., here], self.cover[here], start, self.step, tail, self.rise[here]
        )


@dataclass(frozen=True)
class RunPlan:
    """How to play.

    Attributes:
        tracks: what to read.
        route: in which order.
        speed: above 0; the route has the direction.
        rate_hz: of the device.
        matrix: (device channel, channel), the downmix.
        window: (frame,), a scrub grain's window; None to play to the route's end.
        serial: number of the order that it fulfils.
    """

    tracks: SoundTracks
    route: Route
    speed: Fraction
    rate_hz: int
    matrix: FloatArray
    window: FloatArray | None = None
    serial: int = 0

    @property
    def step(self) -> Fraction:
        """Samples of the route a frame."""
        return self.speed * Fraction(self.tracks.rate_hz, self.rate_hz)


class PlayRun:
    """Chunks of a plan: made by one thread, taken by another; a deque between them needs no lock.

    Attributes:
        plan: how to play.
    """

    def __init__(self, plan: RunPlan) -> None:
        """Prepare; nothing is read yet.

        Args:
            plan: how to play.
        """
        self.plan = plan
        self._chunks: deque[Chunk] = deque()
        self._made = 0
        self._taken = 0
        self._offset = 0  # within the first chunk
        self._is_made = False
        self._convert = _converter(plan)

    @property
    def frames_ahead(self) -> int:
        """Frames that are made and not taken yet."""
        return self._made - self._taken

    @property
    def frames_taken(self) -> int:
        """Frames that the device has had."""
        return self._taken

    @property
    def is_made(self) -> bool:
        """Whether nothing follows what is made."""
        return self._is_made

    @property
    def is_over(self) -> bool:
        """Whether everything was taken."""
        return self._is_made and self.frames_ahead == 0

    def position_at(self, frame: int) -> Fraction:
        """Programme position of a frame of this run."""
        return self.plan.route.position(frame * self.plan.step)

    def make(self) -> None:
        """Append the next chunk; for the feeding thread."""
        step, route = self.plan.step, self.plan.route
        index = self._made * step
        stretch = route.stretch(index.__floor__())
        left = ((stretch.stop - index) / step).__ceil__()
        size = CHUNK_FRAMES if step == self.plan.speed else _RESAMPLED_CHUNK_FRAMES
        if self.plan.window is not None:
            left = min(left, len(self.plan.window) - self._made)
        seam = self._seam(stretch)
        count = min(size, left, len(seam) or left)
        if count <= 0:
            self._is_made = True
            return
        chunk = self._chunk(route.without_jump(stretch), count)
        if len(seam):
            tail = self._chunk(self._way_on(stretch), count)
            chunk = replace(chunk, tail=tail, rise=seam[:count])
        self._chunks.append(chunk)
        self._made += count

    def _chunk(self, route: Route, count: int) -> Chunk:
        """The next frames of a route without a jump."""
        first, step = self._made, self.plan.step
        lanes = self._convert(route, first, count)
        sound = np.matmul(self.plan.matrix, lanes.sound)
        if self.plan.window is not None:
            sound *= self.plan.window[first : first + count]
        start = float(route.position(first * step))
        return Chunk(sound, lanes.cover, start, float(route.sign * step))

    def _seam(self, stretch: RouteSegment) -> FloatArray:
        """How the sound rises from here on, where the loop has just begun anew; else nothing."""
        if stretch.first == 0:
            return _no_rise()
        step = self.plan.step
        fade = round(SEAM_S * self.plan.rate_hz)
        fade = min(fade, int((stretch.stop - stretch.first) / step) // 2)
        faded = self._made - (stretch.first / step).__ceil__()
        return np.arange(faded + 1, fade + 1, dtype=np.float32) / np.float32(fade + 1)

    def _way_on(self, stretch: RouteSegment) -> Route:
        """Where the sound before a seam would have gone on; back, where the programme ends."""
        route = self.plan.route
        former = route.stretch(stretch.first - 1)
        end = former.position + route.sign * (former.stop - former.first)
        room = self.plan.tracks.num_samples - end if route.forward else end + 1
        speed = max(float(self.plan.speed), 1.0)
        fits = room >= SEAM_S * self.plan.tracks.rate_hz * speed
        return route.without_jump(former) if fits else route.turned_back(former)

    def peek(self, count: int) -> Chunk | None:
        """Up to that many next frames; None where nothing is made. For the device's thread."""
        if not self._chunks:
            return None
        first = self._chunks[0]
        return first.piece(self._offset, min(count, first.num_frames - self._offset))

    def skip(self, count: int) -> None:
        """Take frames, as many as there are; for the device's thread."""
        while count > 0 and self._chunks:
            here = min(count, self._chunks[0].num_frames - self._offset)
            self._offset += here
            self._taken += here
            count -= here
            if self._offset == self._chunks[0].num_frames:
                self._chunks.popleft()
                self._offset = 0


_Convert = Callable[[Route, int, int], Lanes]


def _converter(plan: RunPlan) -> _Convert:
    """From (route, first frame, frames) to the lanes of these frames."""
    if plan.step == 1:
        return lambda route, first, count: _read(plan, route, first, first + count)
    if plan.speed == 1:
        return lambda route, first, count: _resampled(plan, route, first, count)
    return lambda route, first, count: _at_speed(plan, route, first, count)


def _read(plan: RunPlan, route: Route, start: int, stop: int) -> Lanes:
    """Lanes from an index of the route to another."""
    span = next(route.spans(start, stop))
    lanes = plan.tracks.read(span)
    _reflect(lanes.sound, span, plan.tracks.num_samples)
    if not route.forward:
        return Lanes(lanes.sound[..., ::-1], lanes.cover[::-1])
    return lanes


def _reflect(sound: FloatArray, span: SampleSpan, num_samples: int) -> None:
    """Let the programme turn back at its ends, for filters that look past them."""
    before, after = max(-span.start, 0), max(span.stop - num_samples, 0)
    inside = sound[..., before : sound.shape[-1] - after]
    first, last = min(before, inside.shape[-1]), min(after, inside.shape[-1])
    backward = inside[..., ::-1]
    if first:
        sound[..., before - first : before] = backward[..., -first:]
    if last:
        stop = sound.shape[-1] - after
        sound[..., stop : stop + last] = backward[..., :last]


def _resampled(plan: RunPlan, route: Route, first: int, count: int) -> Lanes:
    """Frames at another rate, each at its exact position, whatever was made before.

    Each chunk is resampled with its surroundings from a frame on that falls on a sample.
    """
    step = plan.step
    context = (_CONTEXT * max(Fraction(1), 1 / step)).__ceil__()
    begin = (first - context) // step.denominator * step.denominator
    start = int(begin * step)
    stop = ((first + count + context) * step).__ceil__()
    lanes = _read(plan, route, start, stop)
    rows = lanes.sound.reshape(-1, stop - start).T
    # soxr wants frames first
    fresh = soxr.resample(rows, plan.tracks.rate_hz, plan.rate_hz)[first - begin :][:count]
    nearest = np.rint((first + np.arange(count)) * float(step)).astype(np.int64) - start
    sound = np.ascontiguousarray(fresh.T).reshape(*lanes.sound.shape[:2], count)
    return Lanes(sound, lanes.cover[np.minimum(nearest, stop - start - 1)])


def _at_speed(plan: RunPlan, route: Route, first: int, count: int) -> Lanes:
    """Frames at another speed: straight lines between samples, means where samples are left out."""
    begin = first * plan.step
    start = begin.__floor__()
    step = float(plan.step)
    stop = start + int(np.ceil((count + 1) * step)) + 2
    lanes = _read(plan, route, start, stop)
    places = float(begin - start) + np.arange(count) * step
    return Lanes(_interpolated(lanes.sound, places, step), lanes.cover[places.astype(np.int64)])


def _interpolated(sound: FloatArray, places: FloatArray, step: float) -> FloatArray:
    """Sound at places between samples, the mean over a step where that is longer than a sample."""
    if step <= 1:
        return _between(sound, places).astype(np.float32)
    sums = np.zeros((*sound.shape[:-1], sound.shape[-1] + 1))
    np.cumsum(sound, axis=-1, dtype=np.float64, out=sums[..., 1:])
    return ((_between(sums, places + step) - _between(sums, places)) / step).astype(np.float32)


def _between(values: FloatArray, places: FloatArray) -> FloatArray:
    whole = places.astype(np.int64)
    share = places - whole
    return values[..., whole] * (1 - share) + values[..., whole + 1] * share
