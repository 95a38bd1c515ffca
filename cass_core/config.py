"""Frozen settings of the models; derived lengths are properties."""

from dataclasses import asdict, dataclass, field
from typing import Annotated, Any, Literal, Protocol, TypeVar, runtime_checkable

from cass_core.checked.fields import Between, check_fields
from cass_core.errors import ModelError
from cass_core.network_sizes import AttentionUNetConfig, BandSplitConfig, UNetConfig, Width

MASK_EXPONENT = 0.5  # of models that say nothing; see decision 003

_LONGEST_WINDOW_S = 120
_Share = Annotated[float, Between(0, 1)]
_Rate = Annotated[float, Between(0.5, 120)]
_Divisor = Annotated[float, Between(1e-3, 1e3)]

_Part = TypeVar("_Part")

Weighting = Literal["linear", "hann", "triangle"]
"""How the samples of a window count where windows overlap (`dsp.window_grid`)."""


@runtime_checkable
class SeparatorConfig(Protocol):
    """What everybody may read of a model's configuration, whatever its kind."""

    @property
    def name(self) -> str:
        """Name of its size."""

    @property
    def rate_hz(self) -> int:
        """Samples a second that the network hears."""

    @property
    def takes_frames(self) -> bool:
        """Whether its encoders look at pictures and not at features of them."""

    @property
    def takes_picture(self) -> bool:
        """Whether it has an encoder for any of the two picture streams."""

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON; `from_dict` of its class takes them."""


@dataclass(frozen=True)
class SpectrogramConfig:
    """What the model hears.

    Attributes:
        n_fft: transform length in samples; 510 gives 256 bins.
        hop: distance of frames in samples.
        power: exponent of the magnitude compression.
        factor: scale after compression; None scales each mixture window to unit variance.
        mask_exponent: of the estimates' magnitudes, whose shares are the masks on the programme.
        rate_hz: samples a second.
        divisors: what real and imaginary part are divided by after compression: two numbers a stem
            in the order of `STEMS`, then two for the mixture. What the network takes and gives is
            limited to [-1, 1] then; None for neither.
    """

    n_fft: Annotated[int, Between(16, 16_384)] = 510
    hop: Annotated[int, Between(1, 16_384)] = 128
    power: Annotated[float, Between(0.05, 2)] = 0.5
    factor: Annotated[float, Between(1e-3, 1e3)] | None = None
    mask_exponent: Annotated[float, Between(0.05, 8)] = MASK_EXPONENT
    rate_hz: Annotated[int, Between(8_000, 192_000)] = 16_000
    divisors: Annotated[tuple[_Divisor, ...], Between(8, 8)] | None = None

    def __post_init__(self) -> None:
        """Check types and ranges; ValueError, since no user types them."""
        check_fields(self)
        # fewer than two frames at a sample have no inverse; the very ends of a window weigh nothing
        if self.hop > self.n_fft // 2 + 1:
            raise ValueError(f"hop is {self.hop}, not 1 to {self.n_fft // 2 + 1}")

    @property
    def num_bins(self) -> int:
        """Frequency bins of a frame."""
        return self.n_fft // 2 + 1

    @property
    def frames_per_second(self) -> float:
        """Frames a second of the model's clock."""
        return self.rate_hz / self.hop


@dataclass(frozen=True)
class FlowConfig:
    """Which flow the model was trained on.

    Attributes:
        output: what the network gives: the velocity (AV-CASS, equation 5) or the clean stems.
        mixture_share: x_0 holds this share of the mixture on every stem; 0 is the paper's start.
        noise_sigma: standard deviation of the noise in x_0.
        share_at_zero: share of training examples with t = 0; the others are logit-normal.
        times: how training makes the times logit-normal: they are drawn so, or drawn evenly and
            their losses weighted by that density, as the release of AV-CASS does.
        own_states: share of the others whose state is made from the model's own first estimate
            and not from the truth, as it is in separation.
        method: how the flow is best integrated.
        grid_shift: of the times between the steps (`cass_core.flow.time_grid`); 0 for equal steps.
    """

    output: Literal["velocity", "clean"] = "velocity"
    mixture_share: _Share = 0.0
    noise_sigma: Annotated[float, Between(0, 10)] = 1.0
    share_at_zero: _Share = 0.0
    times: Literal["drawn", "weighted"] = "drawn"
    own_states: _Share = 0.0
    method: Literal["euler", "midpoint", "heun"] = "euler"
    grid_shift: Annotated[float, Between(-1, 1.75)] = 0.0

    def __post_init__(self) -> None:
        """Check types and ranges; ValueError, since no user types them."""
        check_fields(self)


@dataclass(frozen=True)
class VisionConfig:
    """The two picture encoders and their fusion to c^V.

    Attributes:
        face: encoder of the face stream; "none" leaves the stream out.
        scene: encoder of the scene stream; "none" leaves the stream out.
        shared_dim: C of equation 1.
        context_dim: C' of equation 2.
        fps: rows a second of both streams.
        scene_frame_fps: pictures a second, where the scene encoder looks at pictures.
        frame_width: channels of the first layer of encoders that look at pictures; 64 as published.
    """

    face: Literal["blendshape", "face_video", "none"] = "blendshape"
    scene: Literal["motion", "slow_only", "none"] = "motion"
    shared_dim: Width = 64
    context_dim: Width = 64
    fps: _Rate = 25.0
    scene_frame_fps: _Rate = 4.0
    frame_width: Width = 64

    def __post_init__(self) -> None:
        """Check types and ranges; ValueError, since no user types them."""
        check_fields(self)


