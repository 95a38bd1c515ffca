"""Takes laid over each other: the stems of one programme from several folders."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.errors import StemSetError
from cass_core.request.identity import StemSetIdentity
from cass_core.spans import overlap, union
from cass_core.stem_names import Stem
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.readable_stems import StemSource
from cass_core.stems.stem_set import StemSet

CROSSFADE_S = 0.01

_Read = Callable[[SampleSpan], FloatArray]


@dataclass(frozen=True)
class _Layer:
    """What one take covers now.

    Attributes:
        take: the folder's reader.
        covered: the separated part, on the programme's axis.
        length: samples of the programme.
        fade: samples of a crossfade.
    """

    take: StemSet
    covered: SampleSpan
    length: int
    fade: int

    def weights(self, span: SampleSpan) -> FloatArray:
        """Share of this take where another lies below it, for a span inside `covered`; (sample,).

        Rises and falls within the take's own edges; the programme's own ends are no edges.
        """
        places = np.arange(span.start, span.stop, dtype=np.float64) + 0.5
        weights = np.ones(span.num_samples)
        if self.covered.start > 0:
            weights = np.minimum(weights, (places - self.covered.start) / self.fade)
        if self.covered.stop < self.length:
            weights = np.minimum(weights, (self.covered.stop - places) / self.fade)
        return weights.astype(np.float32)

    def is_plain(self, span: SampleSpan) -> bool:
        """Whether the weights of a span are 1 throughout."""
        starts_plain = self.covered.start <= 0 or span.start >= self.covered.start + self.fade
        stops_plain = self.covered.stop >= self.length or (
            span.stop <= self.covered.stop - self.fade
        )
        return starts_plain and stops_plain


class PatchedStems(Closable):
    """The stems of a version: an upper take covers the lower ones, with short crossfades.

    Wherever anything is separated, DX + FX + MX equals the mixture, across crossfades too: one
    share is used for all stems, and the mixtures of all takes are the same sound. Reading is safe
    from several threads, also while `refresh` runs.
    """

    def __init__(self, takes: Sequence[StemSet]) -> None:
        """Lay takes over each other; they are closed together with this object.

        Args:
            takes: at least one, the lowest first, all of the same programme.

        Raises:
            StemSetError: the takes do not belong to the same programme.
        """
        if not takes:
            raise StemSetError("A version needs at least one separation; separate the movie first.")
        self._takes = tuple(takes)
        first = takes[0].manifest.identity
        for take in takes[1:]:
            own = take.manifest.identity
            shape = (own.rate_hz, own.num_channels, own.num_samples)
            if shape != (first.rate_hz, first.num_channels, first.num_samples):
                raise StemSetError(
                    f"{take.folder} has another rate, length or number of channels than "
                    f"{takes[0].folder}; separate the movie again."
                )
        self._identity = first
        self._positions = [take.manifest.position for take in takes]
        self._layers = self._laid()

    @classmethod
    def open(cls, folders: Sequence[Path]) -> Self:
        """Open folders of stems, the lowest first.

        Args:
            folders: at least one.

        Returns:
            The stems, open for reading.

        Raises:
            StemSetError: a folder is missing or damaged, or belongs to another programme.
        """
        with ExitStack() as opening:
            takes = [opening.enter_context(StemSet.open(folder)) for folder in folders]
            stems = cls(takes)
            opening.pop_all()
        return stems

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._identity.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._identity.layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self._identity.num_channels

    @property
    def num_samples(self) -> int:
        """Exact length of the programme."""
        return self._identity.num_samples

    @property
    def identities(self) -> tuple[StemSetIdentity, ...]:
        """What each take was made of and with, the lowest first."""
        return tuple(take.manifest.identity for take in self._takes)

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, in rising order and without overlaps."""
        return union(layer.covered for layer in self._layers)

    @property
    def is_complete(self) -> bool:
        """Whether no take is still growing."""
        return all(
            position >= take.span.stop
            for take, position in zip(self._takes, self._positions, strict=True)
        )

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples of a span of the programme; zeros where nothing is separated.

        Args:
            stem: which stem.
            span: on the programme's sample axis.

        Returns:
            (channel, sample).
        """
        return self._patched(
            [(layer, layer.take.source(stem).read) for layer in self._layers], span
        )

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """As `read`, of the mixture."""
        readers = [(layer, layer.take.mixture_source.read) for layer in self._layers]
        return self._patched(readers, span)

    def source(self, stem: Stem) -> StemSource:
        """A stem as an `AudioSource` over the whole programme."""
        return StemSource(self, stem)

    def refresh(self) -> bool:
        """Look how far growing takes are.

        Returns:
            Whether more is separated than before.

        Raises:
            StemSetError: a manifest is damaged or gone.
        """
        before = list(self._positions)
        for index, take in enumerate(self._takes):
            if self._positions[index] < take.span.stop:
                self._positions[index] = load_manifest(take.folder).position
        if self._positions == before:
            return False
        self._layers = self._laid()  # one assignment, so that readers see the old or the new
        return True

    def close(self) -> None:
        """Close the files."""
        for take in self._takes:
            take.close()

    def _laid(self) -> tuple[_Layer, ...]:
        fade = max(1, round(CROSSFADE_S * self.rate_hz))
        return tuple(
            _Layer(take, SampleSpan(take.span.start, position), self.num_samples, fade)
            for take, position in zip(self._takes, self._positions, strict=True)
        )

    def _patched(self, readers: Sequence[tuple[_Layer, _Read]], span: SampleSpan) -> FloatArray:
        out = np.zeros((self.num_channels, span.num_samples), np.float32)
        known = np.zeros(span.num_samples, np.bool_)
        for layer, read in readers:
            part = overlap(layer.covered, span)
            if part.num_samples <= 0:
                continue
            here = slice(part.start - span.start, part.stop - span.start)
            offset = layer.take.span.start
            block = read(SampleSpan(part.start - offset, part.stop - offset))
            if not layer.is_plain(part) and known[here].any():
                share = np.where(known[here], layer.weights(part), np.float32(1)).astype(np.float32)
                block = share * block + (1 - share) * out[:, here]
            out[:, here] = block
            known[here] = True
        return out
