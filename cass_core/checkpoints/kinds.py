"""The kinds of models, a row each; read without PyTorch.

A row names its chunk method and does not hold it: the methods belong to the separation, which
knows this package and not the other way round. `cass_core.separation.chunk_methods` has the table
from name to method (decision 016).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.config import ModelConfig, SeparatorConfig
from cass_core.model.balancing.config import RebalancerConfig
from cass_core.model.davis.config import KIND as DAVIS_FLOW
from cass_core.model.davis.config import DavisConfig
from cass_core.model.published.config import PublishedConfig

if TYPE_CHECKING:
    from cass_core.checkpoints.importers.layout import PublishedLayout


@dataclass(frozen=True)
class ModelKind:
    """What the program knows of a kind of model.

    Attributes:
        name: of the kind.
        config_type: its configuration, a `SeparatorConfig` with `from_dict`.
        build: from the configuration to a network with fresh weights.
        chunk_method: name of its way through a programme; empty where it does not separate.
        takes_steps: whether the number of steps changes anything.
        takes_picture: whether such a model can look at the picture.
        written_as: values of "kind" in `model.json`, None for a file without it; a kind that no row
            names is read as a published separator, whose builder says which ones there are.
        layouts: the published checkpoints that can be imported as such a model.
    """

    name: str
    config_type: type[Any]
    build: Callable[[Any], Any]
    chunk_method: str = ""
    takes_steps: bool = False
    takes_picture: bool = False
    written_as: tuple[str | None, ...] = ()
    layouts: Callable[[], Sequence["PublishedLayout"]] = tuple

    @property
    def separates(self) -> bool:
        """Whether stems come out of it; the others help with something else."""
        return bool(self.chunk_method)


def _flow_network(config: ModelConfig) -> object:
    from cass_core.model.builders import build

    return build(config)


def _published_network(config: PublishedConfig) -> object:
    from cass_core.model.published.builders import build_published

    return build_published(config)


def _published_layouts() -> Sequence["PublishedLayout"]:
    from cass_core.checkpoints.importers import bandit, htdemucs, mrx, tiger

    return tiger.LAYOUT, mrx.LAYOUT, htdemucs.LAYOUT, bandit.FIRST, bandit.SECOND


def _released_layouts() -> Sequence["PublishedLayout"]:
    from cass_core.checkpoints.importers import avcass

    return avcass.SEEING, avcass.HEARING


def _object_network(config: DavisConfig) -> object:
    from cass_core.model.davis.network import DavisNetwork

    return DavisNetwork(config)


def _object_layouts() -> Sequence["PublishedLayout"]:
    from cass_core.checkpoints.importers import davis

    return (davis.LAYOUT,)


def _rebalancer_network(config: RebalancerConfig) -> object:
    from cass_core.model.balancing.visah import VisAH

    return VisAH(config)


def _rebalancer_layouts() -> Sequence["PublishedLayout"]:
    from cass_core.checkpoints.importers import visah

    return (visah.LAYOUT,)


FLOW = ModelKind(
    name="flow",
    config_type=ModelConfig,
    build=_flow_network,
    chunk_method="flow",
    takes_steps=True,
    takes_picture=True,
    written_as=(None,),
    layouts=_released_layouts,
)
REBALANCER = ModelKind(
    name="rebalancer",
    config_type=RebalancerConfig,
    build=_rebalancer_network,
    takes_picture=True,
    written_as=("visah",),
    layouts=_rebalancer_layouts,
)
PUBLISHED = ModelKind(
    name="published",
    config_type=PublishedConfig,
    build=_published_network,
    chunk_method="published",
    takes_steps=False,
    takes_picture=False,
    layouts=_published_layouts,
)
OBJECT = ModelKind(
    name="object",
    config_type=DavisConfig,
    build=_object_network,
    takes_steps=True,
    takes_picture=True,
    written_as=(DAVIS_FLOW,),
    layouts=_object_layouts,
)


def _no_network(config: OpinionsConfig) -> object:
    raise LookupError(f"{config.name} are several networks")


OPINIONS = ModelKind(
    name="opinions",
    config_type=OpinionsConfig,
    build=_no_network,
    chunk_method="opinions",
    takes_steps=True,
    takes_picture=True,
)
KINDS: list[ModelKind] = [FLOW, OBJECT, REBALANCER, PUBLISHED, OPINIONS]
"""A file is of the first kind that knows it: what VisAH adds to Demucs comes before Demucs."""


def kind_of(config: object) -> ModelKind:
    """The kind whose configuration this is."""
    return next(kind for kind in KINDS if type(config) is kind.config_type)


def read_config(values: Mapping[str, Any]) -> SeparatorConfig:
    """The configuration in `model.json`; ModelError where it is damaged."""
    fields = dict(values)
    written = fields.get("kind")
    kind = next((kind for kind in KINDS if written in kind.written_as), PUBLISHED)
    config: SeparatorConfig = kind.config_type.from_dict(fields)
    return config
