"""A separating process without a network that leaves true stems on disk, in no time.

Its stems are shares of the mixture, other ones for each number of steps, and sum to it.
"""

import time
from functools import partial

import numpy as np

from app.jobs.separating.run_events import (
    DeviceFound,
    DeviceOrder,
    MeasureOrder,
)
from app.jobs.separating.separation_worker import serve
from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.request.identity import StemSetIdentity
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.separation.told_run import DEVICE, ToldRun

CPU = DeviceFound(*DEVICE, "card")
WINDOW_S = 0.5
USUAL_STEPS, SLOW_STEPS = 8, 64
"""With this many steps or more a window takes a usual time, or so long that it can be caught."""


def carry_out(order, tell, control):
    """Do what the real process does, as seen from outside."""
    tell(CPU)
    if isinstance(order, MeasureOrder):
        _measure(order, tell, control)
    elif not isinstance(order, DeviceOrder):
        _separate(order, tell, control)


def _measure(order, tell, control):
    run = ToldRun(tell, order.settings.steps)
    for share in (0.25, 0.5, 0.75, 1.0):
        _wait(_window_s(SLOW_STEPS), control)
        run.chunk(SampleSpan(0, 24_000), share)


def _separate(order, tell, control):
    with FloatWaveReader(order.decoded) as source:
        window = round(WINDOW_S * source.rate_hz)
        own = _identity(order, source)
        with StemSetWriter.create_or_resume(order.folder, own, resume=True) as writer:
            run = ToldRun(tell, order.settings.steps, source.rate_hz, source.num_channels)
            for span in SampleSpan(writer.position, order.span.stop).blocks(window):
                _wait(_window_s(order.settings.steps), control)
                mixture = source.read(span)
                writer.append(span.start, stems_of(mixture, order.settings.steps), mixture)
                run.chunk(span, (span.stop - order.span.start) / order.span.num_samples)


def stems_of(mixture, steps):
    """What this process makes of a mixture: (stem, channel, sample)."""
    dialogue = mixture * np.float32(0.5)
    effects = mixture * np.float32(0.25 / (1 + steps))
    return np.stack([dialogue, effects, mixture - dialogue - effects])


def _identity(order, source):
    return StemSetIdentity(
        media_name=order.movie.name,
        media_path=str(order.movie),
        media_hash="ab" * 32,
        audio_stream=order.audio_stream,
        rate_hz=source.rate_hz,
        layout=source.layout,
        num_channels=source.num_channels,
        num_samples=source.num_samples,
        span=order.span,
        start_timecode=None,
        frame_rate=None,
        model_name=order.model,
        model_sha256="cd" * 32,
        settings={"steps": order.settings.steps, "render": order.settings.render},
        seed=order.settings.seed,
        device_kind="cpu",
        channels=order.channels,
    )


def _window_s(steps):
    if steps < USUAL_STEPS:
        return 0.01
    return 0.15 if steps >= SLOW_STEPS else 0.08


def _wait(seconds, control):
    for _ in range(10):
        control.check()
        time.sleep(seconds / 10)


quick_serve = partial(serve, carry_out=carry_out)
