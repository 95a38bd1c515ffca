"""The rebalanced sum of the stems, to be written in place of the mixture."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.dither import triangular_dither
from cass_core.delivery.stem_reader import StemReader
from cass_core.media.sound.wave_writer import IntArray, to_steps
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.integer_stems import fits
from cass_core.stems.rebalance import Rebalance

# a second and a half of a 5.1 programme, so that a cancelled export ends at once
BLOCK_SAMPLES = 1 << 16


@dataclass(frozen=True)
class RemixSound:
    """Reads the remix of stems; a neutral one is the mixture itself, bit for bit.

    Attributes:
        stems: what is mixed.
        rebalance: how.
        factor: amplitude of the whole, under 1 where it was turned down to fit.
        dither: whether 16 bits are dithered; a neutral remix never is.
    """

    stems: StemReader
    rebalance: Rebalance
    factor: float = 1.0
    dither: bool = False

    def read(self, span: SampleSpan) -> FloatArray:
        """The remix as (channel, sample)."""
        if self.rebalance.is_neutral:
            mixed = self.stems.read_mixture(span)
        else:
            parts = np.stack([self.stems.read(stem, span) for stem in STEMS])
            mixed = self.rebalance.mixed(parts, span.start)
        return mixed if self.factor == 1.0 else mixed * np.float32(self.factor)

    def read_steps(self, span: SampleSpan, bits: int) -> IntArray:
        """The remix as (channel, sample) in whole steps of that many bits, not clipped."""
        return self.steps(self.read(span), span, bits)

    def steps(self, block: FloatArray, span: SampleSpan, bits: int) -> IntArray:
        """A block that `read` gave, in whole steps."""
        if not self.dither or bits != 16 or self.rebalance.is_neutral:
            return to_steps(block, bits)
        return to_steps(block + triangular_dither(span, block.shape[0], bits), bits)


@dataclass(frozen=True)
class RemixPeak:
    """The loudest sample of a remix.

    Attributes:
        amplitude: full scale is 1.0.
        fits: whether integers hold all of it.
        position: samples measured so far.
    """

    amplitude: float = 0.0
    fits: bool = True
    position: int = 0

    def with_block(self, sound: RemixSound, span: SampleSpan, bits: int) -> "RemixPeak":
        """The peak after one more block."""
        block = sound.read(span)
        peak = float(np.max(np.abs(block), initial=self.amplitude))
        is_inside = fits(sound.steps(block, span, bits), bits)
        return RemixPeak(peak, self.fits and is_inside, self.position + span.num_samples)

    def scaled(self, factor: float, bits: int) -> "RemixPeak":
        """The peak of the same remix under another gain."""
        amplitude = self.amplitude * factor
        return RemixPeak(amplitude, amplitude < 1 - 3 * 2.0 ** (1 - bits), self.position)

    def fitting_factor(self, bits: int) -> float:
        """The factor that brings the peak under full scale, dither included."""
        return (2 ** (bits - 1) - 3) / 2 ** (bits - 1) / max(self.amplitude, 1e-9)


def measured_peak(sound: RemixSound, span: SampleSpan, bits: int) -> Iterator[RemixPeak]:
    """Read all of a remix and measure it; yields after each block, at least once."""
    peak = RemixPeak()
    yield peak
    for part in span.blocks(BLOCK_SAMPLES):
        peak = peak.with_block(sound, part, bits)
        yield peak


def as_heard(rebalance: Rebalance, stem: Stem, block: FloatArray, start: int) -> FloatArray:
    """One stem as it goes into the remix: gain, gain line, mute, solo and master.

    Args:
        rebalance: how all stems are heard.
        stem: which one the block is of.
        block: (channel, sample).
        start: its first sample on the programme's axis.

    Returns:
        (channel, sample).
    """
    alone = np.zeros((len(STEMS), *block.shape), np.float32)
    alone[STEMS.index(stem)] = block
    return rebalance.mixed(alone, start)
