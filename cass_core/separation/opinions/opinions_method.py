"""Several models' way through a programme: each separates, and their masks are averaged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.relayed import relayed
from cass_core.request.events import Grain
from cass_core.request.settings import SeparationSettings
from cass_core.separation.chunk_method import ChunkMethod, ChunkSteps, ChunkWork
from cass_core.separation.opinions.averaged_masks import AveragedMasks
from cass_core.stems.fallbacks import Fallback
from cass_core.visual.analysed_picture import AnalysedPicture


class OpinionsMethod:
    """Models on a device; chunks end where the first one needs another window."""

    def __init__(self, methods: Sequence[ChunkMethod], config: OpinionsConfig) -> None:
        self.methods, self.config = methods, config
        self.device = methods[0].device

    @property
    def grain(self) -> Grain:
        """What the first model hears at once."""
        return self.methods[0].grain

    def edges(self, source: AudioSource) -> Iterator[int]:
        """The first model's, a little earlier: averaging needs sound on both sides."""
        context = AveragedMasks.context(source.rate_hz)
        for edge in self.methods[0].edges(source):
            yield edge - context

    def begin(
        self,
        source: AudioSource,
        picture: AnalysedPicture | None,
        settings: SeparationSettings,
        fallbacks: Sequence[Fallback] = (),
    ) -> "OpinionsWork":
        """Prepare a run of each."""
        count = len(self.methods)
        works = [
            method.begin(source, picture, settings, _own(fallbacks, number, count))
            for number, method in enumerate(self.methods)
        ]
        weights = np.array([opinion.weights for opinion in self.config.opinions], np.float32)
        return OpinionsWork(works, source, AveragedMasks(source, weights))


class OpinionsWork:
    """One run of several models over a programme."""

    def __init__(
        self, works: Sequence[ChunkWork], source: AudioSource, masks: AveragedMasks
    ) -> None:
        self._works, self._source, self._masks = works, source, masks

    @property
    def warnings(self) -> list[str]:
        """What they had to fall back on, each sentence once."""
        return list(dict.fromkeys(s for work in self._works for s in work.warnings))

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """What each fell back to; whose it is stands in the place (see `_own`)."""
        count = len(self._works)
        return tuple(
            replace(fallback, start=fallback.start * count + number)
            for number, work in enumerate(self._works)
            for fallback in work.fallbacks
        )

    @property
    def disagreement(self) -> FloatArray:
        """(row, stem) of the span that was separated last, see `AveragedMasks`."""
        return self._masks.disagreement

    def stems(self, span: SampleSpan) -> ChunkSteps:
        """Separate a span with one after the other; yields where each of them does."""
        context = AveragedMasks.context(self._source.rate_hz)
        wide = SampleSpan(
            max(0, span.start - context), min(self._source.num_samples, span.stop + context)
        )
        opinions = []
        for number, work in enumerate(self._works):
            stems = yield from relayed(work.stems(wide), partial(_within, number, len(self._works)))
            opinions.append(stems)
        return self._masks.render(span, opinions, wide)


def _within(number: int, count: int, share: float) -> float:
    """Share of all models' work, from that of one."""
    return (number + share) / count


def _own(fallbacks: Sequence[Fallback], number: int, count: int) -> list[Fallback]:
    """Those of one model, with its own places."""
    return [
        replace(fallback, start=fallback.start // count)
        for fallback in fallbacks
        if fallback.start % count == number
    ]
