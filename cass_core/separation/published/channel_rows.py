"""From a programme's channels to what a published network hears at once, and back."""

from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names

_PAIRS = (("FL", "FR"), ("BL", "BR"), ("SL", "SR"), ("FLC", "FRC"), ("TFL", "TFR"), ("TBL", "TBR"))


@dataclass(frozen=True)
class ChannelRows:
    """Which channels are heard together.

    Attributes:
        rows: channels of each row; one that a stereo network hears alone stands twice.
        num_channels: of the programme.
    """

    rows: tuple[tuple[int, ...], ...]
    num_channels: int

    @classmethod
    def of(cls, layout: str, num_channels: int, heard: int) -> "ChannelRows":
        """Rows of a programme.

        Args:
            layout: FFmpeg's name of the programme's layout.
            num_channels: its channels.
            heard: channels that the network hears at once, 1 or 2.

        Returns:
            A row a channel, or left and right of each pair together and the others alone.
        """
        if heard == 1:
            return cls(tuple((channel,) for channel in range(num_channels)), num_channels)
        pairs = _pairs(layout, num_channels)
        paired = {channel for pair in pairs for channel in pair}
        alone = [(c, c) for c in range(num_channels) if c not in paired]
        return cls(tuple(sorted([*pairs, *alone])), num_channels)

    def gather(self, sound: Tensor) -> Tensor:
        """(channel, sample) -> (row, channel of the row, sample)."""
        return sound[torch.tensor(self.rows)]

    def spread(self, stems: Tensor) -> Tensor:
        """(row, stem, channel of the row, sample) -> (stem, channel, sample).

        A channel that stands twice in its row gets the mean of both.
        """
        out = stems.new_zeros(stems.shape[1], self.num_channels, stems.shape[3])
        for row, channels in zip(stems, self.rows, strict=True):
            for place, channel in enumerate(channels):
                out[:, channel] += row[:, place] / channels.count(channel)
        return out


def _pairs(layout: str, num_channels: int) -> list[tuple[int, int]]:
    try:
        names = channel_names(layout)
    except SettingsError:
        names = ()
    if len(names) != num_channels:
        return [(0, 1)] if num_channels == 2 else []
    return [
        (names.index(left), names.index(right))
        for left, right in _PAIRS
        if left in names and right in names
    ]
