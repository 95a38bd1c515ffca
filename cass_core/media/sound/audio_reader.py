"""Decoding a movie's sound to float32 at its own rate and layout, exact to the sample."""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from cass_core.clips import FloatArray, SampleSpan
from cass_core.errors import MediaError, SettingsError
from cass_core.media.files.channel_order import frame_order
from cass_core.media.files.container import audio_stream, declared_s, decode_frames, open_media
from cass_core.media.files.layout_names import layout_of_channels
from cass_core.media.files.sample_clock import SampleClock
from cass_core.media.files.timecode_tracks.timecode_source import lower_tags
from cass_core.media.sound.decoding_report import report_cut, report_polarity, report_repairs
from cass_core.media.sound.joined_tracks import JoinedTracks, joined_tracks, side_by_side
from cass_core.media.sound.listening.coded_sound import is_coded
from cass_core.media.sound.listening.polarity import Polarity
from cass_core.media.sound.sample_format import float_samples
from cass_core.media.sound.sound_checks import check_gaps, check_level, check_rate, check_same

SILENCE_BLOCK = 65536  # samples
_CLOCK = re.compile(r"(\d{1,6}):(\d\d):(\d\d(?:\.\d+)?)")
_PLAIN = ("pcm_s16", "pcm_s24", "pcm_s32", "s302m", "flac", "alac")
_LISTENED_S = 10
_MICROSECOND = Fraction(1, 1_000_000)


@dataclass(frozen=True)
class AudioTrack:
    """An audio stream as it decodes, which may differ from what its header declares.

    Attributes:
        path: the file.
        stream: number among the file's audio streams.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_channels: number of channels.
        start_s: time of the first sample on the media clock; picture time on the audio's clock
            is the frame's media time minus this.
        num_samples_estimate: length by the header, for progress only; 0 where unknown.
        channels: numbers of the stream's channels that it stands for, from 0 and in rising
            order; empty for all. Behind a mono track they are counted on through the tracks that
            follow, which are joined with it.
        is_labelled: whether the file says which loudspeakers the channels are for.
    """

    path: Path
    stream: int
    rate_hz: int
    layout: str
    num_channels: int
    start_s: Fraction
    num_samples_estimate: int
    channels: tuple[int, ...] = ()
    is_labelled: bool = True


def open_track(path: str | Path, stream: int = 0, channels: Sequence[int] = ()) -> AudioTrack:
    """Decode the first frame of an audio stream and say what it is.

    Args:
        path: a movie or sound file.
        stream: number among its audio streams.
        channels: numbers of the channels that are wanted, from 0; empty for all. Those of a mono
            track are counted on through the tracks behind it.

    Returns:
        The stream's rate, layout and start. All channels by their numbers are simply all.

    Raises:
        MediaError: there is no such stream, nothing in it, or coded sound that looks like PCM.
        SettingsError: there is no such channel.
    """
    if joined := joined_tracks(path, stream, channels):
        tracks = [open_track(path, number) for number in joined.streams]
        chosen = tuple(sorted(set(channels)))
        return replace(_joined(tracks), stream=stream, layout=joined.layout, channels=chosen)
    _refuse_coded(path, stream, channels)
    with open_media(path) as container:
        source = audio_stream(container, stream, path)
        frame = _first_frame(container, source, path)
        order = frame_order(frame, path)
        check_rate(frame.sample_rate, Path(path).name)
        chosen = _chosen(channels, order.num_channels, Path(path).name)
        return AudioTrack(
            path=Path(path),
            stream=stream,
            rate_hz=frame.sample_rate,
            layout="mono" if order.num_channels == 1 else layout_of_channels(order.layout, chosen),
            num_channels=len(chosen) or order.num_channels,
            start_s=frame_time_s(frame) or Fraction(0),
            num_samples_estimate=_estimate(container, source, frame),
            channels=chosen,
            is_labelled=order.is_labelled,
        )


