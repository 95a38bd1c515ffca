"""What the sound device calls: takes runs, mixes them and knows what is heard when."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.playback.engine.mixer import RAMP_S, Mixed, Mixer, MixSettings
from app.playback.engine.play_run import Chunk, PlayRun
from cass_core.clips import FloatArray
from cass_core.stem_names import LANE_CODES

_MARKS = 96
_WARM_UP_S = 0.05  # some devices swallow what comes first
_SURELY_S = 0.02  # a device's clock may be off by so much
_JUMP_S = 0.05  # a device's clock that is further off than this has jumped, not trembled
_SETTLE_S = 0.4  # more than the longest delay that a device usually needs
_FOLLOWING = 0.05  # share of a block's deviation that the smoothed clock takes over


@dataclass(frozen=True)
class Mark:
    """When a stretch of sound is heard.

    Attributes:
        run: what it belongs to.
        time_s: of its first frame, on the device's clock.
        position: programme position of its first frame.
        step: programme samples a frame.
        num_frames: length.
    """

    run: PlayRun
    time_s: float
    position: float
    step: float
    num_frames: int


@dataclass(frozen=True)
class Heard:
    """What comes out of the loudspeaker at a moment.

    Attributes:
        run: what it belongs to.
        position: in the programme.
    """

    run: PlayRun
    position: float


@dataclass(frozen=True)
class HeardBlock:
    """A block as it went to the device, for the meters.

    Attributes:
        sound: (device channel, frame).
        peaks: (lane,).
        rate_hz: of the device.
    """

    sound: FloatArray
    peaks: FloatArray
    rate_hz: int


@dataclass(frozen=True)
class _CrossFade:
    """A run that waits to be heard.

    Attributes:
        run: None to fall silent.
        at_frame: frame of the current run at which it takes over; None for now.
    """

    run: PlayRun | None
    at_frame: int | None


class Renderer:
    """Fills the device's blocks; one run is crossfaded to the next in 10 ms.

    Attributes:
        rate_hz: of the device.
        num_channels: of the device.
        mixer: whose settings may be replaced at any time.
        num_underruns: blocks that had to be filled with silence because nothing was read yet.
    """

    def __init__(
        self,
        rate_hz: int,
        num_channels: int,
        settings: MixSettings,
        listener: Callable[[HeardBlock], None],
    ) -> None:
        """Begin in silence.

        Args:
            rate_hz: of the device.
            num_channels: of the device.
            settings: what is heard.
            listener: gets what was heard; it must return at once.
        """
        self.rate_hz, self.num_channels = rate_hz, num_channels
        self.mixer = Mixer(rate_hz, settings)
        self.num_underruns = 0
        self._listener = listener
        self._fade_frames = max(1, round(RAMP_S * rate_hz))
        self._joining: _CrossFade | None = None
        self._run: PlayRun | None = None
        self._former: PlayRun | None = None
        self._faded = self._fade_frames
        self._cold_frames = round(_WARM_UP_S * rate_hz)
        self._marks: tuple[Mark, ...] = ()
        self._next_time_s: float | None = None
        self._began_s: float | None = None
        self._settling_frames = 0

    @property
    def run(self) -> PlayRun | None:
        """What is rendered now; None for silence."""
        return self._run

    @property
    def is_silent(self) -> bool:
        """Whether nothing is rendered and nothing waits."""
        return self._run is None and self._joining is None and self._former is None

    def is_all_heard(self, time_s: float) -> bool:
        """Whether only silence lies ahead at a time, in a device that has had time to warm up."""
        if not self.is_silent or self._began_s is None:
            return False
        mark = self._marks[-1] if self._marks else None
        sound_s = mark.time_s + mark.num_frames / self.rate_hz + RAMP_S if mark else self._began_s
        return time_s > max(sound_s, self._began_s + _WARM_UP_S) + _SURELY_S

    def forget_clock(self) -> None:
        """Take the device's times as they come for a while, because it stands and starts anew."""
        self._next_time_s = None
        self._settling_frames = round(_SETTLE_S * self.rate_hz)

    def join(self, run: PlayRun | None, at_frame: int | None = None) -> None:
        """Go over to another run; the last call counts.

        Args:
            run: with its first chunks made; None to fall silent.
            at_frame: frame of the current run at which the new one begins; None for now.
        """
        self._joining = _CrossFade(run, at_frame)

    def heard(self, time_s: float) -> Heard | None:
        """What is heard at a time of the device's clock; None before the first sound."""
        marks = self._marks
        if not marks:
            return None
        mark = next((m for m in reversed(marks) if m.time_s <= time_s), marks[0])
        frames = min(max((time_s - mark.time_s) * self.rate_hz, 0.0), mark.num_frames)
        return Heard(mark.run, mark.position + mark.step * frames)

    def is_finished(self, run: PlayRun, time_s: float) -> bool:
        """Whether the last sound of a run was heard by then."""
        if not run.is_over:
            return False
        last = next((mark for mark in reversed(self._marks) if mark.run is run), None)
        return last is None or time_s >= last.time_s + last.num_frames / self.rate_hz

    def render(self, out: FloatArray, time_s: float) -> None:
        """Fill a block.

        Args:
            out: (frame, device channel), overwritten.
            time_s: when its first frame is heard, on the device's clock.
        """
        num_frames = len(out)
        start_s = self._smoothed(time_s, num_frames)
        if self._began_s is None:
            self._began_s = start_s
        self.mixer.look()
        if self._run is None and self._former is None:
            self.mixer.settle()
        sound = np.zeros((self.num_channels, num_frames), np.float32)
        peaks = np.zeros(len(LANE_CODES), np.float32)
        self._cold_frames -= min(num_frames, self._cold_frames)
        done = 0
        while done < num_frames:
            self._take_over()
            mixed = self._next(num_frames - done, start_s + done / self.rate_hz)
            if mixed is None:
                break
            count = mixed.sound.shape[1]
            sound[:, done : done + count] = mixed.sound
            np.maximum(peaks, mixed.peaks, out=peaks)
            done += count
        out[:] = sound.T
        self._listener(HeardBlock(sound, peaks, self.rate_hz))

    def _take_over(self) -> None:
        """Begin the crossfade to the waiting run when its time has come."""
        joining = self._joining
        if joining is None or self._cold_frames > 0 or self._faded < self._fade_frames:
            return  # a fade that were cut short would click
        if joining.at_frame is not None and self._run is not None and joining.run is not None:
            late = self._run.frames_taken - joining.at_frame
            if late < 0:
                return
            joining.run.skip(late)
        if self._joining is not joining:
            return  # another one came meanwhile; it is looked at next time
        self._joining = None
        self._former, self._run, self._faded = self._run, joining.run, 0

    def _next(self, count: int, time_s: float) -> Mixed | None:
        """Mix up to that many frames; None where there is nothing to hear."""
        if self._run is not None and self._run.is_over:
            self._run = None
        count = self._until_join(count)
        if self._faded < self._fade_frames:
            count = min(count, self._fade_frames - self._faded)
        former = self._fading(count)
        if former is not None:
            count = former.num_frames
        chunk = self._run.peek(count) if self._run is not None else None
        if chunk is None:
            if self._run is not None:
                self.num_underruns += 1
            return self._faded_out(former)
        if former is not None:
            former = former.piece(0, chunk.num_frames)
        mixed = self._crossfaded(chunk, former)
        self._mark(chunk, time_s)
        return mixed

    def _until_join(self, count: int) -> int:
        """No further than to the frame at which the waiting run takes over."""
        joining = self._joining
        if joining is None or joining.at_frame is None or self._run is None:
            return count
        left = joining.at_frame - self._run.frames_taken
        return min(count, left) if left > 0 else count

    def _fading(self, count: int) -> Chunk | None:
        """What is left of the former run within its fade."""
        if self._former is None or self._faded >= self._fade_frames:
            self._former = None
            return None
        chunk = self._former.peek(count)
        if chunk is None:
            self._former = None
        return chunk

    def _faded_out(self, former: Chunk | None) -> Mixed | None:
        """The end of the former run where nothing follows it."""
        if former is None or self._former is None:
            self._faded = self._fade_frames
            return None
        mixed = self._mixed(former)
        self.mixer.advance(former)
        self._former.skip(former.num_frames)
        down = 1 - self._rising(former.num_frames)
        self._faded += former.num_frames
        return Mixed(mixed.sound * down, mixed.peaks)

    def _crossfaded(self, chunk: Chunk, former: Chunk | None) -> Mixed:
        assert self._run is not None
        mixed = self._mixed(chunk)
        sound, peaks = mixed.sound, mixed.peaks
        if self._faded < self._fade_frames:
            up = self._rising(chunk.num_frames)
            sound = sound * up
            if former is not None and self._former is not None:
                old = self._mixed(former)
                sound += old.sound * (1 - up)
                peaks = np.maximum(peaks, old.peaks)
                self._former.skip(former.num_frames)
            self._faded += chunk.num_frames
        self.mixer.advance(chunk)
        self._run.skip(chunk.num_frames)
        return Mixed(sound, peaks)

    def _mixed(self, chunk: Chunk) -> Mixed:
        """A chunk as it is heard; where a loop begins anew, its end fades out below it."""
        mixed = self.mixer.mix(chunk)
        if chunk.tail is None:
            return mixed
        old = self.mixer.mix(chunk.tail)
        sound = mixed.sound * chunk.rise + old.sound * (1 - chunk.rise)
        return Mixed(sound, np.maximum(mixed.peaks, old.peaks))

    def _rising(self, count: int) -> FloatArray:
        places = np.arange(self._faded + 1, self._faded + 1 + count, dtype=np.float32)
        return np.minimum(places / self._fade_frames, np.float32(1))

    def _mark(self, chunk: Chunk, time_s: float) -> None:
        assert self._run is not None
        mark = Mark(self._run, time_s, chunk.start, chunk.step, chunk.num_frames)
        # a new tuple each time, so that other threads read without a lock
        self._marks = (*self._marks[-_MARKS:], mark)

    def _smoothed(self, time_s: float, num_frames: int) -> float:
        """The device's time without its trembling: blocks follow each other at the rate."""
        expected = self._next_time_s
        if expected is None or abs(time_s - expected) > _JUMP_S:
            expected = time_s
        else:
            # what fills the device before it starts is heard later than it says
            following = 1.0 if self._settling_frames > 0 else _FOLLOWING
            expected += following * (time_s - expected)
        self._settling_frames -= min(num_frames, self._settling_frames)
        self._next_time_s = expected + num_frames / self.rate_hz
        return expected
