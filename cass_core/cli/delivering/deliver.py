"""`cass deliver`: stems as the files that a house accepts, by preset."""

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.cli.common_arguments import add_full_scale, add_json, add_overwrite, add_sessions
from cass_core.cli.number_types import whole
from cass_core.errors import CassError, SettingsError

if TYPE_CHECKING:
    from cass_core.delivery.renditions.speed import SpeedChange
    from cass_core.programme.timecode_choice import TimecodeChoice

_BAD_INPUT = 2
_PLAIN_PRESET = "stems"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "sources",
        nargs="*",
        type=Path,
        metavar="SOURCE",
        help="project of the window (.cass), folder of stems, or a movie that was separated to its "
        "own folder or to that of --out; several are delivered one after the other",
    )
    parser.add_argument(
        "--preset",
        metavar="NAME",
        help="what the house wants: a name of --list, or a TOML file; with --session alone the "
        f"three stems and the mixture ('{_PLAIN_PRESET}')",
    )
    parser.add_argument("-o", "--out", type=Path, metavar="DIR", help="folder for the files")
    parser.add_argument("--list", action="store_true", help="list the presets and where they lie")
    parser.add_argument(
        "--dry-run", action="store_true", help="list the files with their sizes and write nothing"
    )
    add_overwrite(parser)
    parser.add_argument(
        "--version",
        dest="take",
        default="",
        metavar="NAME",
        help="version of the project; default: the one that is heard",
    )
    parser.add_argument(
        "--start-timecode",
        default="",
        metavar="TC",
        help="timecode of the first frame, HH:MM:SS:FF; default: that of the movie",
    )
    parser.add_argument(
        "--timecode-from",
        type=Path,
        metavar="FILE",
        help="start where this movie or Broadcast WAV does; LTC on one of its tracks is read",
    )
    parser.add_argument(
        "--sync",
        default="",
        metavar="TIME=TC",
        help="timecode at a position, as a slate or LTC says it, such as 12.5=10:00:00:00",
    )
    parser.add_argument(
        "--timecode-rate",
        default="",
        metavar="RATE",
        help="how frames are counted, such as 23.976, 25 or 29.97df; nothing is pulled up or down; "
        "default: that of the movie",
    )
    parser.add_argument(
        "--rate",
        type=whole(8000, 192_000),
        metavar="HZ",
        help="sample rate of the files (soxr VHQ); default: as the preset says, else the movie's",
    )
    add_full_scale(parser, None)
    parser.add_argument(
        "--speed",
        default="",
        metavar="CHANGE",
        help="pull the sound up or down: down-0.1 (24 to 23.976), up-0.1, 24-25, 25-24, 23.976-25 "
        "or 25-23.976; default: not at all",
    )
    parser.add_argument(
        "--keep-pitch",
        action="store_true",
        help="with --speed: stretch the sound in time; default: the pitch follows the speed",
    )
    add_sessions(parser, ", instead of the preset's")
    parser.add_argument(
        "--flags",
        action="store_true",
        help="put the places that `cass review` finds into sessions and marker lists, as markers; "
        "of a project those that nothing was decided about",
    )
    add_json(parser, "progress and results")


def run(options: argparse.Namespace) -> int:
    """Deliver and say where the files are; goes on with the next project after one that fails."""
    from cass_core.cli.delivering.delivery_shown import print_presets

    if options.list:
        print_presets(options.json)
        return 0
    if options.session and not options.preset:
        options.preset = _PLAIN_PRESET
    if not options.sources or not options.preset:
        raise SettingsError(
            "Give a project, a folder of stems or a movie and a --preset; `cass deliver --list` "
            "lists the presets."
        )
    if options.out is None and not options.dry_run:
        raise SettingsError("Give the folder for the files with --out.")
    if len(options.sources) == 1:
        return _deliver(options.sources[0], options)
    failed = []
    for number, source in enumerate(options.sources, 1):
        print(f"[{number}/{len(options.sources)}] {source}", file=sys.stderr)
        try:
            _deliver(source, options)
        except CassError as error:
            failed.append(source)
            print(f"cass: {error}", file=sys.stderr)
    done = len(options.sources) - len(failed)
    print(f"{done} of {len(options.sources)} delivered", file=sys.stderr)
    return _BAD_INPUT if failed else 0


def _deliver(path: Path, options: argparse.Namespace) -> int:
    from cass_core.cli.delivering.delivery_shown import flagged, print_plan, print_result, results
    from cass_core.delivery.export_plan import what_stems_carry
    from cass_core.delivery.presets.delivering import check_parts
    from cass_core.delivery.presets.delivery_parts import DeliveryOptions, delivery_parts
    from cass_core.delivery.presets.preset_files import find_preset
    from cass_core.delivery.projects.delivery_source import open_source

    preset = find_preset(options.preset)
    if options.full_scale:
        preset = replace(preset, full_scale=options.full_scale)
    sessions, flags = options.session or preset.sessions, options.flags or preset.flags
    preset = replace(preset, sessions=sessions, flags=flags)
    source = open_source(path, options.take, [options.out] if options.out else [])
    if preset.flags and not options.dry_run:
        source = flagged(source)
    wanted = DeliveryOptions(
        (options.out or Path()).absolute(),
        options.overwrite,
        _timecode(options),
        _speed(options),
        options.rate,
    )
    parts, made = delivery_parts(preset, source, wanted), datetime.now()
    carried = what_stems_carry(parts[0].request, source.sensitivity)
    for notice in (*source.notices, *carried):
        print(notice, file=sys.stderr)
    if options.dry_run:
        print_plan(parts, made, options.json)
        if options.out is not None:
            check_parts(parts, made)
        return 0
    for result in results(parts, source, made, options.json):
        print_result(result, options.json)
    return 0


def _timecode(options: argparse.Namespace) -> "TimecodeChoice":
    """The timecode that is said, in one of three ways."""
    from cass_core.programme.timecode_choice import (
        TimecodeChoice,
        sync_point,
        timecode_reference,
    )

    ways = (options.start_timecode, options.timecode_from, options.sync)
    if sum(map(bool, ways)) > 1:
        raise SettingsError("Give one of --start-timecode, --timecode-from and --sync.")
    choice = TimecodeChoice(options.start_timecode)
    if options.timecode_from:
        choice = TimecodeChoice(reference=timecode_reference(options.timecode_from))
    elif options.sync:
        choice = sync_point(options.sync)
    return replace(choice, rate=options.timecode_rate)


def _speed(options: argparse.Namespace) -> "SpeedChange | None":
    """How the sound is pulled up or down, where that is said."""
    from cass_core.delivery.renditions.speed import SpeedChange

    if options.speed:
        return SpeedChange(options.speed, options.keep_pitch)
    if options.keep_pitch:
        raise SettingsError("--keep-pitch goes with --speed; give both or none.")
    return None
