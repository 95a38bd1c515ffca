"""Reading what a media file says about itself, and telling it to people and programs."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from cass_core.errors import MediaError
from cass_core.media.files.channel_order import stream_order
from cass_core.media.files.container import declared_s, open_media, picture_streams
from cass_core.media.files.media_info import AudioStreamInfo, MediaInfo, VideoStreamInfo
from cass_core.media.files.picture_rate import is_sensible, nominal_fps
from cass_core.media.files.recording_list import first_chapter, is_recording
from cass_core.media.files.timecode_tracks.clip_notes import clip_notes
from cass_core.media.files.timecode_tracks.timecode_source import lower_tags, timecode_source

EDGE_BYTES = 1 << 20
BLOCK_BYTES = 64 << 10
NUM_BLOCKS = 64
NUM_FIRST_PACKETS = 64
_MICROSECOND = Fraction(1, 1_000_000)


def probe(path: str | Path) -> MediaInfo:
    """Read the headers of a media file.

    Args:
        path: a movie or sound file.

    Returns:
        Its streams, length and start timecode.

    Raises:
        MediaError: the file cannot be read, or has neither sound nor picture.
    """
    if is_recording(path):
        return _of_recording(Path(path))
    return _probe(path)


def _of_recording(path: Path) -> MediaInfo:
    """The streams of all chapters, and what the first of them says of timecode and clip."""
    whole, first = _probe(path), _probe(first_chapter(path))
    audio = (replace(s, start_s=f.start_s) for s, f in zip(whole.audio, first.audio, strict=False))
    return replace(
        first, path=path, duration_s=whole.duration_s,
        audio=tuple(replace(s, duration_s=None) for s in audio), video=whole.video,
    )  # fmt: skip


def _probe(path: str | Path) -> MediaInfo:
    with open_media(path) as container:
        pictures = picture_streams(container)
        if not pictures and not container.streams.audio:
            raise MediaError(f"{path} has neither sound nor picture; choose another file.")
        timecode = timecode_source(container, Path(path), [*pictures])
        notes = clip_notes(container)
        return MediaInfo(
            path=Path(path),
            container=container.format.name,
            duration_s=declared_s(container.duration, _MICROSECOND) or Fraction(0),
            audio=tuple(
                _audio_info(Path(path), i, s) for i, s in enumerate(container.streams.audio)
            ),
            start_timecode=timecode.text,
            drop_frame=timecode.drop_frame,
            time_reference=timecode.time_reference,
            timecode_fps=timecode.rate.fps if timecode.rate else None,
            video=tuple(_video_info(container, i, s) for i, s in enumerate(pictures)),
            tape=notes.tape,
            scene=notes.scene,
            take=notes.take,
            comment=notes.comment,
        )


def media_hash(path: str | Path) -> str:
    """Fingerprint of a file's content that is quick for any size.

    Not a hash of every byte: SHA-256 over the file's size, its first and last MiB and 64 blocks
    of 64 KiB spread evenly in between. It tells takes, exports and cut-off copies apart, but not
    two files of one size that differ only between the blocks.

    Args:
        path: any file.

    Returns:
        64 hexadecimal digits.

    Raises:
        MediaError: the file cannot be read.
    """
    path = Path(path)
    try:
        if not path.is_file():  # a pipe would be waited for
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            size = path.stat().st_size
            digest = hashlib.sha256(str(size).encode())
            for offset, length in _hashed_spans(size):
                file.seek(offset)
                digest.update(file.read(length))
    except OSError as error:
        raise MediaError(f"{path} cannot be read; check its name and permissions.") from error
    return digest.hexdigest()


def modified_ns(path: str | Path) -> int:
    """When a file was last written, in nanoseconds; MediaError where it cannot be looked at."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError as error:
        raise MediaError(f"{path} cannot be read; check its name and permissions.") from error


def cache_key(content_hash: str, modified_ns: int) -> str:
    """Names what is kept of a file: its content by its `media_hash`, and its last change.

    A new export of the same size that differs only between the blocks that are read has the same
    hash, but was written later. Whether a moved movie is the same one is asked of the hash alone:
    a copy may have a new time.

    Args:
        content_hash: the file's `media_hash`, which its size is part of.
        modified_ns: when it was last written.

    Returns:
        64 hexadecimal digits.
    """
    return hashlib.sha256(f"{content_hash} {modified_ns}".encode()).hexdigest()


def describe(info: MediaInfo) -> str:
    """A table of a file's streams for people."""
    lines = [f"{info.path.name}: {info.container}, {_clock(info.duration_s)}"]
    if info.start_timecode:
        count = "drop frame" if info.drop_frame else "non-drop"
        lines.append(f"  start timecode {info.start_timecode} ({count})")
    if info.timecode_fps is not None:
        lines.append(f"  timecode counts {_fps(info.timecode_fps)}")
    if info.time_reference is not None:
        lines.append(f"  time reference {info.time_reference} samples since midnight")
    for name in ("tape", "scene", "take", "comment"):
        if text := getattr(info, name):
            lines.append(f"  {name} {text}")
    lines += [_video_line(stream) for stream in info.video] or ["  no picture"]
    lines += [_audio_line(stream) for stream in info.audio] or ["  no sound"]
    return "\n".join(lines)


def as_json(info: MediaInfo) -> dict[str, object]:
    """A file's streams as plain JSON values; exact fractions are strings such as "30000/1001"."""

    def plain(value: object) -> object:
        return str(value) if isinstance(value, Fraction | Path) else value

    def fields(item: object) -> dict[str, object]:
        return {key: plain(value) for key, value in vars(item).items()}

    return fields(info) | {
        "audio": [fields(stream) for stream in info.audio],
        "video": [fields(stream) for stream in info.video],
    }


