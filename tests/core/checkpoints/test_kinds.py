"""A new kind of model is a row."""

from dataclasses import asdict, dataclass

import numpy as np
import pytest
import torch

from cass_core.checkpoints import kinds
from cass_core.checkpoints.checkpoint import load_model, save_model
from cass_core.checkpoints.kinds import FLOW, KINDS, PUBLISHED, ModelKind, kind_of, read_config
from cass_core.clips import SampleSpan
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.stem_names import STEMS
from tests.helpers.separation.published_checkpoints import mrx_config
from tests.helpers.separation.separation_fakes import CPU, TINY, noise_source


class ThirdsNetwork(PublishedNetwork):
    """Each stem is a share of the sound."""

    def __init__(self):
        super().__init__()
        self.shares = torch.nn.Parameter(torch.tensor([0.5, 0.3, 0.2]))

    def forward(self, sound):
        return self.shares[:, None, None] * sound[:, None]


@dataclass(frozen=True)
class ThirdsConfig:
    """A configuration that no other kind has."""

    kind: str = "thirds"
    name: str = "thirds"
    rate_hz: int = 48_000
    channels: int = 1
    window: int = 48_000
    hop: int = 36_000
    weighting: str = "hann"
    input_lufs: float | None = None
    sources = STEMS

    def to_dict(self):
        return asdict(self)

    @classmethod
    def from_dict(cls, values):
        return cls(**values)


THIRDS = ModelKind(
    "thirds", ThirdsConfig, lambda _: ThirdsNetwork(), "published", False, False, ("thirds",)
)


def test_configurations_know_their_kind():
    assert kind_of(TINY) is FLOW
    assert kind_of(mrx_config()) is PUBLISHED
    assert read_config(TINY.to_dict()) == TINY
    assert isinstance(read_config(mrx_config().to_dict()), PublishedConfig)


def test_one_row_makes_a_kind_that_separates(tmp_path, monkeypatch):
    monkeypatch.setattr(kinds, "KINDS", [*KINDS, THIRDS])
    save_model(
        tmp_path, ThirdsNetwork().state_dict(), ThirdsConfig(), licence="MIT", default_steps=1,
        notes={}, dtype=torch.float32,
    )  # fmt: skip
    network, description = load_model(tmp_path)
    assert description.config == ThirdsConfig()
    assert not description.takes_steps
    assert not description.takes_picture
    source = noise_source(3.0, 48_000)
    separator = Separator(network, description.config, CPU)
    chunks = separator.stream(SeparatorInput(source), SeparationSettings(steps=1))
    stems = np.concatenate([chunk.stems for chunk in chunks], axis=-1)
    mixture = source.read(SampleSpan(0, source.num_samples))
    for stem, share in zip(stems, (0.5, 0.3, 0.2), strict=True):
        assert stem == pytest.approx(share * mixture, abs=1e-5)
