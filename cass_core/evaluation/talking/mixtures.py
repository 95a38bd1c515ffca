"""Real talking clips and what they are mixed with."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, quick_loudness
from cass_core.errors import MediaError
from cass_core.evaluation.clip_sound import clip_sound
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.dataset import stem_activity
from cass_core.synthesis.scenes.draw_settings import DrawSettings
from cass_core.synthesis.scenes.event_timing import bounded_normal
from cass_core.synthesis.scenes.mixer import PEAK_LIMIT, render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.synthesis.scenes.scene_recipe import Submix
from cass_core.visual.feature_layout import FEATURE_FPS, NUM_FACE_FEATURES, PRESENCE
from cass_core.visual.heard_picture import load_picture
from cass_core.visual.picture_settings import PictureSettings

# levels of Divide and Remaster v3: dialogue, effects in front, music
_LEVELS_LUFS = ((-27.0, 4.0), (-32.0, 6.0), (-32.0, 6.0))
_BETWEEN_VOICES_DB = 3.0
_MASTER_LUFS = -27.0
_WITH_CROWD = DrawSettings(walla=1.0)
_LONGEST_S, _SHORTEST_S = 20.0, 1.0
_MOST_ATTEMPTS = 100
_LEAST_ACTIVE_SHARE = 0.1


@dataclass(frozen=True)
class TalkingClip:
    """A clip of somebody who speaks, at hand in full.

    Attributes:
        name: of the file.
        speech: (sample,) at the model's rate; what it holds counts as dialogue.
        face: (frame, face column) at `FEATURE_FPS` from its first sample on.
    """

    name: str
    speech: FloatArray
    face: FloatArray

    @property
    def face_share(self) -> float:
        """Share of the frames in which a face is seen."""
        return float((self.face[:, PRESENCE] > 0).mean())


def talking_clips(folder: Path, settings: PictureSettings) -> Iterator[TalkingClip]:
    """The movies of a folder that have sound, by name; others are passed over.

    Args:
        folder: of the clips.
        settings: how their pictures are looked at; what was seen is kept.

    Yields:
        TalkingClip: at most 20 s of each.

    Raises:
        MediaError: the folder cannot be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise MediaError(f"{folder} is no folder that can be read; name another.") from error
    for path in paths:
        try:
            clip = _clip(path, settings)
        except MediaError:
            continue
        if len(clip.speech) >= _SHORTEST_S * CATALOG_RATE_HZ:
            yield clip


def mixed_clip(
    clip: TalkingClip, pool: ClipPool, seed: int, mix: int, unseen: TalkingClip | None = None
) -> FloatArray:
    """Stems (stem, sample) of a clip among held-out effects, a crowd and music.

    Args:
        clip: whose speech is the dialogue.
        pool: clips of the held-out split.
        seed: of all mixtures.
        mix: number of this one.
        unseen: who speaks off screen at the same time, about as loud; nobody if None.

    Returns:
        Stems of the levels that Divide and Remaster has; the same each time.
    """
    rng = np.random.default_rng([seed, zlib.crc32(clip.name.encode()), mix])
    stems = _background(pool, rng, len(clip.speech))
    stems[STEMS.index(Stem.DX)] = clip.speech
    if unseen is not None:
        stems[STEMS.index(Stem.DX)] += _as_loud(unseen.speech, clip.speech, rng)
    for row, (lufs, spread) in zip(stems, _LEVELS_LUFS, strict=True):
        _bring_to(row, lufs + spread * bounded_normal(rng))
    measured = quick_loudness(stems.sum(axis=0), CATALOG_RATE_HZ)
    peak = float(np.abs(stems).max(initial=1e-9))
    return stems * np.float32(min(db_to_amplitude(_MASTER_LUFS - measured), PEAK_LIMIT / peak))


def _background(pool: ClipPool, rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Stems without dialogue in which effects and music are both heard."""
    for _ in range(_MOST_ATTEMPTS):
        recipe = draw_recipe(pool, rng, num_samples, _WITH_CROWD)
        silent = tuple(event for event in recipe.clips if event.submix is not Submix.SPEECH)
        stems = render(replace(recipe, clips=silent), pool).stems
        if stem_activity(stems)[1:].min() >= _LEAST_ACTIVE_SHARE:
            return stems
    raise MediaError(
        "The corpus is too small for a mixture with effects and music: "
        "fetch more packages with `cass corpus fetch`."
    )


def _as_loud(voice: FloatArray, other: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A voice, repeated or cut to another's length, within some decibels of its level."""
    fitted = np.tile(voice, -(-len(other) // len(voice)))[: len(other)]
    level = quick_loudness(other, CATALOG_RATE_HZ) + _BETWEEN_VOICES_DB * bounded_normal(rng)
    _bring_to(fitted, level)
    return fitted


def _bring_to(sound: FloatArray, lufs: float) -> None:
    measured = quick_loudness(sound, CATALOG_RATE_HZ)
    if measured > SILENCE_LUFS:
        sound *= np.float32(db_to_amplitude(lufs - measured))


def _clip(path: Path, settings: PictureSettings) -> TalkingClip:
    sound = clip_sound(path)
    features = load_picture(path, settings, sound.track.start_s, sound=sound.of_picture).features
    if features is None:
        raise MediaError(f"{path.name} has no picture; leave it out.")
    speech = sound.at(CATALOG_RATE_HZ, _LONGEST_S)
    num_frames = round(len(speech) / CATALOG_RATE_HZ * FEATURE_FPS)
    face = features.window(0.0, num_frames)[0] if len(features.face) else None
    if face is None:
        face = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
    return TalkingClip(path.name, speech, face)
