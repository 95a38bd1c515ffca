"""Arguments that several commands share, so that they are called and explained alike."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from cass_core.cli.number_types import channel_numbers, session_keys, whole
from cass_core.delivery.naming import FILE_TYPES
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.device_choice import DeviceChoice
from cass_core.request.settings import HIGHEST_SEED, HIGHEST_STEPS, LOWEST_STEPS
from cass_core.resource_files import user_data_folder

_BITS = (16, 24, 32)


def default_corpus() -> Path:
    """Where the corpus stands if nothing else is said."""
    return user_data_folder() / "corpus"


def add_corpus(parser: argparse.ArgumentParser, words: str = "folder of the corpus") -> None:
    """Declare `--corpus`."""
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR", help=words)


def add_device(
    parser: argparse.ArgumentParser,
    choices: Sequence[str] = get_args(DeviceChoice),
    words: str = "where to compute",
) -> None:
    """Declare `--device`; the first of the choices is the default."""
    parser.add_argument("--device", choices=choices, default=choices[0], help=words)


def add_flow_steps(parser: argparse.ArgumentParser, words: str = "") -> None:
    """Declare `--steps` of one separation."""
    parser.add_argument(
        "--steps",
        type=whole(LOWEST_STEPS, HIGHEST_STEPS),
        metavar="N",
        help=f"{words}steps of the flow, 1 (conservative) to 249 (most natural); default: the "
        "model's own",
    )


def add_noise_seed(parser: argparse.ArgumentParser) -> None:
    """Declare `--seed` of one separation."""
    parser.add_argument(
        "--seed",
        type=whole(0, HIGHEST_SEED),
        default=0,
        metavar="N",
        help="of the noise; same seed, same sound",
    )


def add_part(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Declare `--from` and `--to`, which part of the movie is meant."""
    parser.add_argument(
        "--from",
        dest="start",
        metavar="TIME",
        required=required,
        help="begin here: HH:MM:SS:FF as the movie counts, or a time from its start such as 12.5, "
        "MM:SS or HH:MM:SS.mmm",
    )
    parser.add_argument("--to", dest="stop", metavar="TIME", required=required, help="end here")


def add_track(parser: argparse.ArgumentParser) -> None:
    """Declare `--audio-stream` and `--channels`, which sound of the movie is meant."""
    parser.add_argument(
        "--audio-stream", type=whole(0), default=0, metavar="N", help="which sound track, from 0"
    )
    parser.add_argument(
        "--channels",
        type=channel_numbers,
        default=(),
        metavar="N,N",
        help="only these channels of the sound track, counted from 1, such as 1,2 or 3; "
        "default: all",
    )


def add_encoding(parser: argparse.ArgumentParser, of: str) -> None:
    """Declare `--format` and `--bits`.

    Args:
        parser: of the command.
        of: what the files hold.
    """
    parser.add_argument(
        "--format", choices=FILE_TYPES, default=FILE_TYPES[0], help=f"file type of {of}"
    )
    parser.add_argument(
        "--bits",
        type=int,
        choices=_BITS,
        default=24,
        help="of a sample; 32 is float, which FLAC does not hold",
    )


def add_sessions(parser: argparse.ArgumentParser, further: str = "") -> None:
    """Declare `--session`.

    Args:
        parser: of the command.
        further: what is to be said besides, after a comma or semicolon.
    """
    parser.add_argument(
        "--session",
        type=session_keys,
        default=(),
        metavar="KIND,KIND",
        help=f"write sessions for editing programs beside the files{further}: "
        + ", ".join(kind.key for kind in SESSION_FORMATS),
    )


def add_full_scale(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Declare `--full-scale`.

    Args:
        parser: of the command.
        default: what happens where nothing is said; None for what the preset says.
    """
    from cass_core.delivery.export_request import FullScale

    parser.add_argument(
        "--full-scale",
        choices=get_args(FullScale),
        default=default,
        help="where stems or mixture pass full scale in integers: write all as 32-bit float, turn "
        "all down by one gain (lower), or leave the mixture cut off there (clip); the stems sum to "
        "the mixture in each" + ("" if default else "; default: as the preset says"),
    )


def add_overwrite(
    parser: argparse.ArgumentParser, words: str = "replace files of the same names"
) -> None:
    """Declare `--overwrite`."""
    parser.add_argument("--overwrite", action="store_true", help=words)


def add_json(parser: argparse.ArgumentParser, words: str = "the result") -> None:
    """Declare `--json`, for other programs that read what is printed."""
    parser.add_argument("--json", action="store_true", help=f"print {words} as JSON")
