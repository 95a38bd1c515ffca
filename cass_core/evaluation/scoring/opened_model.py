"""The model under test."""

import hashlib
from dataclasses import dataclass

import numpy as np

from cass_core.checkpoints.description import ModelDescription
from cass_core.checkpoints.opinions import load_named
from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.clips import AudioClip, FloatArray
from cass_core.compute_device import choose_device
from cass_core.device_choice import DeviceChoice
from cass_core.media.sound.array_source import ArraySource
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput


@dataclass(frozen=True)
class OpenedModel:
    """A model that can separate.

    Attributes:
        separator: it.
        description: what it says about itself.
    """

    separator: Separator
    description: ModelDescription

    @property
    def short_checksum(self) -> str:
        """What stands for the weights in scores; of second opinions, for how they count, too."""
        told, config = self.description.sha256, self.description.config
        if isinstance(config, OpinionsConfig):
            weights = [opinion.weights for opinion in config.opinions]
            told = hashlib.sha256(f"{told} {weights}".encode()).hexdigest()
        return told[:12]

    def separated(self, sound: AudioClip, settings: SeparationSettings) -> FloatArray:
        """(stem, channel, sample) of a mixture, through the users' door."""
        given = SeparatorInput(ArraySource(sound))
        chunks = [chunk.stems for chunk in self.separator.stream(given, settings)]
        return np.concatenate(chunks, axis=-1)


def open_model(name: str, device: DeviceChoice) -> OpenedModel:
    """Load the model under test.

    Args:
        name: name or folder of a model, or several with commas between them.
        device: where it runs.

    Returns:
        The model; ModelError where there is none, SettingsError where there is no such device.
    """
    network, description = load_named(name)
    separator = Separator(network, description.config, choose_device(device))
    return OpenedModel(separator, description)
