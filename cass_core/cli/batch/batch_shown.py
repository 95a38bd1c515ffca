"""What `cass batch` shows on its way, and the summary that it keeps beside the deliveries."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from cass_core.closable import Closable
from cass_core.delivery.batches.batch_order import BatchOrder
from cass_core.delivery.batches.batch_row import BatchRow
from cass_core.delivery.batches.local_workers import JobNews
from cass_core.delivery.batches.summary import summary_lines, summary_paths, write_summary
from cass_core.shown_text import shown

_WORDS = {"separate": "separating", "review": "reviewing", "deliver": "delivering"}
_TOLD_FROM = 0.01  # share of a movie between two lines of JSON
_UNKNOWN_S = 60.0  # taken for the length of a movie that does not tell it


class BatchShown(Closable):
    """A bar over all movies, a line for each that ends; use it as a context."""

    def __init__(self, out: Path, as_json: bool, *, is_watching: bool) -> None:
        """Show nothing yet.

        Args:
            out: where the summary is kept.
            as_json: one JSON object a line instead of a bar.
            is_watching: nobody knows how much will come, so there is no bar.
        """
        self._out, self._as_json = out, as_json
        self._rows: dict[str, BatchRow] = {}
        self._shares: dict[Path, float] = {}
        self._lengths: dict[Path, float] = {}
        self._told: dict[Path, float] = {}
        self._bar: tqdm[Any] = tqdm(
            total=1.0,
            file=sys.stderr,
            bar_format="{desc} {percentage:3.0f}%|{bar}| {elapsed}, {remaining} left",
            leave=False,
            # no bar where the output is a file
            disable=True if as_json or is_watching else None,
        )

    @property
    def all_delivered(self) -> bool:
        """Whether no movie has failed."""
        return all(row.is_there for row in self._rows.values())

    def expect(self, orders: Sequence[BatchOrder]) -> None:
        """Know all that will come, so that the bar can show the whole."""
        self._lengths = {order.movie: order.length_s or _UNKNOWN_S for order in orders}

    def show(self, news: JobNews) -> None:
        """Show how far a movie is, or how it has ended."""
        if news.row is not None:
            self._shares[news.order.movie] = 1.0
            self.add(news.row)
        elif news.share is not None:
            movie, share = news.order.movie, news.share.share
            self._shares[movie] = share
            if self._as_json and share - self._told.get(movie, -1.0) >= _TOLD_FROM:
                self._told[movie] = share
                self._print_json(
                    "progress", movie=str(movie), work=news.share.work, share=round(share, 3)
                )
        self._draw(news)

    def add(self, row: BatchRow) -> None:
        """Keep a row, write the summary, and say how the movie has ended."""
        self._rows[row.movie] = row
        write_summary(self._out, list(self._rows.values()))
        if self._as_json:
            self._print_json("movie", **row.to_json())
            return
        name = shown(Path(row.movie).name)
        words = row.problem or f"{row.state} to {row.folder}"
        tqdm.write(shown(f"{name}: {words}"), file=sys.stderr)
        for notice in row.notices:
            tqdm.write(shown(f"{name}: {notice}"), file=sys.stderr)

    def conclude(self) -> None:
        """Print the summary, and where it stands."""
        rows = list(self._rows.values())
        if not rows:
            write_summary(self._out, rows)
        table, values = summary_paths(self._out)
        if self._as_json:
            self._print_json("done", summary=str(values), table=str(table))
            return
        for line in (*summary_lines(rows), str(table), str(values)):
            print(line)

    def close(self) -> None:
        """End the bar."""
        self._bar.close()

    def _draw(self, news: JobNews) -> None:
        """The whole by the movies' lengths; the newest one is named."""
        total = sum(self._lengths.values())
        if not total or self._bar.disable:
            return
        done = sum(length * self._shares.get(movie, 0.0) for movie, length in self._lengths.items())
        work = f" {_WORDS[news.share.work]}" if news.share else ""
        self._bar.desc = (
            f"{len(self._rows) + 1}/{max(len(self._lengths), len(self._rows) + 1)} "
            f"{shown(news.order.movie.name)}{work}"
        )
        self._bar.update(done / total - self._bar.n)

    def _print_json(self, event: str, **values: object) -> None:
        print(json.dumps({"event": event, **values}), flush=True)
