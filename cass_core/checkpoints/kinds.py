"""The kinds of models, a row each; read without PyTorch.

A row names its chunk method and does not hold it: the methods belong to the separation, which
knows this package and not the other way round. `cass_core.separation.chunk_methods` has the table
from name to method (decision 016).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cass_core.config import ModelConfig
from cass_core.model.published.config import PublishedConfig

AnyConfig = ModelConfig | PublishedConfig


@dataclass(frozen=True)
class ModelKind:
    """What the program knows of a kind of model.

    Attributes:
        name: of the kind.
        config_type: its configuration, a class with `from_dict` and `to_dict`.
        build: from the configuration to a network with fresh weights.
        chunk_method: name of its way through a programme.
        takes_steps: whether the number of steps changes anything.
        takes_picture: whether it looks at the picture.
        written_as: values of "kind" in `model.json`, None for a file without it; a kind that no row
            names is read as a published separator, whose builder says which ones there are.
    """

    name: str
    config_type: type[Any]
    build: Callable[[Any], Any]
    chunk_method: str
    takes_steps: bool
    takes_picture: bool
    written_as: tuple[str | None, ...] = ()


def _flow_network(config: ModelConfig) -> object:
    from cass_core.model.builders import build

    return build(config)


def _published_network(config: PublishedConfig) -> object:
    from cass_core.model.published.builders import build_published

    return build_published(config)


FLOW = ModelKind("flow", ModelConfig, _flow_network, "flow", True, True, (None,))
PUBLISHED = ModelKind(
    "published", PublishedConfig, _published_network, "published", False, False
)  # in one pass, without the picture
KINDS: list[ModelKind] = [FLOW, PUBLISHED]


def kind_of(config: object) -> ModelKind:
    """The kind whose configuration this is."""
    return next(kind for kind in KINDS if isinstance(config, kind.config_type))


def read_config(values: Mapping[str, Any]) -> AnyConfig:
    """The configuration in `model.json`; ModelError where it is damaged."""
    fields = dict(values)
    written = fields.get("kind")
    kind = next((kind for kind in KINDS if written in kind.written_as), PUBLISHED)
    return kind.config_type.from_dict(fields)
