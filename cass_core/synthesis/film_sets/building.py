"""Build a film-like set into a folder: a FLAC file a layer, the mixture, and a list of scenes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import soundfile

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import FloatArray
from cass_core.errors import MediaError, OutputError
from cass_core.media.files.file_lock import FileLock
from cass_core.synthesis.film_sets.recipe import LAYERS, FilmSet
from cass_core.synthesis.film_sets.scene_drawing import FilmScene, draw_scenes
from cass_core.synthesis.film_sets.scene_rendering import render_layers
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ, FilmPlaces, file_digest
from cass_core.whole_files import write_text

SET_FILE = "set.json"
MIXTURE = "mixture"

_BITS = "PCM_24"


@dataclass(frozen=True)
class BuiltScene:
    """A scene of a folder.

    Attributes:
        number: in its set.
        kind: what it is like.
        layout: of its channels, FFmpeg's name.
        seconds: its length.
        folder: where its layers are.
        layers: those that are heard.
    """

    number: int
    kind: str
    layout: str
    seconds: float
    folder: Path
    layers: tuple[str, ...]

    def read(self) -> dict[str, FloatArray]:
        """(channel, sample) of every layer that is heard, at `FILM_RATE_HZ`."""
        found = {}
        for name in self.layers:
            path = self.folder / f"{name}.flac"
            try:
                samples, _ = soundfile.read(path, dtype="float32", always_2d=True)
            except soundfile.LibsndfileError as error:
                raise MediaError(f"{path} cannot be read; build the set again.") from error
            found[name] = np.ascontiguousarray(samples.T)
        return found


def build_film_set(film_set: FilmSet, places: FilmPlaces, folder: Path) -> Iterator[FilmScene]:
    """Write the scenes one by one, and the list of them when all are there.

    Args:
        film_set: which set.
        places: where its sources lie; all are asked for before the first scene.
        folder: of the set; what stands there is replaced.

    Yields:
        FilmScene: after each that was written.

    Raises:
        OutputError: the folder cannot be written, or another program is at it.
    """
    changed = changed_sources(film_set, places)
    built = []
    with _sentence_for_the_disk(folder), _alone(folder):
        (folder / SET_FILE).unlink(missing_ok=True)  # scenes without a list are no set
        for scene in draw_scenes(film_set):
            layers = render_layers(scene, places.find)
            _write_scene(folder / f"{scene.number:03d}", layers)
            built.append({**asdict(scene), "layers": list(layers)})
            yield scene
        values = {
            "name": film_set.name, "seed": film_set.seed, "rate_hz": FILM_RATE_HZ,
            "changed_sources": changed, "scenes": built,
        }  # fmt: skip
        write_text(folder / SET_FILE, json.dumps(values, indent=1), durable=True)


def _write_scene(target: Path, layers: dict[str, FloatArray]) -> None:
    target.mkdir(exist_ok=True)
    for old in target.glob("*.flac"):
        old.unlink()
    mixture = {MIXTURE: np.sum(list(layers.values()), axis=0)} if layers else {}
    for name, samples in (layers | mixture).items():
        soundfile.write(target / f"{name}.flac", samples.T, FILM_RATE_HZ, subtype=_BITS)


@contextmanager
def _sentence_for_the_disk(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, soundfile.LibsndfileError) as error:
        reason = getattr(error, "strerror", None) or "its disk takes no more"
        raise OutputError(
            f"The set in {folder} cannot be written ({reason}); make room or choose another folder."
        ) from error


def _alone(folder: Path) -> FileLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / ".lock").claim(folder)


def changed_sources(film_set: FilmSet, places: FilmPlaces) -> list[str]:
    """The sources whose files are others than those that the set was described with."""
    return [
        f"{source.place}/{source.file}"
        for source in film_set.sources
        if file_digest(places.find(source)) != source.sha256 and source.sha256
    ]


def read_built_set(folder: Path) -> tuple[str, list[BuiltScene]]:
    """Name and scenes of a built set; MediaError where the folder holds none."""
    try:
        table = JsonTable(read_json(folder / SET_FILE), "")
        return table.text("name"), list(table.each("scenes", partial(_built_scene, folder)))
    except (OSError, BadValueError) as error:
        raise MediaError(
            f"{folder} holds no built set; build one with `cass corpus film-sets`."
        ) from error


def _built_scene(folder: Path, table: JsonTable) -> BuiltScene:
    number = table.count("number")
    return BuiltScene(
        number,
        table.text("kind"),
        table.text("layout"),
        table.number("seconds", 0.0),
        folder / f"{number:03d}",
        tuple(name for name in table.texts("layers") if name in LAYERS),
    )
