"""What is kept of an AVDnR sample: enough to make its samples again, and whom to name."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

from cass_core.checked.fields import Between, check_fields
from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe

RECIPE_FILE = "recipe.json"
_VERSION = 1


@dataclass(frozen=True)
class ClipCredit:
    """A clip that is heard in a sample.

    Attributes:
        clip: its key in a `ClipPool`.
        stem: what it is, "DX", "FX" or "MX".
        voice: the speaker, family or track.
        licence: of the clip.
        attribution: whom or what to name.
    """

    clip: str
    stem: str
    voice: str
    licence: str
    attribution: str


@dataclass(frozen=True)
class SampleRecipe:
    """One sample of the set.

    Attributes:
        number: from 0.
        seed: of the set.
        split: of the catalogue.
        rate_hz: of its files.
        scene: what to mix.
        credits: the clips.
        sha256: of the stems' samples.
    """

    number: int
    seed: int
    split: str
    rate_hz: Annotated[int, Between(8_000, 192_000)]
    scene: SceneRecipe
    credits: tuple[ClipCredit, ...]
    sha256: str

    def save(self, path: Path) -> None:
        """Write as JSON."""
        values: dict[str, Any] = {
            "version": _VERSION,
            "number": self.number,
            "seed": self.seed,
            "split": self.split,
            "rate_hz": self.rate_hz,
            "sha256": self.sha256,
            "credits": [asdict(credit) for credit in self.credits],
            "scene": json.loads(self.scene.to_json()),
        }
        path.write_text(json.dumps(values, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "SampleRecipe":
        """Read what `save` wrote; MediaError where it is something else."""
        try:
            table = JsonTable(read_json(path), "")
            if table.count("version") != _VERSION:
                raise BadValueError(f"it has version {table.count('version')}")
            recipe = cls(
                number=table.count("number"),
                seed=table.whole_number("seed", 0),
                split=table.text("split"),
                rate_hz=table.count("rate_hz"),
                scene=SceneRecipe.from_json(json.dumps(table.dictionary("scene"))),
                credits=table.each("credits", _credit),
                sha256=table.text("sha256"),
            )
            check_fields(recipe)
            return recipe
        except OSError as error:
            raise MediaError(
                f"{path} cannot be read ({error.strerror}); choose a recipe.json that "
                "`cass corpus avdnr` wrote."
            ) from error
        except (ValueError, MediaError, BadValueError) as error:
            raise MediaError(
                f"{path} is no recipe of a sample ({error}); choose a recipe.json that "
                "`cass corpus avdnr` wrote."
            ) from error


def samples_digest(stems: FloatArray) -> str:
    """SHA-256 of (stem, sample) as little-endian float32."""
    return hashlib.sha256(stems.astype("<f4").tobytes()).hexdigest()


def credits_of(scene: SceneRecipe, pool: ClipPool) -> tuple[ClipCredit, ...]:
    """Every clip of a scene once, in the order in which they are first listed."""
    return tuple(dict.fromkeys(_credit_of(event, pool) for event in _events(scene)))


def _events(scene: SceneRecipe) -> tuple[ClipEvent, ...]:
    walla = scene.walla.clips if scene.walla is not None else ()
    return (*scene.clips, *walla)


def _credit_of(event: ClipEvent, pool: ClipPool) -> ClipCredit:
    entry = pool.entry(event.clip)
    stem = event.submix.stem.value
    return ClipCredit(event.clip, stem, entry.voice, entry.licence, entry.attribution)


def _credit(table: JsonTable) -> ClipCredit:
    return ClipCredit(**{name: table.text(name) for name in ClipCredit.__dataclass_fields__})
