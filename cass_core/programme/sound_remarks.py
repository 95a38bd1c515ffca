"""What an editor must know of a sound before working on it."""

from collections.abc import Iterator
from fractions import Fraction

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.media.sound.listening.range_control import has_range_control

_MOST_APART_S = Fraction(1, 10)  # what coders and broadcasts put between the two without harm


def sound_remarks(info: MediaInfo, track: AudioTrack) -> tuple[str, ...]:
    """What is odd about a sound among the rest of its file.

    Args:
        info: what the file says about itself.
        track: the chosen sound.

    Returns:
        Sentences: that it does not start with its picture, that its channels have no labels, that
        it is one of several mono tracks, that it has range control.
    """
    return (
        *_late_sound(info, track),
        *_unlabelled(info, track),
        *_mono_tracks(info, track),
        *_range_control(info, track),
    )


def _late_sound(info: MediaInfo, track: AudioTrack) -> Iterator[str]:
    if not info.video:
        return
    late_s = track.start_s - info.video[0].start_s
    if abs(late_s) > _MOST_APART_S:
        way = "after" if late_s > 0 else "before"
        yield (
            f"The sound of {info.path.name} starts {float(abs(late_s)):.2f} s {way} its picture; "
            "stems begin with the sound, so place them by their time stamp."
        )


def _unlabelled(info: MediaInfo, track: AudioTrack) -> Iterator[str]:
    if track.is_labelled or track.channels:
        return
    yield (
        f"The {track.num_channels} channels of {info.path.name} have no names, so all of them are "
        "heard alike; choose single channels if only some hold the sound."
    )


def _mono_tracks(info: MediaInfo, track: AudioTrack) -> Iterator[str]:
    mono = [stream.order for stream in info.audio if stream.num_channels == 1]
    if track.num_channels > 1 or track.channels or len(mono) < 2:
        return
    others = ", ".join(str(order + 1) for order in mono if order != track.stream)
    yield (
        f"{info.path.name} has {len(mono)} sound tracks of one channel, of which this is number "
        f"{track.stream + 1}; choose the others ({others}) one by one, or several together in the "
        "list of tracks or with --group, as in 1-6 or 1+2."
    )


def _range_control(info: MediaInfo, track: AudioTrack) -> Iterator[str]:
    if has_range_control(info.path, track.stream):
        yield (
            f"The sound of {info.path.name} carries range control, which makes it softer in many "
            "players; it is left out, so levels are those of the mix."
        )
