"""What a media file says about itself: the types that `probe` returns."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True)
class AudioStreamInfo:
    """One audio stream.

    Attributes:
        order: number among the file's audio streams, from 0.
        codec: FFmpeg's name of the codec.
        rate_hz: samples a second.
        num_channels: number of channels.
        layout: FFmpeg's name of the channel layout; more than two unlabelled channels stay so.
        start_s: declared start on the media clock in seconds.
        duration_s: declared length in seconds; None where the file does not say.
        bits: bits a sample; None for lossy codecs.
        language: three-letter code, or empty.
        title: the stream's own title, or empty.
    """

    order: int
    codec: str
    rate_hz: int
    num_channels: int
    layout: str
    start_s: Fraction
    duration_s: Fraction | None
    bits: int | None
    language: str
    title: str


@dataclass(frozen=True)
class VideoStreamInfo:
    """One video stream; cover art is none.

    Attributes:
        order: number among the file's video streams without cover art, from 0.
        codec: FFmpeg's name of the codec.
        width: stored width in pixels, before rotation.
        height: stored height in pixels, before rotation.
        fps: frames a second that are meant, whatever their times average to; 0 where unknown.
        variable_fps: whether the frames look unevenly spaced.
        rotation_deg: anticlockwise turn that shows the picture upright: 0, 90, 180 or 270.
        start_s: declared start on the media clock in seconds.
        duration_s: declared length in seconds; None where the file does not say.
        num_frames: declared or estimated number of frames, for progress only.
    """

    order: int
    codec: str
    width: int
    height: int
    fps: Fraction
    variable_fps: bool
    rotation_deg: int
    start_s: Fraction
    duration_s: Fraction | None
    num_frames: int


@dataclass(frozen=True)
class MediaInfo:
    """A whole file.

    Attributes:
        path: the file.
        container: FFmpeg's name of the container format.
        duration_s: declared length in seconds; 0 where the file does not say.
        audio: audio streams in order.
        video: video streams in order; empty for sound alone.
        start_timecode: SMPTE timecode of the first picture, or None.
        drop_frame: whether `start_timecode` counts in drop frame.
        time_reference: samples since midnight of a Broadcast WAV, or None.
        timecode_fps: frames a second that the file says its timecode counts; None where it does
            not say.
        tape: name of the tape or the reel, or empty.
        scene: scene, or empty.
        take: take, or empty.
        comment: what somebody wrote about the file, or empty.
    """

    path: Path
    container: str
    duration_s: Fraction
    audio: tuple[AudioStreamInfo, ...]
    video: tuple[VideoStreamInfo, ...]
    start_timecode: str | None
    drop_frame: bool
    time_reference: int | None
    timecode_fps: Fraction | None = None
    tape: str = ""
    scene: str = ""
    take: str = ""
    comment: str = ""
