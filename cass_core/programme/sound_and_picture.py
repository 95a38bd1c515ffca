"""What an editor must know of a sound beside its picture."""

from fractions import Fraction

from cass_core.media.files.media_info import MediaInfo

_MOST_APART_S = Fraction(1, 10)  # what coders and broadcasts put between the two without harm


def late_sound(info: MediaInfo, audio_start_s: Fraction) -> tuple[str, ...]:
    """Say that sound and picture do not start together.

    Args:
        info: what the file says about itself.
        audio_start_s: media time of the first sample.

    Returns:
        One sentence, or none.
    """
    if not info.video:
        return ()
    late_s = audio_start_s - info.video[0].start_s
    if abs(late_s) <= _MOST_APART_S:
        return ()
    way = "after" if late_s > 0 else "before"
    return (
        f"The sound of {info.path.name} starts {float(abs(late_s)):.2f} s {way} its picture; stems "
        "begin with the sound, so place them by their time stamp.",
    )
