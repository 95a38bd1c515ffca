"""`cass isolate`: the sound of something that is seen, apart from the rest."""

import argparse
import json
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

from cass_core.cli.common_arguments import (
    add_device,
    add_flow_steps,
    add_json,
    add_noise_seed,
    add_overwrite,
    add_part,
    add_track,
)
from cass_core.errors import CassError, MediaError, OutputError

_DECODING, _FINDING = 0.2, 0.7  # shares of the work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("movie", type=Path, help="movie with picture and sound")
    add_part(parser, required=True)
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
    add_flow_steps(parser)
    add_track(parser)
    add_noise_seed(parser)
    add_device(parser)
    add_overwrite(parser, "replace files of an earlier run")
    add_json(parser)


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
    check_positions(movie, options.start, options.stop)
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
            span = movie_span(movie, options.start, options.stop, programme.num_samples)
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
