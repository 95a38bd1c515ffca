"""Opening media files and walking their packets; every failure becomes a sentence."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import DecoderNotFoundError, FFmpegError
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from cass_core.errors import MediaError
from cass_core.media.files.channel_order import keep_layouts
from cass_core.media.files.recording_list import chapters_in, is_recording

_log = logging.getLogger(__name__)

_LONGEST_S = 1000 * 3600  # headers also hold numbers that mean nothing
_BIG_ENDIAN_WAVES = (b"RIFX", b"FFIR")
WITH_RANGE_CONTROL = ("ac3", "eac3")
# formats that are no container: they name other files, devices and addresses, or are programs
_REFERENCES = {
    "alsa", "applehttp", "avfoundation", "avisynth", "concat", "concatf", "dash", "dshow", "fbdev",
    "gdigrab", "hls", "image2", "imf", "iec61883", "jack", "kmsgrab", "lavfi", "mlv", "openal",
    "oss", "pulse", "rtp", "rtsp", "sap", "sdp", "sndio", "vapoursynth", "vfwcap",
    "video4linux2,v4l2", "vobsub", "webm_dash_manifest", "x11grab", "xcbgrab",
}  # fmt: skip
_PLAYLISTS = (b"#EXTM3U", b"ffconcat", b"<?xml", b"<MPD", b"v=0", b"RTSPtext")
MOVIE_BOXES = (b"ftyp", b"moov", b"mdat", b"wide")


@contextmanager
def open_media(path: str | Path) -> Iterator[InputContainer]:
    """Open a local file for reading.

    Args:
        path: the file, or the list of a recording; never taken for a network address.

    Yields:
        InputContainer: open until the block ends.

    Raises:
        MediaError: the file is missing, unreadable or no media.
    """
    path = Path(path)
    _check_file(path)
    kind, options, formats = None, {}, _containers()
    if is_recording(path):
        chapters_in(path)  # says which of them is missing
        kind, options, formats = "concat", {"safe": "0"}, f"{formats},concat"
    try:
        container = av.open(
            f"file:{path}",
            "r",
            format=kind,
            options=options,
            metadata_errors="replace",
            container_options={"protocol_whitelist": "file", "format_whitelist": formats},
        )
    except (FFmpegError, ValueError, OSError) as error:
        raise MediaError(_why_unreadable(path)) from error
    with container:
        yield container


@cache
def _containers() -> str:
    """All formats that hold what they play, as FFmpeg wants them listed."""
    return ",".join(sorted(av.formats_available - _REFERENCES))


def audio_stream(container: InputContainer, order: int, path: str | Path) -> AudioStream:
    """The audio stream with this number among the audio streams, checked to be decodable."""
    streams = container.streams.audio
    name = Path(path).name
    if not streams:
        raise MediaError(f"{name} has no sound; choose a file with an audio stream.")
    if not 0 <= order < len(streams):
        known = "only audio stream 0" if len(streams) == 1 else f"streams 0 to {len(streams) - 1}"
        raise MediaError(f"{name} has no audio stream {order}: it has {known}, choose one of them.")
    stream = streams[order]
    if stream.codec_context is None:
        raise MediaError(
            f"Audio stream {order} of {name} uses a codec that cannot be decoded here: "
            "convert it to PCM, AAC or FLAC first."
        )
    if stream.codec_context.name in WITH_RANGE_CONTROL:
        # the mix as it was made, not as it is made quieter for televisions
        stream.codec_context.options = {"drc_scale": "0"}
    return stream


def declared_s(duration: int | None, unit: Fraction | None) -> Fraction | None:
    """A length that a header tells, in seconds; None where it tells none that can be."""
    if duration is None or unit is None or not 0 <= duration * unit < _LONGEST_S:
        return None
    return duration * unit


def picture_streams(container: InputContainer) -> list[VideoStream]:
    """The video streams that are moving pictures; cover art is left out."""
    return [
        stream
        for stream in container.streams.video
        if stream.codec_context is not None
        and not stream.disposition & (Disposition.attached_pic | Disposition.timed_thumbnails)
    ]


def decode_frames(
    container: InputContainer, stream: AudioStream | VideoStream, path: str | Path
) -> Iterator[AudioFrame | VideoFrame]:
    """Decode one stream from the current position; broken packets are skipped.

    Args:
        container: an open container.
        stream: one of its streams.
        path: the file, for warnings.

    Yields:
        AudioFrame | VideoFrame: in presentation order.

    Raises:
        MediaError: the codec cannot be decoded.
    """
    num_broken = 0
    for packet in _packets(container, stream, path):
        try:
            frames: list[Any] = packet.decode()
            yield from keep_layouts(frames) if stream.type == "audio" else frames
        except av.error.EOFError:
            break
        except (DecoderNotFoundError, av.error.NotImplementedError) as error:
            raise MediaError(
                f"{Path(path).name} uses a form of {stream.codec_context.name} that cannot be "
                "decoded here; convert it to another codec first."
            ) from error
        except FFmpegError:
            num_broken += 1
    if num_broken:
        _log.warning(
            "%s: %d damaged packets of the %s were skipped.",
            Path(path).name, num_broken, "sound" if stream.type == "audio" else "picture",
        )  # fmt: skip


def _packets(
    container: InputContainer, stream: Stream, path: str | Path
) -> Iterator["Packet[Stream]"]:
    """Packets up to the end of the file or to where it cannot be read any more."""
    demuxer = container.demux(stream)
    while True:
        try:
            packet = next(demuxer)
        except (StopIteration, av.error.EOFError):
            return
        except FFmpegError as error:
            _log.warning(
                "%s cannot be read to its end (%s): what follows is missing.",
                Path(path).name, error.strerror,
            )  # fmt: skip
            return
        yield packet


def _check_file(path: Path) -> None:
    """Refuse what is no readable, non-empty file."""
    try:
        if path.is_dir():
            raise MediaError(f"{path} is a folder; choose a movie or sound file in it.")
        if not path.exists():
            raise MediaError(f"{path} does not exist; check the name and the folder.")
        if not path.is_file():
            raise MediaError(f"{path} is a pipe or a device; choose a movie or sound file.")
        with path.open("rb") as file:
            head = file.read(4)
        if not head:
            raise MediaError(f"{path} is empty; copy or export it again.")
        if head in _BIG_ENDIAN_WAVES:
            raise MediaError(
                f"{path} is a WAV with its bytes in the other order (RIFX), which cannot be read "
                "here; convert it to a usual WAV."
            )
    except PermissionError as error:
        raise MediaError(f"{path} may not be read: change its permissions or copy it.") from error
    except (OSError, ValueError) as error:
        raise MediaError(f"{path} cannot be read; check the disk it is on.") from error


def _why_unreadable(path: Path) -> str:
    """The sentence for a file that FFmpeg does not open."""
    with path.open("rb") as file:
        head = file.read(12)
    if head[4:8] in MOVIE_BOXES:
        return f"{path} is cut off or damaged and has no index; copy or export it again."
    if head.removeprefix(b"\xef\xbb\xbf").startswith(_PLAYLISTS):
        return f"{path} is a list that names other files; choose one of those."
    return f"{path} is no movie or sound file that can be read; choose another or convert it."
