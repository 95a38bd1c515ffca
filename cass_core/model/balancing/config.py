"""What a network that balances by the picture is, as `model.json` says it; without PyTorch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from cass_core.checked.fields import Between, check_fields
from cass_core.errors import ModelError

KERNEL, STRIDE, INNER_STRIDE = 8, 4, 2
_LONGEST_WINDOW_S = 120
_Width = Annotated[int, Between(1, 8192)]
_Layers = Annotated[int, Between(1, 64)]


@dataclass(frozen=True)
class RebalancerConfig:
    """Everything needed to build and to run VisAH; defaults are the published sizes.

    Attributes:
        rate_hz: rate that it hears, in one channel.
        window: samples that it hears at once.
        hop: samples from one window to the next.
        frames_hz: pictures a second that it sees.
        width: channels of the outermost level.
        growth: factor of the channels from level to level.
        depth: levels; the last but one leaves one frequency, the last one shortens time.
        shrink: of the dilated branches.
        branches: dilated branches in each encoder.
        recurrent_from: first level whose branches have a recurrent part and attention.
        norm_from: first level that is normalised.
        groups: of that normalisation.
        frequency_weight: factor of the learnt embedding of frequencies.
        inner: channels of the transformer.
        heads: of its attention.
        blocks: of the transformer.
        picture: numbers that are given for a picture.
        context_layers: through which these go before the transformer asks them.
        context_hidden: of their feed-forward parts.
        context_norm: whether another normalisation follows them.
        clip_side: pixels of the square picture that the encoder of pictures (CLIP) looks at.
        clip_patch: pixels of the squares that are its tokens.
        clip_width: its channels.
        clip_layers: its blocks; 0 where the model has no encoder of pictures.
    """

    rate_hz: Annotated[int, Between(1_000, 192_000)] = 44_100
    window: Annotated[int, Between(64, _LONGEST_WINDOW_S * 192_000)] = 441_000
    hop: Annotated[int, Between(1, _LONGEST_WINDOW_S * 192_000)] = 352_800
    frames_hz: Annotated[float, Between(0.1, 60)] = 1.0
    width: Annotated[int, Between(1, 1024)] = 24
    growth: Annotated[int, Between(1, 4)] = 2
    depth: Annotated[int, Between(3, 7)] = 6
    shrink: Annotated[int, Between(1, 64)] = 4
    branches: Annotated[int, Between(0, 8)] = 2
    recurrent_from: Annotated[int, Between(0, 7)] = 4
    norm_from: Annotated[int, Between(0, 7)] = 4
    groups: Annotated[int, Between(1, 64)] = 4
    frequency_weight: Annotated[float, Between(0, 100)] = 2.0
    inner: _Width = 512
    heads: Annotated[int, Between(1, 64)] = 16
    blocks: _Layers = 6
    picture: _Width = 768
    context_layers: _Layers = 3
    context_hidden: _Width = 1024
    context_norm: bool = False
    clip_side: Annotated[int, Between(1, 2048)] = 224
    clip_patch: Annotated[int, Between(1, 256)] = 14
    clip_width: _Width = 1024
    clip_layers: Annotated[int, Between(0, 64)] = 0

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ModelError where they do not."""
        try:
            check_fields(self)
            if self.window > _LONGEST_WINDOW_S * self.rate_hz:
                raise ValueError(f"a window is longer than {_LONGEST_WINDOW_S} s")
            if self.hop > self.window:
                raise ValueError(f"hop is {self.hop}, more than the window of {self.window}")
            if self.rate_hz % 10 or self.hop % (self.rate_hz // 10):
                raise ValueError(f"{self.hop} samples are no whole tenths of a second")
            if self.inner % self.heads:
                raise ValueError(f"{self.inner} channels have no {self.heads} equal heads")
        except ValueError as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error

    @property
    def name(self) -> str:
        """The kind, where other models have the name of their size."""
        return "visah"

    @property
    def n_fft(self) -> int:
        """Of the spectrogram, whose frequencies the levels but the last divide down to one."""
        return 2 * KERNEL * int(STRIDE ** (self.depth - 2))

    @property
    def widths(self) -> list[int]:
        """Channels of each level, outermost first."""
        return [self.width * self.growth**level for level in range(self.depth)]

    @property
    def takes_frames(self) -> bool:
        """Never those that separators look at; it has pictures of its own."""
        return False

    @property
    def takes_picture(self) -> bool:
        """Always."""
        return True

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self) | {"kind": self.name}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "RebalancerConfig":
        """Rebuild from `to_dict`; ModelError where a field is unknown or senseless."""
        fields = {name: value for name, value in values.items() if name != "kind"}
        try:
            return cls(**fields)
        except TypeError as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error
