"""`cass review`: where stems hold sounds that belong to another stem."""

import argparse
import json
import sys
from pathlib import Path

from cass_core.cli.common_arguments import add_json
from cass_core.cli.number_types import share
from cass_core.shown_text import counted

_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "stems", type=Path, metavar="STEMS",
        help="folder of working stems that `cass separate` names",
    )  # fmt: skip
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write a page with the worst places"
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write all places as a table")
    parser.add_argument(
        "--threshold", type=share(0.3, 0.95), metavar="SHARE",
        help="how sure a place must be, 0.3 (finds more) to 0.95 (is surer); default: 0.5",
    )  # fmt: skip
    parser.add_argument(
        "--all", action="store_true", help=f"print all places, not just the first {_SHOWN}"
    )
    add_json(parser, "all places")


def run(options: argparse.Namespace) -> int:
    """Review, print the most urgent places, write what was asked for."""
    from tqdm import tqdm

    from cass_core.delivery.projects.found_stems import found_stems
    from cass_core.review.page.flag_table import write_flag_table
    from cass_core.review.page.page import PageSubject, write_page
    from cass_core.review.page.places import place_writer
    from cass_core.review.review import DEFAULT_THRESHOLD, open_reviewer

    with open_reviewer(found_stems(options.stems)) as (reviewer, identity):
        with tqdm(total=1.0, file=sys.stderr, disable=None, leave=False) as bar:
            for done in reviewer.gather():
                bar.update(done - bar.n)
        flags = reviewer.flags(options.threshold or DEFAULT_THRESHOLD)
        written = place_writer(identity)
        if options.csv:
            write_flag_table(options.csv, flags, identity.rate_hz, written)
        if options.report:
            write_page(options.report, PageSubject(reviewer, identity, flags))
    if options.json:
        print(json.dumps([flag.to_json() for flag in flags]))
        return 0
    for flag in flags if options.all else flags[:_SHOWN]:
        print(
            f"{written(flag.span.start)}  {flag.span.num_samples / identity.rate_hz:5.2f} s  "
            f"{flag.kind.value:<15} {flag.level_db:4.0f} dBFS  certainty {flag.score:.2f}"
        )
    places = counted(len(flags), "place")
    print(f"{places}; those that an M&E would show most come first" if flags else places)
    for path in (options.report, options.csv):
        if path:
            print(path)
    return 0
