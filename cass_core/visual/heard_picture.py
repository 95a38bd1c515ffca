"""The one door from a movie to its picture features: what was seen, and who of it is heard."""

import hashlib
import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from cass_core.clips import AudioSource
from cass_core.media.files.layout_names import channels_code
from cass_core.relayed import relayed, result_of
from cass_core.visual.analysed_picture import AnalysedPicture, open_entries
from cass_core.visual.faces.face_tracks import face_rows
from cass_core.visual.feature_cache import CacheEntry, FeatureCache
from cass_core.visual.feature_layout import FEATURE_FPS, NUM_FACE_FEATURES
from cass_core.visual.picture_analysis import analyse_picture, kept_entry
from cass_core.visual.picture_settings import PictureProgress, PictureSettings
from cass_core.visual.speaking.active_speaker import chosen_speakers

CHOICE_VERSION = 1  # raise it when the same picture and sound give other speakers
_BLOCK_ROWS = 8192


@dataclass(frozen=True)
class PictureSound:
    """The sound that goes with a picture.

    Attributes:
        name: from `sound_name`.
        source: the programme; its sample 0 is at 0 s of the features.
    """

    name: str
    source: AudioSource


def sound_name(stream: int, channels: Sequence[int] = ()) -> str:
    """Tells a sound from the others of its file.

    Args:
        stream: number of the track.
        channels: those of it that are worked on; empty for all.

    Returns:
        A few letters.
    """
    return f"{stream}{channels_code(channels)}"


def load_picture(
    path: str | Path,
    settings: PictureSettings,
    audio_start_s: Fraction = Fraction(0),
    file_key: str | None = None,
    sound: PictureSound | None = None,
) -> AnalysedPicture:
    """Open what is kept of a movie's picture; look and listen first where that was not done yet.

    Args:
        path: the movie.
        settings: how to look.
        audio_start_s: media time of the sound's first sample, which is 0 s of the features.
        file_key: the movie's `cache_key`, if known.
        sound: what is heard; without any nobody speaks.

    Returns:
        All that is kept, memory-mapped.
    """
    seen = result_of(analyse_picture(path, settings, audio_start_s, file_key))
    return result_of(hear_picture(seen, settings, sound))


def hear_picture(
    seen: CacheEntry, settings: PictureSettings, sound: PictureSound | None
) -> Generator[PictureProgress, None, AnalysedPicture]:
    """Choose who speaks in a picture and keep the choice; once only for each sound.

    To cancel, stop iterating and close the generator: nothing is kept then.

    Args:
        seen: from `analyse_picture`.
        settings: those it was looked at with.
        sound: what is heard; without any nobody speaks.

    Returns:
        A generator that yields progress and returns all that is kept, memory-mapped.
    """
    cache = FeatureCache(settings.cache_folder)
    key = _choice_key(seen, sound.name if sound else None)
    chosen = cache.find(key)
    if chosen is None and seen.facts["num_rows"]:
        chosen = yield from _chosen(seen, sound, cache, key)
    return open_entries(seen, chosen)


def kept_picture(
    path: str | Path,
    settings: PictureSettings,
    audio_start_s: Fraction,
    file_key: str | None,
    name: str | None,
) -> AnalysedPicture | None:
    """Open what is kept of a movie's picture, without looking or listening.

    Args:
        path: the movie.
        settings: how it was looked at.
        audio_start_s: media time of the sound's first sample, which is 0 s of the features.
        file_key: the movie's `cache_key`, if known.
        name: of the sound, from `sound_name`.

    Returns:
        All that is kept, memory-mapped; None where nothing is.
    """
    seen = kept_entry(path, settings, audio_start_s, file_key)
    if seen is None:
        return None
    chosen = FeatureCache(settings.cache_folder).find(_choice_key(seen, name))
    if chosen is None and seen.facts["num_rows"]:
        return None
    return open_entries(seen, chosen)


def kept_faces(
    path: str | Path, audio_start_s: Fraction, file_key: str, name: str
) -> AnalysedPicture | None:
    """What any separation of a movie has kept of its faces, without looking or listening.

    Args:
        path: the movie.
        audio_start_s: media time of the sound's first sample, which is 0 s of the features.
        file_key: the movie's `cache_key`.
        name: of the sound, from `sound_name`.

    Returns:
        All that is kept, memory-mapped; None where nothing is, or the movie has no picture.
    """
    for frames in (False, True):  # the paper's encoders keep frames too, the starter keeps none
        settings = PictureSettings(
            with_crops=frames, with_scene_frames=frames, allow_download=False
        )
        picture = kept_picture(path, settings, audio_start_s, file_key, name)
        if picture is not None and picture.tracks is not None:
            return picture
    return None


def _choice_key(seen: CacheEntry, name: str | None) -> str:
    """Name of the cache entry of a choice: everything that it depends on."""
    facts = CHOICE_VERSION, seen.folder.name, name
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def _chosen(
    seen: CacheEntry, sound: PictureSound | None, cache: FeatureCache, key: str
) -> Generator[PictureProgress, None, CacheEntry]:
    """Listen, and keep who speaks."""
    num_rows, start_s = seen.facts["num_rows"], seen.facts["start_s"]
    records = seen.array("records")
    total_s = num_rows / FEATURE_FPS
    with cache.writer(key) as writer:
        steps = chosen_speakers(records, num_rows, sound.source if sound else None, start_s)
        speaker, held = yield from relayed(
            steps, lambda row: PictureProgress(row / FEATURE_FPS, total_s)
        )
        writer.array("speaker", (), np.int32).append(speaker)
        writer.array("held", (), np.int32).append(held)
        face = writer.array("face", (NUM_FACE_FEATURES,))
        for first in range(0, num_rows, _BLOCK_ROWS):
            face.append(face_rows(records, held[first : first + _BLOCK_ROWS]))
        writer.commit({})
    return CacheEntry(cache.folder / key, {})
