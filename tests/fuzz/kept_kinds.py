"""What the program keeps for itself or is given besides media: caches, notes, lists, recipes."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.jobs.sound.sound_cache import CachedSound, SoundCache
from app.tiles.tile_files import TileFiles
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
from cass_core.clips import SampleSpan
from cass_core.evaluation.report import training_curve
from cass_core.evaluation.scoring.estimate_store import KeptEstimates
from cass_core.evaluation.scoring.score_file import ScoreFile, ScoreRow
from cass_core.evaluation.scoring.summary import summarise
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.media.sound.float_wave import create
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.metrics.taggers.tagger import load_tagger_network
from cass_core.model.builders import named_config
from cass_core.request.events import Grain
from cass_core.stem_names import STEMS
from cass_core.synthesis.avdnr.builder import AvdnrSettings, build_avdnr, replay
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import Catalog, package_summaries
from cass_core.synthesis.corpus.catalog_writer import FINISHED_FILE, CatalogWriter
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.timing.speed import Speed
from cass_core.timing.speed_book import SpeedBook, SpeedKey
from cass_core.training.master_weights import MasterWeights
from cass_core.training.run_folder import Learned, resume, save
from cass_core.visual.feature_cache import FeatureCache
from tests.fuzz.mutations import damaged_bytes, damaged_json
from tests.helpers.corpus.published_sets import fma_folder
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.corpus.tiny_tagger import write_tiny_tagger
from tests.helpers.separation.published_checkpoints import (
    mrx_config,
    random_state,
    write_checkpoint,
)

_ROW = ScoreRow(
    "a", 1, "ab", "model", "cd", 2, "faces", STEMS[0], "en", 1.0, 2.0, ("sdr",), {"sdr": 3.0}
)
_KEY = SpeedKey("cpu", "model", True, 48_000, 2)


def made_sound_cache(folder):
    """Decoded sound, its checksums and its note."""
    cache = SoundCache(folder)
    wave = cache.fresh_wave("movie", 0)
    with create(wave, 48_000, "stereo") as writer:
        writer.write(0, np.ones((2, 3000), np.float32))
        writer.seal()
    cache.keep("movie", 0, CachedSound(wave, 3000))


def read_sound_cache(folder):
    found = SoundCache(folder).find("movie", 0)
    if found is not None and not SoundCache(folder).is_damaged(found):
        with GrowingWave(found.wave, found.num_samples) as sound:
            assert (sound.read(SampleSpan(0, 3000)) == 1).all()
    SoundCache(folder).make_room(1)


def made_picture_cache(folder):
    """Arrays and what is noted of them."""
    with FeatureCache(folder).writer("key") as writer:
        writer.array("numbers", (3,)).append(np.ones((40, 3), np.float32))
        writer.commit({"num_rows": 40})


def read_picture_cache(folder):
    if (entry := FeatureCache(folder).find("key")) is not None:
        assert (entry.array("numbers") == 1).all()


def made_tiles(folder):
    """Pieces of pictures."""
    TileFiles(folder).save("sound", "0-0", bytes(range(256)))


def read_tiles(folder):
    assert TileFiles(folder).load("sound", "0-0") in (None, bytes(range(256)))


def made_speeds(folder):
    """How long separating takes."""
    book = SpeedBook(folder / "speeds.json")
    book.add(_KEY, Speed(1.0, 2.0, Grain()), 4)
    book.add_load(_KEY, 3.0)
    book.add_picture("160x90", 0.5)


def read_speeds(folder):
    book = SpeedBook(folder / "speeds.json")
    assert book.speed(_KEY) is None or book.load_s(_KEY) >= 0
    book.picture_s("160x90", 60.0)
    book.add_load(_KEY, 3.0)


def made_settings(folder):
    """What the user prefers."""
    store = Settings(SettingsStore(folder / "settings.json"))
    store.set_value("export/tracks", ["DX"])
    store.set_value("number", 0.5)
    store.add_recent(folder / "a.cass")
    store.last_folder = folder


def read_settings(folder):
    store = Settings(SettingsStore(folder / "settings.json"))
    assert all(isinstance(part, str) for part in store.value("export/tracks", list[str]()))
    assert isinstance(store.value("number", 1.0), float)
    assert (store.recent(), store.last_folder, store.choice, store.window_state) is not None
    store.set_value("number", 2.0)


def made_tagger(folder):
    """The small tagger."""
    write_tiny_tagger(folder)


def read_tagger(folder):
    load_tagger_network(folder)


def made_training(folder):
    """State and model of a training."""
    learned = Learned(MasterWeights(torch.nn.Linear(2, 2), 0.5), [], 3)
    save(folder, named_config("unittest_tiny"), learned)


def read_training(folder):
    resume(folder, Learned(MasterWeights(torch.nn.Linear(2, 2), 0.5), []))


def made_recipe(folder):
    """How a mixture of the corpus is made again."""
    scene_catalog(folder / ".corpus", split="test")
    list(build_avdnr(folder / ".corpus", folder / ".set", AvdnrSettings(1, 6.0)))
    shutil.copy(folder / ".set" / "0000" / "recipe.json", folder)


def read_recipe(folder):
    replay(folder / ".corpus", folder / "recipe.json", folder / ".out")


def made_corpus(folder):
    """Catalogue, packs and what is noted of packages."""
    packages = {entry.package for entry in scene_catalog(folder).entries}
    notes = [json.dumps({"package": name, "digests": []}) + "\n" for name in sorted(packages)]
    (folder / FINISHED_FILE).write_text("".join(notes))


def read_corpus(folder):
    with CatalogWriter(folder):
        pass
    catalog = Catalog.load(folder)
    package_summaries(catalog)
    ClipPool(catalog, "train")
    for stem in STEMS:
        for entry in catalog.select(stem, "train")[:5]:
            catalog.read(entry)


def made_scores(folder):
    """Rows of an evaluation."""
    rows = (replace(_ROW, scene=scene, stem=stem) for scene in range(3) for stem in STEMS)
    ScoreFile(folder).add(rows)


def read_scores(folder):
    file = ScoreFile(folder)
    summarise(file.rows)
    file.add([_ROW])


def made_estimates(folder):
    """Stems that an evaluation keeps."""
    KeptEstimates(folder, "a", 1).keep(0, np.ones((3, 50)))


def read_estimates(folder):
    KeptEstimates(folder, "a", 1).find(0)


def made_curve(folder):
    """The table of a training."""
    (folder / "curve.csv").write_text("step,DX_1,loss\n10,1,2\n20,2,3\n")


def read_curve(folder):
    training_curve.read_curve(folder / "curve.csv")


def made_published_set(folder):
    """The tables of a set."""
    fma_folder(folder)


def read_published_set(folder):
    list(SETS["fma"].read(folder))


def made_journal(folder):
    """What is noted while files get their names."""
    for name in ("a", "b"):
        (folder / name).write_text("old")
    rows = '[{"name": "a", "replaces": true, "size": 3, "modified_ns": 1}]'
    (folder / ".a.1.naming").write_text(rows)


def read_journal(folder):
    restore_interrupted(folder)
    assert (folder / "b").exists()


def made_checkpoint(folder):
    """A published checkpoint."""
    write_checkpoint(folder / "a.pth", random_state(mrx_config()))


def read_checkpoint(folder):
    os.environ["CASS_DATA"] = str(folder / ".data")
    import_checkpoint(ImportRequest(folder / "a.pth", overwrite=True))


KEPT = {
    "sound cache": (made_sound_cache, read_sound_cache),
    "picture cache": (made_picture_cache, read_picture_cache),
    "tiles": (made_tiles, read_tiles),
    "speeds": (made_speeds, read_speeds),
    "settings": (made_settings, read_settings),
    "tagger": (made_tagger, read_tagger),
    "training": (made_training, read_training),
    "recipe": (made_recipe, read_recipe),
    "corpus": (made_corpus, read_corpus),
    "scores": (made_scores, read_scores),
    "estimates": (made_estimates, read_estimates),
    "curve": (made_curve, read_curve),
    "published set": (made_published_set, read_published_set),
    "journal": (made_journal, read_journal),
    "checkpoint": (made_checkpoint, read_checkpoint),
}
_UNHIDDEN = (".naming",)


class Kept:
    """Everything of `KEPT` in turn."""

    def __init__(self, folder: Path) -> None:
        for name, (make, read) in KEPT.items():
            (folder / name).mkdir()
            make(folder / name)
            shutil.copytree(folder / name, folder / f"{name}, read")
            read(folder / f"{name}, read")  # sound as yet
        self._good = folder

    def work(self, number, folder):
        """A function that reads what is kept with one file damaged."""
        name = list(KEPT)[number % len(KEPT)]

        def work(rng):
            bad = folder / name
            shutil.copytree(self._good / name, bad)
            path = rng.choice(sorted(filter(_is_meant, bad.rglob("*"))))
            content = path.read_bytes()
            if path.suffix in (".json", ".naming"):
                content = damaged_json(content.decode(), rng)
            elif path.suffix == ".jsonl":
                content = _damaged_lines(content, rng)
            else:
                content = damaged_bytes(content, rng)
            path.write_bytes(content)
            KEPT[name][1](bad)

        return name, work


def _is_meant(path):
    hidden = any(part.startswith(".") for part in path.parts[-2:])
    return path.is_file() and (not hidden or path.suffix in _UNHIDDEN)


def _damaged_lines(content, rng):
    lines = content.split(b"\n")
    place = rng.randrange(max(1, len(lines) - 1))
    lines[place] = damaged_json(lines[place].decode(), rng)
    return b"\n".join(lines)
