"""Run the flow on a batch of windows, within the memory that is there."""

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import torch
from torch import Tensor

from cass_core.compute_device import ComputeDevice, choose_device
from cass_core.config import ModelConfig
from cass_core.flow.euler import Method, trajectory
from cass_core.flow.noise import frame_noise
from cass_core.flow.objective import velocity_from_clean
from cass_core.flow.path import start_state
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import (
    NUM_STATE_CHANNELS,
    Condition,
    PictureWindow,
    VelocityNet,
)
from cass_core.request.settings import SeparationSettings
from cass_core.separation.flow.guidance import Guidance, Pin, pinned_to
from cass_core.separation.flow.row_threads import RowThreads
from cass_core.separation.memory_fallback import MemoryLadder
from cass_core.stems.fallbacks import Fallback, MemoryLevel

_TINY = 1e-6
Steps = Generator[None, None, Tensor]  # yields after each step of the flow, returns the result


@dataclass(frozen=True)
class WindowInput:
    """Windows of one batch, on the CPU.

    Attributes:
        mixture: (window, bin, frame) complex.
        first_frames: absolute number of each window's first frame.
        picture: both picture streams, or None.
        place: of the batch among all batches of all channel groups, in the order in which they are
            separated; None where the first frame tells it.
    """

    mixture: Tensor
    first_frames: tuple[int, ...]
    picture: PictureWindow | None
    place: int | None = None

    def part(self, rows: slice, frames: slice) -> "WindowInput":
        """Some windows, and some frames of each with the picture under them."""
        picture, total = self.picture, self.mixture.shape[2]
        if picture is not None:
            face, scene = (_under(s[rows], frames, total) for s in (picture.face, picture.scene))
            picture = PictureWindow(face, scene, picture.seen[rows])
        starts = tuple(first + (frames.start or 0) for first in self.first_frames[rows])
        return WindowInput(self.mixture[rows, :, frames], starts, picture)


class WindowField:
    """The network with everything that a window needs, within the memory that there is.

    Attributes:
        ladder: how much there was.
    """

    def __init__(
        self,
        network: VelocityNet,
        config: ModelConfig,
        settings: SeparationSettings,
        device: ComputeDevice,
        max_batch: int,
        fallbacks: Sequence[Fallback] = (),
        guidance: Guidance | None = None,
    ) -> None:
        """Begin a run.

        Args:
            network: the velocity field.
            config: its description.
            settings: the user's choice.
            device: where to compute, while memory lasts.
            max_batch: windows at once, while memory lasts.
            fallbacks: of a run that was stopped.
            guidance: what the user has said about the programme; None for nothing.
        """
        self.config, self.settings, self._guidance = config, settings, guidance
        self.front = FrontEnd.of(config.spectrogram)
        first = MemoryLevel(max_batch, 1, device.kind)
        self.ladder = MemoryLadder(
            first, most_parts=2, fewer="fewer windows at once", fallbacks=fallbacks
        )
        self._first_device = device
        # rounded once, so that the weights are the same wherever the run goes on
        self.network = network.to(dtype=device.dtype)
        self._device: ComputeDevice | None = None
        self._max_batch = max_batch

    @cached_property
    def _row_threads(self) -> RowThreads:
        """Threads that a graphics card does without."""
        return RowThreads(self._max_batch)

    def run(self, windows: WindowInput) -> Steps:
        """Separate the windows.

        Args:
            windows: one batch.

        Returns:
            A generator that yields after each step of the flow, so that the caller can stop, and
            returns (window, stem, bin, frame) complex on the CPU.
        """
        place = windows.first_frames[0] if windows.place is None else windows.place
        return self.ladder.within(place, partial(self._run_parts, windows))

    def _place(self, kind: str) -> ComputeDevice:
        """Bring the network to the device of that kind, if it is elsewhere."""
        if self._device is None or self._device.kind != kind:
            first = self._first_device
            self._device = first if kind == first.kind else choose_device("cpu")
            self.network = self._device.place(self.network)
        return self._device

    def _run_parts(self, windows: WindowInput, level: MemoryLevel) -> Steps:
        kind = self._place(level.device_kind).kind
        count, frames = windows.mixture.shape[0], windows.mixture.shape[2]
        length = frames // level.parts
        rows: list[Tensor] = []
        for row in range(0, count, level.rows):
            parts: list[Tensor] = []
            for start in range(0, frames, length):
                some = slice(row, row + level.rows)
                piece = windows.part(some, slice(start, start + length))
                parts.append((yield from self._flow(piece, kind)))
            rows.append(torch.cat(parts, dim=-1))
        return torch.cat(rows)

    @torch.no_grad()
    def _flow(self, windows: WindowInput, kind: str) -> Steps:
        flow, bins = self.config.flow, windows.mixture.shape[1]
        mixture = windows.mixture.to(kind)
        level = self.front.level(mixture)
        sound = self.front.encode(mixture.unsqueeze(1), level)
        frames, seed = mixture.shape[2], self.settings.seed
        noise = torch.stack(
            [frame_noise(seed, f, frames, NUM_STATE_CHANNELS, bins) for f in windows.first_frames]
        )
        x_0 = start_state(sound, noise.to(kind), flow.mixture_share, flow.noise_sigma)
        picture = windows.picture
        if picture is not None:
            picture = PictureWindow(*(p.to(kind) for p in vars(picture).values()))
        condition = self.network.condition(sound, picture)

        def velocity(x_t: Tensor, t: Tensor) -> Tensor:
            out = call(self.network, x_t, t, condition)
            return out if flow.output == "velocity" else velocity_from_clean(out, x_t, t)

        call = self._row_threads if kind == "cpu" else _called
        state, steps = x_0, self.settings.steps
        pin = self._pin(windows, mixture, x_0, level)
        for point in trajectory(velocity, x_0, steps, self._method(), flow.grid_shift, pin):
            state = point
            yield
        return self.front.decode(state, level).cpu()

    def _pin(self, windows: WindowInput, mixture: Tensor, x_0: Tensor, level: Tensor) -> Pin | None:
        """What holds the state where the user has said whose sound is there."""
        if self._guidance is None:
            return None
        owners = self._guidance.owners(windows.first_frames, mixture.shape[2])
        if owners is None:
            return None
        owners = owners.to(mixture.device)
        whole = owners.sum(dim=1, keepdim=True).clamp_min(_TINY)
        wanted = self.front.encode(owners / whole * mixture.unsqueeze(1), level)
        return pinned_to(x_0, wanted, owners)

    def _method(self) -> Method:
        chosen = self.settings.method
        return self.config.flow.method if chosen == "model" else chosen


def _called(network: VelocityNet, x_t: Tensor, t: Tensor, condition: Condition) -> Tensor:
    return network(x_t, t, condition)


def _under(stream: Tensor, frames: slice, total: int) -> Tensor:
    """Those of (window, picture, ...) that lie under some of a window's `total` frames."""
    scale = stream.shape[1] / total
    return stream[:, int((frames.start or 0) * scale) : math.ceil(frames.stop * scale)]
