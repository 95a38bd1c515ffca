"""What a DAVIS-Flow is, as `model.json` says it; read without PyTorch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Annotated, Any, Literal

from cass_core.checked.fields import Between, check_fields
from cass_core.errors import ModelError
from cass_core.model.clip_config import ClipConfig

KIND: Literal["davis-flow"] = "davis-flow"
_LEVELS = 5
_LINEAR_HEAD_DIM = 32
_Width = Annotated[int, Between(1, 8192)]


@dataclass(frozen=True)
class DavisConfig:
    """Sizes of the network and of what it hears; those published where nothing is said.

    Attributes:
        kind: of the network.
        rate_hz: rate that it hears.
        n_fft: samples of a frame of the spectrogram.
        hop: samples between two frames.
        side: rows, which rise by equal ratios, and columns that the network works on.
        frames: of the spectrogram that become as many columns.
        scale: that the logarithms of magnitudes are multiplied by.
        programme_gain: of the programme before it is heard; in training a mixture was the mean of
            two sounds, and what is looked for was not made softer.
        dim: channels of the finest level.
        multiples: of `dim`, channels behind each level.
        heads: of the attentions in the U-Net.
        query_size: numbers that a head compares of a frame.
        groups: of each normalisation.
        frame_layers: layers of the encoder over pictures.
        frame_heads: heads of it.
        frame_hidden: its hidden width.
        num_pictures: pictures of a window that it looks at.
        clip: the encoder of pictures.
    """

    kind: Literal["davis-flow"] = KIND
    rate_hz: Annotated[int, Between(8000, 48_000)] = 11_025
    n_fft: Annotated[int, Between(16, 16_384)] = 1022
    hop: Annotated[int, Between(1, 4096)] = 256
    side: Annotated[int, Between(16, 1024)] = 256
    frames: Annotated[int, Between(16, 4096)] = 256
    scale: Annotated[float, Between(1e-3, 100)] = 0.15
    programme_gain: Annotated[float, Between(1e-3, 1)] = 0.5
    dim: _Width = 64
    multiples: Annotated[tuple[Annotated[int, Between(1, 64)], ...], Between(_LEVELS, _LEVELS)] = (
        1, 2, 4, 4, 8,
    )  # fmt: skip
    heads: Annotated[int, Between(1, 64)] = 4
    query_size: _Width = 512
    groups: Annotated[int, Between(1, 64)] = 8
    frame_layers: Annotated[int, Between(1, 24)] = 3
    frame_heads: Annotated[int, Between(1, 64)] = 8
    frame_hidden: _Width = 2048
    num_pictures: Annotated[int, Between(1, 64)] = 11
    clip: ClipConfig = field(default_factory=ClipConfig)

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ModelError where they do not."""
        try:
            check_fields(self)
            self._check_together()
        except ValueError as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error

    def _check_together(self) -> None:
        if self.side % (1 << (_LEVELS - 1)):
            raise ValueError(f"side is {self.side}, no multiple of {1 << (_LEVELS - 1)}")
        if self.dim % self.groups or self.dim % self.heads:
            raise ValueError(f"dim is {self.dim}, no multiple of groups and heads")
        if self.clip.out_dim % self.frame_heads:
            raise ValueError(f"{self.clip.out_dim} features are no multiple of frame_heads")

    @property
    def name(self) -> str:
        """The kind, where other models have the name of their size."""
        return self.kind

    @property
    def widths(self) -> tuple[int, ...]:
        """Channels before each level and behind the last."""
        return (self.dim, *(self.dim * multiple for multiple in self.multiples))

    @property
    def hidden(self) -> int:
        """Channels of all heads of an attention over time and frequency."""
        return self.heads * _LINEAR_HEAD_DIM

    @property
    def num_bins(self) -> int:
        """Bins of a frame, 0 Hz and half the rate included."""
        return self.n_fft // 2 + 1

    @property
    def window(self) -> int:
        """Samples that it hears at once."""
        return self.frames * self.hop - 1

    @property
    def takes_frames(self) -> bool:
        """Always; it looks at the picture itself."""
        return True

    @property
    def takes_picture(self) -> bool:
        """Always."""
        return True

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "DavisConfig":
        """Rebuild from `to_dict`; ModelError where a field is unknown, missing or senseless."""
        try:
            parts = {
                "clip": ClipConfig(**values["clip"]),
                "multiples": tuple(values["multiples"]),
            }
            return cls(**(dict(values) | parts))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error