def _joined(tracks: Sequence[AudioTrack]) -> AudioTrack:
    """Several mono tracks as one, which begins with the earliest of them."""
    rates = {track.rate_hz for track in tracks}
    if len(rates) > 1:
        raise MediaError(
            f"The tracks of {tracks[0].path.name} have different rates "
            f"({', '.join(f'{rate} Hz' for rate in sorted(rates))}); choose tracks of one rate."
        )
    start_s = min(track.start_s for track in tracks)
    ends = zip(tracks, _lateness(tracks), strict=True)
    return replace(
        tracks[0],
        num_channels=len(tracks),
        start_s=start_s,
        num_samples_estimate=max(track.num_samples_estimate + late for track, late in ends),
    )


def _lateness(tracks: Sequence[AudioTrack]) -> list[int]:
    """Samples by which each begins later than the earliest."""
    start_s = min(track.start_s for track in tracks)
    return [round((track.start_s - start_s) * track.rate_hz) for track in tracks]


def _refuse_coded(path: str | Path, stream: int, channels: Sequence[int]) -> None:
    """Raise `MediaError` where the first seconds hold coded sound, which is noise as PCM."""
    with open_media(path) as container:
        source = audio_stream(container, stream, path)
        if not source.codec_context.name.startswith(_PLAIN):
            return
        parts, length = [], 0
        for frame in _audio_frames(container, source, path):
            parts.append(float_samples(frame, Path(path).name)[0])
            length += frame.samples
            if length > _LISTENED_S * frame.sample_rate:
                break
    if len({len(part) for part in parts}) != 1:
        return
    sound = np.concatenate(parts, axis=1)
    chosen = _chosen(channels, len(sound), Path(path).name)
    if is_coded(sound[list(chosen)] if chosen else sound):
        raise MediaError(
            f"The sound of {Path(path).name} is coded data in PCM (SMPTE 337, such as Dolby E or "
            "AC-3); decode it to PCM first, or choose other channels."
        )


def audio_start_s(path: str | Path, stream: int = 0, channels: Sequence[int] = ()) -> Fraction:
    """Time of the first decoded sample on the media clock, in seconds."""
    return open_track(path, stream, channels).start_s


def decode_audio(
    path: str | Path, stream: int = 0, channels: Sequence[int] = ()
) -> Generator[FloatArray, None, None]:
    """Decode an audio stream from its first to its last sample.

    Edit lists and encoder priming are applied as FFmpeg does. Gaps in the timestamps become
    silence and overlaps are trimmed, so a block's place is its place on the media clock.

    Args:
        path: a movie or sound file.
        stream: number among its audio streams.
        channels: numbers of the channels that are wanted, as for `open_track`.

    Yields:
        FloatArray: blocks (channel, sample) in the order of WAV files; full scale is 1.0.

    Raises:
        MediaError: the stream is missing, empty, or changes its channels or rate on the way.
        SettingsError: there is no such channel.
    """
    if joined := joined_tracks(path, stream, channels):
        yield from _decoded_together(path, joined)
        return
    with open_media(path) as container:
        source = audio_stream(container, stream, path)
        name = Path(path).name
        clock = None
        first: AudioFrame | None = None
        first_s: Fraction | None = None
        num_invalid, polarity = 0, Polarity("mono")
        for frame, next_s in _with_next_times(_audio_frames(container, source, path)):
            if first is None or clock is None:
                first = frame
                order = frame_order(frame, path)
                chosen = _chosen(channels, order.num_channels, name)
                rows = [order.places[row] for row in chosen] if order.places else [*chosen]
                rows = rows or [*order.places]
                polarity = Polarity(layout_of_channels(order.layout, chosen))
                clock = SampleClock(frame.sample_rate, "mpeg" in container.format.name)
            time_s = frame_time_s(frame)
            check_same(first, frame, float(time_s or 0), name)
            first_s = time_s if first is frame else first_s
            silence, trim = clock.place(time_s, frame.samples, frame.time_base, next_s)
            check_gaps(clock, name)
            yield from _silence(len(chosen) or order.num_channels, silence)
            block, invalid = float_samples(frame, name)
            num_invalid += invalid
            if frame.format.name.startswith(("flt", "dbl")):
                check_level(block, name)
            polarity.add(block[rows] if rows else block)
            if trim < frame.samples:
                yield block[rows, trim:] if rows else block[:, trim:]
        if clock is None or not clock.num_samples:
            raise MediaError(_nothing(name, stream))
        report_repairs(name, clock, num_invalid, _declared_s(container, source, first_s))
        report_cut(Path(path), clock)
        report_polarity(name, polarity)


