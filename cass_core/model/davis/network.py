"""DAVIS-Flow whole: pictures to a feature, and the flow's velocity by it."""

from torch import Tensor, nn

from cass_core.model.clip_image import ClipImageEncoder
from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.unet import DavisUNet


class DavisNetwork(nn.Module):
    """Pictures of an object and a mixture in, the velocity of the object's spectrogram out."""

    def __init__(self, config: DavisConfig) -> None:
        super().__init__()
        self.config = config
        self.unet = DavisUNet(config)
        self.clip = ClipImageEncoder(config.clip)
        self.temporal_transformer = nn.Transformer(
            config.clip.out_dim,
            config.frame_heads,
            config.frame_layers,
            1,
            config.frame_hidden,
            batch_first=True,
        )

    def gathered(self, features: Tensor) -> Tensor:
        """What pictures of one object show together.

        Args:
            features: (b, picture, feature) of `clip`.

        Returns:
            (b, feature).
        """
        return self.temporal_transformer(features, features).mean(dim=1)

    def forward(self, x_t: Tensor, t: Tensor, mixture: Tensor, seen: Tensor) -> Tensor:
        """As `DavisUNet.forward`."""
        return self.unet(x_t, t, mixture, seen)
