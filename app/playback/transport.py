"""Play, pause, seek, loop, shuttle and scrub: what the window's keys and buttons ask for."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.playback.devices.player import Player
from app.playback.devices.player_events import DeviceLost, PlayerEvent, ReadingFailed
from app.playback.engine.sound_tracks import SoundTracks
from app.playback.engine.track_feed import PlayOrder
from app.playback.play_clock import PlayClock
from app.playback.play_rules import active_loop, shuttled, starting_point
from app.playback.scrubber import Scrubber
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan

_TICK_MS = 16


@dataclass(frozen=True)
class PlayedRange:
    """A part of the programme that is played once.

    Attributes:
        span: in samples.
        back_to: where the position is left.
        tracks: other sound on the same axis; None for the programme's own.
    """

    span: SampleSpan
    back_to: int
    tracks: SoundTracks | None = None


class Transport(QObject):
    """Plays the tracks of a programme; all positions are samples of its axis.

    Signals:
        state_changed: playing or not, the speed, where `stop` leaves the position.
        position_changed: what is heard now, about 60 times a second while playing.
        tracks_changed: other `SoundTracks` are played, or None.
        begun: playback begins where it stood, or another programme stands at its start.
        problem: one sentence for the user.
    """

    state_changed = Signal()
    position_changed = Signal(int)
    tracks_changed = Signal(object)
    begun = Signal()
    problem = Signal(str)

    def __init__(self, player: Player, timeline: Timeline, parent: QObject | None = None) -> None:
        """Stand still.

        Args:
            player: carries out the orders.
            timeline: whose loop is followed.
            parent: owner.
        """
        super().__init__(parent)
        self._player, self._timeline = player, timeline
        self._tracks: SoundTracks | None = None
        self._speed = Fraction(1)
        self._scrubber = Scrubber()
        self._return_to_start = False
        self._sought = 0
        self._range: PlayedRange | None = None
        self._clock = PlayClock(player.heard)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        timeline.loop_changed.connect(self._on_loop_changed)

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._clock.running

    @property
    def speed(self) -> float:
        """Speed of playback, below 0 backward; 1 while nothing plays."""
        return float(self._speed) if self._clock.running else 1.0

    @property
    def position(self) -> int:
        """The sample that is heard now; where playback would begin while nothing plays."""
        return self._clock.position

    @property
    def plays_other_tracks(self) -> bool:
        """Whether a range of other sound than the programme's is played."""
        return self._clock.running and self._range is not None and self._range.tracks is not None

    @property
    def return_to_start(self) -> bool:
        """Whether `stop` goes back to where playback began."""
        return self._return_to_start

    def set_tracks(self, tracks: SoundTracks | None) -> None:
        """Play another programme, from where `seek` has gone since None was set; None for none."""
        self.pause()
        start, self._sought = self._sought if tracks else 0, 0
        self._tracks = tracks
        self._clock.set_length(tracks.num_samples if tracks else 0)
        self.tracks_changed.emit(tracks)
        self.begun.emit()
        self._move(start)
        self._clock.mark_start()

    def refresh_tracks(self, tracks: SoundTracks | None = None) -> None:
        """Go on with what has changed on disk, or with another version of the same programme.

        Args:
            tracks: instead of the ones that are set; None where only a take grew, whose
                `PatchedStems` were refreshed.
        """
        if self._tracks is None:
            self.set_tracks(tracks)
            return
        self._tracks = tracks or self._tracks
        self._clock.set_length(self._tracks.num_samples)
        self.tracks_changed.emit(self._tracks)
        if self._clock.running:
            self._play(goes_on=True)
        elif self._clock.position > self._clock.num_samples:
            self._move(self._clock.num_samples)

    @Slot()
    def play(self) -> None:
        """Play forward at normal speed from the position; from the start where that is the end."""
        if self._tracks is None or (self._clock.running and self._speed == 1):
            return
        self._run_at(Fraction(1))

    def play_range(self, span: SampleSpan, back_to: int, tracks: SoundTracks | None = None) -> None:
        """Play a part of the programme once, forward at normal speed and without a loop.

        Args:
            span: in samples.
            back_to: where the position is left, however it ends.
            tracks: other sound on the same axis; None for the programme's own.
        """
        if self._tracks is None or span.num_samples <= 0:
            return
        self.pause()
        self._clock.move(span.start)
        self._run_at(Fraction(1), PlayedRange(span, back_to, tracks))

    @Slot()
    def pause(self) -> None:
        """Stop where it is."""
        if not self._clock.running:
            return
        self._clock.follow()
        self._halt()

    @Slot()
    def stop(self) -> None:
        """Stop; at the place where playback began if `return_to_start` is on."""
        was_playing = self._clock.running
        self.pause()
        if was_playing and self._return_to_start:
            self._move(self._clock.started_at)

    @Slot()
    def toggle(self) -> None:
        """Play, or stop."""
        if self._clock.running:
            self.stop()
        else:
            self.play()

    @Slot(int)
    def seek(self, sample: int) -> None:
        """Go somewhere else; playback goes on there, or begins there once there is sound."""
        if self._tracks is None:
            self._sought = max(sample, 0)
            return
        self._move(sample)
        self._clock.mark_start()
        if self._clock.running:
            self._range = None
            self._play()
            self.state_changed.emit()

    def shuttle(self, direction: int) -> None:
        """Play forward (1) or backward (-1), each time twice as fast, up to 8 times; 0 stops."""
        if direction == 0:
            self.pause()
            return
        self._run_at(shuttled(self._speed if self._clock.running else None, direction))

    def half_speed(self) -> None:
        """Play at half speed; at full speed again where it does already."""
        is_half = self._clock.running and self._speed == Fraction(1, 2)
        self._run_at(Fraction(1) if is_half else Fraction(1, 2))

    def scrub(self, sample: int) -> None:
        """Go somewhere and let a short piece of sound be heard; until `end_scrub`."""
        if self._tracks is None:
            return
        if self._clock.running:
            self.pause()
            self._scrubber.resume_later()
        self._move(sample)
        self._scrubber.move(self._clock.position)
        self._wake()

    def end_scrub(self) -> None:
        """End scrubbing; what played before goes on."""
        if self._scrubber.end():
            self._run_at(self._speed)

    def set_return_to_start(self, on: bool) -> None:
        """Choose where `stop` leaves the position."""
        if on != self._return_to_start:
            self._return_to_start = on
            self.state_changed.emit()

    def take(self, event: PlayerEvent) -> None:
        """Take over what the player reports, and tell the user what cannot be read."""
        match event:
            case DeviceLost():
                self._end()
            case ReadingFailed(serial, sentence) if serial == self._clock.serial:
                self._end()
                self.problem.emit(sentence)

    def close(self) -> None:
        """Follow nothing more; for the end of the program."""
        self._timer.stop()

    def _run_at(self, speed: Fraction, played: PlayedRange | None = None) -> None:
        """Play from the position at a speed other than 0, through a range where one is given."""
        if self._tracks is None:
            return
        was_playing, end = self._clock.running, self._clock.num_samples
        self._clock.follow()
        self._speed, self._range = speed, played
        if not was_playing:
            loop = active_loop(self._timeline, end) if played is None else None
            self._clock.move(starting_point(self._clock.position, speed, end, loop))
            self._clock.mark_start()
            self.begun.emit()
        self._clock.start()
        self._play(goes_on=was_playing)
        self.state_changed.emit()

    def _play(self, goes_on: bool = False) -> None:
        """Order the tracks from the position on, or from what is heard on."""
        if self._tracks is None:
            return
        self._clock.follow()
        goes_on = self._clock.number_order(goes_on)
        forward = self._speed > 0
        position = self._clock.position if forward else max(self._clock.position - 1, 0)
        played = self._range
        order = PlayOrder(
            self._clock.serial,
            (played.tracks if played else None) or self._tracks,
            position,
            goes_on,
            forward,
            abs(self._speed),
            None if played else active_loop(self._timeline, self._clock.num_samples),
            until=played.span.stop if played else None,
        )
        self._player.play(order)
        self._wake()

    def _wake(self) -> None:
        if not self._timer.isActive():  # starting it again would put off its next tick
            self._timer.start()

    def _end(self) -> None:
        if self._clock.running:
            self._halt()

    def _halt(self) -> None:
        self._clock.halt()
        self._player.silence()
        played, self._range = self._range, None
        if played is not None:
            self._clock.move(played.back_to)
        self.state_changed.emit()
        self.position_changed.emit(self._clock.position)

    def _move(self, sample: int) -> None:
        self._clock.move(sample)
        self.position_changed.emit(self._clock.position)

    @Slot()
    def _on_tick(self) -> None:
        if self._clock.running:
            self._follow()
        elif not self._scrubber.active:
            self._timer.stop()
        grain = self._scrubber.tick()
        if grain is not None and self._tracks is not None:
            serial = self._clock.number_grain()
            self._player.play(PlayOrder(serial, self._tracks, grain, grain=True))

    def _follow(self) -> None:
        """Tell where playback is, and end it where its end was heard."""
        has_moved = self._clock.follow()
        if self._player.is_finished(self._clock.serial):
            self._clock.move(self._clock.num_samples if self._speed > 0 else 0)
            self._halt()
            if self._return_to_start:
                self._move(self._clock.started_at)
        elif has_moved:
            self.position_changed.emit(self._clock.position)

    @Slot()
    def _on_loop_changed(self) -> None:
        if self._clock.running:
            self._play(goes_on=True)
