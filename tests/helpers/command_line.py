"""The command `cass` in this process or in one of its own, and what it wrote."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from cass_core.cli import main
from cass_core.stem_names import STEMS

TRACKS = (*(stem.value for stem in STEMS), "MIX")


@dataclass(frozen=True)
class Outcome:
    """What a command left.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it said beside that.
    """

    code: int
    out: str
    err: str

    @property
    def refusals(self) -> list[str]:
        """Lines by which the program refuses its input."""
        return [line for line in self.err.splitlines() if line.startswith("cass: ")]


def run_cass(capfd, *arguments: object) -> Outcome:
    """Run the command in this process."""
    capfd.readouterr()
    code = main([str(argument) for argument in arguments])
    out, err = capfd.readouterr()
    return Outcome(code, out, err)


def start_cass(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    """Start the command as a process of its own, on one thread."""
    return subprocess.Popen(
        [sys.executable, "-m", "cass_core", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"OMP_NUM_THREADS": "1"} | environment,
        preexec_fn=_hear_ctrl_c if os.name == "posix" else None,  # noqa: PLW1509 no threads yet
    )


def _hear_ctrl_c():
    """Tests that run in the background of a shell inherit that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def call_cass(*arguments: object, **environment: str) -> Outcome:
    """Run the command as a process of its own until it ends."""
    process = start_cass(*arguments, **environment)
    out, err = process.communicate(timeout=300)
    return Outcome(process.returncode, out, err)


def wave_files(folder: Path, name: str) -> dict[str, Path]:
    """The four WAVs of a separation."""
    return {track: folder / f"{name}_{track}.wav" for track in TRACKS}


def samples_of(path: Path) -> np.ndarray:
    """(channel, sample) of a 24-bit WAV as whole steps."""
    with soundfile.SoundFile(path) as file:
        assert file.subtype == "PCM_24"
        return file.read(dtype="int32", always_2d=True).T.astype(np.int64) >> 8


def null_steps(folder: Path, name: str) -> int:
    """Largest |mixture - stems| of the written WAVs, in steps of 24 bits."""
    tracks = {track: samples_of(path) for track, path in wave_files(folder, name).items()}
    return int(np.abs(tracks["MIX"] - sum(tracks[stem.value] for stem in STEMS)).max())
