"""A tagger folder with few, seeded random weights."""

from pathlib import Path

import torch

from cass_core.metrics.taggers.tagger import TaggerDescription
from cass_core.training.tagger.sound_kinds import CLASSES
from cass_core.training.tagger.training import save_tagger


def write_tiny_tagger(folder: Path, seed: int = 0) -> Path:
    """Write weights and description; it hears something, but nothing of use."""
    description = TaggerDescription(CLASSES, (4, 6, 8), 12, "", "CC0-1.0", {"scores": {}})
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = description.build()
    save_tagger(folder, network, description)
    return folder
