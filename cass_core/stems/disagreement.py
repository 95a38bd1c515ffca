"""Where models disagreed, kept beside stems that several of them made, for whoever reviews them."""

import csv
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import OutputError
from cass_core.stem_names import STEMS

DISAGREEMENT_NAME = "disagreement.csv"
DISAGREEMENT_ROW_S = 0.1


def forget_disagreement(folder: Path) -> None:
    """Drop the table of an earlier run."""
    (folder / DISAGREEMENT_NAME).unlink(missing_ok=True)


def keep_disagreement(folder: Path, start_s: float, rows: FloatArray) -> None:
    """Add rows to the table.

    Args:
        folder: of the stems.
        start_s: place of the first row in the programme.
        rows: (row, stem) 0 to 1, one each `DISAGREEMENT_ROW_S`.

    Raises:
        OutputError: the table cannot be written.
    """
    path = folder / DISAGREEMENT_NAME
    try:
        is_new = not path.exists()
        with path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            if is_new:
                writer.writerow(["seconds", *(stem.value for stem in STEMS)])
            for number, row in enumerate(rows):
                time_s = start_s + number * DISAGREEMENT_ROW_S
                writer.writerow([f"{time_s:.3f}", *(f"{value:.4f}" for value in row)])
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror}); make room on the disk and resume."
        ) from error


def read_disagreement(folder: Path) -> tuple[FloatArray, FloatArray]:
    """The table by rising time; of rows of one place, as a run that went on leaves them, the last.

    Args:
        folder: of the stems.

    Returns:
        (row,) seconds and (row, stem) shares; nothing where one model made the stems. Lines that a
        crash has cut are left out.
    """
    rows: dict[float, list[float]] = {}
    path = folder / DISAGREEMENT_NAME
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for line in list(csv.reader(file))[1:]:
                try:
                    time_s, *values = map(float, line)
                except ValueError:
                    continue
                if len(values) == len(STEMS):
                    rows[time_s] = values
    times = sorted(rows)
    shares = np.array([rows[time_s] for time_s in times], np.float32).reshape(-1, len(STEMS))
    return np.array(times, np.float32), shares
