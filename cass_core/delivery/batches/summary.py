"""The summary of a batch: as a table to read, as CSV and as JSON."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from cass_core.delivery.batches.batch_row import BatchRow, num_delivered
from cass_core.errors import OutputError
from cass_core.whole_files import write_text

_FORMAT, _VERSION = "cass batch summary", 1
_HEAD = (
    "movie", "state", "length", "null", "LUFS", "dBTP", "target", "places", "took", "folder",
)  # fmt: skip


def summary_paths(out: Path) -> tuple[Path, Path]:
    """The summary's files in a batch's folder: CSV and JSON."""
    return out / "batch.csv", out / "batch.json"


def write_summary(out: Path, rows: Sequence[BatchRow]) -> None:
    """Replace the summary; each file is whole at any time.

    Args:
        out: the folder of the batch.
        rows: of all movies so far.

    Raises:
        OutputError: it cannot be written.
    """
    table, values = summary_paths(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_text(table, _csv(rows), durable=True)
        write_text(values, _json(rows), durable=True)
    except OSError as error:
        raise OutputError(
            f"The summary cannot be written to {out} ({error.strerror or error}); free some space "
            "or choose another folder."
        ) from error


def summary_lines(rows: Sequence[BatchRow]) -> list[str]:
    """The table as lines of even columns; what has failed says why beneath it.

    Args:
        rows: of all movies.

    Returns:
        Lines without ends.
    """
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    lines += [f"{Path(row.movie).name}: {row.problem}" for row in rows if row.problem]
    return [*lines, f"{num_delivered(rows)} of {len(rows)} delivered"]


def _cells(row: BatchRow) -> tuple[str, ...]:
    null = "exact" if row.null_exact else _shown(row.null_depth_db, "{:.0f} dB")
    target = {None: "", True: "pass", False: "FAIL"}[row.passes]
    return (
        Path(row.movie).name,
        row.state if row.is_there else row.state.upper(),
        _time(row.length_s) if row.length_s else "",
        null,
        _shown(row.loudness_lufs, "{:.1f}"),
        _shown(row.true_peak_dbtp, "{:.1f}"),
        target,
        _shown(row.places, "{}"),
        _time(row.took_s) if row.took_s else "",
        Path(row.folder).name,
    )


def _shown(value: float | None, form: str) -> str:
    return "" if value is None else form.format(value)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def _csv(rows: Sequence[BatchRow]) -> str:
    text = io.StringIO()
    names = list(BatchRow("", "failed", "").to_json())
    table = csv.DictWriter(text, names, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow(row.to_json() | {"notices": " ".join(row.notices)})
    return text.getvalue()


def _json(rows: Sequence[BatchRow]) -> str:
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "delivered": num_delivered(rows),
        "movies": [row.to_json() for row in rows],
    }
    return json.dumps(content, indent=1, allow_nan=False) + "\n"
