"""`cass bench`: speed on this machine, beside a peer's in the same run; or peak memory."""

import argparse
import os
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.common_arguments import add_corpus, add_device, add_flow_steps
from cass_core.cli.number_types import above_zero, whole
from cass_core.request.settings import SeparationSettings
from cass_core.shown_text import counted

if TYPE_CHECKING:
    from cass_core.checkpoints.description import ModelDescription
    from cass_core.evaluation.benchmark.speed import Timing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "what",
        nargs="?",
        choices=("separator", "app", "kinds", "training"),
        default="separator",
        help="what to measure: the separator, the window of the desktop program, every kind of "
        "model at its published size with random weights, or the parts of a training step",
    )
    parser.add_argument(
        "--kind", action="append", default=[], metavar="NAME", help="kinds: only this one"
    )
    add_corpus(parser, "training: the corpus that the scenes are mixed from")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    add_flow_steps(parser)
    parser.add_argument(
        "--seconds", type=above_zero, default=30.0, metavar="S", help="length of the programme"
    )
    parser.add_argument(
        "--repeats", type=whole(1), default=3, metavar="N", help="runs, of which the best counts"
    )
    parser.add_argument(
        "--movie", type=Path, metavar="FILE", help="also time the picture analysis of this movie"
    )
    parser.add_argument(
        "--memory",
        type=above_zero,
        metavar="MINUTES",
        help="instead, separate a made 5.1 movie of this length and print the peak memory; "
        "an hour takes 15 GB of the folder for temporary files",
    )
    parser.add_argument(
        "--busy",
        nargs="?",
        type=whole(1),
        const=os.cpu_count() or 1,
        metavar="N",
        help="also measure beside N busy processes, one for each core where no number is given, "
        "and print how much slower that is",
    )
    parser.add_argument(
        "--compile",
        action="store_true",
        help="also let PyTorch compile the network, and print what that takes and brings",
    )
    add_device(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was asked for."""
    if options.what == "app":
        # the library knows no Qt: the window measures itself in a process of its own
        return subprocess.run([sys.executable, "-m", "app.benchmark"], check=False).returncode
    if options.what == "kinds":
        return _kinds(options.kind)
    if options.what == "training":
        return _training(options)
    return _memory(options) if options.memory else _speed(options)


def _speed(options: argparse.Namespace) -> int:
    """Print real-time factors and their ratio."""
    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.compute_device import choose_device, compile_parts
    from cass_core.evaluation.benchmark.busy_cores import busy_cores
    from cass_core.evaluation.benchmark.speed import music_like, time_ht_demucs, time_separation
    from cass_core.programme.opened_movie import open_movie
    from cass_core.separation.separator import Separator

    if options.movie:
        open_movie(options.movie)  # better missed now than after minutes
    device = choose_device(options.device)
    network, description = load_model(find_model(options.model))
    separator = Separator(network, description.config, device)
    clip = music_like(options.seconds)
    settings = SeparationSettings(steps=_steps(options.steps, description))
    print(f"{device.label}, {options.seconds:g} s of stereo at 48 kHz")
    ours = time_separation(separator, clip, settings, options.repeats)
    print(f"{ours.name}: {ours.real_time_factor:.4f} of real time")
    # two slow-downs can be compared where both are made of as many repetitions
    peer_repeats = options.repeats if options.busy else 1
    peer = time_ht_demucs(clip, device, peer_repeats)
    ratio = peer.real_time_factor / ours.real_time_factor
    print(
        f"{peer.name}: {peer.real_time_factor:.4f} of real time; the model is {ratio:.1f} x as fast"
    )
    if options.busy:
        with busy_cores(options.busy):
            print(f"beside {counted(options.busy, 'busy process', 'busy processes')}:")
            _print_slower(time_separation(separator, clip, settings, options.repeats), ours)
            _print_slower(time_ht_demucs(clip, device, peer_repeats), peer)
    if options.compile:
        compile_parts(network)
        first = time_separation(separator, clip, settings, 1)
        _print_compiled(time_separation(separator, clip, settings, options.repeats), first, ours)
    if options.movie:
        _time_picture(options.movie, ours.real_time_factor)
    return 0


def _steps(asked: int | None, description: "ModelDescription") -> int:
    """Of the flow: those that were asked for, or the model's own."""
    return asked if asked and description.takes_steps else description.default_steps


def _kinds(names: list[str]) -> int:
    """Print what each kind costs on the processor, a line as soon as it is known."""
    from cass_core.evaluation.benchmark.kinds import check_kind, measure_kind
    from cass_core.evaluation.benchmark.published_sizes import published_sizes

    for name in names:
        check_kind(name)
    print(f"{'kind':<12} {'of real time':>12} {'processor':>10} {'x starter':>10} {'peak':>9}")
    first = None
    for name in names or published_sizes():
        cost = measure_kind(name)
        each = cost.processor_s / cost.film_s
        first = each if name == DEFAULT_MODEL else first
        times = f"{each / first:.1f}" if first else ""
        print(
            f"{name:<12} {cost.seconds / cost.film_s:>12.2f} {each:>10.2f} {times:>10} "
            f"{cost.peak_bytes / 2**20:>5.0f} MiB",
            flush=True,
        )
    return 0


def _training(options: argparse.Namespace) -> int:
    """Print where the time of a training step of the model goes."""
    from cass_core.checkpoints.description import load_description
    from cass_core.checkpoints.registry import find_model
    from cass_core.compute_device import choose_device
    from cass_core.config import ModelConfig
    from cass_core.errors import SettingsError
    from cass_core.training.step_cost import training_cost
    from cass_core.training.train_settings import TrainSettings

    folder = find_model(options.model)
    config = load_description(folder).config
    if not isinstance(config, ModelConfig):
        raise SettingsError(f"{options.model} is trained elsewhere; choose another --model.")
    device = choose_device(options.device)
    kind: Literal["cpu", "cuda"] = "cuda" if device.kind == "cuda" else "cpu"
    settings = TrainSettings(options.corpus, folder, start_from=folder, device=kind)
    cost = training_cost(config, settings, options.repeats)
    print(f"{device.label}: {cost.sound_s:.1f} s of mixtures a step of {cost.step.total_s:.2f} s")
    for part in fields(cost.step):
        seconds = getattr(cost.step, part.name)
        name = part.name.removesuffix("_s")
        print(f"{name:<10} {seconds:>6.2f} s {100 * seconds / cost.step.total_s:>4.0f} %")
    print(
        f"{cost.hours_an_hour():.1f} hours of mixtures an hour in one process; "
        f"{cost.hours_an_hour(with_mixing=False):.1f} where another one mixes"
    )
    return 0


def _print_slower(busy: "Timing", quiet: "Timing") -> None:
    slower = busy.real_time_factor / quiet.real_time_factor
    print(f"{busy.name}: {busy.real_time_factor:.4f} of real time, {slower:.1f} x as slow")


def _print_compiled(later: "Timing", first: "Timing", plain: "Timing") -> None:
    ratio = plain.real_time_factor / later.real_time_factor
    print(
        f"compiled, which takes {first.seconds - later.seconds:.0f} s once: "
        f"{later.real_time_factor:.4f} of real time, {ratio:.2f} x as fast"
    )


def _memory(options: argparse.Namespace) -> int:
    """Print the peak memory of a separation that runs in a process of its own."""
    import tempfile

    from tqdm import tqdm

    from cass_core.checkpoints.registry import find_model
    from cass_core.evaluation.benchmark.memory import make_film, measure_separation

    model = find_model(options.model)
    more = ["--model", str(model), "--device", options.device]
    more += ["--steps", str(options.steps)] if options.steps else []
    with tempfile.TemporaryDirectory(prefix="cass-bench-") as folder:
        film = Path(folder) / "film.mkv"
        with tqdm(total=1.0, desc="making the movie", bar_format="{desc} {percentage:3.0f}%|{bar}|",
                  leave=False, disable=None) as bar:  # fmt: skip
            for share in make_film(film, options.memory):
                bar.update(share - bar.n)
        report = measure_separation(film, Path(folder) / "stems", more)
    print(
        f"peak memory: {report.peak_bytes / 2**20:.0f} MiB for {report.film_s / 60:.1f} minutes "
        f"of 5.1 at 48 kHz ({report.seconds / report.film_s:.3f} of real time)"
    )
    return 0


def _time_picture(movie: Path, separation: float) -> None:
    """Time the picture analysis of a movie, without its cache."""
    import tempfile

    from cass_core.media.sound.audio_reader import audio_start_s
    from cass_core.visual.picture_analysis import analyse_picture
    from cass_core.visual.picture_settings import PictureSettings

    with tempfile.TemporaryDirectory() as cache:
        settings = PictureSettings(cache_folder=Path(cache))
        begun, film_s = time.perf_counter(), 1e-9
        for step in analyse_picture(movie, settings, audio_start_s(movie)):
            film_s = max(film_s, step.done_s)
        factor = (time.perf_counter() - begun) / film_s
    print(f"picture of {movie.name}: {factor:.3f} of real time; with it {factor + separation:.3f}")
