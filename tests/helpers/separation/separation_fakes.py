"""Programmes, networks and fields with known answers, for the tests of the separation."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import AudioClip
from cass_core.compute_device import ComputeDevice
from cass_core.media.sound.array_source import ArraySource
from cass_core.model.builders import build, named_config
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import Condition

CPU = ComputeDevice("cpu", torch.float32)
TINY = named_config("unittest_tiny")
LAYOUTS = {"mono": 1, "stereo": 2, "5.1": 6, "7.1": 8}


def noise_source(seconds: float, rate_hz: int = 16_000, layout: str = "mono", peak: float = 0.3):
    """White noise, each channel its own."""
    rng = np.random.default_rng(4)
    shape = (LAYOUTS[layout], round(seconds * rate_hz))
    return sound_source(rng.uniform(-peak, peak, shape), rate_hz, layout)


def sound_source(samples, rate_hz: int, layout: str = "mono") -> ArraySource:
    """A programme of (channel, sample)."""
    return ArraySource(AudioClip(np.asarray(samples, np.float32), rate_hz, layout))


def tiny_network(spread: float = 0.05):
    """The tiny size with weights that hide nothing behind zero initialisation."""
    torch.manual_seed(1)
    network = build(TINY).eval()
    for parameter in network.parameters():
        parameter.data += spread * torch.randn_like(parameter)
    return network


def finish(steps):
    """Run a generator to its end; what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


class FakeField:
    """A window field whose answer is a function of the windows."""

    def __init__(self, answer: Callable, config=TINY) -> None:
        self.answer, self.config, self.asked = answer, config, []
        self.front = FrontEnd.of(config.spectrogram)

    def run(self, windows):
        self.asked.append(windows)
        yield
        return self.answer(windows)


class MixtureNetwork:
    """A network whose clean stems are the mixture in each, and which may run out of memory."""

    def __init__(self, most_rows: int = 99, most_frames: int = 9999, error=None) -> None:
        self.most_rows, self.most_frames = most_rows, most_frames
        self.error = error or torch.OutOfMemoryError("CUDA out of memory")
        self.kind, self.pictures, self.starts, self.times = "", [], [], []

    @property
    def calls(self) -> int:
        """How often it was asked."""
        return len(self.times)

    def to(self, *args, **kwargs):
        self.kind = args[0] if args else self.kind
        return self

    def parameters(self):
        return ()

    def condition(self, mixture: Tensor, picture) -> Condition:
        rows, frames = mixture.shape[0], mixture.shape[3]
        if self.kind != "cpu" and (rows > self.most_rows or frames > self.most_frames):
            raise self.error
        self.pictures.append(picture)
        return Condition(mixture, None)

    def __call__(self, x_t: Tensor, t: Tensor, condition: Condition) -> Tensor:
        self.times.append(float(t[0]))
        if t[0] == 0:
            self.starts.append(x_t)
        return condition.mixture.repeat(1, 3, 1, 1)
