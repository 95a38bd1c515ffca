"""`cass balance`: gain lines of stems by what is seen, and the mix that they give."""

import argparse
import json
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.cli.common_arguments import (
    add_device,
    add_encoding,
    add_json,
    add_overwrite,
    add_part,
)
from cass_core.errors import SettingsError
from cass_core.shown_text import counted

if TYPE_CHECKING:
    from collections.abc import Generator

    from tqdm import tqdm

    from cass_core.balance.balancing import BalanceRequest
    from cass_core.balance.lines import BalanceLines
    from cass_core.delivery.projects.delivery_source import DeliverySource
    from cass_core.programme.opened_movie import OpenedMovie
    from cass_core.stems.rebalance import Rebalance

LINES_FORMAT, LINES_VERSION = "cass gain lines", 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "source", type=Path, metavar="STEMS",
        help="folder of working stems that `cass separate` names, or project of the window (.cass)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR",
        help="folder for the gain lines (JSON) and the rebalanced mix",
    )  # fmt: skip
    parser.add_argument(
        "--movie", type=Path, metavar="FILE", help="where the movie is now, if it has moved"
    )
    parser.add_argument("--model", default="visah", help="name or folder of a model for this")
    add_part(parser)
    add_device(parser)
    add_encoding(parser, "the mix")
    add_overwrite(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Balance, write gain lines and mix, say how near the lines come."""
    from tqdm import tqdm

    from cass_core.balance.balancing import balanced, check_rebalancer
    from cass_core.delivery.projects.delivery_source import open_source

    check_rebalancer(options.model)
    source = open_source(options.source)
    request, movie = _request(options, source)
    target = options.out / f"{source.facts.movie}.gains.json"
    if target.exists() and not options.overwrite:
        raise SettingsError(f"{target} is there already; use --overwrite or another folder.")
    form = "{desc}: {percentage:3.0f}% |{bar}| {elapsed}, {remaining} left"
    steps = balanced(request)
    with (
        tqdm(total=1.0, desc="balancing", bar_format=form, disable=options.json or None) as bar,
        closing(steps),
    ):
        lines = _shown(steps, bar)
    mix = lines.applied(source.rebalance)
    files = [*_written_mix(options, source, request, mix), target]
    _write_lines(target, options.model, movie, lines, mix)
    _print_result(options, lines, files)
    return 0


def _shown(steps: "Generator[float, None, BalanceLines]", bar: "tqdm[float]") -> "BalanceLines":
    while True:
        try:
            bar.update(next(steps) - bar.n)
        except StopIteration as end:
            found: BalanceLines = end.value
            return found


def _request(
    options: argparse.Namespace, source: "DeliverySource"
) -> "tuple[BalanceRequest, OpenedMovie]":
    from cass_core.balance.balancing import BalanceRequest
    from cass_core.programme.opened_movie import open_movie
    from cass_core.programme.positions import movie_span
    from cass_core.spans import overlap

    identity = source.facts.made_from[0]
    path = options.movie or source.facts.media or Path(identity.media_path)
    movie = open_movie(path, identity.audio_stream, identity.channels)
    if not movie.info.video:
        raise SettingsError(f"{path.name} has no picture to balance by; name the movie by --movie.")
    wanted = movie_span(movie, options.start, options.stop, source.facts.num_samples)
    request = BalanceRequest(
        source.takes, path, movie.track.start_s, overlap(wanted, source.span), source.edits,
        source.sensitivity, source.known_takes, options.model, options.device,
    )  # fmt: skip
    return request, movie


def _written_mix(
    options: argparse.Namespace, source: "DeliverySource", request: "BalanceRequest",
    mix: "Rebalance",
) -> list[Path]:  # fmt: skip
    """The rebalanced mix of the span as a sound file."""
    from cass_core.delivery.encodings import Encoding
    from cass_core.delivery.export_request import ExportRequest
    from cass_core.delivery.stem_export import export
    from cass_core.stem_names import REMIX_CODE

    wanted = ExportRequest(
        (REMIX_CODE,), request.span, Encoding(options.format, options.bits), options.out,
        overwrite=options.overwrite, rebalance=mix, dither=options.bits == 16,
    )  # fmt: skip
    with source.opened() as stems:
        *_, last = export(wanted, stems, source.facts, datetime.now())
    assert last.result is not None
    for sentence in last.result.notices:
        print(f"cass: {sentence}", file=sys.stderr)
    return list(last.result.paths.values())


def _write_lines(
    target: Path, model: str, movie: "OpenedMovie", lines: "BalanceLines", mix: "Rebalance"
) -> None:
    from cass_core.stems.rebalance_json import rebalance_to_json
    from cass_core.whole_files import whole_file

    values = {
        "format": LINES_FORMAT,
        "version": LINES_VERSION,
        "movie": movie.info.path.name,
        "rate_hz": lines.rate_hz,
        "span": [lines.span.start, lines.span.stop],
        "model": model,
        "error_db": round(lines.error_db, 2),
        "unchanged_db": round(lines.unchanged_db, 2),
        "mix": rebalance_to_json(mix),
    }
    with whole_file(target, durable=True) as fresh:
        fresh.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def _print_result(options: argparse.Namespace, lines: "BalanceLines", files: list[Path]) -> None:
    from cass_core.stem_names import STEMS

    points = {s.value: len(line) for s, line in zip(STEMS, lines.lines, strict=True)}
    if options.json:
        values = {
            "event": "balanced",
            "files": [str(path) for path in files],
            "error_db": round(lines.error_db, 2),
            "unchanged_db": round(lines.unchanged_db, 2),
            "points": points,
        }
        print(json.dumps(values), flush=True)
        return
    for path in files:
        print(path)
    for stem, line in zip(STEMS, lines.lines, strict=True):
        low, high = min(p.value for p in line), max(p.value for p in line)
        print(f"{stem.code}: {low:+.1f} to {high:+.1f} dB, {counted(len(line), 'point')}")
    print(
        f"the lines leave {lines.error_db:.1f} dB of the network's sound over; without them "
        f"{lines.unchanged_db:.1f} dB"
    )
