"""Programmes that no file stands behind, for what only asks about times."""

from fractions import Fraction
from pathlib import Path

from app.project.programme import Programme
from cass_core.media.files.media_info import AudioStreamInfo, MediaInfo, VideoStreamInfo


def programme(
    fps="25",
    start_timecode=None,
    *,
    rate_hz=48_000,
    length_s=600.0,
    drop_frame=False,
    picture_start_s=Fraction(0),
    audio_start_s=Fraction(0),
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
    start_s = Fraction(audio_start_s)
    return Programme(info, 0, "hash", rate_hz, num_samples, "stereo", 2, start_s, Path("sound.wav"))
