"""Programmes that no file stands behind, for what only asks about times."""

from fractions import Fraction
from pathlib import Path

from app.project.programme import Programme
from cass_core.media.files.media_info import AudioStreamInfo, MediaInfo, VideoStreamInfo
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.programme.opened_movie import OpenedMovie


def programme(
    fps="25",
    start_timecode=None,
    *,
    rate_hz=48_000,
    length_s=600.0,
    drop_frame=False,
    picture_start_s=Fraction(0),
    audio_start_s=Fraction(0),
    channels=(),
):
    """A stereo programme; `fps` None is sound alone."""
    sound = AudioStreamInfo(
        0, "pcm_s16le", rate_hz, 2, "stereo", audio_start_s, Fraction(length_s), 16, "", ""
    )
    picture = ()
    if fps is not None:
        rate = Fraction(fps)
        picture = (
            VideoStreamInfo(
                0,
                "h264",
                1280,
                720,
                rate,
                False,
                0,
                Fraction(picture_start_s),
                Fraction(length_s),
                round(length_s * float(rate)),
            ),
        )
    info = MediaInfo(
        Path("movie.mov"),
        "mov",
        Fraction(length_s),
        (sound,),
        picture,
        start_timecode,
        drop_frame,
        None,
    )
    num_samples = round(length_s * rate_hz)
    track = AudioTrack(
        info.path, 0, rate_hz, "stereo", 2, Fraction(audio_start_s), num_samples, channels
    )
    return Programme(OpenedMovie(info, track, "hash"), num_samples, Path("sound.wav"))