def _audio_info(path: Path, order: int, stream: AudioStream) -> AudioStreamInfo:
    tags = lower_tags(stream.metadata)
    language = tags.get("language", "")
    if stream.codec_context is None:
        return AudioStreamInfo(
            order, "unknown", 0, 0, "", *_times(stream), None, language, tags.get("title", "")
        )
    channels = stream_order(stream, path)
    return AudioStreamInfo(
        order=order,
        codec=stream.codec_context.codec.canonical_name,
        rate_hz=stream.rate or 0,
        num_channels=channels.num_channels,
        layout=channels.layout if channels.num_channels else "",
        start_s=_times(stream)[0],
        duration_s=_times(stream)[1],
        bits=_bits(stream),
        language="" if language == "und" else language,
        title=tags.get("title", ""),
    )


def _video_info(container: InputContainer, order: int, stream: VideoStream) -> VideoStreamInfo:
    start_s, duration_s = _times(stream)
    fps = nominal_fps(stream)
    times, picture = _first_pictures(container, stream)
    whole_s = duration_s or declared_s(container.duration, _MICROSECOND) or Fraction(0)
    return VideoStreamInfo(
        order=order,
        codec=stream.codec_context.codec.canonical_name,
        width=stream.width,
        height=stream.height,
        fps=fps,
        variable_fps=_rates_differ(stream) or _unevenly_spaced(times, stream.time_base),
        rotation_deg=round(picture.rotation / 90) % 4 * 90 if picture else 0,
        start_s=start_s,
        duration_s=duration_s,
        num_frames=stream.frames or round(whole_s * fps),
    )


def _times(stream: Stream) -> tuple[Fraction, Fraction | None]:
    """Declared start and length in seconds."""
    base = stream.time_base or Fraction(0)
    return (
        (stream.start_time or 0) * base,
        declared_s(stream.duration, base),
    )


def _bits(stream: AudioStream) -> int | None:
    """Bits a sample of a lossless codec."""
    codec = stream.codec_context.name
    extra = stream.codec_context.extradata or b""
    if codec.startswith("pcm_") and codec[5:7].rstrip("lb").isdigit():
        return int(codec[5:7].rstrip("lb"))
    if codec == "flac" and len(extra) >= 14:  # STREAMINFO
        return ((extra[12] & 1) << 4 | extra[13] >> 4) + 1
    if codec == "alac" and len(extra) >= 18:
        return extra[17]
    return None


def _rates_differ(stream: VideoStream) -> bool:
    """Whether the average rate is neither the base rate nor half of it, as interlacing makes it."""
    average, base = stream.average_rate, stream.base_rate
    if not average or not base or not is_sensible(average):
        return False
    return all(abs(average * fields / base - 1) > Fraction(1, 1000) for fields in (1, 2))


def _first_pictures(
    container: InputContainer, stream: VideoStream
) -> tuple[list[int], VideoFrame | None]:
    """Timestamps of the first packets and the first picture that decodes from them."""
    times: list[int] = []
    picture: VideoFrame | None = None
    try:
        container.seek(0)
        for packet in islice(container.demux(stream), NUM_FIRST_PACKETS):
            if packet.pts is not None:
                times.append(packet.pts)
            if picture is None:
                picture = next(iter(packet.decode()), None)
    except FFmpegError:
        pass  # what was read until here is enough to guess from
    return sorted(times), picture


def _unevenly_spaced(times: list[int], time_base: Fraction | None) -> bool:
    """Whether pictures come at steps that differ by more than rounding."""
    # the last few may wait for pictures between them
    steps = [late - early for early, late in zip(times, times[1:-8], strict=False)]
    if not steps or time_base is None:
        return False
    tolerance = max(Fraction(max(steps), 10), Fraction(2, 1000) / time_base)
    return max(steps) - min(steps) > tolerance


def _hashed_spans(size: int) -> Iterator[tuple[int, int]]:
    """Offsets and lengths of the bytes that `media_hash` reads."""
    yield 0, EDGE_BYTES
    room = size - 2 * EDGE_BYTES - BLOCK_BYTES
    for number in range(NUM_BLOCKS if room > 0 else 0):
        yield EDGE_BYTES + room * number // (NUM_BLOCKS - 1), BLOCK_BYTES
    yield max(size - EDGE_BYTES, 0), EDGE_BYTES


def _clock(seconds: Fraction) -> str:
    minutes, rest = divmod(float(seconds), 60)
    return f"{int(minutes // 60)}:{int(minutes % 60):02d}:{rest:06.3f}"


def _video_line(stream: VideoStreamInfo) -> str:
    parts = [stream.codec, f"{stream.width}x{stream.height}", _fps(stream.fps)]
    if stream.variable_fps:
        parts.append("variable rate")
    if stream.rotation_deg:
        parts.append(f"turned by {stream.rotation_deg} degrees")
    parts.append(f"starts at {float(stream.start_s):.3f} s")
    return f"  picture {stream.order}: " + ", ".join(parts)


def _fps(fps: Fraction) -> str:
    """The exact rate, with its usual name where it is a broken number."""
    return f"{fps} fps" if fps.denominator == 1 else f"{fps} fps ({float(fps):.5g})"


def _audio_line(stream: AudioStreamInfo) -> str:
    parts = [stream.codec, f"{stream.rate_hz} Hz", f"{stream.layout} ({stream.num_channels} ch)"]
    if stream.bits:
        parts.append(f"{stream.bits} bit")
    parts.append(f"starts at {float(stream.start_s):.3f} s")
    parts += [text for text in (stream.language, stream.title) if text]
    return f"  sound {stream.order}: " + ", ".join(parts)
