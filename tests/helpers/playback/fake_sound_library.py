"""Stands in for sounddevice: devices as wanted, and streams that the test drives."""

from types import SimpleNamespace

import numpy as np


class PortAudioError(Exception):
    pass


class FakeStream:
    def __init__(self, library, **options):
        self.options = options
        self.latency = 0.02
        self.library = library
        self.closed = False
        self.active, self.num_starts = False, 0
        self._finished = options["finished_callback"]
        options["finished_callback"] = self._end

    def start(self):
        if self.library.start_fails:
            raise PortAudioError("Device unavailable [PaErrorCode -9985]")
        self.active = True
        self.num_starts += 1

    def abort(self, ignore_errors=True):
        self._end()

    def _end(self):
        self.active = False
        self._finished()

    def close(self, ignore_errors=True):
        self.closed = True

    def pull(self, frames, delay_s=0.02, underflow=False):
        """What the device would do."""
        out = np.full((frames, self.options["channels"]), np.nan, np.float32)
        times = SimpleNamespace(currentTime=5.0, outputBufferDacTime=5.0 + delay_s)
        self.options["callback"](out, frames, times, SimpleNamespace(output_underflow=underflow))
        return out


class FakeSoundLibrary:
    """Two devices; `rates` are what they take, `refused` the numbers of those that do not open."""

    PortAudioError = PortAudioError

    def __init__(self, rates=(44_100, 48_000), refused=()):
        self.rates, self.refused = rates, refused
        self.start_fails = False
        self.streams = []
        self.num_looks = 0
        self.default = SimpleNamespace(device={"output": 0})
        self.devices = [
            {"name": name, "hostapi": 0, "max_output_channels": channels,
             "default_samplerate": float(rates[0])}
            for name, channels in (("Speakers", 2), ("Interface", 8), ("Microphone", 0))
        ]  # fmt: skip

    def query_devices(self, index=None):
        return self.devices if index is None else self.devices[index]

    def query_hostapis(self):
        return [{"name": "ALSA", "default_output_device": 0}]

    def OutputStream(self, **options):  # noqa: N802
        if options["device"] in self.refused:
            raise PortAudioError(
                "Error opening OutputStream: Device unavailable [PaErrorCode -9985]"
            )
        if options["samplerate"] not in self.rates:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]")
        self.streams.append(FakeStream(self, **options))
        return self.streams[-1]

    def _terminate(self):
        assert all(stream.closed for stream in self.streams)

    def _initialize(self):
        self.num_looks += 1
