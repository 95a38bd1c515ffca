"""Stems in memory and requests for the tests of exports."""

from fractions import Fraction

import numpy as np

from cass_core.clips import AudioClip, SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.media.files.layout_names import num_channels
from cass_core.media.files.timecode import TimecodeRate
from cass_core.media.sound.array_source import ArraySource
from cass_core.programme.clock import ProgrammeClock
from cass_core.stem_names import STEMS


class ArrayStems:
    """A `StemReader` over arrays (stem, channel, sample) and (channel, sample)."""

    def __init__(self, stems, mixture, layout="stereo", rate_hz=48_000, covered=None):
        def source(samples):
            return ArraySource(AudioClip(np.asarray(samples, np.float32), rate_hz, layout))

        self.covered = (SampleSpan(0, mixture.shape[-1]),) if covered is None else covered
        self._stems = dict(zip(STEMS, map(source, stems), strict=True))
        self._mixture = source(mixture)

    def read(self, stem, span):
        return self._stems[stem].read(span)

    def read_mixture(self, span):
        return self._mixture.read(span)


def facts(num_samples, layout="stereo", rate_hz=48_000, reference=0, fps=25, drop=False, **names):
    """The programme; its names are those of a movie with letters outside ASCII."""
    return ProgrammeFacts(
        num_samples=num_samples,
        rate_hz=rate_hz,
        layout=layout,
        num_channels=num_channels(layout),
        start=ProgrammeClock.of_reference(reference, rate_hz, TimecodeRate(Fraction(fps), drop)),
        **({"project": "Film", "movie": "Szene 7 – Straße", "version": "take 2"} | names),
    )
