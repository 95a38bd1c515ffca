"""Loudness over time of what the lanes show, measured in a thread of its own."""

import threading
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs.images.lane_sound import LaneSound
from app.jobs.images.spectrogram_store import SpectrogramStore
from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.loudness import Powers, layout_weights, step_powers
from cass_core.dsp.short_term_loudness import STEP_S, WINDOW_STEPS, short_term_loudness

_CONTEXT_STEPS = 5  # what the high-pass of the K-weighting needs to ring out
_STEPS_AT_ONCE = 40
_LOOK_MS = 200
_MOST_SOUNDS = 12


@dataclass
class _Curve:
    """What is known of one sound.

    Attributes:
        powers: (step,), not a number where nothing was measured yet.
        lufs: (step,), short-term loudness of the same steps.
        is_broken: reading failed.
    """

    powers: Powers = field(default_factory=lambda: np.zeros(0))
    lufs: Powers = field(default_factory=lambda: np.zeros(0))
    is_broken: bool = False

    def set_length(self, num_steps: int) -> None:
        """Be longer, with steps that are not known, or shorter."""
        self.powers, self.lufs = (_resized(one, num_steps) for one in (self.powers, self.lufs))

    def put(self, steps: SampleSpan, powers: Powers) -> None:
        """Take measured steps; the loudness of those that hear them changes, too."""
        self.powers[steps.start : steps.stop] = powers
        first = max(steps.start - WINDOW_STEPS + 1, 0)
        stop = min(steps.stop + WINDOW_STEPS - 1, len(self.powers))
        lufs = short_term_loudness(self.powers[first:stop])
        self.lufs[steps.start : stop] = lufs[steps.start - first :]


class LoudnessCurves(QObject):
    """Measures the lanes' sounds as far as they are there; what was measured once is kept.

    Signals:
        changed: more is known, or a lane has another sound; at most five times a second.
    """

    changed = Signal()

    def __init__(
        self, store: SpectrogramStore, codes: tuple[str, ...], parent: QObject | None = None
    ) -> None:
        """Measure nothing yet.

        Args:
            store: has the sounds.
            codes: of the lanes to measure.
            parent: owner.
        """
        super().__init__(parent)
        self._store, self._codes = store, codes
        self._sounds: dict[str, LaneSound] = {}
        self._curves: dict[str, _Curve] = {}  # by identity, the last used at the end
        self._news = threading.Condition()
        self._stopping, self._is_changed, self._is_resting = True, False, True
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        store.sound_changed.connect(self._on_sound_changed)

    @property
    def step_samples(self) -> int:
        """Samples of a step of the curves, at the rate of the sounds."""
        sound = next(iter(self._sounds.values()), None)
        return _step_of(sound) if sound else 1

    def lufs(self, code: str) -> Powers:
        """Short-term loudness of a lane.

        Args:
            code: of the lane.

        Returns:
            (step,), each the loudness of the 3 s before the step's end; not a number where it is
            not known.
        """
        with self._news:
            sound = self._sounds.get(code)
            if sound is None:
                return np.zeros(0)
            return self._curves[sound.identity].lufs.copy()

    def start(self) -> None:
        """Measure what is there and what comes."""
        with self._news:
            if not self._stopping:
                return
            self._stopping = False
            if self._thread is None:
                self._thread = threading.Thread(target=self._work_on, name="loudness", daemon=True)
                self._thread.start()
        for code in self._codes:
            self._take_sound(code)
        self._wake()

    def stop(self) -> None:
        """End the thread, without waiting for it: it ends after the seconds of sound it is at."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
        self._timer.stop()

    @Slot(str)
    def _on_sound_changed(self, code: str) -> None:
        if code in self._codes and not self._stopping:
            self._take_sound(code)
            self._wake()

    def _take_sound(self, code: str) -> None:
        """Look what a lane shows now."""
        sound = self._store.sound(code)
        with self._news:
            self._is_changed = True
            if sound is None:
                self._sounds.pop(code, None)
                return
            curve = self._curves.pop(sound.identity, None) or _Curve()
            former = self._sounds.get(code)
            if former is None or former.source is not sound.source:
                curve.is_broken = False
            curve.set_length(sound.source.num_samples // _step_of(sound))
            self._curves[sound.identity], self._sounds[code] = curve, sound
            self._forget_old()

    def _forget_old(self) -> None:
        shown = {sound.identity for sound in self._sounds.values()}
        for identity in list(self._curves)[: max(len(self._curves) - _MOST_SOUNDS, 0)]:
            if identity not in shown:
                del self._curves[identity]

    def _wake(self) -> None:
        with self._news:
            self._is_resting = False
            self._news.notify_all()
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_look(self) -> None:
        """The thread is not Qt's and sends no signals: say here what it has measured."""
        with self._news:
            is_changed, self._is_changed = self._is_changed, False
            if self._is_resting and not is_changed:
                self._timer.stop()
        if is_changed:
            self.changed.emit()

    def _work_on(self) -> None:
        while (work := self._next_work()) is not None:
            sound, steps = work
            try:
                powers = _measured(sound, steps)
            except Exception:  # a file that is gone is told by those who play and draw it
                powers = None
            with self._news:
                self._take_powers(sound, steps, powers)

    def _take_powers(self, sound: LaneSound, steps: SampleSpan, powers: Powers | None) -> None:
        curve = self._curves.get(sound.identity)
        if curve is None:
            return
        if powers is None:
            curve.is_broken = True
        elif steps.stop <= len(curve.powers):
            curve.put(steps, powers)
        self._is_changed = True

    def _next_work(self) -> tuple[LaneSound, SampleSpan] | None:
        """The next steps to measure, as soon as there are some; None at the end."""
        with self._news:
            while not self._stopping:
                for sound in self._sounds.values():
                    curve = self._curves[sound.identity]
                    steps = None if curve.is_broken else _unknown(sound, curve.powers)
                    if steps is not None:
                        return sound, steps
                self._is_resting = True
                self._news.wait()
            self._thread = None
        return None


def _resized(values: Powers, num_steps: int) -> Powers:
    """A copy with unknown steps at its end, or cut."""
    resized = np.full(num_steps, np.nan)
    kept = min(num_steps, len(values))
    resized[:kept] = values[:kept]
    return resized


def _step_of(sound: LaneSound) -> int:
    """Samples of a step."""
    return round(STEP_S * sound.source.rate_hz)


def _unknown(sound: LaneSound, powers: Powers) -> SampleSpan | None:
    """The first steps that can be measured and are not, counted in steps."""
    step = _step_of(sound)
    for span in sound.covered:
        first, stop = -(-span.start // step), min(span.stop // step, len(powers))
        (missing,) = np.nonzero(np.isnan(powers[first:stop]))
        if len(missing):
            begin = first + int(missing[0])
            return SampleSpan(begin, min(begin + _STEPS_AT_ONCE, stop))
    return None


def _measured(sound: LaneSound, steps: SampleSpan) -> Powers:
    """Powers of the steps; (step,)."""
    source = sound.source
    step = _step_of(sound)
    context = min(_CONTEXT_STEPS, steps.start) * step
    samples: FloatArray = source.read(SampleSpan(steps.start * step - context, steps.stop * step))
    weights = layout_weights(source.layout, source.num_channels)
    return step_powers(samples, source.rate_hz, step, context, weights)
