"""Corpora, mixtures and trainings."""

from functools import partial

from cass_core.checkpoints.checkpoint import load_model
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.model.builders import build, named_config
from cass_core.synthesis.avdnr.builder import MANIFEST_FILE, AvdnrSettings, build_avdnr
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.known_sets import SETS
from cass_core.synthesis.corpus.catalog import CATALOG_FILE, Catalog
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter
from cass_core.training.master_weights import MasterWeights
from cass_core.training.run_folder import Learned, resume
from tests.helpers.corpus.published_sets import fma_folder
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.kills.work import Work, command


class CorpusAdding(Work):
    """A published set, added to a corpus part by part."""

    name = "corpus"

    def prepare(self, material):
        super().prepare(material)
        fma_folder(material / "fma")

    def steps(self, folder):
        return [partial(self._added, folder, split) for split in ("train", "valid", "test")]

    def _added(self, folder, split):
        list(add_set(folder, SETS["fma"], self.material / "fma", split=split))

    def found(self, folder):
        with CatalogWriter(folder):  # cuts away what was begun
            if not (folder / CATALOG_FILE).exists():
                return None
            catalog = Catalog.load(folder)
        return [(e.source, float(catalog.read(e).sum())) for e in catalog.entries] or None

    def files(self, folder):
        """Packs and catalogue grow under their names; only what is noted counts."""
        return {}


class Mixtures(Work):
    """`cass corpus avdnr`: folders of mixtures and their manifest."""

    name = "mixtures of a corpus"

    def prepare(self, material):
        super().prepare(material)
        scene_catalog(material / "corpus", split="test")

    def steps(self, folder):
        out = ("--out", folder, "--corpus", self.material / "corpus")
        return [
            partial(command, "corpus", "avdnr", *out, "--count", count, "--seconds", 6)
            for count in (1, 2)
        ]

    def found(self, folder):
        manifest = folder / MANIFEST_FILE
        return manifest.read_text(encoding="utf-8") if manifest.exists() else None


class Replaying(Mixtures):
    """`cass corpus replay`: the files of a mixture, over those of another one."""

    name = "mixture made again"

    def prepare(self, material):
        super().prepare(material)
        list(build_avdnr(material / "corpus", material / "set", AvdnrSettings(2, 6.0)))

    def steps(self, folder):
        where = ("--corpus", self.material / "corpus", "--out", folder)
        recipes = [self.material / "set" / name / "recipe.json" for name in ("0000", "0001")]
        return [partial(command, "corpus", "replay", recipe, *where) for recipe in recipes]

    def found(self, folder):
        restore_interrupted(folder)
        return self.files(folder) or None


class Training(Work):
    """`cass train`, state and model, saved after its only step, and after another one."""

    name = "training"

    def prepare(self, material):
        super().prepare(material)
        scene_catalog(material / "corpus")

    def steps(self, folder):
        what = ("--corpus", self.material / "corpus", "--out", folder / "run", "--device", "cpu")
        how = ("--size", "unittest_tiny", "--minutes", 9, "--workers", 0, "--batch-scenes", 1)
        return [partial(self._trained, folder, steps, ("train", *what, *how)) for steps in (1, 2)]

    def _trained(self, folder, steps, arguments):
        """As far as so many steps in all; a run that was killed goes on."""
        done = self._done(folder)
        if done < steps:
            more = ("--resume",) if done else ()
            command(*arguments, "--max-steps", 1, *more)

    def _done(self, folder):
        learned = Learned(MasterWeights(build(named_config("unittest_tiny")), 0.999), [])
        resume(folder / "run", learned)
        return learned.step

    def found(self, folder):
        done = self._done(folder)
        if not done:
            return None
        weights, description = load_model(folder / "run")
        assert description.notes["steps"] == done
        return done, sum(float(value.double().sum()) for value in weights.state_dict().values())
