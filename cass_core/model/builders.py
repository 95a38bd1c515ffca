"""Named sizes, and from a configuration to a network."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from cass_core.config import FlowConfig, ModelConfig, SpectrogramConfig, VisionConfig
from cass_core.errors import ModelError
from cass_core.model.band_split import BandSplit
from cass_core.model.face_encoder import BlendshapeEncoder
from cass_core.model.fusion import Fusion
from cass_core.model.released.aligned_tokens import AlignedTokens
from cass_core.model.released.face_encoder import FaceVideoEncoder
from cass_core.model.released.front_ends import TRAINED_AUDIO
from cass_core.model.released.unet import AttentionUNet
from cass_core.model.scene_encoder import MotionEncoder, SlowOnlyEncoder
from cass_core.model.unet import UNet
from cass_core.model.velocity_net import NUM_MIXTURE_CHANNELS, NUM_STATE_CHANNELS, VelocityNet
from cass_core.network_sizes import AttentionUNetConfig, BandSplitConfig, UNetConfig
from cass_core.stem_names import STEMS

_STARTER_FLOW = FlowConfig(
    output="clean",
    mixture_share=0.5,
    noise_sigma=0.3,
    share_at_zero=0.75,
    own_states=1.0,
    grid_shift=-0.5,  # decision 010
)
_STARTER_UNET = UNetConfig(widths=(128, 192, 224))  # 9.6 M weights: under 20 MB in half precision


def av_cass_starter() -> ModelConfig:
    """What ships: 4 s windows, clean-stem output, encoders that need no published weights."""
    return ModelConfig(
        name="av_cass_starter", window_frames=512, flow=_STARTER_FLOW, unet=_STARTER_UNET
    )


def av_cass_bands() -> ModelConfig:
    """The starter with attention along time and bands instead of the U-Net, at the same speed."""
    return replace(av_cass_starter(), name="av_cass_bands", bands=BandSplitConfig())


def av_cass_fine() -> ModelConfig:
    """The starter at 64 ms analysis, twice as fine in frequency, over the same 4 s."""
    return replace(
        av_cass_starter(),
        name="av_cass_fine",
        window_frames=256,
        spectrogram=SpectrogramConfig(n_fft=1022, hop=256),
    )


def av_cass_long() -> ModelConfig:
    """The starter with windows of 8 s."""
    return replace(av_cass_starter(), name="av_cass_long", window_frames=1024)


def av_cass_wide() -> ModelConfig:
    """The starter with half as many channels again, which costs twice as much a step."""
    unet = UNetConfig(widths=(192, 288, 352))
    return replace(av_cass_starter(), name="av_cass_wide", unet=unet)


def av_cass_paper() -> ModelConfig:
    """The paper's setting in the layout that its authors released: windows of 8.2 s (decision 028).

    Velocity output from pure noise, attention over all places, frames for both encoders.
    """
    return ModelConfig(
        name="av_cass_paper",
        window_frames=512,
        spectrogram=TRAINED_AUDIO,
        flow=FlowConfig(times="weighted"),
        vision=VisionConfig(face="face_video", scene="slow_only", shared_dim=512, context_dim=512),
        attention=AttentionUNetConfig(),
    )


def unittest_released() -> ModelConfig:
    """The released layout at a size for tests, with the starter's picture streams."""
    return ModelConfig(
        name="unittest_released",
        window_frames=64,
        spectrogram=TRAINED_AUDIO,
        flow=FlowConfig(times="weighted"),
        vision=VisionConfig(shared_dim=16, context_dim=16),
        attention=AttentionUNetConfig(
            widths=(8, 16), blocks=1, attention_levels=(1,), head_dim=8, groups=4
        ),
    )


