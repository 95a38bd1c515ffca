"""What the separating process does for each kind of order; runs in that process only."""

import os
import platform
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from app.jobs.separating.control_listener import ControlListener, Tell
from app.jobs.separating.run_events import (
    DeviceFound,
    MeasureOrder,
    Notice,
    PhaseProgress,
    SeparationOrder,
    TakeGrew,
)
from app.jobs.separating.step_clock import StepClock
from cass_core.clips import AudioClip, SampleSpan
from cass_core.request.settings import SeparationSettings

if TYPE_CHECKING:
    from cass_core.separation.movie.request import MovieRequest
    from cass_core.separation.movie.work_plan import JobProgress

# often enough for a smooth bar; a film's sound alone gives half a million steps
_NEWS_EVERY_S = 0.05
_MEASURED_STEPS, _MEASURED_WINDOWS, _MEASURED_S = 3, 3, 60


def separate(order: SeparationOrder, tell: Tell, control: ControlListener) -> None:
    """Separate a part of a movie, from where a stopped run has left it."""
    tell(PhaseProgress("load", 0.0, 0.0, control.working_time()))
    from cass_core.separation.movie.job import separate_movie
    from cass_core.separation.movie.request import MovieResult
    from cass_core.separation.movie.work_plan import Warned

    device_warning = find_device(tell)
    with (
        _gate_in_network(control),
        closing(separate_movie(_request(order))) as events,
        closing(_Reporter(order, tell, control)) as reporter,
    ):
        for event in events:
            control.check()
            if isinstance(event, MovieResult):
                tell(TakeGrew(order.stop))
            elif not isinstance(event, Warned):
                reporter.report(event)
            elif event.sentence != device_warning:
                tell(Notice(event.sentence))


def find_device(tell: Tell) -> str:
    """Find where the network will run.

    Args:
        tell: hears the name, and why it is not a graphics card where it is none.

    Returns:
        The library's own sentence about it, which need not be said again.
    """
    import torch

    from cass_core.compute_device import choose_device

    device = choose_device("auto")
    if device.kind != "cpu":
        tell(DeviceFound(device.kind, device.label))
        return device.warning
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    why = "No CUDA graphics card was found, so the processor does the work."
    if torch.version.cuda is None and platform.system() != "Darwin":
        why = "This program's PyTorch is built without CUDA, so the processor does the work."
    tell(DeviceFound("cpu", f"CPU ({cores} cores)" if cores != 1 else "CPU (1 core)", why))
    return device.warning


def measure_speed(order: MeasureOrder, tell: Tell, control: ControlListener) -> None:
    """Separate some noise in the programme's shape and say how long that took."""
    import numpy as np

    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.compute_device import choose_device
    from cass_core.media.sound.array_source import ArraySource
    from cass_core.separation.separator import Separator, SeparatorInput, StepDone

    find_device(tell)
    network, description = load_model(find_model(order.model))
    shape = order.num_channels, _MEASURED_S * order.rate_hz
    noise = np.random.default_rng(0).normal(0.0, 0.1, shape).astype(np.float32)
    source = ArraySource(AudioClip(noise, order.rate_hz, order.layout))
    separator = Separator(network, description.config, choose_device("auto"))
    settings = SeparationSettings(steps=_MEASURED_STEPS, method=order.method)
    spans = separator.chunk_spans(source)[:_MEASURED_WINDOWS]
    clock = StepClock(order.rate_hz, _MEASURED_STEPS, control.working_time)
    with _gate_in_network(control):
        for event in separator.run(SeparatorInput(source), settings, spans):
            control.check()
            if isinstance(event, StepDone):
                clock.on_step()
            else:
                clock.on_window(event.span.num_samples)
    if clock.speed is not None:
        tell(clock.speed)


class _Reporter:
    """Turns the library's reports into events, few enough for a pipe."""

    def __init__(self, order: SeparationOrder, tell: Tell, control: ControlListener) -> None:
        from cass_core.media.sound.float_wave import FloatWaveReader

        with FloatWaveReader(order.sound) as sound:
            self._clock = StepClock(sound.rate_hz, order.settings.steps, control.working_time)
        self._tell, self._control = tell, control
        self._position: int | None = None
        self._last = ("", 0.0)

    def report(self, progress: "JobProgress") -> None:
        """Pass on what is news."""
        if progress.position is not None:
            self._measure(progress.position)
        now_s = self._control.working_time()
        if progress.phase != self._last[0] or now_s - self._last[1] >= _NEWS_EVERY_S:
            self._last = progress.phase, now_s
            self._tell(PhaseProgress(progress.phase, progress.share, progress.phase_share, now_s))

    def close(self) -> None:
        """Say how fast it was, whatever ended the run."""
        if self._clock.speed is not None:
            self._tell(self._clock.speed)

    def _measure(self, position: int) -> None:
        if self._position is None:
            self._clock.begin()
        elif position == self._position:
            self._clock.on_step()
        else:
            self._clock.on_window(position - self._position)
            self._tell(TakeGrew(position))
        self._position = position


@contextmanager
def _gate_in_network(control: ControlListener) -> Iterator[None]:
    """Look for pause and cancel before each layer: a step of the flow may take many seconds."""
    from torch.nn.modules.module import register_module_forward_pre_hook

    hook = register_module_forward_pre_hook(lambda _module, _inputs: control.check())
    try:
        yield
    finally:
        hook.remove()


def _request(order: SeparationOrder) -> "MovieRequest":
    from cass_core.checkpoints.registry import find_model
    from cass_core.separation.movie.request import MovieRequest

    return MovieRequest(
        movie=order.movie,
        out=order.folder.parent,
        model=find_model(order.model),
        settings=order.settings,
        audio_stream=order.audio_stream,
        channels=order.channels,
        span=SampleSpan(order.start, order.stop),
        resume=True,
        decoded=order.sound,
        folder=order.folder,
    )
