"""The three stems and their one fixed order, and what tracks are called in files and on screen."""

from enum import Enum


class Stem(Enum):
    """A stem of a film soundtrack; iteration order is the order of every stem axis."""

    DX = "DX"
    FX = "FX"
    MX = "MX"

    @property
    def code(self) -> str:
        """The two letters that name it in files and on screen."""
        return self.value

    @property
    def label(self) -> str:
        """The word an editor uses for this stem."""
        return {"DX": "Dialogue", "FX": "Effects", "MX": "Music"}[self.value]


STEMS: tuple[Stem, ...] = tuple(Stem)
REMAINDER = Stem.MX
"""The stem that is what is left of the mixture where integer samples are rounded."""

MIXTURE_CODE, REMIX_CODE = "MIX", "REMIX"
"""The original mixture, and the rebalanced sum of the stems."""
STEM_CODES = tuple(stem.code for stem in STEMS)
LANE_CODES = (MIXTURE_CODE, *STEM_CODES)
"""The mixture and the stems: the order of every axis that has both."""
TRACK_CODES = (*STEM_CODES, MIXTURE_CODE, REMIX_CODE)
"""What the window lists: stems, mixture and remix."""
ME_CODE, RESIDUAL_CODE = "ME", "RES"
DERIVED_CODES = (ME_CODE, "MIX-FX", "MIX-MX", RESIDUAL_CODE)
"""Music and effects, the mixture without effects, without music, and without all stems."""
DELIVERED_CODES = (*STEM_CODES, *DERIVED_CODES, MIXTURE_CODE, REMIX_CODE)
"""All that sound files are written of, in the order in which they are listed."""
_DELIVERED_LABELS = {
    ME_CODE: "Music and effects",
    "MIX-FX": "Mixture without effects",
    "MIX-MX": "Mixture without music",
    RESIDUAL_CODE: "Residual",
    MIXTURE_CODE: "Mixture",
    REMIX_CODE: "Remix",
}


def stem_of(code: str) -> Stem | None:
    """The stem of a code; None for the mixture and for anything else."""
    return next((stem for stem in STEMS if stem.code == code), None)


def track_label(code: str) -> str:
    """The words that an editor uses for anything that is delivered."""
    stem = stem_of(code)
    return stem.label if stem else _DELIVERED_LABELS[code]
