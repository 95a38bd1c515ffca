"""Where a programme is digitally silent, its stems are, too."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioSource, FloatArray, SampleSpan

_LEAST_S = 0.005  # shorter runs of zeros are sound that passes through zero


def keep_silent(stems: FloatArray, source: AudioSource, span: SampleSpan) -> None:
    """Set stems to zero where the mixture is, so that no ghosts are left that only cancel.

    Args:
        stems: (stem, channel, sample) of the span; changed in place.
        source: the mixture.
        span: which samples.
    """
    silent = silent_samples(source, span)
    if silent is not None:
        stems[:, silent] = 0.0


def silent_samples(source: AudioSource, span: SampleSpan) -> npt.NDArray[np.bool_] | None:
    """The samples that lie in a run of zeros of 5 ms or more.

    Args:
        source: the mixture.
        span: which samples; the answer does not depend on where it begins and ends.

    Returns:
        (channel, sample); None where there are none.
    """
    least = max(1, round(_LEAST_S * source.rate_hz))
    wide = SampleSpan(span.start - least + 1, span.stop + least - 1)
    is_zero = source.read(wide) == 0
    is_zero[:, : max(0, -wide.start)] = False  # what is outside makes no run longer
    is_zero[:, max(0, source.num_samples - wide.start) :] = False
    counts = np.zeros((is_zero.shape[0], is_zero.shape[1] + 1), np.int64)
    np.cumsum(is_zero, axis=1, out=counts[:, 1:])
    begins = counts[:, least:] - counts[:, :-least] == least  # a run begins at this sample
    if not begins.any():
        return None
    runs = np.zeros((is_zero.shape[0], begins.shape[1] + 1), np.int64)
    np.cumsum(begins, axis=1, out=runs[:, 1:])
    return runs[:, least:] - runs[:, :-least] > 0
