"""A movie's picture, bit for bit, beside new sound."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any, cast

import av
from av.container import InputContainer, OutputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Stream

from cass_core.errors import OutputError
from cass_core.media.files.container import open_media, picture_streams
from cass_core.media.files.muxed_file import MuxedFile
from cass_core.media.files.picture_rate import nominal_fps
from cass_core.media.picture.timestamp_restarts import is_broadcast
from cass_core.media.remux.movie_formats import MovieFormat
from cass_core.media.remux.new_clock import NewClock, first_picture_s
from cass_core.media.remux.sound_encoder import (
    NewSound,
    SoundEncoder,
    packets_until,
    refuse_unknown_sound,
)
from cass_core.media.remux.stream_copy import CopyPlan, add_copy, copy_plan, kept_tags, takes_tag
from cass_core.media.sound.wave_writer import cannot_write

# how far the sound is written before the picture, so that neither waits for the other
_LEAD_S = Fraction(1, 2)
_BUFFER_BYTES = 1 << 20
_MOST_TICKS = 1_000_000  # a second, so that 32 bits hold an hour


@dataclass(frozen=True)
class Muxed:
    """What a new file holds.

    Attributes:
        new_stream: number of the first new sound among the file's sound tracks.
        left_out: what its container does not take, in words.
    """

    new_stream: int
    left_out: tuple[str, ...]


def remux(
    movie: Path,
    audio_streams: Sequence[int],
    target: Path,
    chosen: MovieFormat,
    sounds: Sequence[NewSound],
    timecode: str | None,
) -> Generator[int, None, Muxed]:
    """Write a movie with other sound; yields samples written, returns what became of it.

    The new sounds, which start together, take the place of the first of `audio_streams`; the
    others of them are left out.

    Pictures, other sound tracks, subtitles, attachments and chapters are copied where the
    container takes them. Nothing is decoded but the new sound is encoded. The earlier of picture
    and new sound stands at 0, whatever the movie's clock said, and the other as far from it as it
    was. The timecode is that of the first picture, counted at the picture's rate.
    """
    refuse_unknown_sound(sounds[0], chosen)
    zero_s = min(first_picture_s(movie), sounds[0].start_s)
    sounds = [replace(sound, start_s=sound.start_s - zero_s) for sound in sounds]
    with (
        open_media(movie) as source,
        _output(target, chosen, sounds[0].rate_hz, _picture_ticks(source)) as (output, file),
    ):
        plan = copy_plan(source, audio_streams, chosen)
        encoders, copies = _added(source, output, plan, chosen, sounds)
        output.metadata.update(kept_tags(source.metadata, chosen.container))
        if timecode:
            _set_timecode(output, timecode)
        clock = NewClock(zero_s, is_broadcast(source))
        if chapters := source.chapters():
            output.set_chapters(clock.moved_chapters(chapters))
        for done in _copied(source, output, encoders, copies, movie, chosen, clock):
            file.check()
            yield done
        for packet in packets_until(encoders, None):
            output.mux(packet)
        yield sounds[0].num_samples
        new_stream = sum(
            source.streams[index].type == "audio" for index in copies if index < plan.replaced
        )
    return Muxed(new_stream, plan.left_out)


def _added(
    source: InputContainer,
    output: OutputContainer,
    plan: CopyPlan,
    chosen: MovieFormat,
    sounds: Sequence[NewSound],
) -> tuple[list[SoundEncoder], dict[int, Stream]]:
    """The new file's streams, in the movie's order."""
    copies: dict[int, Stream] = {}
    encoders: list[SoundEncoder] = []
    for stream in source.streams:
        if stream.index in plan.copied:
            keeps = takes_tag(stream, chosen)
            copies[stream.index] = add_copy(output, stream, keeps_tag=keeps)
        elif stream.index == plan.replaced:
            for sound in sounds:
                encoder = SoundEncoder(output, sound, chosen)
                encoder.stream.disposition = 0 if encoders else stream.disposition.value
                encoder.stream.metadata.update(_tags(stream, sound, chosen))
                encoders.append(encoder)
    return encoders, copies


def _tags(stream: Stream, sound: NewSound, chosen: MovieFormat) -> dict[str, str]:
    """Title and language of a new sound, where they are not those of the one that it replaces."""
    tags = kept_tags(stream.metadata, chosen.container)
    if sound.title:
        # MOV and MP4 keep a track's name as that of its handler
        tags |= {"title": sound.title, "handler_name": sound.title}
    if sound.language:
        tags["language"] = sound.language
    return kept_tags(tags, chosen.container)


def _picture_ticks(source: InputContainer) -> int:
    """Ticks a second that hold the picture's times and the frames of its timecode; 0 for any."""
    for stream in picture_streams(source)[:1]:
        fps, base = nominal_fps(stream), stream.time_base
        if fps and base and (ticks := lcm(fps.numerator, base.denominator)) <= _MOST_TICKS:
            return ticks
    return 0


