"""How much of a clip is speech, after Silero's voice detector where it is installed."""

import importlib.util
import logging
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

FRAME_SAMPLES = 512  # the detector's step at 16 kHz

_SPEECH_PROBABILITY = 0.5
_SNIPPET_SAMPLES = 10 * CATALOG_RATE_HZ // FRAME_SAMPLES * FRAME_SAMPLES
_PROBE_SAMPLES = 60 * CATALOG_RATE_HZ
_BATCH = 96
_PEAK = 0.7  # the detector misses quiet speech, so every clip is raised to one peak

_log = logging.getLogger(__name__)


def speech_shares(clips: Sequence[FloatArray]) -> list[float] | None:
    """Share of the frames that hold speech, for each clip.

    Clips of more than three minutes are heard at their first, middle and last minute.

    Args:
        clips: each (sample,) at the catalogue's rate.

    Returns:
        One number from 0 to 1 a clip, or None where no detector is installed.
    """
    detector = _detector()
    if detector is None:
        return None
    snippets = [(row, part) for row, clip in enumerate(clips) for part in _snippets(clip)]
    # snippets of like length share a batch, so little of it is padding
    snippets.sort(key=lambda snippet: len(snippet[1]))
    speech, heard = np.zeros(len(clips)), np.zeros(len(clips))
    for at in range(0, len(snippets), _BATCH):
        batch = snippets[at : at + _BATCH]
        for (row, part), frames in zip(batch, _speech_frames(detector, batch), strict=True):
            num_frames = max(len(part) // FRAME_SAMPLES, 1)
            speech[row] += int(frames[:num_frames].sum())
            heard[row] += num_frames
    return [float(share) for share in speech / np.maximum(heard, 1)]


def _snippets(clip: FloatArray) -> list[FloatArray]:
    if len(clip) > 3 * _PROBE_SAMPLES:
        middle = (len(clip) - _PROBE_SAMPLES) // 2
        minutes = [clip[at : at + _PROBE_SAMPLES] for at in (0, middle, len(clip) - _PROBE_SAMPLES)]
        clip = np.concatenate(minutes)
    raised = clip * np.float32(_PEAK / max(float(np.abs(clip).max(initial=0.0)), 1e-6))
    return [raised[at : at + _SNIPPET_SAMPLES] for at in range(0, len(clip), _SNIPPET_SAMPLES)]


def _speech_frames(
    detector: Any,  # noqa: ANN401
    batch: Sequence[tuple[int, FloatArray]],
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether each frame holds speech: (snippet, frame)."""
    longest = max(len(part) for _, part in batch)
    num_frames = -(-longest // FRAME_SAMPLES)
    padded = torch.zeros(len(batch), num_frames * FRAME_SAMPLES)
    for row, (_, part) in enumerate(batch):
        padded[row, : len(part)] = torch.from_numpy(part)
    with torch.inference_mode():
        detector.reset_states()
        steps = [
            detector(padded[:, at : at + FRAME_SAMPLES], CATALOG_RATE_HZ).reshape(-1)
            for at in range(0, padded.shape[1], FRAME_SAMPLES)
        ]
        return (torch.stack(steps, dim=1) > _SPEECH_PROBABILITY).numpy()


@lru_cache(maxsize=1)
def _detector() -> Any | None:  # noqa: ANN401
    # the package's own __init__ imports torchaudio, which need not work, so only its file is used
    spec = importlib.util.find_spec("silero_vad")
    path = Path(spec.origin).parent / "data" / "silero_vad.jit" if spec and spec.origin else None
    if path is None or not path.exists():
        _log.warning("silero-vad is not installed: effects and music are not searched for speech.")
        return None
    detector = torch.jit.load(str(path))
    detector.eval()
    return detector
