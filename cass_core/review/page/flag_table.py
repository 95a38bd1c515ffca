"""Flags as a table for spreadsheets and other programs."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from cass_core.errors import OutputError
from cass_core.review.flag import Flag
from cass_core.whole_files import write_text

_HEAD = (
    "number", "from", "to", "start_s", "end_s", "kind", "heard_in", "belongs_to",
    "low_hz", "high_hz", "level_dbfs", "score", "urgency", "found_by",
)  # fmt: skip


def write_flag_table(
    path: Path, flags: Sequence[Flag], rate_hz: int, written: Callable[[int], str]
) -> None:
    """Write flags as CSV, in their order.

    Args:
        path: the file.
        flags: the most urgent first.
        rate_hz: samples a second of the programme.
        written: from samples to what people read.

    Raises:
        OutputError: the file cannot be written.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_HEAD)
    for number, flag in enumerate(flags, 1):
        start, stop = flag.span.start, flag.span.stop
        table.writerow([
            number, written(start), written(stop),
            f"{start / rate_hz:.3f}", f"{stop / rate_hz:.3f}",
            flag.kind.value, flag.stem.value, flag.belongs.value,
            round(flag.low_hz), round(flag.high_hz),
            f"{flag.level_db:.1f}", f"{flag.score:.3f}", f"{flag.urgency:.3f}",
            " ".join(flag.measures),
        ])  # fmt: skip
    try:
        write_text(path, text.getvalue(), durable=True)
    except OSError as error:
        raise OutputError(
            f"The table cannot be written to {path} ({error.strerror}); choose another file."
        ) from error
