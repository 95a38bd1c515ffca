"""Streams that pull sound: one of PortAudio, and one of a timer for computers without a device."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from app.playback.devices.output_devices import device_index, device_info, sound_library
from cass_core.clips import FloatArray

_log = logging.getLogger(__name__)

Render = Callable[[FloatArray, float], None]
"""Called with (frame, channel) to fill and the time of `time.perf_counter` at which it is heard."""

_SILENT_BLOCK_S = 0.01
_DEAD_AFTER_S = 3.0  # a device that asks for nothing for so long is gone; some need 2 s to resume
_FIRST_CALL_WITHIN_S = 8.0  # some are slow to wake up
_LONGEST_DELAY_S = 2.0


class OutputFailedError(Exception):
    """The device cannot be opened; the reason as a clause."""


class AudioOutput(Protocol):
    """An open stream.

    Attributes:
        device_name: empty for the timer.
        num_underflows: blocks that came too late for the device.
        rate_hz: frames a second.
        num_channels: of the device.
    """

    device_name: str
    num_underflows: int
    rate_hz: int
    num_channels: int

    def start(self, render: Render) -> None:
        """Begin to pull sound."""

    def drop_ahead(self) -> bool:
        """Stop, and drop what was pulled and is not heard yet; `start` goes on with other sound.

        Returns:
            Whether it has stopped; False where nothing lies ahead that could be dropped.
        """

    @property
    def is_lost(self) -> bool:
        """Whether the device went away."""

    def close(self) -> None:
        """Stop; may take a while."""


class SilentOutput:
    """Pulls sound by the computer's clock and drops it, so that picture and playhead still run."""

    def __init__(self, rate_hz: int, num_channels: int = 2) -> None:
        self.device_name = ""
        self.num_underflows = 0
        self.rate_hz, self.num_channels = rate_hz, num_channels
        self._closing = threading.Event()

    def start(self, render: Render) -> None:
        """Begin to pull sound."""
        threading.Thread(
            target=self._run, args=(render,), name="silent output", daemon=True
        ).start()

    def drop_ahead(self) -> bool:
        """Nothing lies ahead."""
        return False

    @property
    def is_lost(self) -> bool:
        """Never."""
        return False

    def close(self) -> None:
        """Stop."""
        self._closing.set()

    def _run(self, render: Render) -> None:
        count = round(self.rate_hz * _SILENT_BLOCK_S)
        block = np.zeros((count, self.num_channels), np.float32)
        due = time.perf_counter()
        while not self._closing.wait(max(0.0, due - time.perf_counter())):
            render(block, due)
            # after the computer slept the clock goes on from now
            due = max(due + count / self.rate_hz, time.perf_counter() - _DEAD_AFTER_S)


class DeviceOutput:
    """A stream of PortAudio."""

    def __init__(self, name: str, rate_hz: int, num_channels: int, latency_s: float) -> None:
        """Open a device; at its own rate where it refuses the programme's.

        Args:
            name: of the device; the default one where it is empty or gone.
            rate_hz: of the programme.
            num_channels: wanted; fewer where the device has fewer.
            latency_s: how far ahead of the loudspeaker it asks for sound, if it can.

        Raises:
            OutputFailedError: there is no device, or it is busy.
        """
        library = sound_library()
        index = device_index(name) if library is not None else None
        if library is None or index is None:
            raise OutputFailedError("there is none")
        info = device_info(index)
        self._library, self._index = library, index
        self.device_name = name
        self.num_underflows = 0
        self.num_channels = max(1, min(num_channels, int(info["max_output_channels"])))
        self.rate_hz, self._latency_s = rate_hz, latency_s
        self._render: Render | None = None
        self._finished = threading.Event()
        self._dead_at_s = time.monotonic() + _FIRST_CALL_WITHIN_S
        self._stream = self._opened(int(info["default_samplerate"]))

    def start(self, render: Render) -> None:
        """Begin to pull sound."""
        self._render = render
        self._finished.clear()
        self._dead_at_s = time.monotonic() + _FIRST_CALL_WITHIN_S
        try:
            self._stream.start()
        except self._library.PortAudioError as error:
            raise OutputFailedError(_reason(error)) from error

    def drop_ahead(self) -> bool:
        """Stop at once; the device stays open."""
        try:
            self._stream.abort()
        except self._library.PortAudioError as error:
            _log.warning("The sound device did not stop: %s", error)
            return False
        return True

    @property
    def is_lost(self) -> bool:
        """Whether the device went away; one that was stopped and started again may say so late."""
        has_ended = self._finished.is_set() and not self._stream.active
        return has_ended or time.monotonic() > self._dead_at_s

    def close(self) -> None:
        """Stop; may take a while, and for ever where a driver hangs."""
        try:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
        except self._library.PortAudioError as error:
            _log.warning("The sound device did not close: %s", error)

    def _opened(self, own_rate_hz: int) -> Any:  # noqa: ANN401
        """The stream, at the programme's rate if the device takes it."""
        reason = ""
        for rate_hz in dict.fromkeys((self.rate_hz, own_rate_hz)):
            try:
                stream = self._stream_at(rate_hz)
            except (self._library.PortAudioError, ValueError) as error:
                reason = _reason(error)
                continue
            self.rate_hz = rate_hz
            return stream
        raise OutputFailedError(reason)

    def _stream_at(self, rate_hz: int) -> Any:  # noqa: ANN401
        return self._library.OutputStream(
            samplerate=rate_hz,
            channels=self.num_channels,
            dtype="float32",
            device=self._index,
            latency=self._latency_s,
            # the first sound is heard as the stream starts, not behind a buffer of silence
            prime_output_buffers_using_stream_callback=True,
            callback=self._on_block,
            finished_callback=self._finished.set,
        )

    def _on_block(self, out: FloatArray, num_frames: int, times: Any, status: Any) -> None:  # noqa: ANN401
        """PortAudio's thread asks for sound."""
        self._dead_at_s = time.monotonic() + _DEAD_AFTER_S
        self.num_underflows += bool(status.output_underflow)
        assert self._render is not None
        try:
            self._render(out, self._heard_at(times))
        except Exception:  # an error here would end the stream without a word
            _log.exception("The mixer failed")
            out[:] = 0

    def _heard_at(self, times: Any) -> float:  # noqa: ANN401
        """When a block is heard; some drivers leave the times empty.

        PortAudio's clock is turned into Python's, which may be asked when the stream is closed.
        """
        delay_s = float(times.outputBufferDacTime) - float(times.currentTime)
        if not times.currentTime or not 0 <= delay_s <= _LONGEST_DELAY_S:
            delay_s = float(self._stream.latency)
        return time.perf_counter() + delay_s


def _reason(error: Exception) -> str:
    """PortAudio's words without its number."""
    text = str(error.args[0] if error.args else error)
    return text.split("[")[0].strip().rstrip(".:")
