"""Make a folder of film-like music that `cass corpus add` can read."""

import csv
import importlib.util
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import numpy as np
import soundfile

from cass_core.checked.csv_file import csv_records
from cass_core.checked.json_table import BadValueError
from cass_core.clips import FloatArray
from cass_core.errors import MediaError, SettingsError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.catalogue_folder import CATALOGUE_FILE, CatalogueRow
from cass_core.synthesis.corpus.catalog import SPLITS
from cass_core.synthesis.music.arrangement import draw_arrangement
from cass_core.synthesis.music.fluidsynth import MUSIC_RATE_HZ, play_midi, sound_font
from cass_core.synthesis.music.score_collection import score_files
from cass_core.synthesis.music.score_reader import Note, read_score
from cass_core.synthesis.music.textures import TEXTURES, make_texture
from cass_core.whole_files import write_text

# how often each kind is made; what stands under films most comes first
_WEIGHTS = {
    "orchestra": 6.0, "strings": 3.0, "piano": 2.5, "drone": 2.0, "pulse": 1.5, "brass": 1.0,
    "synthesiser": 1.0, "choir": 1.0, "winds": 1.0, "harp and bells": 1.0, "riser": 1.0,
    "sting": 1.0, "guitar": 0.7,
}  # fmt: skip
_SCORED_S, _TEXTURE_S = (30.0, 75.0), (12.0, 45.0)
_LEAST_NOTES = 8
_LICENCE = "composition in the public domain; sound font FluidR3 GM, MIT"
_OWN_LICENCE = "made by this program"


@dataclass(frozen=True)
class MusicPiece:
    """A piece of made music.

    Attributes:
        row: its line in the folder's table.
        sound: (channel, sample) in stereo at `MUSIC_RATE_HZ`.
    """

    row: CatalogueRow
    sound: FloatArray

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.sound.shape[1] / MUSIC_RATE_HZ


def make_piece(split: str, seed: int, number: int, font: Path) -> MusicPiece:
    """Make one piece, the same for the same seed and number.

    Args:
        split: "train", "valid" or "test"; no score is in two of them.
        seed: of the collection.
        number: of the piece.
        font: sound font.

    Returns:
        The piece with its line for the table.
    """
    rng = np.random.default_rng([seed, SPLITS.index(split), number])
    weights = np.array(list(_WEIGHTS.values()))
    kind = list(_WEIGHTS)[int(rng.choice(len(weights), p=weights / weights.sum()))]
    file = f"{split}/{seed}-{number:05d}-{kind.replace(' ', '-')}.flac"
    if kind in TEXTURES:
        sound = make_texture(kind, float(rng.uniform(*_TEXTURE_S)), rng)
        source = f"made:{kind}/{seed}/{split}/{number}"
        row = CatalogueRow(file, Stem.MX, kind, _OWN_LICENCE, source, "", source, split)
        return MusicPiece(row, sound)
    # loaded late, for it is installed for this alone
    from cass_core.synthesis.music.midi_writing import midi_bytes

    name, score = _draw_score(split, rng)
    arrangement = draw_arrangement(score, kind, float(rng.uniform(*_SCORED_S)), rng)
    room, reverb = float(rng.uniform(0.3, 0.95)), float(rng.uniform(0.1, 0.9))
    sound = play_midi(midi_bytes(arrangement), font, room, reverb)
    source = f"music21:{name}#{seed}/{split}/{number}"
    author = name.partition("/")[0].replace("_", " ")
    return MusicPiece(
        CatalogueRow(file, Stem.MX, kind, _LICENCE, source, author, name, split), _levelled(sound)
    )


def make_music(
    folder: Path, minutes: float, *, split: str = "train", seed: int = 0, font: Path | None = None
) -> Iterator[float]:
    """Add pieces to a folder until it holds so many minutes of a split.

    Args:
        folder: where `catalogue.csv` and the FLAC files go; what is there is kept, so a stopped
            run goes on.
        minutes: of the split and seed together.
        split: "train", "valid" or "test".
        seed: the same seed gives the same pieces.
        font: sound font, found by itself when None.

    Yields:
        Minutes that are there, before the first piece and after each.
    """
    if importlib.util.find_spec("mido") is None:
        raise SettingsError("What scores are written with is missing: pip install mido.")
    font = sound_font(font)
    prefix = f"{split}/{seed}-"
    done = [length_s for file, length_s in _made(folder) if file.startswith(prefix)]
    have_s, number = sum(done), len(done)
    yield have_s / 60
    while have_s < 60 * minutes:
        piece = make_piece(split, seed, number, font)
        path = folder / piece.row.file
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, piece.sound.T, MUSIC_RATE_HZ, subtype="PCM_16")
        _append(folder / CATALOGUE_FILE, piece)
        have_s, number = have_s + piece.duration_s, number + 1
        yield have_s / 60


def _draw_score(split: str, rng: np.random.Generator) -> tuple[str, tuple[Note, ...]]:
    """A score by its composer first, so that the many short chorales do not drown the rest."""
    files = score_files(split)
    composers = sorted({name.partition("/")[0] for name, _ in files})
    while True:
        composer = composers[int(rng.integers(len(composers)))]
        own = [item for item in files if item[0].startswith(f"{composer}/")]
        name, path = own[int(rng.integers(len(own)))]
        score = _notes(path)
        if len(score) >= _LEAST_NOTES:
            return name, score


@lru_cache(maxsize=64)
def _notes(path: Path) -> tuple[Note, ...]:
    return read_score(path)


def _levelled(sound: FloatArray) -> FloatArray:
    peak = float(np.abs(sound).max(initial=0.0))
    if peak < 1e-4:
        raise MediaError("A score was played without any sound; try another sound font.")
    return np.asarray(sound * np.float32(0.7 / peak), np.float32)


_COLUMNS = (*(field.name for field in fields(CatalogueRow)), "seconds")


def _lines(folder: Path) -> list[dict[str, str]]:
    path = folder / CATALOGUE_FILE
    if not path.exists():
        return []
    try:
        return list(csv_records(path))
    except BadValueError as error:
        raise MediaError(f"{path} is damaged; choose another folder.") from error


def _made(folder: Path) -> list[tuple[str, float]]:
    """File and length in seconds of the pieces that are there."""
    try:
        return [(line["file"], float(line["seconds"])) for line in _lines(folder)]
    except (KeyError, ValueError) as error:
        raise MediaError(f"{folder / CATALOGUE_FILE} is damaged; choose another folder.") from error


def _append(path: Path, piece: MusicPiece) -> None:
    """Write the table anew, so that a killed run leaves no half line."""
    values = {name: getattr(piece.row, name) for name in _COLUMNS[:-1]}
    values |= {"stem": piece.row.stem.value, "seconds": f"{piece.duration_s:.2f}"}
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows([*_lines(path.parent), values])
    write_text(path, text.getvalue(), durable=True)
