"""What became of one movie of a batch: a row of its summary."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, cast, get_args

from cass_core.checked.json_table import JsonTable

State = Literal["delivered", "kept", "failed"]
"""Delivered now, delivered by an earlier run of the same batch, or not delivered."""


@dataclass(frozen=True)
class BatchRow:
    """How one movie ended.

    Attributes:
        movie: path of the file.
        state: how.
        folder: where its files are.
        problem: why it failed, as one sentence; else empty.
        length_s: of what was delivered.
        rate_hz: of the programme.
        layout: of its channels.
        start: timecode of the first sample.
        null_exact: the files sum to the mixture bit for bit; None where no such set was written.
        null_depth_db: else how well they do; None where no such set was written.
        loudness_lufs: integrated, of the programme; None where nothing was measured.
        true_peak_dbtp: of the programme, likewise.
        passes: whether the preset's loudness target is met; None without one.
        places: how many the review found; None without one.
        num_files: delivered.
        num_bytes: of these files.
        took_s: seconds of work, those of earlier runs not counted.
        notices: what the editor must know, a sentence each.
    """

    movie: str
    state: State
    folder: str
    problem: str = ""
    length_s: float = 0.0
    rate_hz: int = 0
    layout: str = ""
    start: str = ""
    null_exact: bool | None = None
    null_depth_db: float | None = None
    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None
    passes: bool | None = None
    places: int | None = None
    num_files: int = 0
    num_bytes: int = 0
    took_s: float = 0.0
    notices: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether its files are delivered."""
        return self.state != "failed"

    def kept(self) -> "BatchRow":
        """The row of a movie that an earlier run has delivered."""
        return replace(self, state="kept", took_s=0.0)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, table: JsonTable) -> "BatchRow":
        """What `to_json` has given; BadValueError where a value is missing or not possible."""

        def number(key: str) -> float | None:
            return None if table.is_null(key) else table.number(key, -1e9)

        def flag(key: str) -> bool | None:
            return None if table.is_null(key) else table.flag(key)

        return cls(
            movie=table.text("movie"),
            state=cast(State, table.text("state", get_args(State))),
            folder=table.text("folder"),
            problem=table.text("problem"),
            length_s=table.number("length_s", 0.0),
            rate_hz=table.count("rate_hz"),
            layout=table.text("layout"),
            start=table.text("start"),
            null_exact=flag("null_exact"),
            null_depth_db=number("null_depth_db"),
            loudness_lufs=number("loudness_lufs"),
            true_peak_dbtp=number("true_peak_dbtp"),
            passes=flag("passes"),
            places=None if table.is_null("places") else table.count("places"),
            num_files=table.count("num_files"),
            num_bytes=table.count("num_bytes"),
            took_s=table.number("took_s", 0.0),
            notices=table.texts("notices"),
        )


def failed(movie: str, folder: str, problem: str, took_s: float = 0.0) -> BatchRow:
    """The row of a movie that was not delivered."""
    return BatchRow(movie, "failed", folder, problem, took_s=took_s)


def num_delivered(rows: Sequence[BatchRow]) -> int:
    """How many are there, of this run or an earlier one."""
    return sum(row.is_there for row in rows)
