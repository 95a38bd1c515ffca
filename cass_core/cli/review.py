"""`cass review`: where stems hold sounds that belong to another stem."""

import argparse
import json
import sys
from pathlib import Path

from cass_core.cli.common_arguments import add_json
from cass_core.cli.number_types import share
from cass_core.errors import SettingsError
from cass_core.review.measures.names import ADDED, BY_DEFAULT, OTHER_SEPARATION
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
        "--against", type=Path, metavar="STEMS",
        help="another separation of the same movie, such as with another seed, other steps, "
        "another model or without its picture; what it puts elsewhere is suspicious",
    )  # fmt: skip
    add_measures(parser)
    parser.add_argument(
        "--all", action="store_true", help=f"print all places, not just the first {_SHOWN}"
    )
    add_json(parser, "all places")


def add_measures(parser: argparse.ArgumentParser) -> None:
    """Declare `--measures`."""
    parser.add_argument(
        "--measures", type=_measures, metavar="A,B", default=",".join(BY_DEFAULT),
        help=f"what looks beside the network that always does, of {', '.join(ADDED)}; one whose "
        "evidence is missing is left out",
    )  # fmt: skip


def _measures(text: str) -> tuple[str, ...]:
    """Names of measures with commas between them; an empty text names none."""
    names = tuple(word for part in text.split(",") if (word := part.strip()))
    for name in names:
        if name not in ADDED:
            raise argparse.ArgumentTypeError(
                f"there is no measure '{name}'; choose from {', '.join(ADDED)}"
            )
    return names


def run(options: argparse.Namespace) -> int:
    """Review, print the most urgent places, write what was asked for."""
    from tqdm import tqdm

    from cass_core.delivery.projects.found_stems import found_stems
    from cass_core.review.measures.table import measures_named
    from cass_core.review.page.flag_table import write_flag_table
    from cass_core.review.page.page import PageSubject, write_page
    from cass_core.review.page.places import place_writer
    from cass_core.review.review import DEFAULT_THRESHOLD, open_reviewer

    other = found_stems(options.against) if options.against else None
    measures = measures_named((*options.measures, *((OTHER_SEPARATION,) if other else ())))
    with open_reviewer(found_stems(options.stems), other, measures) as (reviewer, identity):
        if other and OTHER_SEPARATION not in {measure.name for measure in reviewer.measures}:
            raise SettingsError(f"{other} was not made from the same movie; name other stems.")
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
