"""The three stems and their one fixed order."""

from enum import Enum


class Stem(Enum):
    """A stem of a film soundtrack; iteration order is the order of every stem axis."""

    DX = "DX"
    FX = "FX"
    MX = "MX"

    @property
    def label(self) -> str:
        """The word an editor uses for this stem."""
        return {"DX": "Dialogue", "FX": "Effects", "MX": "Music"}[self.value]


STEMS: tuple[Stem, ...] = tuple(Stem)
