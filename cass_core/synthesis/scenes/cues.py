"""Made picture cues: what the picture analysis would see of a scene, as weak and varied as film.

A shot shows the speaker, somebody who says a part of what is heard, two people of whom the
analysis picks now one and now the other, somebody who listens, somebody whose mouth moves to
other words, or no face at all; motion sometimes marks an effect's onset and sometimes has nothing
to do with it.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import power_to_db
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.scenes.face_motion import FaceMotion
from cass_core.visual.feature_layout import (
    CUT,
    FEATURE_FPS,
    MOTION_GRID,
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
)

_SHOT_S, _LEAST_SHOT_S = 4.0, 1.0
# shares of the shots; the others show no face
_SHOWN = {"speaker": 0.43, "in part": 0.07, "two": 0.07, "listener": 0.12, "stranger": 0.08}
_TURN_FRAMES = 50  # how long somebody speaks, or the analysis stays with a face
_LOST_SHARE = 0.15  # of the shots lose their face for a while
_LOUD_RANGE_DB = 30.0
_BANDS_HZ = ((80.0, 500.0), (500.0, 2_500.0), (3_500.0, 7_500.0))
_ONSET_DB = 9.0
_MOTION_GAIN = 100.0  # the compression of the scene stream
_CUT_SEEN, _FLASH = 0.9, 0.1
_SHOTS_WITH_SOURCE, _SEEN_ONSETS = 0.65, 0.7  # what sounds is in the picture; and moves

Shots = tuple[int, ...]


def draw_shots(rng: np.random.Generator, num_frames: int) -> Shots:
    """First frames of the shots of a scene; the first shot begins at frame 0."""
    starts = [0]
    while True:
        length_s = _LEAST_SHOT_S + rng.exponential(_SHOT_S)
        following = starts[-1] + int(length_s * FEATURE_FPS)
        if following >= num_frames:
            return tuple(starts)
        starts.append(following)


def face_cues(
    dialogue: FloatArray, rng: np.random.Generator, num_frames: int, shots: Shots
) -> FloatArray:
    """Face rows for a scene.

    Args:
        dialogue: (sample,), the dialogue stem at `CATALOG_RATE_HZ`.
        rng: where all chance comes from.
        num_frames: rows at `FEATURE_FPS`.
        shots: first frames of the shots.

    Returns:
        (frame, face column); rows of zeros where no face is seen.
    """
    rows = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
    loudness = band_loudness(dialogue, num_frames)
    for start, stop in zip(shots, (*shots[1:], num_frames), strict=True):
        shown = _drawn_shot(rng)
        if shown is None:
            continue
        rows[start:stop] = _shot_rows(shown, loudness, start, stop, rng)
        if rng.random() < _LOST_SHARE:
            lost = start + int(rng.integers(stop - start))
            rows[lost : min(stop, lost + int(rng.integers(5, 50)))] = 0
    return rows


def _drawn_shot(rng: np.random.Generator) -> str | None:
    chance = rng.random()
    for shown, share in _SHOWN.items():
        chance -= share
        if chance < 0:
            return shown
    return None


def _shot_rows(
    shown: str, loudness: FloatArray, start: int, stop: int, rng: np.random.Generator
) -> FloatArray:
    """(frame, face column) of what a shot shows."""
    face = FaceMotion(rng)
    if shown == "listener":
        return face.listening(stop - start)
    if shown == "stranger":
        return face.babbling(stop - start)
    if shown == "speaker":
        return face.speaking(loudness, start, stop)
    turns = _turns(rng, stop - start)
    if shown == "in part":
        # the other turns are somebody's off screen, and this face is still
        heard = loudness.copy()
        for first, last in turns[rng.integers(2) :: 2]:
            heard[start + first : start + last] = 0
        return face.speaking(heard, start, stop)
    other = FaceMotion(rng).speaking(loudness, start, stop)
    rows = face.speaking(loudness, start, stop)
    for first, last in turns[1::2]:
        rows[first:last] = other[first:last]
    return rows


def _turns(rng: np.random.Generator, num_frames: int) -> list[tuple[int, int]]:
    """Turns one after the other that fill a shot, as (first frame, frame after the last)."""
    lengths = 10 + rng.exponential(_TURN_FRAMES, num_frames // 10 + 1).astype(np.int64)
    ends = np.cumsum(lengths)
    borders = [0, *(int(end) for end in ends if end < num_frames), num_frames]
    return list(pairwise(borders))


def scene_cues(
    effects: FloatArray, rng: np.random.Generator, num_frames: int, shots: Shots
) -> FloatArray:
    """Scene rows for a scene.

    Args:
        effects: (sample,), the effects stem at `CATALOG_RATE_HZ`.
        rng: where all chance comes from.
        num_frames: rows at `FEATURE_FPS`.
        shots: first frames of the shots.

    Returns:
        (frame, scene column).
    """
    onsets = _onsets(effects, num_frames)
    change = np.zeros((num_frames, MOTION_GRID**2), np.float32)
    rows = np.zeros((num_frames, NUM_SCENE_FEATURES), np.float32)
    for start, stop in zip(shots, (*shots[1:], num_frames), strict=True):
        change[start:stop] = _camera(rng, stop - start)
        rows[start:stop, -3:] = _colours(rng, stop - start)
        in_shot = onsets[(onsets >= start) & (onsets < stop)]
        share = _SEEN_ONSETS if rng.random() < _SHOTS_WITH_SOURCE else 0.0
        seen = in_shot[rng.random(len(in_shot)) < share]
        other = rng.integers(start, stop, size=rng.poisson((stop - start) / FEATURE_FPS / 3))
        for frame in (*(seen + rng.integers(-1, 3, len(seen))), *other):
            _add_burst(change[start:stop], int(frame) - start, rng)
        for frame in seen[rng.random(len(seen)) < _FLASH]:
            rows[frame : frame + 2, -3:] += np.float32(rng.uniform(0.1, 0.5))
    rows[:, :CUT] = np.log1p(_MOTION_GAIN * change) / np.log1p(_MOTION_GAIN)
    _mark_cuts(rows, shots, rng)
    return np.clip(rows, 0, 1)


def band_loudness(samples: FloatArray, num_frames: int) -> FloatArray:
    """How loud three bands of a sound are around each frame.

    Args:
        samples: (sample,) at `CATALOG_RATE_HZ`.
        num_frames: frames at `FEATURE_FPS`.

    Returns:
        (frame, band) from 0, which is silence, to 1, which is as loud as the scene's loud frames.
    """
    step = round(CATALOG_RATE_HZ / FEATURE_FPS)
    padded = np.zeros(num_frames * step, np.float32)
    padded[: min(len(samples), len(padded))] = samples[: len(padded)]
    spectra = np.fft.rfft(padded.reshape(num_frames, step))
    power = spectra.real**2 + spectra.imag**2
    hz_per_bin = CATALOG_RATE_HZ / step
    bands = np.stack(
        [
            power[:, round(low / hz_per_bin) : round(high / hz_per_bin)].sum(1)
            for low, high in _BANDS_HZ
        ],
        axis=1,
    )
    level_db = power_to_db(bands + 1e-6)
    loud_db = np.maximum(np.percentile(level_db, 95, axis=0), -10.0)
    return np.asarray(np.clip(1 + (level_db - loud_db) / _LOUD_RANGE_DB, 0, 1), np.float32)


def _onsets(samples: FloatArray, num_frames: int) -> npt.NDArray[np.int64]:
    step = round(CATALOG_RATE_HZ / FEATURE_FPS)
    whole = samples[: len(samples) // step * step].reshape(-1, step)[:num_frames]
    level_db = power_to_db(np.mean(whole**2, axis=1) + 1e-7)
    if len(level_db) < 2:
        return np.zeros(0, np.int64)
    rise_db = level_db[1:] - level_db[:-1]
    rising = (rise_db > _ONSET_DB) & (level_db[1:] > np.percentile(level_db, 50))
    return 1 + np.flatnonzero(rising)


def _camera(rng: np.random.Generator, num_frames: int) -> FloatArray:
    """(frame, cell): grain everywhere, and in half of the shots a move of the camera."""
    grain = np.exp(rng.uniform(np.log(0.0005), np.log(0.006)))
    change = grain * (1 + 0.2 * rng.standard_normal((num_frames, MOTION_GRID**2)))
    if rng.random() < 0.5:
        points = np.abs(rng.standard_normal(max(2, num_frames // 20 + 2)))
        at = np.linspace(0, len(points) - 1, num_frames)
        speed = np.interp(at, np.arange(len(points)), points) * rng.uniform(0.003, 0.03)
        texture = np.exp(0.6 * rng.standard_normal(MOTION_GRID**2))
        change += speed[:, None] * texture
    return np.asarray(np.maximum(change, 0), np.float32)


def _colours(rng: np.random.Generator, num_frames: int) -> FloatArray:
    """(frame, 3): the shot's colour with a slow drift."""
    base = rng.beta(2, 3.5) + 0.06 * rng.standard_normal(3)
    drift = 0.03 * rng.standard_normal(3) * np.linspace(-1, 1, num_frames)[:, None]
    noise = 0.004 * rng.standard_normal((num_frames, 3))
    return (base + drift + noise).astype(np.float32)


