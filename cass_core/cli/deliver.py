"""`cass deliver`: stems as the files that a house accepts, by preset."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from cass_core.cli.number_types import session_keys, whole
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.errors import CassError, SettingsError

if TYPE_CHECKING:
    from cass_core.delivery.export_request import ExportResult
    from cass_core.delivery.presets.delivery_parts import DeliveryPart
    from cass_core.delivery.projects.delivery_source import DeliverySource
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
    parser.add_argument("--overwrite", action="store_true", help="replace files of the same names")
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
        help="start where this movie or Broadcast WAV does",
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
    parser.add_argument(
        "--session",
        type=session_keys,
        default=(),
        metavar="KIND,KIND",
        help="write sessions for editing programs beside the files, instead of the preset's: "
        + ", ".join(kind.key for kind in SESSION_FORMATS),
    )
    parser.add_argument(
        "--flags",
        action="store_true",
        help="put the places that `cass review` finds into sessions and marker lists, as markers; "
        "of a project those that nothing was decided about",
    )
    parser.add_argument("--json", action="store_true", help="print progress and results as JSON")


def add_full_scale(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Declare `--full-scale`.

    Args:
        parser: of the command.
        default: what happens where nothing is said; None for what the preset says.
    """
    from cass_core.delivery.export_request import FullScale

    parser.add_argument(
        "--full-scale",
        choices=get_args(FullScale),
        default=default,
        help="where stems or mixture pass full scale in integers: write all as 32-bit float, turn "
        "all down by one gain (lower), or leave the mixture cut off there (clip); the stems sum to "
        f"the mixture in each; default: {default or 'as the preset says'}",
    )


def run(options: argparse.Namespace) -> int:
    """Deliver and say where the files are; goes on with the next project after one that fails."""
    if options.list:
        return _list_presets(options.json)
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


def _list_presets(as_json: bool) -> int:
    from cass_core.delivery.presets.preset_files import (
        known_presets,
        presets_folder,
        read_preset,
    )

    presets = [(path, read_preset(path)) for path in known_presets().values()]
    if as_json:
        rows = [{"name": p.key, "label": p.label, "file": str(path)} for path, p in presets]
        print(json.dumps(rows))
        return 0
    width = max(len(preset.key) for _, preset in presets)
    for _, preset in presets:
        print(f"{preset.key:<{width}}  {preset.label}: {', '.join(preset.tracks)}")
    print(f"presets of your own go to {presets_folder()}; copy one of {presets[0][0].parent}")
    return 0


def _deliver(path: Path, options: argparse.Namespace) -> int:
    from cass_core.delivery.export_plan import what_stems_carry
    from cass_core.delivery.presets.delivering import check_parts
    from cass_core.delivery.presets.delivery_parts import DeliveryOptions, delivery_parts
    from cass_core.delivery.presets.preset_files import find_preset
    from cass_core.delivery.projects.delivery_source import open_source

    preset = find_preset(options.preset)
    if options.full_scale:
        preset = replace(preset, full_scale=options.full_scale)
    if options.session:
        preset = replace(preset, sessions=options.session)
    source = open_source(path, options.take, [options.out] if options.out else [])
    if options.flags:
        if not preset.sessions:
            raise SettingsError(
                "Markers need a session to stand in; choose some with --session, such as csv."
            )
        source = source if options.dry_run else _flagged(source)
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
        _print_plan(parts, made, options.json)
        if options.out is not None:
            check_parts(parts, made)
        return 0
    for result in _results(parts, source, made, options.json):
        _print_result(result, options.json)
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


def _flagged(source: "DeliverySource") -> "DeliverySource":
    """The source with the review's places as markers, reviewed under a bar."""
    from tqdm import tqdm

    from cass_core.delivery.projects.flag_markers import with_flags

    with (
        tqdm(total=1.0, desc="reviewing", file=sys.stderr, disable=None, leave=False) as bar,
        closing(with_flags(source)) as steps,
    ):
        while True:
            try:
                bar.update(next(steps) - bar.n)
            except StopIteration as end:
                return cast("DeliverySource", end.value)


def _results(
    parts: "tuple[DeliveryPart, ...]", source: "DeliverySource", made: datetime, as_json: bool
) -> "Iterator[ExportResult]":
    """Write everything under a bar that tells how long it still takes."""
    from tqdm import tqdm

    from cass_core.delivery.presets.delivering import deliver

    form = "{desc}: {percentage:3.0f}% |{bar}| {elapsed}, {remaining} left"
    steps = deliver(parts, source, made)
    with (
        tqdm(total=1.0, desc="delivering", bar_format=form, disable=as_json or None) as bar,
        closing(steps),
    ):
        told = 0.0
        for step in steps:
            bar.update(step.share - bar.n)
            if as_json and (step.share - told >= 0.01):
                told = step.share
                print(json.dumps({"event": "progress", "share": round(told, 3)}), flush=True)
            if step.result is not None:
                bar.clear()
                yield step.result


def _print_plan(parts: "tuple[DeliveryPart, ...]", made: datetime, as_json: bool) -> None:
    from cass_core.delivery.presets.delivery_parts import all_sizes

    sizes = list(all_sizes(parts, made))
    begins = dict.fromkeys(_begin(part) for part in parts)
    if as_json:
        files = [{"file": str(path), "bytes": size} for path, size in sizes]
        print(json.dumps({"event": "plan", "files": files, "starts": list(begins)}))
        return
    for path, size in sizes:
        print(f"{_size(size):>10}  {path.name}")
    total = sum(size for _, size in sizes)
    print(f"{_size(total):>10}  {len(sizes)} files to {parts[0].request.directory}")
    for start, reference in begins:
        print(f"starts at {start}, {reference} samples since midnight")
    for sentence in parts[0].facts.speed_words:
        print(sentence)


def _begin(part: "DeliveryPart") -> tuple[str, int]:
    """Timecode and samples since midnight of the first sample."""
    start, place = part.facts.start, part.request.span.start
    return start.timecode_at(place), start.reference_at(place)


def _print_result(result: "ExportResult", as_json: bool) -> None:
    report = result.report
    if as_json:
        values: dict[str, Any] = {
            "event": "delivered",
            "files": {key: str(path) for key, path in result.paths.items()},
            "integer_null_exact": result.null_exact,
            "null_depth_db": result.null_depth_db,
            "notices": list(result.notices),
            "passes": report.passes if report else None,
        }
        print(json.dumps(values), flush=True)
        return
    for path in (*result.paths.values(), *result.sessions.values()):
        print(path)
    if result.null_exact:
        print("the files sum to the mixture bit for bit")
    elif result.null_depth_db is not None:
        print(f"the files sum to the mixture within {result.null_depth_db:.1f} dBFS")
    for sentence in result.notices:
        print(sentence)
    if report is None:
        return
    for verdict in report.verdicts:
        word = "pass" if verdict.passes else "FAIL"
        places = f" at {report.times(verdict.spans[0])}" if verdict.spans else ""
        print(f"{word}  {verdict.rule.words}: {verdict.value:.1f} ({verdict.track}){places}")
    for sentence in report.warnings:
        print(sentence)


def _size(num_bytes: int) -> str:
    return f"{num_bytes / 1e9:.2f} GB" if num_bytes >= 1e9 else f"{num_bytes / 1e6:.1f} MB"
