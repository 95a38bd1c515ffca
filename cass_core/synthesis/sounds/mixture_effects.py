"""What films do to layers and to whole mixtures: unlike channels summed, ducking, a ceiling."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude, power_to_db
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.film_effects import Comb, Ducking, Hot

_FRAME = 160  # 10 ms, the step of slow gains
_SPEECH_RANGE_DB = 30.0  # below the loudest speech it counts as a pause
_SILENT_DB = -70.0
_LOUD_SHARE = 99.5  # percentile of the samples at which the drive is measured


def combed(layer: FloatArray, comb: Comb) -> FloatArray:
    """(sample,) and delayed copies of it: the mono sum of channels that are not alike."""
    mixed = layer.copy()
    for delay, gain in comb.taps:
        mixed[delay:] += np.float32(gain) * layer[: max(0, len(layer) - delay)]
    return mixed


def ducking_gain(dialogue: FloatArray, ducking: Ducking) -> FloatArray:
    """Gain for music under a dialogue.

    Args:
        dialogue: (sample,) at `CATALOG_RATE_HZ`.
        ducking: how far and how fast.

    Returns:
        (sample,), 1 where nobody has spoken for a while.
    """
    num_frames = -(-len(dialogue) // _FRAME)
    padded = np.zeros(num_frames * _FRAME, np.float32)
    padded[: len(dialogue)] = dialogue
    power = np.mean(padded.reshape(num_frames, _FRAME) ** 2, axis=1)
    level_db = power_to_db(power + 1e-12)
    threshold_db = max(float(level_db.max(initial=_SILENT_DB)) - _SPEECH_RANGE_DB, _SILENT_DB)
    amount = _followed(level_db > threshold_db, ducking.attack_s, ducking.release_s)
    gain = 10 ** (-ducking.depth_db / 20 * amount)
    at = np.arange(len(dialogue)) / _FRAME - 0.5
    return np.interp(at, np.arange(num_frames), gain).astype(np.float32)


def limited(stems: FloatArray, hot: Hot) -> FloatArray:
    """Push a mixture into its ceiling.

    The mixture's gain over time goes to every stem, so what is lost in the sum is lost in the
    stems and they still add up to it.

    Args:
        stems: (stem, sample).
        hot: how hard, and with a limiter or by clipping.

    Returns:
        (stem, sample).
    """
    mixture = np.abs(stems.sum(axis=0))
    loud = float(np.percentile(mixture[::7], _LOUD_SHARE)) if mixture.size else 0.0
    if loud <= 0:
        return stems
    level = mixture * np.float32(db_to_amplitude(hot.drive_db) / loud)
    gain = _limiter_gain(level, hot.release_s) if hot.release_s > 0 else _clipping_gain(level)
    return np.asarray(stems * gain, np.float32)


def _clipping_gain(level: FloatArray) -> FloatArray:
    safe = np.maximum(level, np.float32(1e-4))
    return np.asarray(np.tanh(safe) / safe, np.float32)


def _limiter_gain(level: FloatArray, release_s: float) -> FloatArray:
    num_frames = -(-len(level) // _FRAME)
    padded = np.zeros(num_frames * _FRAME, np.float32)
    padded[: len(level)] = level
    peaks = padded.reshape(num_frames, _FRAME).max(axis=1)
    # a frame's neighbours are heeded, so the gain is down before the peak comes
    near = np.maximum(peaks, np.maximum(np.append(peaks[1:], 0), np.append(0, peaks[:-1])))
    wanted = np.minimum(1.0, 1.0 / np.maximum(near, 1e-6))
    keep = float(np.exp(-_FRAME / CATALOG_RATE_HZ / release_s))
    gain, now = np.empty(num_frames), 1.0
    for frame, least in enumerate(wanted.tolist()):
        now = min(least, 1.0 - (1.0 - now) * keep)
        gain[frame] = now
    at = np.arange(len(level)) / _FRAME - 0.5
    return np.interp(at, np.arange(num_frames), gain).astype(np.float32)


def _followed(
    active: npt.NDArray[np.bool_], attack_s: float, release_s: float
) -> npt.NDArray[np.float64]:
    """0 to 1 for each frame: rises while active, falls after, (frame,)."""
    step_s = _FRAME / CATALOG_RATE_HZ
    rise, fall = np.exp(-step_s / max(attack_s, 1e-3)), np.exp(-step_s / max(release_s, 1e-3))
    # a scene is cut out of a programme in which somebody may have spoken already
    now = 1.0 if active[:5].any() else 0.0
    amount = np.empty(len(active))
    for frame, is_active in enumerate(active.tolist()):
        now = 1 - (1 - now) * rise if is_active else now * fall
        amount[frame] = now
    return amount
