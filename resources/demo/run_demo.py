"""Separate the demo movie, or the user's own: `run_demo.py [--movie PATH]`."""

import argparse
import subprocess
import sys
from pathlib import Path

import numpy as np
import soundfile

from cass_core.cli import main as cass
from cass_core.metrics.sdr import null_depth_db, si_sdr_improvement
from cass_core.stem_names import STEMS

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "demo"


def main() -> int:
    """Make the movie if it is the demo's, separate it, say where the stems are and how good."""
    parser = argparse.ArgumentParser(description="Separate the demo movie, or your own.")
    parser.add_argument("--movie", type=Path, help="a movie of yours")
    movie: Path | None = parser.parse_args().movie
    if movie is not None:
        return cass(["separate", str(movie), "-o", str(OUT), "--overwrite"])
    print("making the demo movie: a drawn face, a synthesised voice, music and effects")
    script = str(HERE / "make_demo_movie.py")
    subprocess.run([sys.executable, script, str(OUT / "movie")], check=True)
    movie = OUT / "movie" / "demo.mov"
    code = cass(["separate", str(movie), "-o", str(OUT), "--overwrite"])
    if code == 0:
        _score(movie)
    return code


def _score(movie: Path) -> None:
    """Compare the stems with the ones the movie's sound was summed from."""
    names = [stem.value for stem in STEMS]
    mixture = _read(OUT / f"{movie.stem}_MIX.wav")
    stems = [_read(OUT / f"{movie.stem}_{name}.wav") for name in names]
    print(f"null depth of the WAVs: {null_depth_db(mixture, stems):.1f} dBFS (-200 is exact)")
    for name, stem in zip(names, stems, strict=True):
        reference = _read(movie.with_name(f"{movie.stem}_{name}.wav"))
        gain = si_sdr_improvement(stem, reference, mixture)
        print(f"{name}: SI-SDR {gain:+.1f} dB against the mixture")


def _read(path: Path) -> np.ndarray:
    samples, _ = soundfile.read(path, dtype="float32", always_2d=True)
    return samples.T


if __name__ == "__main__":
    sys.exit(main())
