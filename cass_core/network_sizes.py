"""Sizes of the networks that can be a velocity field; `model.builders` builds them."""

from dataclasses import dataclass
from typing import Annotated

from cass_core.checked.fields import Between, check_fields

Width = Annotated[int, Between(1, 4096)]
"""Channels of a layer."""


@dataclass(frozen=True)
class UNetConfig:
    """Sizes of the velocity field.

    Attributes:
        patch: side of the square patches that become channels.
        widths: channels of each level, finest first.
        blocks: residual blocks of each level on the way down and again on the way up.
        middle_blocks: blocks with attention at the coarsest level.
        head_dim: channels of an attention head.
        vision_levels: levels (0 is the finest) where c^V enters by cross-attention.
    """

    patch: Annotated[int, Between(1, 64)] = 4
    widths: Annotated[tuple[Width, ...], Between(1, 8)] = (128, 192, 256)
    blocks: Annotated[tuple[Annotated[int, Between(1, 16)], ...], Between(1, 8)] = (1, 1, 1)
    middle_blocks: Annotated[int, Between(0, 16)] = 2
    head_dim: Annotated[int, Between(1, 1024)] = 32
    vision_levels: Annotated[tuple[Annotated[int, Between(0, 7)], ...], Between(0, 8)] = (1, 2)

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ValueError, since no user types them."""
        check_fields(self)
        if len(self.blocks) != len(self.widths):
            raise ValueError(f"{len(self.blocks)} blocks are not {len(self.widths)} levels")
        for width in self.widths:
            if width % 2 or width % self.head_dim:
                raise ValueError(f"a width is {width}, not even or no multiple of head_dim")

    @property
    def scale(self) -> int:
        """Bins and frames that are one at the coarsest level."""
        return self.patch * 2 ** (len(self.widths) - 1)


@dataclass(frozen=True)
class BandSplitConfig:
    """Sizes of a velocity field of attention along time and bands (`model.band_split`).

    Attributes:
        bands: how many the spectrum is cut into.
        frames_per_token: frames of a band that are one token.
        dim: channels of a token.
        blocks: pairs of attention, along time and along bands.
        head_dim: channels of an attention head.
        vision_blocks: blocks (0 is the first) after which c^V enters by cross-attention.
    """

    bands: Annotated[int, Between(1, 1024)] = 40
    frames_per_token: Annotated[int, Between(1, 64)] = 8
    dim: Width = 128
    blocks: Annotated[int, Between(1, 64)] = 6
    head_dim: Annotated[int, Between(2, 1024)] = 32
    vision_blocks: Annotated[tuple[Annotated[int, Between(0, 63)], ...], Between(0, 64)] = (2, 4)

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ValueError, since no user types them."""
        check_fields(self)
        if self.head_dim % 2 or self.dim % self.head_dim:
            raise ValueError(f"{self.dim} channels are no multiple of an even head_dim")
        if any(block >= self.blocks for block in self.vision_blocks):
            raise ValueError(f"vision_blocks names a block beyond {self.blocks}")


@dataclass(frozen=True)
class AttentionUNetConfig:
    """Sizes of the velocity field that the authors of AV-CASS released (`model.released.unet`).

    Attributes:
        widths: channels of each level, finest first.
        blocks: residual blocks of each level on the way down; one more on the way up.
        attention_levels: levels (0 is the finest) with attention after each block.
        head_dim: channels of an attention head; no weight shows it.
        groups: groups of each normalisation.
    """

    widths: Annotated[tuple[Width, ...], Between(1, 8)] = (128, 128, 256, 256)
    blocks: Annotated[int, Between(1, 16)] = 2
    attention_levels: Annotated[tuple[Annotated[int, Between(0, 7)], ...], Between(0, 8)] = (
        1,
        2,
        3,
    )
    head_dim: Annotated[int, Between(1, 1024)] = 64
    groups: Annotated[int, Between(1, 1024)] = 32

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ValueError, since no user types them."""
        check_fields(self)
        for width in self.widths:
            if width % self.head_dim or width % self.groups:
                raise ValueError(f"a width is {width}, no multiple of head_dim and groups")

    @property
    def scale(self) -> int:
        """Bins and frames that are one at the coarsest level."""
        return 1 << (len(self.widths) - 1)
