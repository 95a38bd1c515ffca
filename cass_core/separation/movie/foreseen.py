"""What a slow run will take, measured on a small piece of its work before it begins."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch.utils.flop_counter import FlopCounterMode

from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.compute_device import ComputeDevice
from cass_core.config import ModelConfig
from cass_core.model.builders import build
from cass_core.model.velocity_net import (
    NUM_MIXTURE_CHANNELS,
    NUM_STATE_CHANNELS,
    Condition,
    VelocityNet,
)
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator

_TRIAL_PARTS = 16  # of a window, one of which is tried
_FEW_STEPS = 4
_TOLD_FROM = 5.0  # seconds of work for one of sound
_MINUTE_S = 60.0


def foreseen(separator: Separator, settings: SeparationSettings, num_groups: int) -> list[str]:
    """Say how long a minute of sound will take, where that is long.

    Only networks that are slow everywhere are measured, on processors: with a piece of a window,
    from whose operations and time those of the window follow.

    Args:
        separator: with the model, on its device.
        settings: the user's choice.
        num_groups: groups of channels that are heard one after the other.

    Returns:
        One sentence or none.
    """
    if separator.device.kind != "cpu":
        return []
    step_ratio = num_groups * sum(
        window_call_s(network, config, separator.device)
        * config.spectrogram.frames_per_second
        / config.hop_frames
        for network, config in _slow_ones(separator)
    )  # seconds of work for a second of sound and a step
    if settings.steps * step_ratio < _TOLD_FROM:
        return []
    slow, quick = (_spoken(_MINUTE_S * step_ratio * n) for n in (settings.steps, _FEW_STEPS))
    return [
        f"On this processor a minute of sound takes about {slow} with {settings.steps} steps and "
        f"{quick} with {_FEW_STEPS}: choose fewer steps, a selection or a graphics card."
    ]


def _slow_ones(separator: Separator) -> Iterator[tuple[VelocityNet, ModelConfig]]:
    """The networks of attention over all places, with their configurations."""
    config, networks = separator.config, separator.network
    members = config.members if isinstance(config, OpinionsConfig) else (config,)
    each = networks if isinstance(networks, Sequence) else (networks,)
    for network, member in zip(each, members, strict=True):
        if not isinstance(network, VelocityNet) or not isinstance(member, ModelConfig):
            continue
        if member.attention is not None:
            yield network, member


def window_call_s(network: VelocityNet, config: ModelConfig, device: ComputeDevice) -> float:
    """Seconds that the network will take for one window, from those for a piece of one."""
    network = device.place(network)
    frames = config.window_frames // _TRIAL_PARTS
    _call(network, config, frames)  # the first one prepares
    begun = time.perf_counter()
    _call(network, config, frames)
    took_s = time.perf_counter() - begun
    return took_s * _operations(config, config.window_frames) / _operations(config, frames)


@torch.no_grad()
def _call(network: VelocityNet, config: ModelConfig, frames: int) -> None:
    shape, kind = (config.spectrogram.num_bins, frames), next(network.parameters()).device
    mixture = torch.zeros(1, NUM_MIXTURE_CHANNELS, *shape, device=kind)
    x_t = torch.zeros(1, NUM_STATE_CHANNELS, *shape, device=kind)
    network(x_t, torch.zeros(1, device=kind), Condition(mixture, None))


def _operations(config: ModelConfig, frames: int) -> int:
    """Of one call, counted without computing."""
    hearing = replace(config, vision=replace(config.vision, face="none", scene="none"))
    with torch.device("meta"):
        network = build(hearing)
    with FlopCounterMode(display=False) as counter:
        _call(network, hearing, frames)
    return counter.get_total_flops()


def _spoken(seconds: float) -> str:
    if seconds < 2 * _MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < 120 * _MINUTE_S:
        return f"{seconds / _MINUTE_S:.0f} min"
    return f"{seconds / _MINUTE_S / 60:.0f} h"
