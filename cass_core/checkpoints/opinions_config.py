"""Several models that are asked together, as a configuration; read without PyTorch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cass_core.config import SeparatorConfig
from cass_core.errors import SettingsError
from cass_core.stem_names import STEMS

Weights = tuple[float, ...]
EQUAL: Weights = (1.0,) * len(STEMS)
LARGEST_WEIGHT = 1000


@dataclass(frozen=True)
class Opinion:
    """One of the models.

    Attributes:
        model: its name or folder.
        weights: of its masks, a stem in the order of `STEMS`.
        is_weighed: whether these weights were asked for; else measured ones are as good.
    """

    model: str
    weights: Weights = EQUAL
    is_weighed: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class OpinionsConfig:
    """Models whose masks are averaged.

    Attributes:
        opinions: which, with their weights.
        members: their configurations, in the same order.
    """

    opinions: tuple[Opinion, ...]
    members: tuple[SeparatorConfig, ...]

    @property
    def name(self) -> str:
        """Names of all."""
        return " and ".join(member.name for member in self.members)

    @property
    def rate_hz(self) -> int:
        """Samples a second of the one that hears most."""
        return max(member.rate_hz for member in self.members)

    @property
    def takes_frames(self) -> bool:
        """Whether one of them looks at frames."""
        return any(member.takes_frames for member in self.members)

    @property
    def takes_picture(self) -> bool:
        """Whether one of them looks at the picture."""
        return any(member.takes_picture for member in self.members)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for people; no file holds such a model."""
        return {opinion.model: list(opinion.weights) for opinion in self.opinions}


def parse_opinions(text: str) -> tuple[Opinion, ...]:
    """Read names with their weights, such as "starter,mrx:2" or "starter:1/2/1,mrx".

    Args:
        text: models between commas; after a colon one weight, or one for dialogue, one for effects
            and one for music between slashes.

    Returns:
        The models in that order.

    Raises:
        SettingsError: a weight is no number from 0 to 1000, or a stem has none above 0.
    """
    opinions = tuple(_opinion(part.strip()) for part in text.split(","))
    sums = [sum(weights) for weights in zip(*(o.weights for o in opinions), strict=True)]
    if min(sums) <= 0 or not all(o.model for o in opinions):
        raise SettingsError(
            f"The models '{text}' cannot be asked together; write names with commas between them, "
            "and for each stem a weight above 0 for one of them."
        )
    return opinions


def opinions_text(opinions: Iterable[Opinion]) -> str:
    """Models with their weights, as `parse_opinions` reads them."""
    return ",".join(
        f"{opinion.model}:{'/'.join(f'{weight:g}' for weight in opinion.weights)}"
        for opinion in opinions
    )


def _opinion(part: str) -> Opinion:
    model, colon, written = part.rpartition(":")
    if not colon:
        return Opinion(part)
    try:
        weights = tuple(float(number) for number in written.split("/"))
    except ValueError:
        return Opinion(part)  # a colon of a path
    weights = weights * len(STEMS) if len(weights) == 1 else weights
    if len(weights) != len(STEMS) or not all(0 <= weight <= LARGEST_WEIGHT for weight in weights):
        raise SettingsError(
            f"The weights '{written}' are not one number from 0 to {LARGEST_WEIGHT}, or three with "
            "slashes between them, for dialogue, effects and music."
        )
    return Opinion(model, weights, is_weighed=True)
