"""Looking at a movie's picture: once, and what was seen is kept."""

import hashlib
import json
from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.errors import ModelError
from cass_core.media.files.probe import cache_key, media_hash, modified_ns, probe
from cass_core.relayed import relayed
from cass_core.visual.faces.face_model import FaceModel, find_face_model
from cass_core.visual.feature_cache import CacheEntry, FeatureCache
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.picture_settings import PictureProgress, PictureSettings, Span

if TYPE_CHECKING:
    from cass_core.visual.faces.face_stream import FaceStream

ANALYSIS_VERSION = 2  # raise it when the same picture gives other features
_CROPS = _SCENE_FRAMES = 2  # the same for what is kept of frames


def analyse_picture(
    path: str | Path,
    settings: PictureSettings,
    audio_start_s: Fraction = Fraction(0),
    file_key: str | None = None,
    length_s: float | None = None,
    span_s: Span = (None, None),
) -> Generator[PictureProgress, None, CacheEntry]:
    """Look at a movie's picture and keep the result; once only, a second run finds it kept.

    To cancel, stop iterating and close the generator: nothing is kept then.

    Args:
        path: the movie.
        settings: how to look.
        audio_start_s: media time of the sound's first sample, which is 0 s of the features.
        file_key: the movie's `cache_key`, if known.
        length_s: of the picture as far as the file says, if known.
        span_s: part of the audio's clock that is looked at; None on a side that has no end.

    Returns:
        A generator that yields progress about once a second of film, the last of which has done
        all, and returns the entry of what was seen.
    """
    picture = _Picture(Path(path), settings, audio_start_s, file_key, length_s, span_s)
    return (yield from _entry(picture))


def kept_entry(
    path: str | Path, settings: PictureSettings, audio_start_s: Fraction, file_key: str | None
) -> CacheEntry | None:
    """What was seen in a movie's picture, without looking where that was not done yet.

    Args:
        path: the movie.
        settings: how it was looked at.
        audio_start_s: media time of the sound's first sample.
        file_key: the movie's `cache_key`, if known.

    Returns:
        The entry; None where nothing is kept.
    """
    picture = _Picture(Path(path), settings, audio_start_s, file_key)
    return FeatureCache(settings.cache_folder).find(picture.key(_face_model(settings).path))


@dataclass(frozen=True)
class _Picture:
    """What is looked at, and how."""

    path: Path
    settings: PictureSettings
    audio_start_s: Fraction
    file_key: str | None
    length_s: float | None = None
    span_s: Span = (None, None)

    def key(self, model: Path | None) -> str:
        """Name of the cache entry: everything that the features depend on."""
        facts = (
            ANALYSIS_VERSION,
            self.file_key or cache_key(media_hash(self.path), modified_ns(self.path)),
            str(Fraction(self.audio_start_s)),
            hashlib.sha256(model.read_bytes()).hexdigest() if model else None,
            self.settings.max_faces,
            self.settings.with_crops and _CROPS,
            self.settings.with_scene_frames and _SCENE_FRAMES,
        )
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def _entry(picture: _Picture) -> Generator[PictureProgress, None, CacheEntry]:
    """Find or make the cache entry of a movie."""
    cache = FeatureCache(picture.settings.cache_folder)
    model = _face_model(picture.settings)
    entry = cache.find(picture.key(model.path))
    if entry is not None:
        yield _all_done(entry, model)
        return entry
    faces, model = _open_faces(model, picture.settings.max_faces)
    try:
        key = picture.key(model.path)
        entry = cache.find(key) if faces is None else None
        if entry is None:
            entry = yield from _made_entry(picture, faces, model, cache, key)
        else:
            yield _all_done(entry, model)
        return entry
    finally:
        if faces is not None:
            faces.close()


def _made_entry(
    picture: _Picture, faces: "FaceStream | None", model: FaceModel, cache: FeatureCache, key: str
) -> Generator[PictureProgress, None, CacheEntry]:
    """Look at the movie and keep what was seen."""
    # loaded late: what is kept can be read without OpenCV and the decoder
    from cass_core.visual.picture_pass import look_through

    total_s = picture.length_s or _length_s(picture.path)
    yield PictureProgress(0.0, total_s, model.notice)
    with cache.writer(key) as writer:
        what = picture.path, picture.settings, picture.audio_start_s, faces, writer
        steps = look_through(*what, picture.span_s)
        facts = yield from relayed(steps, lambda done_s: PictureProgress(done_s, total_s))
        writer.commit(facts)
    entry = CacheEntry(cache.folder / key, facts)
    yield _all_done(entry, FaceModel(None))
    return entry


def _all_done(entry: CacheEntry, model: FaceModel) -> PictureProgress:
    done_s = entry.facts["num_rows"] / FEATURE_FPS
    return PictureProgress(done_s, done_s, entry.facts.get("notice") or model.notice)


def _face_model(settings: PictureSettings) -> FaceModel:
    if not settings.faces:
        return FaceModel(None)
    return find_face_model(settings.face_model, allow_download=settings.allow_download)


def _open_faces(model: FaceModel, max_faces: int) -> "tuple[FaceStream | None, FaceModel]":
    """The face stream, or None and the reason where this machine cannot run it."""
    if model.path is None:
        return None, model
    from cass_core.visual.faces.face_stream import FaceStream

    try:
        return FaceStream(model.path, max_faces), model
    except ModelError as error:
        return None, FaceModel(None, f"{error} Faces are not used until then.")
    except ImportError as error:
        return None, FaceModel(None, f"Faces are not used: MediaPipe cannot be loaded ({error}).")


def _length_s(path: Path) -> float:
    """Length of the picture as far as the file says."""
    info = probe(path)
    declared = info.video[0].duration_s if info.video else None
    return float(declared or info.duration_s)
