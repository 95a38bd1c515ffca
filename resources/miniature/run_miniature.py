"""The whole pipeline in minutes: `run_miniature.py [--out DIR] [--packages NAME ...]`.

Sources, catalogue, mixtures with movies, training, separation and evaluation, all on made sounds
and with the commands that the real thing is made with. With names of packages these are fetched,
and made sounds stand in only for what the packages lack.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import soundfile
from movies import write_movie
from source_sets import write_scenes, write_talks, write_tracks

ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("sources", "corpus", "avdnr", "replayed", "model", "stems", "data", "cache")
_MADE: tuple[tuple[str, str, Callable[[Path], Path]], ...] = (
    ("DX", "lrs3", write_talks),
    ("FX", "vggsound", write_scenes),
    ("MX", "fma", write_tracks),
)


def main() -> int:
    """Run all steps, then say where everything is."""
    parser = argparse.ArgumentParser(description="The whole pipeline in miniature.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "miniature")
    parser.add_argument("--packages", nargs="*", default=(), help="fetched from the network")
    options = parser.parse_args()
    out = options.out.resolve()
    for name in _PARTS:
        shutil.rmtree(out / name, ignore_errors=True)
    for name in ("data", "cache"):  # the user's own folders stay as they are
        os.environ[f"CASS_{name.upper()}"] = str(out / name)
    corpus, model, mixtures = out / "corpus", out / "model", out / "avdnr"

    _fill(corpus, out / "sources", options.packages)
    _cass("corpus", "show", "--corpus", corpus)
    sized = ("--count", 2, "--seconds", 10, "--split", "test")
    _cass("corpus", "avdnr", "--corpus", corpus, "--out", mixtures, *sized)
    _cass("corpus", "replay", mixtures / "0000" / "recipe.json", "--corpus", corpus,
          "--out", out / "replayed")  # fmt: skip
    _cass("train", "--size", "unittest_tiny", "--corpus", corpus, "--out", model,
          "--max-steps", 20, "--minutes", 3)  # fmt: skip
    movie = _movie(mixtures / "0000", out / "scene.mp4")
    _cass("separate", movie, "-o", out / "stems", "--model", model, "--device", "cpu")
    _cass("evaluate", "--set", "starter-test", "--corpus", corpus, "--model", model,
          "--steps", 1, "--scenes", 2)  # fmt: skip
    for path in (corpus, mixtures, model, movie, out / "stems"):
        print(f"{path.name}: {path}")
    return 0


def _fill(corpus: Path, sources: Path, packages: Sequence[str]) -> None:
    """Fetch the packages, then add made clips for each stem and split that has none."""
    if packages:
        _cass("corpus", "fetch", *packages, "--corpus", corpus)
    there = _stems_and_splits(corpus)
    for stem, name, write in _MADE:
        missing = [s for s in ("train", "valid", "test") if (stem, s) not in there]
        if not missing:
            continue
        print(f"{stem}: made clips for {', '.join(missing)}")
        root = write(sources / name)
        for split in missing:
            # detectors of real speech and music may take made effects for either
            _cass("corpus", "add", "--set", name, "--from", root, "--split", split,
                  "--corpus", corpus, "--keep-all", "--processes", 1)  # fmt: skip


def _stems_and_splits(corpus: Path) -> set[tuple[str, str]]:
    from cass_core.synthesis.corpus.catalog import CATALOG_FILE, Catalog

    if not (corpus / CATALOG_FILE).exists():
        return set()
    return {(entry.stem.value, entry.split) for entry in Catalog.load(corpus).entries}


def _movie(sample: Path, target: Path) -> Path:
    """The faces of a sample with its mixture; black where the sample has no faces."""
    from cass_core.media.picture.video_reader import PictureRate, read_frames

    mixture, rate_hz = soundfile.read(sample / "mixture.wav", dtype="float32")
    frames = np.zeros((25 * len(mixture) // rate_hz, 224, 224, 3), np.uint8)
    if (sample / "face.mp4").exists():
        rates = [PictureRate("face", 25, (224, 224))]
        with closing(read_frames(sample / "face.mp4", rates)) as pictures:
            for picture in pictures:
                frames[picture.index] = picture.image
    write_movie(target, frames, mixture, rate_hz)
    return target


def _cass(*arguments: object) -> None:
    from cass_core.cli import main as cass

    words = [str(argument) for argument in arguments]
    print(f"$ cass {' '.join(words)}", flush=True)
    if code := cass(words):
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
