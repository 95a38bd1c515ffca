"""The model under test."""

from dataclasses import dataclass

import numpy as np

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.description import ModelDescription
from cass_core.checkpoints.registry import find_model
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
        """What stands for the weights in scores."""
        return self.description.sha256[:12]

    def separated(self, sound: AudioClip, settings: SeparationSettings) -> FloatArray:
        """(stem, channel, sample) of a mixture, through the users' door."""
        given = SeparatorInput(ArraySource(sound))
        chunks = [chunk.stems for chunk in self.separator.stream(given, settings)]
        return np.concatenate(chunks, axis=-1)


def open_model(name: str, device: DeviceChoice) -> OpenedModel:
    """Load the model under test.

    Args:
        name: name or folder of a model.
        device: where it runs.

    Returns:
        The model; ModelError where there is none, SettingsError where there is no such device.
    """
    network, description = load_model(find_model(name))
    separator = Separator(network, description.config, choose_device(device))
    return OpenedModel(separator, description)
