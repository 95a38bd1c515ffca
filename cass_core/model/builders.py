"""Named sizes, and from a configuration to a network."""

from collections.abc import Callable

from torch import nn

from cass_core.config import FlowConfig, ModelConfig, SpectrogramConfig, UNetConfig, VisionConfig
from cass_core.errors import ModelError
from cass_core.model.face_encoder import BlendshapeEncoder
from cass_core.model.fusion import Fusion
from cass_core.model.scene_encoder import MotionEncoder
from cass_core.model.unet import UNet
from cass_core.model.velocity_net import NUM_MIXTURE_CHANNELS, NUM_STATE_CHANNELS, VelocityNet
from cass_core.stem_names import STEMS

_STARTER_FLOW = FlowConfig(output="clean", mixture_share=0.5, noise_sigma=0.3, share_at_zero=0.5)


def av_cass_starter() -> ModelConfig:
    """What ships: 4 s windows, clean-stem output, encoders that need no published weights."""
    return ModelConfig(name="av_cass_starter", window_frames=512, flow=_STARTER_FLOW)


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
    "av_cass_starter": av_cass_starter,
    "unittest_tiny": unittest_tiny,
}


def named_config(name: str) -> ModelConfig:
    """The configuration of a named size; ModelError where there is none."""
    if name not in CONFIGS:
        raise ModelError(f"There is no model size '{name}'; choose one of {', '.join(CONFIGS)}.")
    return CONFIGS[name]()


def build(config: ModelConfig) -> VelocityNet:
    """A network with fresh weights."""
    face: nn.Module = BlendshapeEncoder()
    scene: nn.Module = MotionEncoder()
    vision, unet = config.vision, config.unet
    return VelocityNet(
        face_encoder=face,
        scene_encoder=scene,
        fusion=Fusion(
            face_dim=face.out_dim,
            scene_dim=scene.out_dim,
            shared_dim=vision.shared_dim,
            context_dim=vision.context_dim,
        ),
        unet=UNet(
            in_channels=NUM_MIXTURE_CHANNELS + NUM_STATE_CHANNELS,
            out_channels=_out_channels(config.flow),
            bins=config.spectrogram.num_bins,
            max_frames=config.window_frames,
            patch=unet.patch,
            widths=unet.widths,
            blocks=unet.blocks,
            middle_blocks=unet.middle_blocks,
            head_dim=unet.head_dim,
            vision_levels=unet.vision_levels,
            context_dim=vision.context_dim,
        ),
        output=config.flow.output,
    )


def _out_channels(flow: FlowConfig) -> int:
    """A mask a stem and a residual for clean stems; the state's channels for the velocity."""
    return NUM_STATE_CHANNELS + (len(STEMS) if flow.output == "clean" else 0)
