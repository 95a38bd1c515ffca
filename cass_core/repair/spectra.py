"""Spectra of stems over some frames, and what repairs change of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import OVERLAP, Grid
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.readable_stems import ReadableStems

Spectrum = npt.NDArray[np.complex128]


@dataclass(frozen=True)
class Box:
    """Frames and bins of spectra.

    Attributes:
        frames: of the programme, all of them among those of the spectra.
        bins: of a frame.
    """

    frames: range
    bins: range

    @property
    def is_empty(self) -> bool:
        """Whether it holds no cell."""
        return not (len(self.frames) and len(self.bins))


class Spectra:
    """Stems over some frames; changes are kept apart, so that what is untouched stays exact."""

    def __init__(
        self,
        read: Callable[[Stem, SampleSpan], FloatArray],
        num_channels: int,
        frames: range,
        grid: Grid,
        others: Mapping[str, ReadableStems] | None = None,
    ) -> None:
        """Read nothing yet; a stem is read when it is first asked for.

        Args:
            read: gives a stem's samples (channel, sample) of a span, zeros outside the programme.
            num_channels: of each stem.
            frames: consecutive frames.
            grid: where they lie.
            others: other separations of the programme, by name.
        """
        self.frames, self.grid = frames, grid
        self._others = others or {}
        self._of_others: dict[tuple[str, Stem], Spectrum] = {}
        self._read, self._num_channels = read, num_channels
        self._before: dict[Stem, Spectrum] = {}
        self._change: dict[Stem, Spectrum] = {}

    def now(self, stem: Stem, box: Box) -> Spectrum:
        """A stem after the changes so far: (channel, frame, bin)."""
        if stem not in self._before:
            sound = self._read(stem, self.grid.samples_of(self.frames))
            self._before[stem] = analysed(sound, self.grid)
        here = self._here(box)
        found = self._before[stem][here]
        return found + self._change[stem][here] if stem in self._change else found

    def of_other(self, name: str, stem: Stem, box: Box) -> Spectrum:
        """A stem of another separation, which is there: (channel, frame, bin)."""
        if (name, stem) not in self._of_others:
            sound = self._others[name].read(stem, self.grid.samples_of(self.frames))
            self._of_others[name, stem] = analysed(sound, self.grid)
        return self._of_others[name, stem][self._here(box)]

    def known_of_other(self, name: str, box: Box) -> npt.NDArray[np.bool_]:
        """The frames that lie wholly within what another separation holds: (frame,)."""
        known = np.zeros(len(box.frames), np.bool_)
        other = self._others.get(name)
        for part in other.covered if other else ():
            # nothing lies beyond the programme's ends that could be missing
            first = -np.inf if part.start <= 0 else part.start
            last = np.inf if other and part.stop >= other.num_samples else part.stop
            middles = np.arange(box.frames.start, box.frames.stop) * self.grid.hop
            half = self.grid.n_fft // 2
            known |= (middles - half >= first) & (middles + half <= last)
        return known

    def move(self, source: Stem, target: Stem, box: Box, what: Spectrum) -> None:
        """Take cells out of one stem and put them into another."""
        taken, given = self._changed(source, box), self._changed(target, box)
        taken -= what
        given += what

    def changes(self, kept: SampleSpan) -> dict[Stem, FloatArray]:
        """What is added to each stem that changed, (channel, sample); they sum to nothing.

        Args:
            kept: the samples that are wanted, all of whose frames are there.

        Returns:
            By stem, in the order of `STEMS`.
        """
        changed = [stem for stem in STEMS if stem in self._change]
        first = self.grid.samples_of(self.frames).start
        here = slice(kept.start - first, kept.stop - first)
        *others, rest = changed
        made = {
            stem: synthesised(self._change[stem], self.grid)[:, here].astype(np.float32)
            for stem in others
        }
        total = np.sum([change.astype(np.float64) for change in made.values()], axis=0)
        return made | {rest: (-total).astype(np.float32)}

    @property
    def is_changed(self) -> bool:
        """Whether anything was moved."""
        return bool(self._change)

    def _changed(self, stem: Stem, box: Box) -> Spectrum:
        """A view of what is added to a stem."""
        if stem not in self._change:
            shape = (self._num_channels, len(self.frames), self.grid.num_bins)
            self._change[stem] = np.zeros(shape, np.complex128)
        return self._change[stem][self._here(box)]

    def _here(self, box: Box) -> tuple[slice, slice, slice]:
        first = self.frames.start
        times = slice(box.frames.start - first, box.frames.stop - first)
        return slice(None), times, slice(box.bins.start, box.bins.stop)


def analysed(sound: FloatArray, grid: Grid) -> Spectrum:
    """Spectra (channel, frame, bin) of samples that begin and end with a whole frame.

    A sample that is no number counts as silence, or it would fill all bins.
    """
    if not np.isfinite(sound.sum(dtype=np.float64)):
        sound = np.nan_to_num(sound, posinf=1.0, neginf=-1.0)
    frames = np.lib.stride_tricks.sliding_window_view(sound, grid.n_fft, axis=1)
    return np.fft.rfft(frames[:, :: grid.hop] * _window(grid.n_fft))


def synthesised(spectra: Spectrum, grid: Grid) -> npt.NDArray[np.float64]:
    """Samples (channel, sample) of spectra; where all frames are there, those of `analysed`."""
    num_channels, num_frames, _ = spectra.shape
    frames = np.fft.irfft(spectra, grid.n_fft)
    frames *= _window(grid.n_fft)
    hops = frames.reshape(num_channels, num_frames, OVERLAP, grid.hop)
    sound = np.zeros((num_channels, num_frames - 1 + OVERLAP, grid.hop))
    for late in reversed(range(OVERLAP)):  # each sample sums its frames from the first one on
        sound[:, late : late + num_frames] += hops[:, :, late]
    return sound.reshape(num_channels, -1)


def gain_of(shares: FloatArray, frames: range, span: SampleSpan, grid: Grid) -> FloatArray:
    """What multiplying all bins of each frame by its share makes of samples, without transforms.

    Args:
        shares: (frame,).
        frames: all that reach over the span.
        span: samples.
        grid: where frames lie.

    Returns:
        (sample,) factors.
    """
    first = grid.samples_of(frames).start
    gain = np.zeros((len(frames) - 1 + OVERLAP) * grid.hop)
    squares = _window(grid.n_fft) ** 2
    for number, share in enumerate(shares.tolist()):
        start = number * grid.hop
        gain[start : start + grid.n_fft] += share * squares
    return gain[span.start - first : span.stop - first].astype(np.float32)


@lru_cache(maxsize=8)
def _window(n_fft: int) -> npt.NDArray[np.float64]:
    """A sine, scaled so that its squares over all frames sum to 1."""
    places = (np.arange(n_fft) + 0.5) / n_fft
    return np.sin(np.pi * places) / np.sqrt(OVERLAP / 2)
