"""What every kind of model costs, at its published size and with random weights.

Each is measured in a process of its own, so that its peak memory is its own. Processor time counts
beside the clock's: on a computer that does other things too, it is the fairer of the two.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

import torch

from cass_core.checkpoints.kinds import kind_of
from cass_core.compute_device import choose_device
from cass_core.config import ModelConfig, SeparatorConfig
from cass_core.errors import CassError, SettingsError
from cass_core.evaluation.benchmark.published_sizes import published_sizes
from cass_core.evaluation.benchmark.speed import music_like
from cass_core.media.sound.array_source import ArraySource
from cass_core.model.published.config import PublishedConfig
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput

_CHANNELS = 2
_FLOW_S = 16.0


@dataclass(frozen=True)
class KindCost:
    """What a kind of model takes.

    Attributes:
        kind: which.
        steps: of the flow; 1 without one.
        film_s: seconds of film that one run of this length adds to a long programme.
        seconds: on the clock.
        processor_s: of all cores together.
        peak_bytes: largest resident memory of the process, libraries and weights included.
    """

    kind: str
    steps: int
    film_s: float
    seconds: float
    processor_s: float
    peak_bytes: int


def measure_kind(kind: str) -> KindCost:
    """Measure a kind in a process of its own, on the processor, one window of a stereo programme.

    Args:
        kind: of `published_sizes`.

    Returns:
        What it took.

    Raises:
        SettingsError: there is no such kind.
        CassError: the process failed.
    """
    if os.name == "nt":
        raise SettingsError("Peak memory can be measured on Linux and macOS only.")
    check_kind(kind)
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, kind], capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason was given."])[-1]
        raise CassError(f"The kind '{kind}' could not be measured: {last}")
    return KindCost(**json.loads(done.stdout))


def check_kind(kind: str) -> None:
    """Refuse a name that is none of a kind: SettingsError."""
    if kind not in published_sizes():
        raise SettingsError(f"There is no kind '{kind}'; choose one of {_names()}.")


def cost_here(kind: str) -> KindCost:
    """Measure a kind in this process."""
    config = published_sizes()[kind]
    row = kind_of(config)
    torch.manual_seed(0)
    separator = Separator(row.build(config).eval(), config, choose_device("cpu"))
    steps = 2 if row.takes_steps else 1
    programme_s, film_s = _lengths(config)
    source = ArraySource(music_like(programme_s, _CHANNELS))
    began, busy = time.perf_counter(), time.process_time()
    for _ in separator.stream(SeparatorInput(source), SeparationSettings(steps=steps)):
        pass
    seconds, processor_s = time.perf_counter() - began, time.process_time() - busy
    return KindCost(kind, steps, film_s, seconds, processor_s, _peak_bytes())


def _lengths(config: SeparatorConfig) -> tuple[float, float]:
    """Seconds of a programme, and seconds that its windows add to a long one."""
    if isinstance(config, PublishedConfig):  # one window, of which the next one leaves a hop
        return config.window / config.rate_hz, config.hop / config.rate_hz
    assert isinstance(config, ModelConfig)
    return _FLOW_S, _FLOW_S


def _peak_bytes() -> int:
    import resource

    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


def _names() -> str:
    return ", ".join(published_sizes())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(cost_here(sys.argv[1]))))
