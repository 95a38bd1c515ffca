"""What is asked for when the sound of something in the picture is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS

LONGEST_S, SHORTEST_S = 300.0, 0.1
_SMALLEST = 0.01  # of the picture
Device = Literal["auto", "cuda", "cpu", "mps"]


@dataclass(frozen=True)
class PictureBox:
    """A rectangle on the picture, in shares of its width and height.

    Attributes:
        left: from the left edge.
        top: from the top edge.
        width: of the box.
        height: of the box.
    """

    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        """Refuse a box outside the picture or too small to show anything; SettingsError."""
        inside = self.left >= 0 and self.top >= 0
        inside &= self.left + self.width <= 1 + 1e-6 and self.top + self.height <= 1 + 1e-6
        if not inside or min(self.width, self.height) < _SMALLEST:
            raise SettingsError(
                "The box must lie inside the picture and be at least a hundredth of it wide and "
                "high; draw another one."
            )

    @classmethod
    def of_numbers(cls, numbers: Sequence[float], size: tuple[int, int]) -> "PictureBox":
        """A box of pixels, or of shares where no number is above 1.

        Args:
            numbers: left, top, width, height.
            size: (width, height) of the picture.

        Returns:
            The box.
        """
        x, y, width, height = numbers
        if max(numbers) <= 1:
            return cls(x, y, width, height)
        return cls(x / size[0], y / size[1], width / size[0], height / size[1])


@dataclass(frozen=True)
class ObjectQuery:
    """Which sound is looked for.

    Attributes:
        movie: with picture and sound.
        span: of the programme, in samples.
        box: around what is seen.
        model: name or folder of a model for this; None for the first that is here.
        audio_stream: number of the sound track.
        channels: numbers of its channels from 0; empty for all.
        decoded: the whole sound as a float wave, where it is at hand.
        steps: of the flow; None for those that the model's makers recommend.
        seed: of its noise.
        device: where to compute.
    """

    movie: Path
    span: SampleSpan
    box: PictureBox
    model: str | None = None
    audio_stream: int = 0
    channels: tuple[int, ...] = ()
    decoded: Path | None = None
    steps: int | None = None
    seed: int = 0
    device: Device = "auto"

    def __post_init__(self) -> None:
        """Refuse steps that no flow has; SettingsError."""
        if self.steps is not None and not LOWEST_STEPS <= self.steps <= HIGHEST_STEPS:
            raise SettingsError(f"Steps must be {LOWEST_STEPS} to {HIGHEST_STEPS}.")
