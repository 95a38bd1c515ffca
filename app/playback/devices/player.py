"""The thread that opens the sound device, reads ahead and notices when the device is gone."""

import logging
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.environment.error_report import sentence_for
from app.playback.devices.audio_output import (
    AudioOutput,
    DeviceOutput,
    OutputFailedError,
    SilentOutput,
)
from app.playback.devices.device_delay import DeviceDelays
from app.playback.devices.output_devices import list_devices, look_again
from app.playback.devices.player_events import (
    DelayGrown,
    DeviceLost,
    DevicesListed,
    OutputOpened,
    PlayerEvent,
    ReadingFailed,
)
from app.playback.engine.mixer import MixSettings
from app.playback.engine.play_run import PlayRun
from app.playback.engine.renderer import Heard, HeardBlock, Renderer
from app.playback.engine.track_feed import PlayOrder, begin_run, read_ahead
from cass_core.errors import CassError

_log = logging.getLogger(__name__)

_NUM_OUTPUTS = 2
_FEED_EVERY_S = 0.02
_LOOK_EVERY_S = 0.25
_KEEP_OPEN_S = 30.0  # a device that is not needed for so long is given back
_CLOSE_WITHIN_S = 2.0
_SWITCH_S = 0.001


@dataclass(frozen=True)
class _Stage:
    """An open output and what fills it.

    Attributes:
        output: pulls sound.
        renderer: fills it.
        request: rate and channels that it was opened for.
    """

    output: AudioOutput
    renderer: Renderer
    request: tuple[int, int]

    @property
    def num_underruns(self) -> int:
        """Blocks that came too late."""
        return self.renderer.num_underruns + self.output.num_underflows


