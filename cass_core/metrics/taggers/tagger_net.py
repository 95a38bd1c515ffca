"""The network of the project's own tagger: patches of sound to an embedding and class logits."""

import torch
from torch import Tensor, nn

from cass_core.metrics.taggers.log_mel import NUM_MELS, PATCH_FRAMES

_TYPICAL_LOG_MEL, _SPREAD = -2.0, 2.0


class TaggerNet(nn.Module):
    """Five convolutions, mean and maximum over the patch, an embedding, a linear classifier."""

    def __init__(self, widths: tuple[int, ...], embedding_dim: int, num_classes: int) -> None:
        """Make the layers.

        Args:
            widths: channels of the convolutions; each halves time and frequency at most once.
            embedding_dim: size of the embedding.
            num_classes: size of the output.
        """
        super().__init__()
        layers: list[nn.Module] = []
        before = 1
        for row, width in enumerate(widths):
            stride = 2 if row != 2 else 1
            layers += [
                nn.Conv2d(before, width, 3, stride=stride, padding=1, bias=False),
                nn.BatchNorm2d(width),
                nn.ReLU(),
            ]
            before = width
        self.features = nn.Sequential(*layers)
        self.embedding = nn.Linear(2 * before, embedding_dim)
        self.classifier = nn.Linear(embedding_dim, num_classes)

    def embed(self, patches: Tensor) -> Tensor:
        """The last layer but one, before its nonlinearity.

        Args:
            patches: (b, frame, mel) of `log_mel_patches`.

        Returns:
            (b, embedding).
        """
        if patches.shape[-2:] != (PATCH_FRAMES, NUM_MELS):
            raise ValueError(f"patches of {tuple(patches.shape[-2:])} are not 96 frames x 64 mels")
        planes = self.features((patches[:, None] - _TYPICAL_LOG_MEL) / _SPREAD)
        pooled = torch.cat([planes.mean(dim=(2, 3)), planes.amax(dim=(2, 3))], dim=1)
        return self.embedding(pooled)

    def classify(self, embeddings: Tensor) -> Tensor:
        """Logits (b, class) of embeddings (b, embedding)."""
        return self.classifier(torch.relu(embeddings))

    def forward(self, patches: Tensor) -> Tensor:
        """Logits (b, class) of patches (b, frame, mel)."""
        return self.classify(self.embed(patches))
