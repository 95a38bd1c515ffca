"""Copying streams of a movie into a new file as they are, where its container takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.error import FFmpegError
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from cass_core.errors import OutputError
from cass_core.media.files.channel_order import stream_order
from cass_core.media.files.container import picture_streams
from cass_core.media.files.layout_names import spelled_layout, usual_layout
from cass_core.media.files.picture_rate import nominal_fps
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, MovieFormat
from cass_core.media.remux.trial import trial_file

# what a container says of itself and its streams, which the new one says anew
_OWN_TAGS = {
    *("major_brand", "minor_version", "compatible_brands", "encoder", "duration", "timecode"),
    *("bps", "number_of_frames", "number_of_bytes", "time_reference"),
}
# MOV knows some languages by their older codes and some by their newer ones only
_MOV_LANGUAGES = {
    "bod": "tib", "cym": "wel", "cze": "ces", "deu": "ger", "ell": "gre", "eus": "baq",
    "fre": "fra", "hye": "arm", "isl": "ice", "kat": "geo", "mkd": "mac", "msa": "may",
    "mya": "bur", "nld": "dut", "rum": "ron", "slo": "slk", "sqi": "alb", "swe": "sve",
    "zho": "chi",
}  # fmt: skip
_NO_TAG = "\0\0\0\0"


@dataclass(frozen=True)
class CopyPlan:
    """Which streams of a movie go into the new file.

    Attributes:
        copied: numbers of the streams that are copied, in the movie's order.
        replaced: number of the stream whose place the new sound takes.
        left_out: what the container does not take, as words such as "a subtitle track (subrip)".
    """

    copied: tuple[int, ...]
    replaced: int
    left_out: tuple[str, ...]


def copy_plan(
    container: InputContainer, audio_streams: Sequence[int], chosen: MovieFormat
) -> CopyPlan:
    """See what a container takes, by trying each stream on a file in memory.

    Args:
        container: the movie, open.
        audio_streams: numbers among its sound tracks of those that are replaced; the new sound
            takes the place of the first.
        chosen: the new file's format.

    Returns:
        The plan.

    Raises:
        OutputError: the container does not take the picture.
    """
    pictures = picture_streams(container)
    replaced, *joined = (container.streams.audio[number].index for number in audio_streams)
    copied, left_out = [], []
    for stream in container.streams:
        if stream.index in (replaced, *joined) or _is_made_anew(stream, container):
            continue
        if _is_taken(stream, chosen) and not _is_lost(stream, chosen):
            copied.append(stream.index)
        elif stream in pictures:
            raise OutputError(
                f"{chosen.name} files cannot hold a picture of the kind "
                f"{stream.codec_context.name}; {_remedy(stream)}."
            )
        else:
            left_out.append(_words(stream))
    return CopyPlan(tuple(copied), replaced, tuple(left_out))


def add_copy(output: OutputContainer, stream: Stream, *, keeps_tag: bool = True) -> Stream:
    """Add a stream that takes another one's packets.

    Args:
        output: the new file.
        stream: of the movie.
        keeps_tag: keep the codec's four letters, which tell ProRes from ProRes HQ.

    Returns:
        The new stream.
    """
    # the codec of the original is kept, so that formats without an encoder can be copied too
    new: Any = output.add_stream_from_template(stream, opaque=True)
    tag = _tag(stream)
    if keeps_tag and tag != _NO_TAG and new.codec_context is not None:
        new.codec_context.codec_tag = tag
    if isinstance(stream, VideoStream):
        # some streams name neither in their codec; a timecode track cannot do without the rate
        if fps := nominal_fps(stream) or stream.average_rate:
            new.codec_context.framerate = fps
        if stream.sample_aspect_ratio:
            new.codec_context.sample_aspect_ratio = stream.sample_aspect_ratio
    if isinstance(stream, AudioStream):
        layout = stream_order(stream).layout
        # MP4 refuses channels without names at its very end
        is_mp4 = output.format.name == "mp4"
        new.codec_context.layout = spelled_layout(usual_layout(layout) if is_mp4 else layout)
    new.disposition = stream.disposition.value
    new.metadata.update(kept_tags(stream.metadata, output.format.name))
    return new


def kept_tags(metadata: dict[str, str], container: str) -> dict[str, str]:
    """Titles, languages and the like; nothing that the new container says itself.

    Args:
        metadata: of the movie or one of its streams.
        container: FFmpeg's name of the new one.

    Returns:
        The tags to write.
    """
    kept = {
        key: value
        for key, value in metadata.items()
        if key.lower().removesuffix("-eng") not in _OWN_TAGS and not key.startswith("_STATISTICS")
    }
    if container == "mov" and "language" in kept:
        kept["language"] = _MOV_LANGUAGES.get(kept["language"], kept["language"])
    return kept


def takes_tag(stream: Stream, chosen: MovieFormat) -> bool:
    """Whether a container takes a stream under its own four letters."""
    return _header_is_written(stream, chosen, keeps_tag=True)


def _is_taken(stream: Stream, chosen: MovieFormat) -> bool:
    return any(_header_is_written(stream, chosen, keeps_tag=tag) for tag in (True, False))


def _header_is_written(stream: Stream, chosen: MovieFormat, *, keeps_tag: bool) -> bool:
    """Whether a file of this stream alone begins without an error."""
    with trial_file(chosen, has_picture=isinstance(stream, VideoStream)) as output:
        try:
            add_copy(output, stream, keeps_tag=keeps_tag)
            output.start_encoding()
            if chosen.container != "mxf":  # which ends well only with packets in it
                output.close()
        except (FFmpegError, ValueError, OSError):
            return False
    return True


def _tag(stream: Stream) -> str:
    context: Any = stream.codec_context
    try:
        return str(context.codec_tag) if context is not None else _NO_TAG
    except UnicodeDecodeError:
        return _NO_TAG


def _is_made_anew(stream: Stream, container: InputContainer) -> bool:
    """Whether it is a timecode or chapter track, which the new file gets of its own."""
    if stream.type != "data":
        return False
    has_timecode = any(key.lower() == "timecode" for key in stream.metadata)
    return has_timecode or _tag(stream) == "tmcd" or bool(container.chapters())


def _is_lost(stream: Stream, chosen: MovieFormat) -> bool:
    """Whether a container takes a stream and does not write it: MOV does so with covers."""
    is_cover = stream.disposition & Disposition.attached_pic
    return chosen.container == "mov" and bool(is_cover)


def _remedy(picture: Stream) -> str:
    """The containers that take a picture, or what to do where none does."""
    taking = [each.name for each in MOVIE_FORMATS if _is_taken(picture, each)]
    if not taking:
        return "export the remix as a sound file, or convert the movie first"
    return f"choose {' or '.join(dict.fromkeys(taking))}"


def _words(stream: Stream) -> str:
    kinds = {"audio": "a sound track", "subtitle": "a subtitle track", "data": "a data track"}
    kinds |= {"unknown": "a data track"}  # of recordings in chapters
    if stream.disposition & Disposition.attached_pic:
        return "the cover picture"
    kind = kinds.get(stream.type or "", "an attachment")
    context: Any = stream.codec_context
    return f"{kind} ({context.name})" if context is not None else kind
