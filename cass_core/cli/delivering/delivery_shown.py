"""What `cass deliver` shows: presets, the plan, progress, and what was written."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from cass_core.shown_text import counted

if TYPE_CHECKING:
    from cass_core.delivery.export_request import ExportResult
    from cass_core.delivery.presets.delivery_parts import DeliveryPart
    from cass_core.delivery.projects.delivery_source import DeliverySource


def print_presets(as_json: bool) -> None:
    """Print what presets there are, and where own ones go."""
    from cass_core.delivery.presets.preset_files import (
        known_presets,
        presets_folder,
        read_preset,
    )

    presets = [(path, read_preset(path)) for path in known_presets().values()]
    if as_json:
        rows = [{"name": p.key, "label": p.label, "file": str(path)} for path, p in presets]
        print(json.dumps(rows))
        return
    width = max(len(preset.key) for _, preset in presets)
    for _, preset in presets:
        print(f"{preset.key:<{width}}  {preset.label}: {', '.join(preset.tracks)}")
    print(f"presets of your own go to {presets_folder()}; copy one of {presets[0][0].parent}")


def flagged(source: "DeliverySource") -> "DeliverySource":
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


def results(
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


def print_plan(parts: "tuple[DeliveryPart, ...]", made: datetime, as_json: bool) -> None:
    """Print which files would be written, and where they start."""
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
    print(f"{_size(total):>10}  {counted(len(sizes), 'file')} to {parts[0].request.directory}")
    for start, reference in begins:
        print(f"starts at {start}, {reference} samples since midnight")
    for sentence in parts[0].facts.speed_words:
        print(sentence)


def _begin(part: "DeliveryPart") -> tuple[str, int]:
    """Timecode and samples since midnight of the first sample."""
    start, place = part.facts.start, part.request.span.start
    return start.timecode_at(place), start.reference_at(place)


def print_result(result: "ExportResult", as_json: bool) -> None:
    """Print which files were written, and what was found about them."""
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
