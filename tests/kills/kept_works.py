"""Projects, models, caches and settings, written again and again."""

import hashlib
import os
import random
from dataclasses import replace
from functools import partial

import numpy as np

from app.environment.settings_store import SettingsStore
from app.jobs.sound.sound_cache import SoundCache
from app.jobs.sound.sound_decoding import DecodingWarning, import_sound
from app.project.project_file import load_document, save_document
from app.tiles.tile_files import TileFiles
from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.registry import registered_models
from cass_core.programme.opened_movie import open_movie
from cass_core.visual.feature_cache import FeatureCache
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.project.documents import random_document
from tests.helpers.separation.published_checkpoints import (
    mrx_config,
    random_state,
    write_checkpoint,
)
from tests.kills.work import Work, command


class ProjectSaving(Work):
    """A project saved again and again."""

    name = "saving of a project"
    times = 12

    def steps(self, folder):
        return [partial(self._saved, folder, number) for number in range(self.times)]

    def _saved(self, folder, number):
        save_document(folder / "a.cass", random_document(number, self.material))

    def found(self, folder):
        path = folder / "a.cass"
        return replace(load_document(path), path=None) if path.exists() else None

    def contents(self, folder):
        """What a killed run has left is cleared by a save a minute later."""
        return self.files(folder)


class ModelImport(Work):
    """`cass models import` of a checkpoint, and of another one under the same name."""

    name = "import of a model"

    def prepare(self, material):
        super().prepare(material)
        for seed in (1, 2):
            write_checkpoint(material / f"{seed}.pth", random_state(mrx_config(), seed))

    def steps(self, folder):
        os.environ["CASS_DATA"] = str(folder)
        how = ("--name", "published", "--overwrite")
        return [
            partial(command, "models", "import", self.material / f"{seed}.pth", *how)
            for seed in (1, 2)
        ]

    def found(self, folder):
        for model in registered_models():
            if model.name == "published":
                weights, _ = load_model(model.folder)
                return [float(value.double().sum()) for value in weights.state_dict().values()]
        return None


class PictureCache(Work):
    """What was seen in a picture, kept and replaced."""

    name = "picture cache"
    times = 12

    def steps(self, folder):
        return [partial(self._kept, folder, number) for number in range(self.times)]

    def _kept(self, folder, number):
        with FeatureCache(folder).writer(f"key {number % 2}") as writer:
            for row in range(50):
                writer.array("numbers", (99,)).append(np.full((9, 99), number + row, np.float32))
            writer.commit({"number": number})

    def found(self, folder):
        entry = FeatureCache(folder).find("key 1")
        return entry and (entry.facts["number"], float(entry.array("numbers").sum()))

    def contents(self, folder):
        """What a killed run has left is cleared days later."""
        return self.files(folder)


class SoundKept(Work):
    """A movie's sound, decoded into the window's cache."""

    name = "sound cache"

    def prepare(self, material):
        super().prepare(material)
        write_movie(material / "sound.wav", None, [Sound(noise(60.0))])

    def steps(self, folder):
        return [partial(self._decoded, folder)]

    def _decoded(self, folder):
        steps = list(import_sound(self.material / "sound.wav", 0, SoundCache(folder)))
        assert not any(isinstance(step, DecodingWarning) for step in steps)

    def found(self, folder):
        key = open_movie(self.material / "sound.wav").cache_key
        cached = SoundCache(folder).find(key, 0)
        if cached is None or SoundCache(folder).is_damaged(cached):
            return None
        return cached.num_samples, hashlib.sha256(cached.wave.read_bytes()).digest()

    def files(self, folder):
        """Waves grow under their names; only what is noted counts."""
        return {}

    def contents(self, folder):
        """The names of waves tell when they were made; what was abandoned goes minutes later."""
        return {}


class Tiles(Work):
    """Pieces of pictures of sound, kept and replaced."""

    name = "waveform cache"
    times = 60

    def steps(self, folder):
        return [partial(self._kept, folder, number) for number in range(self.times)]

    def _kept(self, folder, number):
        TileFiles(folder).save("sound", "0-0", random.Random(number).randbytes(100_000))

    def found(self, folder):
        data = TileFiles(folder).load("sound", "0-0")
        return data and hashlib.sha256(data).digest()

    def contents(self, folder):
        """What a killed run has left is cleared by `prune` a minute later."""
        return self.files(folder)


class SettingsKept(Work):
    """Settings, set again and again."""

    name = "settings"
    times = 60

    def steps(self, folder):
        return [partial(self._set, folder, number) for number in range(self.times)]

    def _set(self, folder, number):
        SettingsStore(folder / "settings.json").set_value("number", number)

    def found(self, folder):
        store = SettingsStore(folder / "settings.json")
        assert store.set_aside is None
        return store.value("number")

    def contents(self, folder):
        return self.files(folder)