def _decoded_together(path: str | Path, joined: JoinedTracks) -> Generator[FloatArray, None, None]:
    """Blocks (track, sample) of several mono tracks."""
    late = _lateness([open_track(path, stream) for stream in joined.streams])
    polarity = Polarity(joined.layout)
    with closing(
        side_by_side([decode_audio(path, each) for each in joined.streams], late)
    ) as blocks:
        for block in blocks:
            polarity.add(block)
            yield block
    report_polarity(Path(path).name, polarity)


def frame_time_s(frame: AudioFrame) -> Fraction | None:
    """Time of a frame on the media clock, in seconds; None where the file does not say."""
    if frame.pts is None or frame.time_base is None:
        return None
    return frame.pts * frame.time_base


def _audio_frames(
    container: InputContainer, stream: AudioStream, path: str | Path
) -> Iterator[AudioFrame]:
    """Decoded frames that hold samples."""
    for frame in decode_frames(container, stream, path):
        if isinstance(frame, AudioFrame) and frame.samples:
            yield frame


def _with_next_times(
    frames: Iterator[AudioFrame],
) -> Iterator[tuple[AudioFrame, Fraction | None]]:
    """Frames, each with the time of the one behind it; None behind the last one."""
    waiting: AudioFrame | None = None
    for frame in frames:
        if waiting is not None:
            yield waiting, frame_time_s(frame)
        waiting = frame
    if waiting is not None:
        yield waiting, None


def _first_frame(container: InputContainer, stream: AudioStream, path: str | Path) -> AudioFrame:
    for frame in _audio_frames(container, stream, path):
        return frame
    raise MediaError(_nothing(Path(path).name, stream.container.streams.audio.index(stream)))


def _nothing(name: str, stream: int) -> str:
    return (
        f"Audio stream {stream} of {name} holds no sound that can be decoded: "
        "choose another stream or export the file again."
    )


def _chosen(channels: Sequence[int], num_channels: int, name: str) -> tuple[int, ...]:
    """The channels in the file's order; empty where that is all of them."""
    chosen = tuple(sorted(set(channels)))
    missing = [number for number in chosen if not 0 <= number < num_channels]
    if missing:
        there = f"{num_channels} channels" if num_channels > 1 else "one channel"
        raise SettingsError(
            f"The sound of {name} has {there}, so there is no channel {missing[-1] + 1}; "
            "choose others."
        )
    return () if len(chosen) == num_channels else chosen


def _silence(channels: int, length: int) -> Iterator[FloatArray]:
    """Blocks of zeros that are `length` samples together."""
    for block in SampleSpan(0, length).blocks(SILENCE_BLOCK):
        yield np.zeros((channels, block.num_samples), np.float32)


def _declared_s(
    container: InputContainer, stream: AudioStream, first_s: Fraction | None
) -> Fraction | None:
    """Length from the first sample to the end that the header declares, in seconds."""
    if stream.duration is not None and stream.time_base is not None:
        return declared_s(stream.duration, stream.time_base)
    noted = _CLOCK.fullmatch(lower_tags(stream.metadata).get("duration", ""))
    end_s = declared_s(container.duration, _MICROSECOND)
    if not noted and not end_s:
        return None
    # broadcast streams say how long they last and files where they end
    start_s = Fraction(0)
    if "mpeg" in container.format.name:
        start_s = Fraction(container.start_time or 0, 1_000_000)
    if noted:  # Matroska says it of each track
        end_s = 3600 * int(noted[1]) + 60 * int(noted[2]) + Fraction(noted[3])
    return (end_s or 0) - max((first_s or start_s) - start_s, Fraction(0))


def _estimate(container: InputContainer, stream: AudioStream, first: AudioFrame) -> int:
    """Samples by the header, 0 where it says nothing."""
    declared_s = _declared_s(container, stream, frame_time_s(first)) or 0
    return max(int(declared_s * first.sample_rate), 0)
