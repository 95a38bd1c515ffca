"""A film of three hours in the window, whose sound is computed when it is read."""

from fractions import Fraction
from pathlib import Path

from app.benchmark.material import RATE_HZ, RepeatedSound
from app.main_window import MainWindow
from app.playback.engine.sound_tracks import SoundTracks
from app.project.programme import Programme
from cass_core.clips import SampleSpan
from cass_core.media.files.layout_names import channel_names
from cass_core.media.files.media_info import AudioStreamInfo, MediaInfo
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.stem_names import LANE_CODES

LONG_S = 3 * 3600


def show_long_film(window: MainWindow, layout: str = "stereo") -> list[RepeatedSound]:
    """Show four lanes of three hours.

    Args:
        window: nothing is open in it.
        layout: of the sound.

    Returns:
        Mixture and stems; only the mixture is played.
    """
    context = window.context
    sounds = [RepeatedSound(LONG_S, seed, layout) for seed in range(1, 5)]
    length, length_s = sounds[0].num_samples, Fraction(LONG_S)
    count = len(channel_names(layout))
    stream = AudioStreamInfo(
        0, "pcm_s24le", RATE_HZ, count, layout, Fraction(0), length_s, 24, "", ""
    )
    info = MediaInfo(Path("film.wav"), "wav", length_s, (stream,), (), None, False, None)
    track = AudioTrack(info.path, 0, RATE_HZ, layout, count, Fraction(0), length)
    context.project.open(Programme(OpenedMovie(info, track, ""), length, Path()), Path())
    context.project.set_decoded(length, True)
    context.view.set_length(length)
    context.view.show_span(context.project.whole)
    whole = (SampleSpan(0, length),)
    for lane, sound in zip(LANE_CODES, sounds, strict=True):
        context.store.set_source(lane, sound, f"bench-{layout}-{lane}", whole)
    context.transport.set_tracks(SoundTracks(sounds[0], None, RATE_HZ, layout, length))
    return sounds
