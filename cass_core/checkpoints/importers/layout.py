"""From the names and shapes of weights to a network's description."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from cass_core.checkpoints.importers.reading import CheckpointFile
from cass_core.config import SeparatorConfig
from cass_core.stem_names import Stem

Tensors = Mapping[str, Tensor]
Joined = tuple[SeparatorConfig, dict[str, Tensor]]
_STEM_OF = {
    "speech": Stem.DX, "dialog": Stem.DX, "dialogue": Stem.DX,
    "sfx": Stem.FX, "effect": Stem.FX, "effects": Stem.FX,
    "music": Stem.MX,
}  # fmt: skip


@dataclass(frozen=True)
class PublishedLayout:
    """How the checkpoints of a network are laid out; what comes out is a kind's configuration.

    Attributes:
        kind: which network.
        title: its name for people.
        licence: of the weights, as their publisher states it.
        mark: end of a key that no other kind has.
        describe: weights without their prefix, and settings, to the description; a LookupError or
            ValueError where they do not belong to the kind.
        renamed: weights without their prefix to those of the project's network.
        default_steps: steps of the flow that the publisher recommends; 1 without a flow.
        with_front_end: the configuration with another of the published front ends; None where
            there is one.
        joined: the configuration and the state with what further files bring, such as encoders
            that were published apart; None where one file holds everything.
        companion: name of a further file that is taken where it lies beside and none is named.
    """

    kind: str
    title: str
    licence: str
    mark: str
    describe: Callable[[Tensors, Mapping[str, Any]], SeparatorConfig]
    renamed: Callable[[Tensors], dict[str, Tensor]] = dict
    default_steps: int = 1
    with_front_end: Callable[[Any, str], SeparatorConfig] | None = None
    joined: Callable[[Any, dict[str, Tensor], Sequence[CheckpointFile]], Joined] | None = None
    companion: str = ""


def without_prefix(tensors: Tensors, mark: str) -> dict[str, Tensor]:
    """The weights of the network alone, such as those under "model." of a training system.

    Args:
        tensors: everything in the file.
        mark: end of a key that the network has; what stands before it is the prefix.

    Returns:
        The weights by their names in the network; none where the mark is missing.
    """
    plain = {name.replace("_orig_mod.", ""): value for name, value in tensors.items()}
    marked = next((name for name in plain if name.endswith(mark)), None)
    if marked is None:
        return {}
    prefix = marked.removesuffix(mark)
    return {k.removeprefix(prefix): v for k, v in plain.items() if k.startswith(prefix)}


def numbered(tensors: Tensors, pattern: str) -> int:
    """How many of the keys `pattern.format(0)`, `pattern.format(1)`, and so on there are."""
    count = 0
    while pattern.format(count) in tensors:
        count += 1
    return count


def stems_named(names: list[str]) -> tuple[Stem, ...]:
    """Stems by the names that publishers give them; KeyError for any other."""
    return tuple(_STEM_OF[name] for name in names)
