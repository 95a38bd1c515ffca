"""What all published separators have in common: sound in, all stems out."""

from collections.abc import Generator
from typing import TypeAlias

from torch import Tensor, nn

from cass_core.relayed import result_of

Shares: TypeAlias = Generator[float, None, Tensor]
"""Yields the share that is done, returns the result."""


class PublishedNetwork(nn.Module):
    """A separator that gives every stem in one pass, without steps and without a picture.

    A quick network has `forward`; one that takes long has `gradually`, which can be stopped.
    """

    def forward(self, sound: Tensor) -> Tensor:
        """Separate one window.

        Args:
            sound: (b, channel, sample) at the network's rate.

        Returns:
            (b, source, channel, sample), sources in the order that the network was trained with.
        """
        return result_of(self.gradually(sound))

    def gradually(self, sound: Tensor) -> Shares:
        """As `forward`, in steps.

        Args:
            sound: as there.

        Returns:
            A generator of shares that returns what `forward` does.
        """
        return _in_one_step(self, sound)


def _in_one_step(network: PublishedNetwork, sound: Tensor) -> Shares:
    yield from ()
    out: Tensor = network(sound)
    return out