class Player:
    """Plays orders; its methods return at once and may be called from any one thread."""

    def __init__(
        self,
        settings: MixSettings,
        report: Callable[[PlayerEvent], None],
        listener: Callable[[HeardBlock], None],
    ) -> None:
        """Start the thread.

        Args:
            settings: what is heard.
            report: called in the player's thread with what happens.
            listener: called in the device's thread with what is heard.
        """
        # the device's thread waits no longer than this for another to let go of the interpreter
        sys.setswitchinterval(min(sys.getswitchinterval(), _SWITCH_S))
        self._settings = settings
        self._report, self._listener = report, listener
        self._lock = (
            threading.Lock()
        )  # between the caller and the player's thread; never the device
        self._wake = threading.Event()
        self._order: PlayOrder | None = None
        self._started: PlayOrder | None = None
        self._run: PlayRun | None = None
        self._stage: _Stage | None = None
        self._past_underruns = 0
        self._device_name, self._delays = "", DeviceDelays()
        self._reopens = False
        self._looks = False
        self._will_be_needed = False
        self._given_back: tuple[int, int] | None = None
        self._closing = False
        self._needed_s = time.monotonic()
        self._thread = threading.Thread(target=self._work, name="player", daemon=True)
        self._thread.start()

    def set_settings(self, settings: MixSettings) -> None:
        """Change what is heard, from the device's next block on."""
        self._settings = settings
        if (stage := self._stage) is not None:
            stage.renderer.mixer.settings = settings

    def play(self, order: PlayOrder) -> None:
        """Play something else, or go on in another way."""
        with self._lock:
            self._order = order
        self._wake.set()

    def get_ready(self) -> None:
        """Open the device again that was given back, because something may be heard soon."""
        self._will_be_needed = True
        self._wake.set()

    def silence(self) -> None:
        """Fade out."""
        with self._lock:
            self._order = self._started = self._run = None
            if self._stage is not None:
                self._stage.renderer.join(None)

    def use_device(self, name: str) -> None:
        """Go over to another device; empty for the default one."""
        with self._lock:
            self._device_name, self._reopens = name, True
            self._delays.start_over()
        self._wake.set()

    def use_delays(self, delays_s: Mapping[str, float]) -> None:
        """Give devices more or less sound ahead; one that plays is opened anew where it matters.

        Args:
            delays_s: by the devices' names; empty for the default one.
        """
        with self._lock:
            before_s = self._delays.of(self._device_name)
            self._delays.use(delays_s)
            is_other = self._delays.of(self._device_name) != before_s
            self._reopens = self._reopens or is_other
        self._wake.set()

    def look_for_devices(self) -> None:
        """List the devices; those that are new are found only while nothing plays."""
        self._looks = True
        self._wake.set()

    def heard(self) -> Heard | None:
        """What comes out of the loudspeaker now; None before the first sound."""
        stage = self._stage
        return stage.renderer.heard(time.perf_counter()) if stage is not None else None

    @property
    def num_underruns(self) -> int:
        """Blocks that came too late so far."""
        stage = self._stage
        return self._past_underruns + (stage.num_underruns if stage is not None else 0)

    def is_finished(self, serial: int) -> bool:
        """Whether the last sound of an order was heard."""
        stage, run = self._stage, self._run
        if stage is None or run is None or run.plan.serial != serial:
            return False
        return stage.renderer.is_finished(run, time.perf_counter())

    def close(self) -> None:
        """End the thread and give the device back."""
        self._closing = True
        self._wake.set()
        self._thread.join(_CLOSE_WITHIN_S + 1.0)

    def _work(self) -> None:
        while not self._closing:
            try:
                self._wake.wait(_FEED_EVERY_S if self._run is not None else _LOOK_EVERY_S)
                self._wake.clear()
                self._step()
            except Exception as error:  # playback must not end for good
                self._fail(error)
        self._close_stage()

    def _step(self) -> None:
        self._watch_device()
        if self._looks:
            self._looks = False
            self._list_devices()
        if self._reopens:
            self._reopen()
        if self._will_be_needed:
            self._will_be_needed = False
            self._take_back()
        order = self._order
        if order is not None and order is not self._started:
            self._begin(order)
        for run in self._runs_to_feed():
            read_ahead(run)

    def _take_back(self) -> None:
        """Open what was given back, and keep what is open for a while."""
        self._needed_s = time.monotonic()
        if self._stage is None and self._given_back is not None:
            self._stage = self._open_stage(self._given_back)

    def _runs_to_feed(self) -> list[PlayRun]:
        """The newest run, and the one that is still heard, unless its tracks may be closed."""
        newest, stage = self._run, self._stage
        if newest is None:
            return []
        heard = stage.renderer.run if stage is not None else None
        if heard is None or heard is newest or heard.plan.tracks is not newest.plan.tracks:
            return [newest]
        return [heard, newest]

    def _fail(self, error: Exception) -> None:
        """Stop an order that cannot be read; one that was replaced meanwhile is no matter."""
        with self._lock:
            failed, is_current = self._started, self._order is self._started
            if is_current:
                self._order = self._started = self._run = None
                if self._stage is not None:
                    self._stage.renderer.join(None)
        if failed is None or not isinstance(error, CassError):
            _log.exception("Playback failed")
        if failed is not None and is_current:
            self._report(ReadingFailed(failed.serial, sentence_for(error)))

    def _begin(self, order: PlayOrder) -> None:
        self._started = order
        self._needed_s = time.monotonic()
        stage = self._opened_stage(order)
        run, at_frame = begin_run(order, stage.renderer)
        is_stopped = self._dropped_silence(stage)
        with self._lock:
            if self._order is order:  # nobody fell silent or asked for something else meanwhile
                self._run = run
                stage.renderer.join(run, at_frame)
        if is_stopped:
            self._go_on(stage)

    def _dropped_silence(self, stage: _Stage) -> bool:
        """Whether the device was stopped, so that sound need not wait for the silence before it."""
        if not stage.renderer.is_all_heard(time.perf_counter()):
            return False
        return stage.output.drop_ahead()

    def _go_on(self, stage: _Stage) -> None:
        """Start a device that was stopped; one that refuses is opened anew."""
        stage.renderer.forget_clock()
        try:
            stage.output.start(stage.renderer.render)
        except OutputFailedError as error:
            _log.warning("The sound device did not go on: %s", error)
            self._close_stage()
            self._started = None
            self._wake.set()

    def _opened_stage(self, order: PlayOrder) -> _Stage:
        """The open output; another one where the programme needs another rate."""
        request = (order.tracks.rate_hz, _NUM_OUTPUTS)
        if self._stage is not None and self._stage.request != request:
            self._close_stage()
        if self._stage is None:
            self._stage = self._open_stage(request)
        # they may have changed while the device opened
        self._stage.renderer.mixer.settings = self._settings
        return self._stage

    def _open_stage(self, request: tuple[int, int]) -> _Stage:
        """The chosen device, else the default one, else a timer."""
        refused, reason = "", ""
        rate_hz, num_channels = request[0], max(request[1], 2)
        for name in dict.fromkeys((self._device_name, "")):
            try:
                output = DeviceOutput(name, rate_hz, num_channels, self._delays.of(name))
                stage = self._started_stage(output, request)
            except OutputFailedError as error:
                refused, reason = refused or name, reason or str(error)
                continue
            if refused and self._device_name == refused:  # nobody has chosen another one meanwhile
                self._device_name = name
            self._report(OutputOpened(name, True, refused, reason))
            return stage
        self._report(OutputOpened("", False, refused, reason))
        return self._started_stage(SilentOutput(rate_hz), request)

    def _started_stage(self, output: AudioOutput, request: tuple[int, int]) -> _Stage:
        renderer = Renderer(output.rate_hz, output.num_channels, self._settings, self._listener)
        output.start(renderer.render)
        return _Stage(output, renderer, request)

    def _reopen(self) -> None:
        """Go over to the chosen device and go on where it was."""
        self._reopens = False
        heard = self.heard()
        with self._lock:
            started = self._started if self._run is not None else None
            self._run = None
        self._close_stage()
        if started is None:
            self._report(OutputOpened(self._device_name, True))
            return
        if heard is not None:
            started = replace(started, position=round(heard.position), goes_on=False)
        with self._lock:
            if self._order is not None and self._order.serial == started.serial:
                self._order = started
        self._wake.set()

    def _list_devices(self) -> None:
        stage = self._stage
        if stage is not None and stage.renderer.is_silent:
            self._close_stage()
        if self._stage is None or isinstance(self._stage.output, SilentOutput):
            look_again()
        self._report(DevicesListed(list_devices()))

    def _watch_device(self) -> None:
        stage = self._stage
        if stage is None:
            return
        if stage.output.is_lost:
            with self._lock:
                self._order = self._started = self._run = None
                self._device_name = ""
            self._close_stage()
            look_again()
            self._report(DeviceLost(stage.output.device_name))
            self._report(DevicesListed(list_devices()))
        elif self._run is not None:
            self._needed_s = time.monotonic()
            name = self._device_name
            if self._delays.note(name, stage.output.num_underflows, self._needed_s):
                _log.info("The sound device runs dry; it is opened with a longer delay")
                self._report(DelayGrown(name, self._delays.of(name)))
                self._reopens = True
        elif time.monotonic() - self._needed_s > _KEEP_OPEN_S:
            is_device = not isinstance(stage.output, SilentOutput)
            self._given_back = stage.request if is_device else None
            self._close_stage()

    def _close_stage(self) -> None:
        """Give the device back; a driver that hangs is left to itself."""
        stage, self._stage = self._stage, None
        if stage is None:
            return
        self._past_underruns += stage.num_underruns
        closer = threading.Thread(target=stage.output.close, name="closing sound", daemon=True)
        closer.start()
        closer.join(_CLOSE_WITHIN_S)
