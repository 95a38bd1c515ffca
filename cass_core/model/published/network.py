"""What all published separators have in common: sound in, all stems out."""

from abc import ABC, abstractmethod

from torch import Tensor, nn


class PublishedNetwork(nn.Module, ABC):
    """A separator that gives every stem in one pass, without steps and without a picture."""

    @abstractmethod
    def forward(self, sound: Tensor) -> Tensor:
        """Separate one window.

        Args:
            sound: (b, channel, sample) at the network's rate.

        Returns:
            (b, source, channel, sample), sources in the order that the network was trained with.
        """
