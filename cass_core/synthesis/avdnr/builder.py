"""AVDnR: mixtures with stems and two movies, drawn, mastered and written; and made again."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import MediaError, OutputError, SettingsError
from cass_core.media.files.file_lock import FileLock
from cass_core.media.files.staged_files import StagedFiles
from cass_core.media.sound.wave_header import WaveEncoding
from cass_core.media.sound.wave_writer import WaveWriter, cannot_write
from cass_core.stem_names import STEMS
from cass_core.synthesis.avdnr.drawing import draw_dnr3, mix_dnr3
from cass_core.synthesis.avdnr.mastering import mastered
from cass_core.synthesis.avdnr.pictures import PICTURE_FILES, write_pictures
from cass_core.synthesis.avdnr.recipe import (
    RECIPE_FILE,
    SampleRecipe,
    credits_of,
    samples_digest,
)
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.dataset import stem_activity
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe
from cass_core.whole_files import write_text

MIXTURE_FILE = "mixture.wav"
MANIFEST_FILE = "manifest.jsonl"

_LEAST_ACTIVE_SHARE = 0.05
_MOST_ATTEMPTS = 200


@dataclass(frozen=True)
class AvdnrSettings:
    """What to make.

    Attributes:
        count: samples.
        seconds: length of each.
        split: of the catalogue.
        seed: of the set; a sample depends on it and on its own number only.
        rate_hz: of the files; clips are stored at `CATALOG_RATE_HZ`, so a higher one adds no sound.
    """

    count: int
    seconds: float = 60.0
    split: str = "test"
    seed: int = 0
    rate_hz: int = CATALOG_RATE_HZ

    @property
    def num_samples(self) -> int:
        """Length of a scene at the catalogue's rate."""
        return round(self.seconds * CATALOG_RATE_HZ)


def build_avdnr(corpus: Path, out: Path, settings: AvdnrSettings) -> Iterator[Path]:
    """Write the samples of a set, each in a folder of its own, and the manifest.

    A sample that is there already is left as it is, so a stopped run goes on where it was.

    Args:
        corpus: folder of the catalogue.
        out: folder of the set.
        settings: what to make.

    Yields:
        Path: the folder of each sample, in their order.

    Raises:
        OutputError: the folder cannot be written, or another program is at it.
    """
    pool = ClipPool(Catalog.load(corpus), settings.split)
    _make(out)
    with FileLock(out / ".lock").claim(out):
        for number in range(settings.count):
            folder = out / f"{number:04d}"
            if folder.exists():
                _check_same(SampleRecipe.load(folder / RECIPE_FILE), settings, folder)
            else:
                _write_sample(folder, number, pool, settings)
            yield folder
        _write_manifest(out)


def replay(corpus: Path, recipe_file: Path, out: Path) -> Path:
    """Make the files of a sample again from its recipe, bit for bit.

    Args:
        corpus: a corpus that holds the recipe's clips.
        recipe_file: what `build_avdnr` wrote.
        out: folder for the files; those of the same name are replaced.

    Returns:
        The folder.
    """
    recipe = SampleRecipe.load(recipe_file)
    pool = ClipPool(Catalog.load(corpus), recipe.split)
    try:
        stems = _samples(recipe.scene, pool, recipe.rate_hz)
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise MediaError(
            f"{recipe_file} describes nothing that can be mixed; choose another recipe."
        ) from error
    if samples_digest(stems) != recipe.sha256:
        raise MediaError(
            f"The corpus in {corpus} does not give the samples of {recipe_file}: its clips or "
            "this program's version differ from those that the recipe was made with."
        )
    _make(out)
    with FileLock(out / ".lock").claim(out), _part(out / "replayed") as part:
        _write_files(part, recipe, stems, pool)
        written = sorted(part.iterdir())
        with StagedFiles([out / path.name for path in written]) as staged:
            for path in written:
                path.replace(staged.temporary(out / path.name))
            staged.publish()
    return out


def _write_sample(folder: Path, number: int, pool: ClipPool, settings: AvdnrSettings) -> None:
    scene = _complete_scene(pool, settings, number)
    stems = _samples(scene, pool, settings.rate_hz)
    recipe = SampleRecipe(
        number=number,
        seed=settings.seed,
        split=settings.split,
        rate_hz=settings.rate_hz,
        scene=scene,
        credits=credits_of(scene, pool),
        sha256=samples_digest(stems),
    )
    with _part(folder) as part:
        _write_files(part, recipe, stems, pool)
        part.replace(folder)


def _complete_scene(pool: ClipPool, settings: AvdnrSettings, number: int) -> SceneRecipe:
    """A scene in which all stems are heard."""
    for attempt in range(_MOST_ATTEMPTS):
        rng = np.random.default_rng([settings.seed, number, attempt])
        scene = draw_dnr3(pool, rng, settings.num_samples)
        activity = stem_activity(_samples(scene, pool, CATALOG_RATE_HZ))
        if activity.min() >= _LEAST_ACTIVE_SHARE:
            return scene
    raise MediaError(
        "The corpus is too small for a mixture in which dialogue, effects and music are all "
        "heard; add more clips."
    )


def _samples(scene: SceneRecipe, pool: ClipPool, rate_hz: int) -> FloatArray:
    return mastered(mix_dnr3(scene, pool), scene.master_lufs, rate_hz)


def _write_files(folder: Path, recipe: SampleRecipe, stems: FloatArray, pool: ClipPool) -> None:
    for name, samples in zip([f"{s.value}.wav" for s in STEMS], stems, strict=True):
        _write_wave(folder / name, samples, recipe.rate_hz)
    _write_wave(folder / MIXTURE_FILE, stems.sum(axis=0), recipe.rate_hz)
    write_pictures(recipe.scene, pool, folder)
    recipe.save(folder / RECIPE_FILE)


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """A folder to write to beside a final one, which is always whole; what is left there goes."""
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    _make(part)
    try:
        yield part
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write_wave(path: Path, samples: FloatArray, rate_hz: int) -> None:
    with WaveWriter(
        path, WaveEncoding.FLOAT_32, rate_hz=rate_hz, layout="mono", num_channels=1,
        num_samples=len(samples),
    ) as file:  # fmt: skip
        file.write(samples[None])


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} cannot be made ({error.strerror}); choose another one."
        ) from error


def _check_same(recipe: SampleRecipe, settings: AvdnrSettings, folder: Path) -> None:
    there = (recipe.seed, recipe.split, recipe.rate_hz, recipe.scene.num_samples)
    if there != (settings.seed, settings.split, settings.rate_hz, settings.num_samples):
        raise SettingsError(
            f"{folder} was made with another seed, split, rate or length; choose an empty folder."
        )


def _write_manifest(out: Path) -> None:
    """One line a sample: its files and the clips in it with licence and attribution."""
    lines = []
    for path in sorted(out.glob(f"[0-9]*/{RECIPE_FILE}")):
        recipe, folder = SampleRecipe.load(path), path.parent
        names = [MIXTURE_FILE, *(f"{s.value}.wav" for s in STEMS), *PICTURE_FILES.values()]
        values = {
            "sample": folder.name,
            "seconds": recipe.scene.num_samples / CATALOG_RATE_HZ,
            "files": [name for name in names if (folder / name).exists()],
            "clips": [vars(credit) for credit in recipe.credits],
        }
        lines.append(json.dumps(values, ensure_ascii=True) + "\n")
    try:
        write_text(out / MANIFEST_FILE, "".join(lines), durable=True)
    except OSError as error:
        raise cannot_write(out / MANIFEST_FILE, error) from error
