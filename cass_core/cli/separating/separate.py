"""`cass separate`: a movie in, stems out."""

import argparse
import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from cass_core.cli.common_arguments import (
    add_encoding,
    add_full_scale,
    add_json,
    add_overwrite,
    add_part,
    add_sessions,
    add_track,
)
from cass_core.cli.number_types import track_numbers
from cass_core.cli.separating.hint_arguments import add_hint_arguments, hinted
from cass_core.cli.separating.separating_arguments import (
    add_separating_arguments,
    separation_settings,
    settle_model,
)
from cass_core.delivery.naming import DEFAULT_TEMPLATE
from cass_core.errors import SettingsError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("movie", type=Path, help="movie or sound file")
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the stems"
    )
    add_separating_arguments(parser)
    parser.add_argument(
        "--compile",
        action="store_true",
        help="on a CUDA graphics card, let PyTorch compile the network first: a minute or more "
        "once, then faster; `cass bench --compile` says whether it pays here",
    )
    add_part(parser)
    parser.add_argument(
        "--chapters",
        action="store_true",
        help="take all files that the camera or the recorder split the recording into (GoPro, Zoom "
        "and others) as one programme; any of them may be given",
    )
    add_track(parser)
    parser.add_argument(
        "--group",
        type=track_numbers,
        default=(),
        metavar="N-N",
        help="these sound tracks of one channel each together, counted from 1: 1+2 is stereo, 1-6 "
        "is 5.1 and 1-8 is 7.1, in the order of WAV files; instead of --audio-stream and "
        "--channels",
    )
    add_hint_arguments(parser)
    parser.add_argument("--resume", action="store_true", help="go on with a stopped run")
    add_overwrite(parser, "replace stems of an earlier run")
    add_encoding(parser, "the stems")
    add_full_scale(parser, "float")
    parser.add_argument(
        "--names",
        default=DEFAULT_TEMPLATE,
        metavar="TEMPLATE",
        help="what the files are called, from {movie}, {stem}, {start}, {date}, {rate} and {bits}",
    )
    add_sessions(parser)
    parser.add_argument(
        "--face-model",
        type=Path,
        metavar="FILE",
        help="MediaPipe's face_landmarker.task, which finds the faces; default: the one at hand, "
        "else it is fetched once",
    )
    add_json(parser, "progress and result")


def run(options: argparse.Namespace) -> int:
    """Separate and say where the stems are."""
    from cass_core.cli.shown.report_line import ReportLine
    from cass_core.delivery.encodings import Encoding
    from cass_core.delivery.separated_movie import DeliveredMovie, Delivery, separate_and_deliver
    from cass_core.programme.locations import stems_folder
    from cass_core.programme.opened_movie import open_movie
    from cass_core.request.events import PhaseShare
    from cass_core.request.request import SeparationRequest
    from cass_core.timing.run_timing import RunTiming
    from cass_core.timing.speed_book import SpeedBook
    from cass_core.visual.picture_settings import PictureSettings

    options.movie = _with_chapters(options.movie, options.chapters)
    settle_model(options)
    encoding = Encoding(options.format, options.bits)
    delivery = Delivery(options.out, encoding, options.names, options.session, options.full_scale)
    audio_stream, channels = _chosen_sound(options)
    request = SeparationRequest(
        movie=options.movie,
        folder=stems_folder(options.out, options.movie),
        model=options.model,
        settings=separation_settings(options),
        audio_stream=audio_stream,
        channels=channels,
        start=options.start,
        stop=options.stop,
        device=options.device,
        compiles=options.compile,
        resume=options.resume,
        overwrite=options.overwrite,
        picture_settings=PictureSettings(face_model=options.face_model),
    )
    movie = open_movie(request.movie, audio_stream, channels)
    request = replace(request, settings=hinted(request.settings, options, movie))
    timing = RunTiming(request.model, request.settings, SpeedBook(), is_delivered=True)
    events = separate_and_deliver(request, delivery, movie)
    try:
        with ReportLine(timing, options.json) as line, closing(events) as job:
            line.show(PhaseShare("load", 0.0))
            for event in job:
                if isinstance(event, DeliveredMovie):
                    result = event
                else:
                    line.show(event)
    finally:
        timing.keep()
    _print_result(result, options.json)
    return 0


def _with_chapters(movie: Path, is_wanted: bool) -> Path:
    """The movie, or the whole recording that it is a part of; says where there is one."""
    from cass_core.media.files.recording_list import is_recording
    from cass_core.programme.chapters import chapters_of, joined_chapters

    chapters = chapters_of(movie)
    if is_wanted and len(chapters) < 2 and not is_recording(movie):
        raise SettingsError(
            f"{movie.name} has no further chapters beside it; leave --chapters out."
        )
    if is_wanted:
        return joined_chapters(chapters)
    if len(chapters) > 1:
        print(
            f"{movie.name} is one of {len(chapters)} chapters of a recording; --chapters takes "
            "them as one.",
            file=sys.stderr,
        )
    return movie


def _chosen_sound(options: argparse.Namespace) -> tuple[int, tuple[int, ...]]:
    """Number of the sound track and of its channels, which may be a group of tracks."""
    from cass_core.isolation.isolated import isolated_call
    from cass_core.media.files.probe import probe
    from cass_core.programme.track_groups import track_group

    if not options.group:
        return options.audio_stream, options.channels
    if options.audio_stream or options.channels:
        raise SettingsError(
            "--group names the tracks itself; leave --audio-stream and --channels out."
        )
    group = track_group(isolated_call(options.movie.name, probe, options.movie), options.group)
    return group.stream, group.channels


def _print_result(result: "DeliveredMovie", as_json: bool) -> None:  # type: ignore[name-defined] # noqa: F821
    if as_json:
        values = {
            "event": "done",
            "files": {name: str(path) for name, path in result.paths.items()},
            "sessions": {kind: str(path) for kind, path in result.sessions.items()},
            "encoding": result.encoding.samples.name,
            "integer_null_exact": result.null_exact,
            "stems_folder": str(result.stems_folder),
            "null_depth_db": result.null_depth_db,
            "warnings": list(result.warnings),
        }
        print(json.dumps(values), flush=True)
        return
    for path in (*result.paths.values(), *result.sessions.values()):
        print(path)
    print(f"working stems: {result.stems_folder}")
    bits = result.encoding.bits
    exact = f"; the {bits}-bit files sum to the mixture bit for bit" if result.null_exact else ""
    print(f"null depth: {result.null_depth_db:.1f} dBFS{exact}")