def _add_burst(change: FloatArray, frame: int, rng: np.random.Generator) -> None:
    """Motion of one thing in some cells from a frame on; adds to `change` (frame, cell)."""
    begin = max(frame, 0)
    length = min(int(rng.integers(3, 20)), len(change) - begin)
    if length <= 0:
        return
    place = np.stack(np.meshgrid(*2 * [np.arange(MOTION_GRID)], indexing="ij"), -1)
    distance = np.sum((place - rng.uniform(0, MOTION_GRID - 1, 2)) ** 2, axis=-1).ravel()
    blob = np.exp(-distance / (2 * rng.uniform(0.4, 1.4) ** 2))
    strength = np.exp(rng.uniform(np.log(0.015), np.log(0.2)))
    decay = np.exp(-np.arange(length) / rng.uniform(2, 8))
    change[begin : begin + length] += (strength * decay[:, None] * blob).astype(np.float32)


def _mark_cuts(rows: FloatArray, shots: Shots, rng: np.random.Generator) -> None:
    rows[0, :CUT] = 0  # nothing came before the first picture
    for frame in shots[1:]:
        if rng.random() < _CUT_SEEN:
            rows[frame, :CUT] = 0
            rows[frame, CUT] = 1
        else:
            rows[frame, :CUT] = np.maximum(rows[frame, :CUT], rng.uniform(0.3, 0.6, CUT))
