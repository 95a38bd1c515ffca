"""FFmpeg's sample formats as float32 with full scale 1.0."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.plane import AudioPlane

from cass_core.clips import FloatArray
from cass_core.errors import MediaError


@dataclass(frozen=True)
class _Scale:
    """How a number stands for a sample: 0 is silence `zero`, 1 lies `full` above."""

    dtype: str
    full: float
    zero: float


# by FFmpeg's name without its planar "p"; 24-bit sound comes as the upper bits of s32
_SCALES = {
    "u8": _Scale("u1", 2.0**7, 2.0**7),
    "s16": _Scale("i2", 2.0**15, 0.0),
    "s32": _Scale("i4", 2.0**31, 0.0),
    "s64": _Scale("i8", 2.0**63, 0.0),
    "flt": _Scale("f4", 1.0, 0.0),
    "dbl": _Scale("f8", 1.0, 0.0),
}


def float_samples(frame: AudioFrame, name: str) -> tuple[FloatArray, int]:
    """Samples of a decoded frame.

    Args:
        frame: of any sample format, planar or packed.
        name: the file, for messages.

    Returns:
        (channel, sample) with full scale 1.0, and how many samples were no numbers and became 0.

    Raises:
        MediaError: the format is unknown.
    """
    kind = frame.format.name.removesuffix("p")
    scale = _SCALES.get(kind)
    if scale is None:
        raise MediaError(f"{name} has samples of the unknown form {kind}; convert it to PCM.")
    raw = _planes(frame, scale.dtype)
    if kind in ("flt", "dbl"):
        samples = np.array(raw, np.float32, order="C")
        invalid = ~np.isfinite(samples)
        samples[invalid] = 0.0
        return samples, int(invalid.sum())
    # scaled in float64 so that every 24-bit value is exact, then rounded once
    scaled = (np.asarray(raw, np.float64) - scale.zero) / scale.full
    return np.ascontiguousarray(scaled, dtype=np.float32), 0


def _planes(frame: AudioFrame, dtype: str) -> npt.NDArray[np.generic]:
    """The stored numbers (channel, sample); a plane's padding is left out."""
    channels, length = frame.layout.nb_channels, frame.samples
    if frame.format.is_planar:
        # `frame.planes` counts until it meets a null, and eight channels have none: it crashes
        planes = [AudioPlane(frame, channel) for channel in range(channels)]
        return np.stack([np.frombuffer(memoryview(plane), dtype, length) for plane in planes])
    packed = np.frombuffer(memoryview(AudioPlane(frame, 0)), dtype, length * channels)
    return packed.reshape(length, channels).T
