"""What playback reads: the mixture, and the stems of a version where there are any."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.spans import overlap
from cass_core.stem_names import LANE_CODES, STEMS
from cass_core.stems.patched_stems import CROSSFADE_S
from cass_core.stems.readable_stems import ReadableStems


@dataclass(frozen=True)
class Lanes:
    """Mixture and stems of one span.

    Attributes:
        sound: (lane, channel, sample) in the order of `LANE_CODES`.
        cover: (sample,), 1 where the stems are heard, 0 where only the mixture is there; ramps
            of 10 ms within the separated parts.
    """

    sound: FloatArray
    cover: FloatArray


@dataclass(frozen=True)
class SoundTracks:
    """The sound of a programme.

    Attributes:
        mixture: the decoded sound; what is not decoded yet reads as zeros.
        stems: the version that is heard; None before the first separation.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_samples: length of the programme.
    """

    mixture: AudioSource
    stems: ReadableStems | None
    rate_hz: int
    layout: str
    num_samples: int

    def read(self, span: SampleSpan) -> Lanes:
        """Mixture and stems of a span; silence outside the programme."""
        mixture = self.mixture.read(span)
        sound = np.zeros((len(LANE_CODES), *mixture.shape), np.float32)
        sound[0] = mixture
        cover = self._cover(span)
        if self.stems is not None and cover.any():
            for lane, stem in enumerate(STEMS, start=1):
                sound[lane] = self.stems.read(stem, span)
        return Lanes(sound, cover)

    def _cover(self, span: SampleSpan) -> FloatArray:
        cover = np.zeros(span.num_samples, np.float32)
        for part in self.stems.covered if self.stems is not None else ():
            here = overlap(part, span)
            if here.num_samples > 0:
                inside = slice(here.start - span.start, here.stop - span.start)
                cover[inside] = self._ramps(part, here)
        return cover

    def _ramps(self, part: SampleSpan, here: SampleSpan) -> FloatArray:
        """Rises and falls within a separated part; the programme's ends are no edges."""
        fade = max(1, round(CROSSFADE_S * self.rate_hz))
        places = np.arange(here.start, here.stop) + 0.5
        up = (places - part.start) / fade if part.start > 0 else np.ones(len(places))
        down = (part.stop - places) / fade if part.stop < self.num_samples else up
        return np.minimum(np.minimum(up, down), 1.0).astype(np.float32)
