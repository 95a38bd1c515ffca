"""The rebalanced sound back beside the untouched picture."""

from collections.abc import Generator
from fractions import Fraction
from functools import partial
from math import ceil
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.delivery.export_plan import Measured
from cass_core.delivery.export_request import (
    ExportProgress,
    ExportResult,
    MovieExport,
    ProgrammeFacts,
)
from cass_core.delivery.movies.movie_sounds import (
    MoviePlan,
    decoded_again,
    measured_sound,
    new_sounds,
    planned_sound,
)
from cass_core.delivery.output_folder import make_folder, refuse_existing
from cass_core.delivery.stages import Stages
from cass_core.delivery.stem_reader import StemReader, not_separated
from cass_core.errors import OutputError, SettingsError
from cass_core.media.files.probe import probe
from cass_core.media.files.staged_files import StagedFiles, restore_interrupted
from cass_core.media.remux.movie_check import keeps_sync, same_pictures, same_sound
from cass_core.media.remux.movie_formats import MovieFormat, change_of_container
from cass_core.media.remux.muxer import remux
from cass_core.media.remux.sound_encoder import NewSound
from cass_core.media.sound.audio_reader import audio_start_s
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.disk_room import check_room
from cass_core.programme.file_clock import programme_clock
from cass_core.programme.track_groups import group_text, opened_group
from cass_core.relayed import relayed
from cass_core.spans import gaps
from cass_core.stem_names import DELIVERED_CODES
from cass_core.stems.null_measure import dbfs

MOVIE_TRACK = "MOVIE"


def export_movie(
    request: MovieExport, stems: StemReader, facts: ProgrammeFacts
) -> Generator[ExportProgress, None, None]:
    """Write the movie with the remix, or with a set of tracks, in place of its sound.

    The file is read back before it gets its name: the picture's packets are the same bytes, sound
    of a lossless codec is the remix sample by sample, and both start as far apart as they did.

    Args:
        request: what is wanted.
        stems: where it comes from.
        facts: the programme.

    Yields:
        ExportProgress: the last one holds the result. Nothing stands under the final name before.
    """
    _check_request(request, stems, facts)
    check_room(request.target.parent, request.movie.stat().st_size + _pcm_bytes(request, facts))
    stages = Stages(facts.num_samples, {"measuring": 0.2, "writing": 0.7, "checking": 1.0})
    info = probe(request.movie)
    measured = yield from stages.follow("measuring", measured_sound(request, stems, facts))
    plan = planned_sound(request, stems, measured)
    start_s = audio_start_s(request.movie, request.audio_stream, request.channels)
    language = info.audio[request.audio_stream].language
    sounds = new_sounds(request, facts, stems, plan, start_s, language)
    with StagedFiles([request.target]) as staged:
        fresh = staged.temporary(request.target)
        timecode = _clock(request.movie, start_s, facts.rate_hz).picture_timecode
        writing = remux(request.movie, _replaced(request), fresh, plan.chosen, sounds, timecode)
        muxed = yield from stages.follow("writing", writing)
        checking = _checked(request, fresh, muxed.new_stream, plan.chosen, sounds)
        yield from stages.follow("checking", checking)
        staged.publish()
    result = ExportResult(
        paths={MOVIE_TRACK: request.target},
        encodings={MOVIE_TRACK: plan.chosen.label},
        remix_peak_db=_peak_db(measured, plan),
        notices=(
            *filter(None, [change_of_container(info, request.chosen)]),
            *plan.notices,
            *_narrowed(request),
            *_left_out(muxed.left_out, plan.chosen),
        ),
    )
    yield ExportProgress(1.0, "checking", result)


def _check_request(request: MovieExport, stems: StemReader, facts: ProgrammeFacts) -> None:
    """Refuse what cannot be done, before anything is touched."""
    if not request.tracks or not set(request.tracks) <= set(DELIVERED_CODES):
        raise SettingsError("Nothing is chosen for export; choose stems, mixture or remix.")
    if missing := gaps(SampleSpan(0, facts.num_samples), stems.covered):
        raise SettingsError(not_separated(missing, facts.start))
    if not probe(request.movie).video:
        raise SettingsError(f"{request.movie.name} has no picture; export the remix as WAV.")
    if _is_same(request.movie, request.target):
        raise SettingsError(
            f"{request.target.name} is the movie itself, which stays as it is; choose another name."
        )
    restore_interrupted(request.target.parent)
    refuse_existing(request.target.parent, [request.target.name], overwrite=request.overwrite)
    make_folder(request.target.parent)


