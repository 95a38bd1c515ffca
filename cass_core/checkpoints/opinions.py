"""One model by its name or folder, or several of them that are asked together."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from cass_core.checkpoints.description import ModelDescription, load_description
from cass_core.checkpoints.opinion_weights import measured_weights
from cass_core.checkpoints.opinions_config import (
    Opinion,
    OpinionsConfig,
    opinions_text,
    parse_opinions,
)
from cass_core.checkpoints.registry import find_model
from cass_core.errors import ModelError


def describe_named(text: str) -> ModelDescription:
    """What a model, or several with commas between them, say of themselves."""
    opinions = _several(text)
    if opinions is None:
        return _separating(text)
    return _joined(opinions, [_separating(o.model) for o in opinions])


def load_named(text: str) -> tuple[Any, ModelDescription]:
    """The networks of a model, or of several.

    Args:
        text: a name or folder, or several as `parse_opinions` takes them.

    Returns:
        The network, or all of them, and what they say of themselves.
    """
    from cass_core.checkpoints.checkpoint import load_model  # it loads PyTorch

    opinions = _several(text)
    for model in [text] if opinions is None else [opinion.model for opinion in opinions]:
        _separating(model)
    if opinions is None:
        return load_model(find_model(text))
    loaded = [load_model(find_model(opinion.model)) for opinion in opinions]
    return tuple(n for n, _ in loaded), _joined(opinions, [d for _, d in loaded])


def _separating(model: str) -> ModelDescription:
    """What a model says of itself; ModelError where no stems come out of it."""
    description = load_description(find_model(model))
    if not description.separates:
        raise ModelError(
            f"The model '{model}' helps with something else and does not separate; choose another."
        )
    return description


def named(text: str) -> str:
    """The name by which stems remember what made them: measured weights are written out."""
    opinions = _several(text)
    if opinions is None:
        return find_model(text).name
    weighed = _weighed(opinions, [_separating(opinion.model) for opinion in opinions])
    return text if weighed == opinions else opinions_text(weighed)


def _several(text: str) -> tuple[Opinion, ...] | None:
    """The models, or None where it is a single one, whose folder may have a comma."""
    if "," not in text:
        return None
    with suppress(ModelError):
        find_model(text)
        return None
    return parse_opinions(text)


def _weighed(
    opinions: tuple[Opinion, ...], found: Sequence[ModelDescription]
) -> tuple[Opinion, ...]:
    """The weights that were measured here, where none were asked for."""
    if any(opinion.is_weighed for opinion in opinions):
        return opinions
    measured = measured_weights([description.sha256 for description in found])
    if measured is None:
        return opinions
    return tuple(replace(o, weights=w) for o, w in zip(opinions, measured, strict=True))


def _joined(opinions: tuple[Opinion, ...], found: list[ModelDescription]) -> ModelDescription:
    checksums = "".join(description.sha256 for description in found)
    return ModelDescription(
        config=OpinionsConfig(_weighed(opinions, found), tuple(d.config for d in found)),
        licence=" and ".join(dict.fromkeys(d.licence for d in found)),
        sha256=hashlib.sha256(checksums.encode()).hexdigest(),
        default_steps=max(d.default_steps for d in found),
        notes={},
    )
