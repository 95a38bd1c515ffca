"""Make the demo movie and its stems: `python resources/demo/make_demo_movie.py OUT_DIR`.

Everything is drawn and synthesised here; nothing is recorded, so the movie is free to use, and
the stems beside it are the exact ones its sound was summed from.
"""

import argparse
from pathlib import Path

import effects
import music
import numpy as np
import picture
import voice
from movie import in_24_bit, write_movie, write_stems


def main() -> None:
    """Write `demo.mov`, `demo_DX.wav`, `demo_FX.wav`, `demo_MX.wav` and `demo_MIX.wav`."""
    parser = argparse.ArgumentParser(description="Make the demo movie and its stems.")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR", help="where to write")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    # each part has its own generator, so a change to one leaves the others as they are
    speaker, players, makers, painter = (np.random.default_rng(seed) for seed in range(1, 5))
    performance = voice.perform(speaker)
    stems = {"DX": performance.sound, "FX": effects.make(makers), "MX": music.play(players)}
    coded = in_24_bit(stems)
    write_stems(folder, coded)
    write_movie(folder / "demo.mov", picture.frames(performance, painter), coded["MIX"])


if __name__ == "__main__":
    main()
