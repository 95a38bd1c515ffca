"""A new kind of model is a row."""

from dataclasses import asdict, dataclass, replace

import numpy as np
import pytest
import torch

from cass_core.checkpoints import kinds
from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint, layouts
from cass_core.checkpoints.importers.layout import PublishedLayout
from cass_core.checkpoints.kinds import FLOW, KINDS, PUBLISHED, ModelKind, kind_of, read_config
from cass_core.clips import SampleSpan
from cass_core.config import ModelConfig
from cass_core.errors import SettingsError
from cass_core.model.builders import build
from cass_core.model.published.network import PublishedNetwork
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.stem_names import STEMS
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES, VisualFeatures
from tests.helpers.separation.published_checkpoints import mrx_config, write_checkpoint
from tests.helpers.separation.separation_fakes import CPU, TINY, noise_source, tiny_network


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
    takes_frames = False
    takes_picture = False

    def to_dict(self):
        return asdict(self)

    @classmethod
    def from_dict(cls, values):
        return cls(**values)


def thirds_layouts():
    return (PublishedLayout("thirds", "Thirds", "MIT", "shares", lambda *_: ThirdsConfig()),)


THIRDS = ModelKind(
    name="thirds",
    config_type=ThirdsConfig,
    build=lambda _: ThirdsNetwork(),
    chunk_method="published",
    takes_steps=False,
    takes_picture=False,
    written_as=("thirds",),
    layouts=thirds_layouts,
)


@dataclass(frozen=True)
class ReleasedConfig(ModelConfig):
    """A flow that others trained: it takes steps and pictures, and hears 48 kHz."""

    def to_dict(self):
        return super().to_dict() | {"kind": "released"}

    @classmethod
    def from_dict(cls, values):
        return super().from_dict({key: v for key, v in values.items() if key != "kind"})


RELEASED_CONFIG = ReleasedConfig(
    **vars(replace(TINY, spectrogram=replace(TINY.spectrogram, rate_hz=48_000)))
)


def released_layouts():
    """Its checkpoints have names of their own."""
    return (
        PublishedLayout(
            kind="released",
            title="Released",
            licence="MIT",
            mark="their.fusion.stream",
            describe=lambda *_: RELEASED_CONFIG,
            renamed=lambda tensors: {k.removeprefix("their."): v for k, v in tensors.items()},
            default_steps=4,
        ),
    )


RELEASED = ModelKind(
    name="released",
    config_type=ReleasedConfig,
    build=build,
    chunk_method="flow",
    takes_steps=True,
    takes_picture=True,
    written_as=("released",),
    layouts=released_layouts,
)


@pytest.fixture(autouse=True)
def two_more_kinds(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(kinds, "KINDS", [*KINDS, THIRDS, RELEASED])


def separated(folder, source, picture=None, steps=1):
    network, description = load_model(folder)
    separator = Separator(network, description.config, CPU)
    chunks = separator.stream(SeparatorInput(source, picture), SeparationSettings(steps=steps))
    stems = np.concatenate([chunk.stems for chunk in chunks], axis=-1)
    return stems, separator.warnings


def test_configurations_know_their_kind():
    assert kind_of(TINY) is FLOW
    assert kind_of(mrx_config()) is PUBLISHED
    assert kind_of(RELEASED_CONFIG) is RELEASED
    for config in (TINY, mrx_config(), ThirdsConfig(), RELEASED_CONFIG):
        assert read_config(config.to_dict()) == config


def test_what_can_be_imported_stands_in_the_rows():
    assert set(layouts()) == {
        "tiger-dnr", "av-cass", "ao-cass", "mrx", "mvsep-cdx23", "bandit", "bandit2",
        "davis-flow", "visah", "thirds", "released",
    }  # fmt: skip


def test_one_row_makes_a_kind_that_is_imported_and_separates(tmp_path):
    weights = write_checkpoint(tmp_path / "thirds.pth", ThirdsNetwork().state_dict())
    folder, description = import_checkpoint(ImportRequest(weights))
    assert description.config == ThirdsConfig()
    assert (description.licence, description.default_steps) == ("MIT", 1)
    assert not description.takes_steps
    assert not description.takes_picture
    source = noise_source(3.0, 48_000)
    stems, _ = separated(folder, source)
    mixture = source.read(SampleSpan(0, source.num_samples))
    for stem, share in zip(stems, (0.5, 0.3, 0.2), strict=True):
        assert stem == pytest.approx(share * mixture, abs=1e-5)


def test_one_row_makes_a_released_flow_that_takes_steps_and_pictures(tmp_path):
    state = {f"model.their.{k}": v for k, v in tiny_network().state_dict().items()}
    weights = write_checkpoint(tmp_path / "released.ckpt", {"state_dict": state})
    folder, description = import_checkpoint(ImportRequest(weights))
    assert description.config == RELEASED_CONFIG
    assert description.takes_steps
    assert description.takes_picture
    assert description.default_steps == 4
    source, shown = noise_source(1.0, 48_000), np.ones((25, NUM_FACE_FEATURES), np.float32)
    picture = AnalysedPicture(
        VisualFeatures(shown, np.ones((25, NUM_SCENE_FEATURES), np.float32), 0.0)
    )
    plain, _ = separated(folder, source)
    for other in (separated(folder, source, picture), separated(folder, source, steps=2)):
        stems, warnings = other
        assert np.abs(stems - plain).max() > 1e-5
        assert warnings == []
    with pytest.raises(SettingsError, match="leave --hop out"):
        import_checkpoint(ImportRequest(weights, name="other", hop_s=1.0))
