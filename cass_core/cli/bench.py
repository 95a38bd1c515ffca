"""`cass bench`: speed on this machine, beside a peer's in the same run."""

import argparse
import time
from pathlib import Path

from cass_core.checkpoints.registry import DEFAULT_MODEL


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=30.0, help="length of the programme")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--movie", type=Path, help="also time the picture analysis of this movie")
    parser.add_argument("--device", choices=("auto", "cuda", "cpu", "mps"), default="auto")


def run(options: argparse.Namespace) -> int:
    """Print real-time factors and their ratio."""
    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.evaluation.benchmark import music_like, time_ht_demucs, time_separation
    from cass_core.separation.compute_device import choose_device
    from cass_core.separation.separator import Separator
    from cass_core.separation.settings import SeparationSettings

    device = choose_device(options.device)
    network, description = load_model(find_model(options.model))
    separator = Separator(network, description.config, device)
    clip = music_like(options.seconds)
    settings = SeparationSettings(steps=options.steps)
    ours = time_separation(separator, clip, settings, options.repeats)
    print(f"{device.label}, {options.seconds:g} s of stereo at 48 kHz")
    print(f"{ours.name}: {ours.real_time_factor:.4f} of real time")
    peer = time_ht_demucs(clip, 1)
    if peer is None:
        print("HT Demucs: not measured; install demucs-infer (pip install '.[bench]').")
    else:
        ratio = peer.real_time_factor / ours.real_time_factor
        print(
            f"{peer.name}: {peer.real_time_factor:.4f} of real time; ours is {ratio:.1f} x as fast"
        )
    if options.movie:
        _time_picture(options.movie, ours.real_time_factor)
    return 0


def _time_picture(movie: Path, separation: float) -> None:
    """Time the picture analysis of a movie, without its cache."""
    import tempfile

    from cass_core.media.audio_reader import audio_start_s
    from cass_core.visual.picture_analysis import analyse_picture
    from cass_core.visual.picture_settings import PictureSettings

    with tempfile.TemporaryDirectory() as cache:
        settings = PictureSettings(cache_folder=Path(cache))
        begun, film_s = time.perf_counter(), 1e-9
        for step in analyse_picture(movie, settings, audio_start_s(movie)):
            film_s = max(film_s, step.done_s)
        factor = (time.perf_counter() - begun) / film_s
    print(f"picture of {movie.name}: {factor:.3f} of real time; with it {factor + separation:.3f}")