def unittest_frames() -> ModelConfig:
    """The released layout at a size for tests, with encoders that look at frames as the paper's."""
    vision = VisionConfig(
        face="face_video", scene="slow_only", shared_dim=16, context_dim=16, frame_width=4
    )
    attention = AttentionUNetConfig(
        widths=(8, 8, 16), blocks=1, attention_levels=(2,), head_dim=8, groups=4
    )
    return replace(unittest_released(), name="unittest_frames", vision=vision, attention=attention)


def unittest_tiny() -> ModelConfig:
    """The starter's code path at a size for tests."""
    return ModelConfig(
        name="unittest_tiny",
        window_frames=64,
        flow=_STARTER_FLOW,
        vision=VisionConfig(shared_dim=16, context_dim=16),
        unet=UNetConfig(
            patch=8, widths=(16, 32), blocks=(1, 1), middle_blocks=1, head_dim=16,
            vision_levels=(1,),
        ),
    )  # fmt: skip


CONFIGS: dict[str, Callable[[], ModelConfig]] = {
    "av_cass_bands": av_cass_bands,
    "av_cass_fine": av_cass_fine,
    "av_cass_long": av_cass_long,
    "av_cass_paper": av_cass_paper,
    "av_cass_starter": av_cass_starter,
    "av_cass_wide": av_cass_wide,
    "unittest_frames": unittest_frames,
    "unittest_released": unittest_released,
    "unittest_tiny": unittest_tiny,
}


def named_config(name: str) -> ModelConfig:
    """The configuration of a named size; ModelError where there is none."""
    if name not in CONFIGS:
        raise ModelError(f"There is no model size '{name}'; choose one of {', '.join(CONFIGS)}.")
    return CONFIGS[name]()


def build(config: ModelConfig) -> VelocityNet:
    """A network with fresh weights."""
    vision = config.vision
    face, scene = _FACE_ENCODERS[vision.face](vision), _SCENE_ENCODERS[vision.scene](vision)
    dims: dict[str, Any] = {
        "face_dim": None if face is None else face.out_dim,
        "scene_dim": None if scene is None else scene.out_dim,
        "context_dim": vision.context_dim,
    }
    fusion: Fusion | AlignedTokens | None = None
    if config.takes_picture and config.attention is not None:
        fusion = AlignedTokens(**dims)
    elif config.takes_picture:
        fusion = Fusion(shared_dim=vision.shared_dim, **dims)
    return VelocityNet(
        face_encoder=face,
        scene_encoder=scene,
        fusion=fusion,
        unet=_field(config),
        output=config.flow.output,
    )


_FACE_ENCODERS: dict[str, Callable[[VisionConfig], Any]] = {
    "blendshape": lambda _: BlendshapeEncoder(),
    "face_video": lambda vision: FaceVideoEncoder(vision.frame_width),
    "none": lambda _: None,
}
_SCENE_ENCODERS: dict[str, Callable[[VisionConfig], Any]] = {
    "motion": lambda _: MotionEncoder(),
    "slow_only": lambda vision: SlowOnlyEncoder(vision.frame_width),
    "none": lambda _: None,
}


def _field(config: ModelConfig) -> UNet | BandSplit | AttentionUNet:
    channels: dict[str, Any] = {
        "in_channels": NUM_MIXTURE_CHANNELS + NUM_STATE_CHANNELS,
        "out_channels": _out_channels(config.flow),
    }
    if config.attention is not None:
        return AttentionUNet(
            **channels,
            num_mixture_channels=NUM_MIXTURE_CHANNELS,
            context_dim=config.vision.context_dim if config.takes_picture else None,
            **asdict(config.attention),
        )
    channels |= {"bins": config.spectrogram.num_bins, "context_dim": config.vision.context_dim}
    if config.bands is not None:
        return BandSplit(**channels, **asdict(config.bands))
    return UNet(**channels, max_frames=config.window_frames, **asdict(config.unet))


def _out_channels(flow: FlowConfig) -> int:
    """A mask a stem and a residual for clean stems; the state's channels for the velocity."""
    return NUM_STATE_CHANNELS + (len(STEMS) if flow.output == "clean" else 0)
