"""Which channels of a programme a model hears together: a film's voices are in the centre alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SameFormat, SampleSpan
from cass_core.media.files.layout_names import speaker_names
from cass_core.stem_names import STEMS, Stem

_CENTRE = ("FC",)
_FRONT = ("FL", "FR", "FLC", "FRC")
_LOW = ("LFE", "LFE2")
_LEAST_POWER = 1e-9  # far above what stems of nothing have, far below any sound


@dataclass(frozen=True)
class ChannelGroups:
    """The channels of a programme.

    Attributes:
        heard: numbers of the channels that are heard together, group by group.
        low: numbers of the channels for low effects, which are not heard.
    """

    heard: tuple[tuple[int, ...], ...]
    low: tuple[int, ...] = ()


def channel_groups(layout: str, num_channels: int) -> ChannelGroups:
    """Centre, front pair and all that surrounds; one group where there is no more than a pair.

    Args:
        layout: FFmpeg's name of the layout.
        num_channels: channels of the programme; a layout without known loudspeakers is one group.

    Returns:
        The groups; each channel is in one of them.
    """
    names = speaker_names(layout)
    everything = tuple(range(num_channels))
    if len(names) != num_channels or not set(_FRONT[:2]) <= set(names):
        return ChannelGroups((everything,))
    kinds = [_kind(name) for name in names]
    groups = [tuple(n for n in everything if kinds[n] == kind) for kind in range(3)]
    low = tuple(n for n in everything if names[n] in _LOW)
    return ChannelGroups(tuple(group for group in groups if group), low)


def _kind(name: str) -> int:
    """0 for the centre, 1 for the front, 2 for all around, 3 for low effects."""
    order = (_CENTRE, _FRONT, (), _LOW)
    return next((number for number, names in enumerate(order) if name in names), 2)


class ChannelsOf(SameFormat):
    """Some channels of a programme, as a programme; an `AudioSource`."""

    def __init__(self, source: AudioSource, channels: Sequence[int]) -> None:
        super().__init__(source)
        self._source, self._channels = source, list(channels)

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return {1: "mono", 2: "stereo"}.get(self.num_channels, f"{self.num_channels} channels")

    @property
    def num_channels(self) -> int:
        """Number of channels."""
        return len(self._channels)

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample); zeros outside the programme."""
        return self._source.read(span)[self._channels]


def part_of(source: AudioSource, channels: Sequence[int]) -> AudioSource:
    """Some channels of a programme; the programme itself where they are all of it."""
    whole = len(channels) == source.num_channels
    return source if whole else ChannelsOf(source, channels)


def low_estimates(estimates: Tensor) -> Tensor:
    """Estimates for channels of low effects, which nobody speaks in.

    Music and effects share them as they share all that was heard; what would be dialogue, and what
    nobody knows anything of, are effects.

    Args:
        estimates: (group, stem, bin, frame) complex.

    Returns:
        (stem, bin, frame), magnitudes.
    """
    shares = estimates.abs().square().sum(dim=0)
    dialogue, effects = STEMS.index(Stem.DX), STEMS.index(Stem.FX)
    shares[effects] += shares[dialogue] + _LEAST_POWER
    shares[dialogue] = 0.0
    return shares.sqrt()
