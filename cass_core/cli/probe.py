"""`cass probe`: what a file holds."""

import argparse
import json
from pathlib import Path

from cass_core.cli.common_arguments import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("media", type=Path, help="movie or sound file")
    add_json(parser, "what is found")


def run(options: argparse.Namespace) -> int:
    """Print the streams."""
    from cass_core.isolation.isolated import isolated_call
    from cass_core.media.files.probe import as_json, describe, probe

    info = isolated_call(options.media.name, probe, options.media)
    print(json.dumps(as_json(info), indent=2) if options.json else describe(info))
    return 0
