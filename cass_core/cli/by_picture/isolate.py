"""`cass isolate`: the sound of something that is seen, apart from the rest."""

import argparse
import json
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

from cass_core.cli.number_types import channel_numbers, whole
from cass_core.errors import CassError, MediaError, OutputError
from cass_core.request.settings import HIGHEST_SEED, HIGHEST_STEPS, LOWEST_STEPS

_DECODING, _FINDING = 0.2, 0.7  # shares of the work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("movie", type=Path, help="movie with picture and sound")
    parser.add_argument(
        "--span",
        nargs=2,
        required=True,
        metavar=("FROM", "TO"),
        help="which part: HH:MM:SS:FF as the movie counts, or times from its start such as 12.5",
    )
    parser.add_argument(
        "--box",
        type=_box,
        required=True,
        metavar="X,Y,W,H",
        help="around what is seen: left, top, width and height in pixels of the picture, or in "
        "shares of it where none is above 1, such as 0.1,0.2,0.3,0.4",
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="DIR", help="folder for the files"
    )
    parser.add_argument(
        "--model", help="name or folder of a model for this; default: the first that is here"
    )
    parser.add_argument(
        "--steps",
        type=whole(LOWEST_STEPS, HIGHEST_STEPS),
        metavar="N",
        help="steps of the flow; default: the model's own",
    )
    parser.add_argument(
        "--audio-stream", type=whole(0), default=0, metavar="N", help="which sound track, from 0"
    )
    parser.add_argument(
        "--channels",
        type=channel_numbers,
        default=(),
        metavar="N,N",
        help="only these channels of the sound track, counted from 1; default: all",
    )
    parser.add_argument(
        "--seed", type=whole(0, HIGHEST_SEED), default=0, metavar="N", help="of the noise"
    )
    parser.add_argument(
        "--device", choices=("auto", "cuda", "cpu", "mps"), default="auto", help="where to compute"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace files of an earlier run")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Find the sound and write it, the rest, and the region."""
    from tqdm import tqdm

    from cass_core.separation.object_sound.models import object_model
    from cass_core.separation.object_sound.writing import object_files

    object_model(options.model)  # what is missing is said before anything is decoded
    files = object_files(options.out, options.movie)
    if not options.overwrite and any(file.exists() for file in files):
        raise OutputError(f"{files[0].parent} holds files of this name; use --overwrite.")
    steps = _all_steps(options, files)
    with tqdm(total=1.0, file=sys.stderr, disable=True if options.json else None) as bar:
        for share in steps:
            bar.update(share - bar.n)
    if options.json:
        print(json.dumps({"event": "done", "files": [str(file) for file in files]}))
    else:
        for file in files:
            print(file)
    return 0


def _all_steps(
    options: argparse.Namespace, files: tuple[Path, Path, Path]
) -> Generator[float, None, None]:
    """Decode, find, write; yields the share that is done."""
    from cass_core.media.sound.float_wave import FloatWaveReader
    from cass_core.programme.decoding import decode_to_file
    from cass_core.programme.opened_movie import open_movie
    from cass_core.programme.positions import check_positions, movie_span
    from cass_core.relayed import relayed
    from cass_core.request.object_query import ObjectQuery, PictureBox
    from cass_core.separation.object_sound.finding import find_object_sound
    from cass_core.separation.object_sound.writing import write_object

    movie = open_movie(options.movie, options.audio_stream, options.channels)
    if not movie.info.video:
        raise MediaError(f"{options.movie.name} has no picture to look at; name a movie.")
    check_positions(movie, *options.span)
    picture = movie.info.video[0]
    size = picture.width, picture.height
    box = PictureBox.of_numbers(options.box, size[::-1] if picture.rotation_deg % 180 else size)
    with tempfile.TemporaryDirectory(prefix="cass-isolate-") as folder:
        wave = Path(folder) / "programme.wav"
        total = max(movie.track.num_samples_estimate, 1)
        yield from relayed(
            decode_to_file(movie.track, wave), lambda done: _DECODING * min(done / total, 1)
        )
        with FloatWaveReader(wave) as programme:
            start, stop = options.span
            span = movie_span(movie, start, stop, programme.num_samples)
            query = ObjectQuery(
                options.movie, span, box, options.model, options.audio_stream, options.channels,
                wave, options.steps, options.seed, options.device,
            )  # fmt: skip
            region = yield from relayed(
                find_object_sound(query, movie), lambda share: _DECODING + _FINDING * share
            )
            if region is None:
                raise CassError(
                    "Nothing of what is in the box is heard there; draw another box or choose "
                    "another span."
                )
            written = _DECODING + _FINDING
            yield from relayed(
                write_object(files, programme, span, region, movie.clock.reference_at(span.start)),
                lambda share: written + (1 - written) * share,
            )


def _box(text: str) -> tuple[float, ...]:
    """Four numbers with commas between them, for `add_argument`."""
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != 4 or not all(0 <= number < 1e6 for number in numbers):
        raise argparse.ArgumentTypeError(f"must be four numbers from 0, not '{text}'")
    return numbers
