"""Kill every kind of writer at random moments: no broken file, nothing lost, the same end.

`python -m tests.kills.run_kills [--seed N] [--kills N] [--only NAME | --deliveries] [--at-once N]`

The processes are forked from one that has loaded the libraries, so that the moments fall into the
work and not into the loading. Two kinds of work are killed at once, each by a process of its own.
"""

import argparse
import random
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import torch

from tests.kills.corpus_works import CorpusAdding, Mixtures, Replaying, Training
from tests.kills.delivery_works import Batch, MonoDelivery, PresetDelivery
from tests.kills.film_works import (
    Export,
    FlacExport,
    MeasuredExport,
    MovieExport,
    Separation,
    SeparationWithPicture,
)
from tests.kills.kept_works import (
    ModelImport,
    PictureCache,
    ProjectSaving,
    SettingsKept,
    SoundKept,
    Tiles,
)
from tests.kills.killed import Tally, Trial, ViolationError

WORKS = {
    Separation: 46, SeparationWithPicture: 6, Export: 30, FlacExport: 10, MeasuredExport: 10,
    MovieExport: 20, ProjectSaving: 20, ModelImport: 20, PictureCache: 8, SoundKept: 8, Tiles: 8,
    SettingsKept: 6, CorpusAdding: 5, Mixtures: 4, Replaying: 5, Training: 4,
    PresetDelivery: 12, MonoDelivery: 6, Batch: 12,
}  # fmt: skip
DELIVERIES = {
    Export: 40, FlacExport: 20, MeasuredExport: 20, MovieExport: 30, PresetDelivery: 40,
    MonoDelivery: 20, Batch: 30,
}  # fmt: skip
"""What writes files for others: 200 kills of these alone with `--deliveries`."""
_MOST_TRIES = 10  # for each kill; work may end before its moment


def kill(folder, numbers, seed=0, say=lambda line: None, at_once=1):
    """Kill so many processes of each kind of work.

    Args:
        folder: an empty one.
        numbers: how many kills, by class of work.
        seed: of the moments.
        say: told a line for each kind.
        at_once: kinds of work that are done beside each other.

    Returns:
        A tally for each name.

    Raises:
        ViolationError: the first thing that a kill has broken.
    """
    torch.set_num_threads(1)  # those of a forked child would wait for ever
    works = [(kind, kills, seed + n) for n, (kind, kills) in enumerate(numbers.items())]
    tallies, of_kind = {}, partial(_tally, folder)
    with ProcessPoolExecutor(at_once, mp_context=get_context("fork")) as pool:
        for name, tally, seconds in (pool.map if at_once > 1 else map)(of_kind, works):
            tallies[name] = tally
            say(row(name, tally, seconds))
    return tallies


def _tally(folder, work):
    """One kind of work: its name, how its kills went, and the seconds that they took."""
    kind, kills, seed = work
    begun, tally, rng = time.monotonic(), Tally(), random.Random(seed)
    trial = Trial(kind(), folder / kind.__name__)
    for _ in range(_MOST_TRIES * kills):
        if tally.kills < kills:
            trial.kill(rng, tally)
    if tally.kills < kills:
        raise ViolationError(f"{kind.name}: it always ends before it can be killed")
    return kind.name, tally, time.monotonic() - begun


def row(name, tally, seconds):
    """A line of the table."""
    steps = sorted(tally.found.items())
    found = ", ".join(f"{count} x {_state(step)}" for step, count in steps[:6])
    more = ", …" if len(steps) > 6 else ""
    return f"{name:<24} {tally.kills:>5} {seconds:>6.0f} s  {found}{more}"


def _state(step):
    return f"step {step}" if step else "nothing yet"


def main():
    """Say how the kills went; 1 where one has broken something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kills", type=int, help="all together, of all kinds")
    parser.add_argument("--only", help="a kind of work")
    parser.add_argument("--deliveries", action="store_true", help="writers of deliveries alone")
    parser.add_argument("--at-once", type=int, default=2, help="kinds of work; one for each core")
    options = parser.parse_args()
    works = DELIVERIES if options.deliveries else WORKS
    share = (options.kills or sum(works.values())) / sum(works.values())
    chosen = {kind: kills for kind, kills in works.items() if options.only in (None, kind.name)}
    numbers = {kind: max(1, round(kills * share)) for kind, kills in chosen.items()}
    begun = time.monotonic()
    _say(f"{'work':<24} {'kills':>5} {'time':>8}  what a reader found")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            tallies = kill(Path(folder), numbers, options.seed, _say, options.at_once)
        except ViolationError as error:
            _say(f"{error} (seed {options.seed}).")
            return 1
    kills = sum(tally.kills for tally in tallies.values())
    _say(f"{kills} kills in {time.monotonic() - begun:.0f} s: nothing broken, every end the same.")
    return 0


def _say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
