"""The two ends of the scale: the mixture itself, and masks made from the true stems."""

import numpy as np
import torch

from cass_core.clips import AudioClip, FloatArray, SampleSpan
from cass_core.config import SpectrogramConfig
from cass_core.dsp.stft import analyse
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene
from cass_core.media.sound.array_source import ArraySource
from cass_core.model.front_end import FrontEnd
from cass_core.separation.flow.full_band import FullBand
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ


class MixtureBaseline:
    """Every stem is the mixture; an improvement of 0 dB by definition."""

    facts = ConditionFacts("mixture")

    def estimates(self, scene: KnownScene) -> FloatArray:
        """The mixture for each stem, (stem, sample)."""
        return np.repeat(scene.mixture[None], len(STEMS), axis=0)


class OracleMaskBaseline:
    """The ratio masks of the faithful rendering, from the true stems: its upper bound."""

    facts = ConditionFacts("oracle ratio mask")

    def estimates(self, scene: KnownScene) -> FloatArray:
        """(stem, sample), as if the model had been right."""
        grid = FrontEnd.of(SpectrogramConfig(rate_hz=CATALOG_RATE_HZ)).grid
        source = ArraySource(AudioClip(scene.mixture[None], CATALOG_RATE_HZ, "mono"))
        renderer = FullBand(source, grid)
        span = SampleSpan(0, source.num_samples)
        frames = renderer.band_frames_over(span)
        start = frames.first * grid.hop - grid.samples_before()
        known = ArraySource(AudioClip(scene.stems, CATALOG_RATE_HZ, "mono"))
        reach = known.read(SampleSpan(start, start + grid.num_samples(frames.count)))
        spectrograms = analyse(torch.from_numpy(reach), grid)
        return renderer.render(span, spectrograms, frames.first)[:, 0]
