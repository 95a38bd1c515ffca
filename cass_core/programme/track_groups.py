"""Mono tracks of a movie that are taken together as one sound."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cass_core.errors import SettingsError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.sound.joined_tracks import joined_order

_SURROUND = 6


@dataclass(frozen=True)
class TrackGroup:
    """Several mono tracks.

    Attributes:
        tracks: their numbers among the file's audio streams, from 0, in rising order.
        channels: the same as channels of the first one, counted on through the tracks behind it.
        layout: FFmpeg's name of what they form.
    """

    tracks: tuple[int, ...]
    channels: tuple[int, ...]
    layout: str

    @property
    def stream(self) -> int:
        """The first track."""
        return self.tracks[0]


def track_group(info: MediaInfo, tracks: Sequence[int]) -> TrackGroup:
    """A group of tracks by their numbers.

    Args:
        info: what the file says about itself.
        tracks: numbers among its audio streams, from 0.

    Returns:
        The group. Two are stereo, six 5.1 and eight 7.1, unless they are labelled otherwise.

    Raises:
        SettingsError: there is no such track, or one has several channels.
    """
    numbers, name = tuple(sorted(set(tracks))), info.path.name
    for number in numbers:
        if number >= len(info.audio):
            raise SettingsError(
                f"{name} has {len(info.audio)} sound tracks, so there is no track {number + 1}; "
                "choose others."
            )
        if info.audio[number].num_channels != 1:
            raise SettingsError(
                f"Track {number + 1} of {name} has {info.audio[number].num_channels} channels; "
                "only tracks of one channel can be taken together."
            )
    counts = [stream.num_channels for stream in info.audio]
    channels = tuple(sum(counts[numbers[0] : number]) for number in numbers)
    return TrackGroup(
        numbers, channels, joined_order([info.audio[track].layout for track in numbers]).layout
    )


def opened_group(info: MediaInfo, stream: int, channels: Sequence[int]) -> TrackGroup | None:
    """The group that channels of a track stand for; None where they are of that track alone."""
    if len(channels) < 2 or info.audio[stream].num_channels != 1:
        return None
    counts = [each.num_channels for each in info.audio]
    firsts = {sum(counts[stream:number]): number for number in range(stream, len(counts))}
    return track_group(info, [firsts.get(channel, len(counts)) for channel in channels])


def usual_groups(info: MediaInfo) -> tuple[TrackGroup, ...]:
    """Groups that tracks beside each other are likely to form, the largest first.

    All of a run of mono tracks of one rate, six of more as 5.1, and pairs.
    """
    groups: dict[tuple[int, ...], None] = {}
    for (num_channels, _), streams in groupby(info.audio, lambda s: (s.num_channels, s.rate_hz)):
        run = tuple(stream.order for stream in streams)
        if num_channels == 1 and len(run) > 1:
            groups[run] = None
            if len(run) > _SURROUND:
                groups[run[:_SURROUND]] = None
            groups |= dict.fromkeys(run[first : first + 2] for first in range(0, len(run) - 1, 2))
    return tuple(track_group(info, tracks) for tracks in groups)


def group_text(group: TrackGroup) -> str:
    """The numbers of the tracks as editors count them: "1-6", or "1+2" where there are two."""
    numbers = [track + 1 for track in group.tracks]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}-{numbers[-1]}"
    return "+".join(str(number) for number in numbers)
