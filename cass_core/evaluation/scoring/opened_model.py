"""The model under test."""

from dataclasses import dataclass

from cass_core.checkpoints.description import ModelDescription
from cass_core.separation.separator import Separator


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
