"""`cass report`: write the report of an evaluation from its scores."""

import argparse
from pathlib import Path

from cass_core.cli.evaluation.evaluation_arguments import add_set_arguments, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the report, in Markdown")
    add_set_arguments(parser)
    parser.add_argument(
        "--scores", type=Path, required=True, metavar="DIR", help="what `cass evaluate --out` wrote"
    )
    parser.add_argument(
        "--curve", type=Path, metavar="FILE", help="the validation.csv of a training, for its curve"
    )


def run(options: argparse.Namespace) -> int:
    """Write the report and its figures."""
    from cass_core.evaluation.report.report import ReportSources, write_report
    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.evaluation.scoring.scene_sets import find_test_set

    test_set = find_test_set(options.test_set, options.scenes)
    sources = ReportSources(options.scores, test_set, options.corpus, options.curve)
    say(write_report(options.file, sources, lambda: open_model(options.model, options.device)))
    print(options.file)
    return 0
