"""Sizes of CLIP's image half; read without PyTorch."""

from dataclasses import dataclass

HEAD_DIM = 64
"""Channels of an attention head in every published size; no weight shows it."""


@dataclass(frozen=True)
class ClipConfig:
    """Sizes of an encoder; those of ViT-B/32 without further words.

    Attributes:
        side: pixels of the square picture that it sees.
        patch: pixels of the squares that become one token.
        width: channels of a token.
        layers: blocks of attention.
        out_dim: numbers that it gives for a picture.
        heads: of the attention; None for one every 64 channels.
    """

    side: int = 224
    patch: int = 32
    width: int = 768
    layers: int = 12
    out_dim: int = 512
    heads: int | None = None

    @property
    def num_heads(self) -> int:
        """Heads of the attention."""
        return self.heads or max(self.width // HEAD_DIM, 1)
