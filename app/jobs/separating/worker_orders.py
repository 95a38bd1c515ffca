"""What the separating process does for each kind of order; runs in that process only."""

import platform
from collections.abc import Iterator
from contextlib import closing, contextmanager

from app.jobs.separating.control_listener import ControlListener, Tell
from app.jobs.separating.run_events import DeviceFound, MeasureOrder, Told
from cass_core.clips import AudioClip
from cass_core.request.events import ChunkWritten, PhaseShare, RunBegun, RunEvent, StepDone, Warned
from cass_core.request.request import SeparationRequest

# often enough for a smooth bar; a film's sound alone gives half a million steps
_NEWS_EVERY_S = 0.05
_MEASURED_WINDOWS, _MEASURED_S = 3, 60


def separate(request: SeparationRequest, tell: Tell, control: ControlListener) -> None:
    """Separate a part of a movie, from where a stopped run has left it."""
    teller = _Teller(tell, control)
    teller.tell(PhaseShare("load", 0.0))
    from cass_core.separation.movie.job import separate_movie

    device_warning = find_device(tell)
    with _gate_in_network(control), closing(separate_movie(request)) as events:
        for event in events:
            control.check()
            if event != Warned(device_warning):
                teller.tell(event)


def find_device(tell: Tell) -> str:
    """Find where the network will run.

    Args:
        tell: hears the name, and why it is not a graphics card where it is none.

    Returns:
        The library's own sentence about it, which need not be said again.
    """
    import torch

    from cass_core.compute_device import choose_device

    device, lacks = choose_device("auto"), ""
    if device.kind == "cpu":
        without_cuda = torch.version.cuda is None and platform.system() != "Darwin"
        lacks = "cuda" if without_cuda else "card"
    tell(DeviceFound(device.kind, device.label, lacks))
    return device.warning


def measure_speed(order: MeasureOrder, tell: Tell, control: ControlListener) -> None:
    """Separate some noise in the programme's shape, and tell it as a run of its own."""
    import numpy as np

    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.checkpoints.windows import with_windows
    from cass_core.compute_device import choose_device
    from cass_core.media.sound.array_source import ArraySource
    from cass_core.separation.separator import Separator, SeparatorInput

    find_device(tell)
    teller, device = _Teller(tell, control), choose_device("auto")
    network, description = load_model(find_model(order.model))
    shape = order.num_channels, _MEASURED_S * order.rate_hz
    noise = np.random.default_rng(0).normal(0.0, 0.1, shape).astype(np.float32)
    source = ArraySource(AudioClip(noise, order.rate_hz, order.layout))
    windows = order.settings.window_s, order.settings.hop_s
    separator = Separator(network, with_windows(description.config, *windows), device)
    spans = separator.chunk_spans(source)[:_MEASURED_WINDOWS]
    teller.tell(
        RunBegun(
            device.kind,
            device.label,
            order.rate_hz,
            order.num_channels,
            length_s=_MEASURED_S,
            part_s=_MEASURED_S,
            grain=separator.grain,
            takes_steps=separator.takes_steps,
        )
    )
    teller.tell(PhaseShare("separate", 0.0))
    with _gate_in_network(control):
        for event in separator.run(SeparatorInput(source), order.settings, spans):
            control.check()
            if isinstance(event, StepDone):
                teller.tell(event)
            else:
                teller.tell(ChunkWritten(event.span, event.share))


class _Teller:
    """Passes on the library's events with their time, few enough for a pipe."""

    def __init__(self, tell: Tell, control: ControlListener) -> None:
        self._tell, self._control = tell, control
        self._last = ("", 0.0)

    def tell(self, event: RunEvent) -> None:
        """Pass on what is news: of a phase's many small reports those that a bar can show."""
        now_s = self._control.working_time()
        if isinstance(event, PhaseShare):
            phase, told_s = self._last
            if event.phase == phase and event.share < 1 and now_s - told_s < _NEWS_EVERY_S:
                return
            self._last = event.phase, now_s
        self._tell(Told(event, now_s))


@contextmanager
def _gate_in_network(control: ControlListener) -> Iterator[None]:
    """Look for pause and cancel before each layer: a step of the flow may take many seconds."""
    from torch.nn.modules.module import register_module_forward_pre_hook

    hook = register_module_forward_pre_hook(lambda _module, _inputs: control.check())
    try:
        yield
    finally:
        hook.remove()
