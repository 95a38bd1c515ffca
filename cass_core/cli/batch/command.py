"""`cass batch`: many movies separated, reviewed and delivered by preset."""

import argparse
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.cli.common_arguments import add_json, add_overwrite, add_sessions
from cass_core.cli.number_types import whole, zero_or_more
from cass_core.cli.separating.separating_arguments import (
    add_separating_arguments,
    separation_settings,
    settle_model,
)
from cass_core.errors import SettingsError

if TYPE_CHECKING:
    from cass_core.cli.batch.batch_shown import BatchShown
    from cass_core.delivery.batches.batch_order import BatchSettings
    from cass_core.delivery.batches.incoming import OrderBook
    from cass_core.delivery.batches.local_workers import JobNews, Orders

_BAD_INPUT, _MOST_WORKERS, _SETTLE_S = 2, 64, 10.0
_EXAMPLES = """\
Each movie gets a folder of its own in that of --out: the delivered files, working stems,
review.html and review.csv. batch.csv and batch.json beside the folders say what became of every
movie, and are whole at any time. A movie that fails does not stop the others. The same command
goes on where it was stopped or killed, and passes over what is delivered; it ends with 0 where
everything is, else with 2.

examples:
  cass batch *.mov --preset netflix-me -o delivery
  cass batch reels --preset stems --session aaf,csv --workers 2 -o delivery
  cass batch --watch /volumes/incoming --preset ebu-r128 -o delivery
  cass batch *.mxf --preset stems --scheduler tcp://farm:8786 -o /volumes/delivery
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "movies",
        nargs="*",
        type=Path,
        metavar="MOVIE",
        help="movies and sound files, or folders whose movies are meant",
    )
    parser.add_argument(
        "--preset",
        required=True,
        metavar="NAME",
        help="what the house wants: a name of `cass deliver --list`, or a TOML file",
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR", help="folder for all deliveries"
    )
    add_sessions(
        parser, ", instead of the preset's; the review's places are markers in them; kinds"
    )
    parser.add_argument("--no-review", action="store_true", help="look for no misplaced sounds")
    parser.add_argument(
        "--workers",
        type=whole(1, _MOST_WORKERS),
        default=1,
        metavar="N",
        help="movies at a time on this computer; each takes the memory of a separation",
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="hand the movies to a Dask cluster, such as tcp://farm:8786, whose computers all see "
        "movies and --out under the same names",
    )
    parser.add_argument(
        "--watch",
        type=Path,
        metavar="FOLDER",
        help="take every movie that arrives in this folder, until Ctrl+C",
    )
    parser.add_argument(
        "--settle",
        type=zero_or_more,
        default=_SETTLE_S,
        metavar="SECONDS",
        help="with --watch: a file that has not grown for so many seconds has arrived",
    )
    add_separating_arguments(parser)
    add_overwrite(parser, "begin anew and replace what is delivered")
    add_json(parser, "progress and rows")


def run(options: argparse.Namespace) -> int:
    """Do all movies and say what became of them."""
    from cass_core.cli.batch.batch_shown import BatchShown
    from cass_core.delivery.batches.incoming import OrderBook

    if bool(options.movies) == (options.watch is not None):
        raise SettingsError("Give either movies or a folder to --watch.")
    if options.scheduler and options.workers > 1:
        raise SettingsError("--workers is for this computer; a cluster has workers of its own.")
    batch = _batch(options)
    with BatchShown(batch.out, options.json, is_watching=options.watch is not None) as shown:
        orders = _orders(options, OrderBook(batch), shown)
        try:
            with closing(_worked(orders, options)) as news:
                for one in news:
                    if one is not None:
                        shown.show(one)
        except KeyboardInterrupt:
            if options.watch is None:
                raise
    shown.conclude()
    return 0 if shown.all_delivered else _BAD_INPUT


def _batch(options: argparse.Namespace) -> "BatchSettings":
    from cass_core.delivery.batches.batch_order import BatchSettings
    from cass_core.delivery.presets.preset_files import find_preset

    settle_model(options)
    preset = find_preset(options.preset)
    if options.session:
        preset = replace(preset, sessions=options.session)
    if preset.flags and options.no_review:
        raise SettingsError(
            f"The preset '{preset.key}' marks what a review finds; leave out --no-review."
        )
    return BatchSettings(
        out=options.out.absolute(),
        preset=preset,
        model=options.model,
        settings=separation_settings(options),
        device=options.device,
        reviews=not options.no_review,
        overwrite=options.overwrite,
    )


def _orders(options: argparse.Namespace, book: "OrderBook", shown: "BatchShown") -> "Orders":
    """What is done: all of it at once, or as it arrives."""
    from cass_core.delivery.batches.incoming import Arrivals, arriving_orders, named_movies

    if options.watch is None:
        return _known(named_movies(options.movies), book, shown)
    return arriving_orders(Arrivals(options.watch, options.settle), book, shown.add)


def _known(movies: Iterable[Path], book: "OrderBook", shown: "BatchShown") -> "Orders":
    """Probe all, so that what cannot be opened is told before hours of work."""
    from cass_core.delivery.batches.batch_order import BatchOrder

    orders = []
    for movie in movies:
        made = book.order(movie)
        if isinstance(made, BatchOrder):
            orders.append(made)
        else:
            shown.add(made)
    shown.expect(orders)
    return iter(orders)


def _worked(
    orders: "Orders", options: argparse.Namespace
) -> "Generator[JobNews | None, None, None]":
    if options.scheduler:
        from cass_core.delivery.batches.cluster_workers import worked_on_cluster

        return worked_on_cluster(orders, options.scheduler)
    from cass_core.delivery.batches.local_workers import worked_here

    return worked_here(orders, options.workers)
