"""Run the flow on a batch of windows, within the memory that is there."""

import math
from collections.abc import Generator
from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.compute_device import ComputeDevice, choose_device
from cass_core.config import ModelConfig
from cass_core.errors import CassError
from cass_core.flow.euler import Method, trajectory
from cass_core.flow.noise import frame_noise
from cass_core.flow.objective import velocity_from_clean
from cass_core.flow.path import start_state
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import NUM_STATE_CHANNELS, PictureWindow, VelocityNet
from cass_core.request.settings import SeparationSettings
from cass_core.separation.memory_shortage import is_shortage

Steps = Generator[None, None, Tensor]  # yields after each step of the flow, returns the result


@dataclass(frozen=True)
class WindowInput:
    """Windows of one batch, on the CPU.

    Attributes:
        mixture: (window, bin, frame) complex.
        first_frames: absolute number of each window's first frame.
        picture: both picture streams, or None.
    """

    mixture: Tensor
    first_frames: tuple[int, ...]
    picture: PictureWindow | None

    def part(self, rows: slice, frames: slice) -> "WindowInput":
        """Some windows, and some frames of each with the picture under them."""
        picture, total = self.picture, self.mixture.shape[2]
        if picture is not None:
            face, scene = (_under(s[rows], frames, total) for s in (picture.face, picture.scene))
            picture = PictureWindow(face, scene, picture.seen[rows])
        starts = tuple(first + (frames.start or 0) for first in self.first_frames[rows])
        return WindowInput(self.mixture[rows, :, frames], starts, picture)


class WindowField:
    """The network with everything that a window needs; remembers how much memory there was."""

    def __init__(
        self,
        network: VelocityNet,
        config: ModelConfig,
        settings: SeparationSettings,
        device: ComputeDevice,
        max_batch: int,
    ) -> None:
        self.config, self.settings, self.device = config, settings, device
        self.network = device.place(network)
        self.front = FrontEnd.of(config.spectrogram)
        self.rows_at_once, self.frame_parts = max_batch, 1
        self.warnings: list[str] = []

    def run(self, windows: WindowInput) -> Steps:
        """Separate the windows.

        Args:
            windows: one batch.

        Returns:
            A generator that yields after each step of the flow, so that the caller can stop, and
            returns (window, stem, bin, frame) complex on the CPU.
        """
        while True:
            try:
                return (yield from self._run_parts(windows))
            except RuntimeError as error:
                if not is_shortage(error):
                    raise
            self._shrink()  # not before the error has let go of what the attempt had taken

    def _shrink(self) -> None:
        """Half the batch, then half the window, then the CPU; each is said once."""
        who = "The computer" if self.device.kind == "cpu" else "The GPU"
        if self.device.kind == "cuda":
            torch.cuda.empty_cache()
        if self.rows_at_once > 1:
            self.rows_at_once //= 2
            self._say(f"{who} ran out of memory: fewer windows at once.")
        elif self.frame_parts < 2:
            self.frame_parts = 2
            self._say(f"{who} ran out of memory: shorter windows, a little less context.")
        elif self.device.kind != "cpu":
            self.device = choose_device("cpu")
            self.network = self.device.place(self.network)
            self.frame_parts = 1
            self._say("The GPU ran out of memory: going on with the CPU.")
        else:
            raise CassError(
                "There is not enough memory to separate even one window; close other programs "
                "and resume."
            )

    def _say(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def _run_parts(self, windows: WindowInput) -> Steps:
        count, frames = windows.mixture.shape[0], windows.mixture.shape[2]
        length = frames // self.frame_parts
        rows: list[Tensor] = []
        for row in range(0, count, self.rows_at_once):
            parts: list[Tensor] = []
            for start in range(0, frames, length):
                some = slice(row, row + self.rows_at_once)
                piece = windows.part(some, slice(start, start + length))
                parts.append((yield from self._flow(piece)))
            rows.append(torch.cat(parts, dim=-1))
        return torch.cat(rows)

    @torch.no_grad()
    def _flow(self, windows: WindowInput) -> Steps:
        kind, flow, bins = self.device.kind, self.config.flow, windows.mixture.shape[1]
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
            out = self.network(x_t, t, condition)
            return out if flow.output == "velocity" else velocity_from_clean(out, x_t, t)

        state, steps = x_0, self.settings.steps
        for point in trajectory(velocity, x_0, steps, self._method(), flow.grid_shift):
            state = point
            yield
        return self.front.decode(state, level).cpu()

    def _method(self) -> Method:
        chosen = self.settings.method
        return self.config.flow.method if chosen == "model" else chosen


def _under(stream: Tensor, frames: slice, total: int) -> Tensor:
    """Those of (window, picture, ...) that lie under some of a window's `total` frames."""
    scale = stream.shape[1] / total
    return stream[:, int((frames.start or 0) * scale) : math.ceil(frames.stop * scale)]
