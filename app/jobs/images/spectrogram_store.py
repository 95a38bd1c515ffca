"""Spectrograms and waveforms of the lanes, made in the background and shown as they come."""

from itertools import count

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs.images.known_sounds import KnownSounds
from app.jobs.images.lane_sound import LaneSound
from app.jobs.images.tile_news import TileNews
from app.jobs.images.tile_worker import TileWorker
from app.jobs.paint_priority import PaintPriority, YieldingSource
from app.tiles.drawn_sound import DrawnSound
from app.tiles.mosaic import best_image
from app.tiles.spectra import LevelImage
from app.tiles.tile_cache import TileCache
from app.tiles.tile_files import TileFiles
from app.tiles.tile_grid import TileGrid
from app.tiles.tile_plan import SeenPart, TilePlan
from app.tiles.tile_work import Work
from cass_core.clips import AudioSource, FloatArray, SampleSpan

_REST_MS = 500


class SpectrogramStore(QObject):
    """What lanes draw; asking is quick, and what is missing is made and announced.

    Lanes are named by their codes. Of each, the whole programme and the part that was
    asked for last are made.

    Signals:
        tiles_changed: a lane can be drawn better now; at most ten times a second for each.
        sound_changed: a lane has another sound, or more of it.
        problem: one sentence: a sound cannot be read any more.
    """

    tiles_changed = Signal(str)
    sound_changed = Signal(str)
    problem = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        files: TileFiles | None = None,
        tile_cache: TileCache | None = None,
        num_threads: int = 0,
        way: PaintPriority | None = None,
    ) -> None:
        """Prepare; threads start when there is something to do.

        Args:
            parent: owner.
            files: cache on disk; the user's own where None.
            tile_cache: tiles in memory.
            num_threads: that work; 0 for what suits the machine.
            way: told when the window draws.
        """
        super().__init__(parent)
        self._way, self._is_drawing = way or PaintPriority(), False
        self._worker = TileWorker(
            self._next_work,
            self._on_done,
            self._on_failed,
            files or TileFiles(),
            num_threads,
            self._way.give_way,
        )
        self._news = TileNews(self._worker, self._shown_sources, self)
        self._news.changed.connect(self.tiles_changed)
        self._news.problem.connect(self.problem)
        self._lanes: dict[str, DrawnSound] = {}
        self._sounds = KnownSounds(tile_cache or TileCache())
        self._seen: dict[tuple[str, bool], tuple[int, SeenPart]] = {}
        self._ticks, self._num_edits = count(), 0
        self._rest_timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest_timer.timeout.connect(self._on_rest)

    def set_source(
        self,
        lane: str,
        source: AudioSource | None,
        identity: str = "",
        covered: tuple[SampleSpan, ...] = (),
        edited: tuple[SampleSpan, ...] = (),
    ) -> None:
        """Choose what a lane shows.

        Args:
            lane: its code.
            source: over the whole programme; read from other threads. None for an empty lane.
            identity: the same for the same samples, in this run and all others, such as the
                media hash with the stream's number, or a take's with the stem.
            covered: parts of the programme that hold sound by now.
            edited: parts whose samples are not those that the identity names.
        """
        with self._worker.lock:
            self._lanes.pop(lane, None)
            for key in ((lane, True), (lane, False)):
                self._seen.pop(key, None)
            if source is not None:
                self._lanes[lane] = self._sounds.use(identity, YieldingSource(source, self._way))
                self._lanes[lane].set_covered(covered)
                if edited or self._lanes[lane].edited:
                    self._lanes[lane].set_edited(edited)
                self._lanes[lane].rest()
            self._sounds.forget_old({sound.identity for sound in self._lanes.values()})
        self._wake()
        self.tiles_changed.emit(lane)
        self.sound_changed.emit(lane)

    def set_transform(self, n_fft: int) -> None:
        """Choose the length of the spectra of all lanes; what is known of this length is shown.

        Args:
            n_fft: samples of a transform, a power of two.
        """
        grid = TileGrid(n_fft)
        with self._worker.lock:
            if grid == self._sounds.grid:
                return
            self._sounds.set_grid(grid)
            self._seen.clear()
            lanes = list(self._lanes)
        self._wake()
        for lane in lanes:
            self.tiles_changed.emit(lane)

    def set_covered(self, lane: str, covered: tuple[SampleSpan, ...]) -> None:
        """Tell which parts hold sound by now; call it after each `decoded` and each new chunk.

        Args:
            lane: its code.
            covered: spans in samples of the programme.
        """
        with self._worker.lock:
            sound = self._lanes.get(lane)
            if sound is not None:
                sound.set_covered(covered)
        self._rest_timer.start()
        self._wake()
        self.sound_changed.emit(lane)

    def set_edited(
        self,
        lane: str,
        source: AudioSource,
        edited: tuple[SampleSpan, ...],
        changed: tuple[SampleSpan, ...],
    ) -> None:
        """Tell that some samples of a lane are others now; the rest is not drawn again.

        Args:
            lane: its code.
            source: as for `set_source`.
            edited: parts whose samples are not those that the identity names.
            changed: where samples are others than before.
        """
        with self._worker.lock:
            sound = self._lanes.get(lane)
            if sound is None:
                return
            sound.set_source(YieldingSource(source, self._way))
            sound.set_edited(edited, changed)
            self._num_edits += 1
        self._wake()
        self.tiles_changed.emit(lane)
        self.sound_changed.emit(lane)

    def sound(self, lane: str) -> LaneSound | None:
        """What a lane shows; reading it gives way to the window.

        Args:
            lane: its code.

        Returns:
            None for an empty lane.
        """
        with self._worker.lock:
            sound = self._lanes.get(lane)
            if sound is None:
                return None
            identity = f"{sound.identity}+{self._num_edits}" if sound.edited else sound.identity
            return LaneSound(identity, sound.source, sound.covered)

    def levels(self, lane: str, visible: SampleSpan, width_px: int) -> LevelImage:
        """The spectrogram of a part as well as it is known now; what is missing is made.

        Args:
            lane: its code.
            visible: samples of the programme.
            width_px: width that it will be drawn in.

        Returns:
            Levels for `shade`.
        """
        self.note_drawing()
        with self._worker.lock:
            sound = self._seen_sound(lane, visible, width_px)
            if sound is None:
                blank = np.zeros((self._sounds.grid.num_bins, 1), np.uint8)
                return LevelImage(blank, visible, visible)
            return best_image(sound, visible, width_px)

    def peaks(self, lane: str, visible: SampleSpan, width_px: int) -> FloatArray:
        """The waveform of a part as well as it is known now; what is missing is made.

        Args:
            lane: its code.
            visible: samples of the programme.
            width_px: width that it will be drawn in.

        Returns:
            (2, pixel) lowest and highest sample over the channels; full scale is 1.0.
        """
        self.note_drawing()
        with self._worker.lock:
            sound = self._seen_sound(lane, visible, width_px)
            if sound is None:
                return np.zeros((2, max(width_px, 1)), np.float32)
            return sound.waveform(visible, width_px)

    def note_drawing(self) -> None:
        """Let the threads in the background hold still until this turn of the loop is over."""
        if not self._is_drawing:
            self._is_drawing = True
            self._way.begin_drawing()
            QTimer.singleShot(0, self, self._on_drawn)

    @Slot()
    def _on_drawn(self) -> None:
        self._is_drawing = False
        self._way.end_drawing()

    def is_settled(self) -> bool:
        """Whether everything that was asked for is made."""
        with self._worker.lock:
            resting = not any(sound.is_growing for sound in self._lanes.values())
            return resting and self._worker.is_idle and self._next_work(frozenset()) is None

    def stop(self) -> None:
        """End the threads and wait for them: before sources are closed for good."""
        self._news.stop()
        self._rest_timer.stop()
        self._on_drawn()
        self._worker.stop()

    def _seen_sound(self, lane: str, visible: SampleSpan, width_px: int) -> DrawnSound | None:
        """The lane's sound, after noting what of it is seen."""
        sound = self._lanes.get(lane)
        if sound is None or visible.num_samples < 1 or width_px < 1:
            return None
        part = SeenPart(sound, visible, width_px)
        key = (lane, part.level >= sound.overview_level)
        former = self._seen.get(key)
        self._seen[key] = (next(self._ticks), part)
        if former is None or former[1] != part:
            self._wake()
        return sound

    def _next_work(self, claims: frozenset[object]) -> Work | None:
        """Called by the worker under the lock."""
        latest_first = sorted(self._seen.values(), key=lambda item: item[0], reverse=True)
        parts = [part for _, part in latest_first]
        # a lane that nobody has asked for yet gets its overview all the same
        parts += [SeenPart(sound, sound.whole, 1) for sound in self._lanes.values()]
        return TilePlan(parts, claims).next_work()

    def _on_done(self, work: Work) -> None:
        """Called by the worker under the lock: note which lanes look different now."""
        span = work.span
        for lane, sound in self._lanes.items():
            if sound is not work.sound:
                continue
            views = [(key[1], part) for key, (_, part) in self._seen.items() if key[0] == lane]
            is_seen = any(_is_in_view(part, span) and not whole for whole, part in views)
            self._news.note(lane, is_urgent=is_seen or len(views) <= 1)

    def _on_failed(self, work: Work, sentence: str) -> None:
        """Called by the worker under the lock."""
        if work.sound.source is work.source and not work.sound.is_broken:
            work.sound.is_broken = True
            self._news.note_failure(work.source, sentence)

    def _shown_sources(self) -> list[AudioSource]:
        """Called under the lock."""
        return [sound.source for sound in self._lanes.values()]

    def _wake(self) -> None:
        """Let the threads look for work, and look at what they do."""
        self._worker.wake()
        self._news.watch()

    @Slot()
    def _on_rest(self) -> None:
        """Nothing has grown for a while."""
        with self._worker.lock:
            for sound in self._lanes.values():
                sound.rest()
        self._wake()


def _is_in_view(part: SeenPart, span: SampleSpan) -> bool:
    return span.start < part.visible.stop and part.visible.start < span.stop
