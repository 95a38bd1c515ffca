"""The kinds of files that users get from others, each sound once, and what opens them."""

import shutil
from pathlib import Path

import torch

from app.project.project_file import load_document, save_document
from cass_core.checkpoints.checkpoint import load_model
from cass_core.cli import main
from cass_core.programme.opened_movie import open_movie
from cass_core.stems.stem_set import StemSet
from tests.fuzz.mutations import damaged_bytes, damaged_json
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.documents import random_document
from tests.helpers.project.tiny_stems import sounds, written_set
from tests.helpers.separation.tiny_model import write_tiny_model

_SECONDS = 0.4
_MOVIES = {".mov": "pcm_s16le", ".mp4": "aac", ".mkv": "flac", ".avi": "pcm_s16le", ".ts": "mp2"}
_SOUNDS = {
    ".wav": "pcm_s24le", ".flac": "flac", ".ogg": "libopus", ".mp3": "libmp3lame",
    ".aiff": "pcm_s16be", ".m4a": "alac", ".w64": "pcm_s16le", ".caf": "pcm_s16le",
}  # fmt: skip
SUFFIXES = (*_MOVIES, *_SOUNDS)
SEPARATED_EACH = 4  # of so many media files one is separated, the others are opened


class Media:
    """Movies and sound files of many containers."""

    def __init__(self, folder: Path) -> None:
        self.model = write_tiny_model(folder / "model")
        self._good = {}
        for suffix in SUFFIXES:
            codec = _MOVIES.get(suffix) or _SOUNDS[suffix]
            picture = Picture(_SECONDS) if suffix in _MOVIES else None
            path = folder / f"good{suffix}"
            write_movie(path, picture, [Sound(noise(_SECONDS), codec=codec)])
            open_movie(path)  # sound as yet
            self._good[suffix] = path.read_bytes()

    def work(self, number, folder):
        """A function that opens or separates a damaged file."""
        suffix = SUFFIXES[number % len(SUFFIXES)]

        def work(rng):
            path = folder / f"bad{suffix}"
            path.write_bytes(damaged_bytes(self._good[suffix], rng))
            if number // len(SUFFIXES) % SEPARATED_EACH:
                open_movie(path)
                return False
            steps = ("--steps", "1", "--device", "cpu")
            out = ("-o", str(folder / "out"), "--model", str(self.model))
            return main(["separate", str(path), *out, *steps]) != 0

        return f"media {suffix}", work


class Projects:
    """Project files."""

    def __init__(self, folder: Path) -> None:
        path = folder / "good.cass"
        save_document(path, random_document(7, folder))
        load_document(path)
        self._good = path.read_text(encoding="utf-8")

    def work(self, number, folder):
        """A function that loads a damaged project."""

        def work(rng):
            path = folder / "bad.cass"
            path.write_bytes(damaged_json(self._good, rng))
            load_document(path)

        return "project", work


class Models:
    """Model folders: description and weights."""

    def __init__(self, folder: Path) -> None:
        self._good = write_tiny_model(folder / "model")

    def work(self, number, folder):
        """A function that loads a damaged model."""

        def work(rng):
            bad = folder / "model"
            shutil.copytree(self._good, bad)
            path = rng.choice(sorted(bad.iterdir()))
            if path.suffix == ".json":
                path.write_bytes(damaged_json(path.read_text(encoding="utf-8"), rng))
            else:
                path.write_bytes(damaged_bytes(path.read_bytes(), rng))
            network, _ = load_model(bad)
            assert all(torch.is_tensor(value) for value in network.state_dict().values())

        return "model", work


class Stems:
    """Folders of stems: manifest and sound."""

    def __init__(self, folder: Path) -> None:
        self._good = written_set(folder / "stems", *sounds(3000))

    def work(self, number, folder):
        """A function that opens damaged stems."""

        def work(rng):
            bad = folder / "stems"
            shutil.copytree(self._good, bad)
            files = [path for path in sorted(bad.iterdir()) if path.is_file()]
            path = rng.choice([bad / "manifest.json", rng.choice(files)])
            if path.suffix == ".json":
                path.write_bytes(damaged_json(path.read_text(encoding="utf-8"), rng))
            else:
                path.write_bytes(damaged_bytes(path.read_bytes(), rng))
            with StemSet.open(bad) as stems:
                stems.read_mixture(stems.span)

        return "stems", work
