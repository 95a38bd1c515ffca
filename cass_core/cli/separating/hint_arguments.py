"""What the user says about whose sound something is, as arguments of `cass separate`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.errors import SettingsError
from cass_core.request.settings import SeparationSettings

if TYPE_CHECKING:
    from cass_core.clips import SampleSpan
    from cass_core.programme.opened_movie import OpenedMovie
    from cass_core.repair.guides import Guide


def add_hint_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare them."""
    parser.add_argument(
        "--hint",
        action="append",
        default=[],
        metavar="FROM,TO,STEM[,LOW,HIGH]",
        help="what sounds there, in a band in Hz where one is given, belongs to this stem (DX, FX "
        "or MX); the model fits what lies around it; times as with --from; may be given several "
        "times, such as --hint 12.5,14,FX --hint 01:00:20:00,01:00:21:00,DX,100,4000",
    )
    parser.add_argument(
        "--hints",
        type=Path,
        metavar="FILE",
        help="hints as a table with the columns start, end, stem and, where wanted, low Hz and "
        "high Hz; the CSV of `cass review` is one; or a marker list (CSV, EDL, Audacity, Pro "
        "Tools) whose regions are called DX, FX or MX",
    )


def hinted(
    settings: SeparationSettings, options: argparse.Namespace, movie: "OpenedMovie"
) -> SeparationSettings:
    """The settings with the hints of a file and of the command line; says what is odd.

    Args:
        settings: how it is separated without them.
        options: the command's arguments.
        movie: what the hints are about.

    Returns:
        The settings; the same where there are no hints.

    Raises:
        MediaError: the file cannot be read.
        SettingsError: something is no hint.
    """
    from cass_core.programme.positions import expected_span
    from cass_core.repair.guides import guided
    from cass_core.repair.hint_lists import HintList, read_hint, read_hints

    listed = read_hints(options.hints, movie) if options.hints else HintList(())
    guides = (*listed.guides, *(read_hint(text, movie) for text in options.hint))
    with_hints = guided(settings, guides)
    said = [*listed.notices, *_beside(guides, expected_span(movie, options.start, options.stop))]
    if options.steps is not None and with_hints.steps > options.steps:
        said.append(f"Hints want {with_hints.steps} steps or more, which are taken.")
    for sentence in said:
        print(sentence, file=sys.stderr)
    return with_hints


def _beside(guides: "tuple[Guide, ...]", part: "SampleSpan") -> list[str]:
    """Hints that change nothing because other seconds are separated."""
    from cass_core.spans import overlap

    away = sum(overlap(guide.region.span, part).num_samples <= 0 for guide in guides)
    if guides and away == len(guides):
        raise SettingsError(
            "All hints lie outside of the part that is separated; choose other times with --from "
            "and --to."
        )
    if not away:
        return []
    return [f"{away} of {len(guides)} hints lie outside of the part and change nothing."]