def _is_same(movie: Path, target: Path) -> bool:
    try:
        return target.exists() and target.samefile(movie)
    except OSError:
        return False


def _pcm_bytes(request: MovieExport, facts: ProgrammeFacts) -> int:
    """Bytes of the new sound, where its codec's size is known beforehand."""
    if not request.chosen.codec.startswith("pcm"):
        return 0
    channels = facts.num_channels * len(request.tracks)
    return facts.num_samples * channels * (request.chosen.bits or 32) // 8


def _peak_db(measured: Measured, plan: MoviePlan) -> float | None:
    if measured.remix is None:
        return None
    return dbfs(measured.remix.amplitude * plan.sound.factor)


def _checked(
    request: MovieExport, fresh: Path, new: int, chosen: MovieFormat, sounds: list[NewSound]
) -> Generator[int, None, None]:
    """Read the new file back; yields samples done, raises where it is not what it should be."""
    sound = sounds[0]
    is_same = yield from _halved(same_pictures(request.movie, fresh), 0, sound.rate_hz)
    in_sync = all(
        keeps_sync(request.movie, sound.start_s, fresh, number, sound.rate_hz, chosen.is_lossless)
        for number in range(new, new + len(sounds))
    )
    is_heard = True
    if chosen.is_lossless:
        most = _most_silence(fresh, chosen)
        for number, one in enumerate(sounds):
            expected = partial(decoded_again, one, chosen)
            heard = same_sound(fresh, new + number, one.num_samples, expected, most)
            start = one.num_samples * (len(sounds) + number) // (2 * len(sounds))
            is_heard &= yield from _halved(heard, start, 1 / len(sounds))
    before = _clock(request.movie, sound.start_s, sound.rate_hz)
    after = _clock(fresh, audio_start_s(fresh, new), sound.rate_hz)
    kept = {
        "picture": is_same,
        "sync": in_sync,
        "sound": is_heard,
        "timecode": before.picture_timecode == after.picture_timecode,
    }
    if not all(kept.values()):
        what = next(name for name, is_kept in kept.items() if not is_kept)
        raise OutputError(
            f"The {what} of {request.movie.name} does not come through {chosen.label} unchanged; "
            "choose another format."
        )


def _most_silence(fresh: Path, chosen: MovieFormat) -> int:
    """Samples that a container may add: MXF ends sound with its last picture."""
    info = probe(fresh)
    if chosen.container != "mxf" or not info.video or not info.audio:
        return 0
    return ceil(info.audio[0].rate_hz / info.video[0].fps)


def _clock(movie: Path, start_s: Fraction, rate_hz: int) -> ProgrammeClock:
    return programme_clock(probe(movie), start_s, rate_hz)


def _replaced(request: MovieExport) -> tuple[int, ...]:
    """Numbers of the sound tracks whose sound the new one is made of."""
    group = opened_group(probe(request.movie), request.audio_stream, request.channels)
    return group.tracks if group else (request.audio_stream,)


def _halved(
    steps: Generator[float, None, bool], offset: int, rate_hz: float
) -> Generator[int, None, bool]:
    """Steps of one half of the check, in samples of the whole."""
    return (yield from relayed(steps, lambda done: offset + int(done * rate_hz) // 2))


def _narrowed(request: MovieExport) -> tuple[str, ...]:
    if not request.channels:
        return ()
    group = opened_group(probe(request.movie), request.audio_stream, request.channels)
    if group is not None:
        return (f"The new sound stands in place of the tracks {group_text(group)}.",)
    numbers = ", ".join(str(number + 1) for number in request.channels)
    noun = "channel" if len(request.channels) == 1 else "channels"
    return (f"The new sound holds only {noun} {numbers} of the sound that it replaces.",)


def _left_out(left_out: tuple[str, ...], chosen: MovieFormat) -> tuple[str, ...]:
    if not left_out:
        return ()
    name = chosen.suffix[1:].upper()
    return (
        f"{name} files cannot hold all that was in the movie; left out: {', '.join(left_out)}.",
    )