@dataclass(frozen=True)
class ModelConfig:
    """Everything needed to build a separator's network.

    Attributes:
        name: the builder's name.
        window_frames: frames that the network hears at once.
        spectrogram: the audio front end.
        flow: the flow that it was trained on.
        vision: the picture encoders.
        unet: the velocity field.
        bands: another velocity field that stands in for the U-Net; None for the U-Net.
        attention: a third one, the released network's; None for one of the others.
        window_hop: frames from one window to the next; None for three quarters of a window.
    """

    name: Annotated[str, Between(1, 100)]
    window_frames: Annotated[int, Between(1, 16_384)]
    spectrogram: SpectrogramConfig = field(default_factory=SpectrogramConfig)
    flow: FlowConfig = field(default_factory=FlowConfig)
    vision: VisionConfig = field(default_factory=VisionConfig)
    unet: UNetConfig = field(default_factory=UNetConfig)
    bands: BandSplitConfig | None = None
    attention: AttentionUNetConfig | None = None
    window_hop: Annotated[int, Between(1, 16_384)] | None = None

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ValueError, since no user types them."""
        check_fields(self)
        self._check_field()
        if self.hop_frames > self.window_frames:
            raise ValueError(f"window_hop is {self.window_hop}, more than {self.window_frames}")
        if self.window_s > _LONGEST_WINDOW_S:
            raise ValueError(f"a window is {self.window_s:g} s, longer than {_LONGEST_WINDOW_S} s")

    def _check_field(self) -> None:
        """ValueError where the velocity field cannot take the spectrogram."""
        bins, frames, bands = self.spectrogram.num_bins, self.window_frames, self.bands
        if bands is not None and bands.bands > bins:
            raise ValueError(f"{bands.bands} bands are more than {bins} bins")
        scale = (self.attention or self.unet).scale if bands is None else bands.frames_per_token
        sizes = {"window_frames": frames} | ({"number of bins": bins} if bands is None else {})
        for name, size in sizes.items():
            if size % scale:
                raise ValueError(f"the {name} is {size}, no multiple of {scale}")

    @property
    def rate_hz(self) -> int:
        """Samples a second that the network hears."""
        return self.spectrogram.rate_hz

    @property
    def takes_frames(self) -> bool:
        """Whether its encoders look at pictures and not at features of them."""
        return self.vision.face == "face_video" or self.vision.scene == "slow_only"

    @property
    def takes_picture(self) -> bool:
        """Whether it has an encoder for any of the two picture streams."""
        return self.vision.face != "none" or self.vision.scene != "none"

    @property
    def hop_frames(self) -> int:
        """Frames from one window to the next."""
        return self.window_hop or self.window_frames - self.window_frames // 4

    @property
    def batch_windows(self) -> int:
        """Windows that go through the network together; one where a single one is work enough."""
        return 8 if self.attention is None else 1

    @property
    def window_samples(self) -> int:
        """Samples under one window."""
        return (self.window_frames - 1) * self.spectrogram.hop + self.spectrogram.n_fft

    @property
    def window_s(self) -> float:
        """Length of a window on the clock, in seconds."""
        return self.window_frames / self.spectrogram.frames_per_second

    @property
    def num_picture_frames(self) -> int:
        """Rows of each picture stream under one window."""
        return self._num_under(self.vision.fps)

    @property
    def num_scene_frames(self) -> int:
        """Pictures for the scene encoder under one window."""
        return self._num_under(self.vision.scene_frame_fps)

    def _num_under(self, fps: float) -> int:
        """How many a window has; the released network takes those before its last frame."""
        if self.attention is None:
            return int(self.window_s * fps) + 1
        return int((self.window_frames - 1) / self.spectrogram.frames_per_second * fps)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "ModelConfig":
        """Rebuild from `to_dict`; ModelError where a field is unknown or missing."""
        try:
            parts = {
                "spectrogram": SpectrogramConfig(**_with_tuples(values["spectrogram"])),
                "flow": FlowConfig(**values["flow"]),
                "vision": VisionConfig(**values["vision"]),
                "unet": UNetConfig(**_with_tuples(values["unet"])),
                "bands": _optional(BandSplitConfig, values.get("bands")),
                "attention": _optional(AttentionUNetConfig, values.get("attention")),
            }
            return cls(**(values | parts))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"The model's description is damaged ({error}); fetch it again."
            ) from error


def _with_tuples(values: dict[str, Any]) -> dict[str, Any]:
    """The same values; JSON has no tuples."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in {**values}.items()}


def _optional(part: type[_Part], values: dict[str, Any] | None) -> _Part | None:
    return None if values is None else part(**_with_tuples(values))
