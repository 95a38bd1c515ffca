"""What a movie says about itself, in an editor's words."""

from fractions import Fraction

from cass_core.media.media_info import AudioStreamInfo, MediaInfo, VideoStreamInfo


def facts(info: MediaInfo) -> dict[str, str]:
    """A movie's properties by name; what the file does not say is left out.

    Args:
        info: what `probe` found.

    Returns:
        Names and values for a table of two columns.
    """
    rows = {
        "Length": duration_words(info.duration_s) if info.duration_s else "",
        "Timecode": _timecode_words(info),
        "Picture": picture_words(info.video[0]) if info.video else "none: sound only",
        "Sound": sound_words(info.audio[0]) if len(info.audio) == 1 else "",
    }
    if not info.audio:
        rows["Sound"] = "none: there is nothing to separate in this file"
    return {name: value for name, value in rows.items() if value}


def sound_words(stream: AudioStreamInfo) -> str:
    """A sound track in one line."""
    depth = f"{stream.bits} bit" if stream.bits else ""
    parts = [stream.layout or f"{stream.num_channels} channels", _rate_words(stream.rate_hz)]
    return ", ".join(filter(None, [*parts, depth, stream.codec, stream.language, stream.title]))


def picture_words(stream: VideoStreamInfo) -> str:
    """A picture in one line."""
    parts = [f"{stream.width} × {stream.height}", f"{float(stream.fps):.6g} fps"]
    if stream.variable_fps:
        parts.append("variable frame rate")
    return ", ".join([*parts, stream.codec])


def duration_words(seconds: Fraction | float) -> str:
    """A length as h:mm:ss, with tenths below a minute."""
    if seconds < 60:
        return f"{float(seconds):.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d} min"


def remaining_words(seconds: float | None) -> str:
    """An estimate, no more exact than it is."""
    if seconds is None:
        return ""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {10 * round(seconds / 10)} s left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min left"
    return f"about {minutes // 60} h {minutes % 60} min left"


def _rate_words(rate_hz: int) -> str:
    return f"{rate_hz / 1000:.6g} kHz" if rate_hz else ""


def _timecode_words(info: MediaInfo) -> str:
    if info.start_timecode is None:
        return ""
    return f"starts at {info.start_timecode}" + (" (drop frame)" if info.drop_frame else "")