def _set_timecode(output: OutputContainer, timecode: str) -> None:
    """Tell container and picture, because each format looks at another of them."""
    output.metadata["timecode"] = timecode
    for stream in output.streams.video:
        stream.metadata["timecode"] = timecode


def _copied(
    source: InputContainer,
    output: OutputContainer,
    encoders: list[SoundEncoder],
    copies: dict[int, Stream],
    movie: Path,
    chosen: MovieFormat,
    clock: NewClock,
) -> Iterator[int]:
    """Copy all packets, and encode the sound as far as they are."""
    for packet in source.demux([source.streams[index] for index in copies]):
        # packets without a decoding time are real ones in some files; only empty ones are the end
        if packet.size == 0:
            continue
        is_hidden = packet.is_discard and packet.stream.type == "video"
        if is_hidden and chosen.container == "matroska":
            raise OutputError(
                f"{movie.name} starts within a group of pictures, which MKV cannot keep; "
                "choose MOV or MP4."
            )
        clock.move(packet)
        time_s = _time_s(packet)
        if time_s is not None:
            for encoded in packets_until(encoders, time_s + _LEAD_S):
                output.mux(encoded)
        packet.stream = copies[packet.stream_index]
        output.mux(packet)
        yield encoders[0].position


def _time_s(packet: "Packet[Any]") -> Fraction | None:
    time = packet.pts if packet.dts is None else packet.dts
    return None if time is None or packet.time_base is None else time * packet.time_base


@contextmanager
def _output(
    target: Path, chosen: MovieFormat, rate_hz: int, picture_ticks: int
) -> Iterator[tuple[OutputContainer, MuxedFile]]:
    """The new file, on the disk when the block ends."""
    try:
        file = MuxedFile(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    output = _opened(file, chosen, rate_hz, picture_ticks)
    try:
        yield output, file
        output.close()
        file.sync()
    except (OSError, FFmpegError) as error:
        raise _failure(target, chosen, file.error or error) from error
    finally:
        # a file that failed or was cancelled; closing what is closed does nothing
        for close in (output.close, file.close):
            with suppress(OSError, FFmpegError, ValueError):
                close()


def _opened(
    file: MuxedFile, chosen: MovieFormat, rate_hz: int, picture_ticks: int
) -> OutputContainer:
    options: dict[str, str] = {}
    if chosen.container != "matroska":
        # the usual thousandths of a second would move the sound by up to half of one
        options["movie_timescale"] = str(rate_hz)
        if picture_ticks:
            options["video_track_timescale"] = str(picture_ticks)
    return av.open(
        cast(Any, file),
        "w",
        format=chosen.container,
        container_options=options,
        buffer_size=_BUFFER_BYTES,
    )


def _failure(target: Path, chosen: MovieFormat, error: Exception) -> OutputError:
    """The sentence for a file that does not come about."""
    if isinstance(error, FFmpegError) and not isinstance(error, OSError):
        return OutputError(
            f"{chosen.suffix[1:].upper()} files cannot hold what is in the movie "
            f"({error.strerror}); choose another format."
        )
    return cannot_write(target, error)
