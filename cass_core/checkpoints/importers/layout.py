"""From the names and shapes of weights to a network's description."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from torch import Tensor

from cass_core.checkpoints.importers.reading import CheckpointFile
from cass_core.config import SeparatorConfig
from cass_core.errors import SettingsError
from cass_core.model.published.config import PublishedConfig
from cass_core.stem_names import Stem

Tensors = Mapping[str, Tensor]
Joined = tuple[SeparatorConfig, dict[str, Tensor]]
SHORTEST_WINDOW_S, LONGEST_WINDOW_S = 3.0, 60.0
_STEM_OF = {
    "speech": Stem.DX, "dialog": Stem.DX, "dialogue": Stem.DX,
    "sfx": Stem.FX, "effect": Stem.FX, "effects": Stem.FX,
    "music": Stem.MX,
}  # fmt: skip


def moved_on(config: PublishedConfig, hop_s: float) -> PublishedConfig:
    """Another hop of a published separator; SettingsError where windows would leave gaps."""
    longest_s = config.window / config.rate_hz
    if not 0.1 <= hop_s <= 0.9 * longest_s:
        raise SettingsError(
            f"Windows of {config.kind} last {longest_s:g} s, so the way to the next must be 0.1 to "
            f"{0.9 * longest_s:.1f} s, not {hop_s:g}."
        )
    return replace(config, hop=round(hop_s * config.rate_hz))


def resized(config: PublishedConfig, window_s: float) -> PublishedConfig:
    """Another window, followed by the next as before in proportion; SettingsError if too long."""
    if not SHORTEST_WINDOW_S <= window_s <= LONGEST_WINDOW_S:
        raise SettingsError(
            f"A window of {config.kind} can last {SHORTEST_WINDOW_S:g} to {LONGEST_WINDOW_S:g} s, "
            f"not {window_s:g}."
        )
    window = round(window_s * config.rate_hz)
    return replace(config, window=window, hop=round(config.hop * window / config.window))


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
        with_hop: the configuration with other seconds from one window to the next; None where
            they are not the user's to choose.
        with_window: the configuration with windows of other seconds; None where they must be as
            long as in training.
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
    with_hop: Callable[[Any, float], SeparatorConfig] | None = None
    with_window: Callable[[Any, float], SeparatorConfig] | None = None
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
