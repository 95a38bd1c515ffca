"""The tracks of an export, block by block, as floats and as they are stored."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.remix_sound import RemixSound, as_heard
from cass_core.delivery.sets.derived_tracks import with_derived
from cass_core.delivery.stem_reader import StemReader
from cass_core.media.sound.wave_writer import IntArray, to_steps
from cass_core.stem_names import MIXTURE_CODE, REMIX_CODE, STEMS
from cass_core.stems.integer_stems import integer_stems, refuse_broken_sum


class TrackBlocks:
    """Reads and encodes what an export asks for.

    Stems, mixture and what is derived of them are a set: one encoding, and integer samples that
    sum. The remix is apart.
    """

    def __init__(self, request: ExportRequest, stems: StemReader, sound: RemixSound) -> None:
        """Read nothing yet.

        Args:
            request: what is asked for.
            stems: where it comes from.
            sound: the remix.
        """
        self.sound = sound
        self.set_tracks = tuple(track for track in request.tracks if track != REMIX_CODE)
        self._stems = stems
        self._rebalance = request.rebalance
        self._applies_gains = request.apply_gains
        self._clips = request.full_scale == "clip"
        self._has_stems = bool(set(self.set_tracks) - {MIXTURE_CODE})
        self._has_remix = REMIX_CODE in request.tracks

    def read_set(self, span: SampleSpan) -> dict[str, FloatArray]:
        """Floats (channel, sample) of the mixture, and of all stems as soon as one is wanted."""
        blocks = {MIXTURE_CODE: self._stems.read_mixture(span)}
        if self._has_stems:
            blocks |= {stem.value: self._stems.read(stem, span) for stem in STEMS}
            refuse_broken_sum(blocks, span)
        if self._has_stems and self._applies_gains:
            for stem in STEMS:
                block = blocks[stem.value]
                blocks[stem.value] = as_heard(self._rebalance, stem, block, span.start)
        return blocks

    def floats(self, blocks: dict[str, FloatArray]) -> dict[str, FloatArray]:
        """What is asked for of blocks of `read_set`, as floats."""
        found = with_derived(blocks, self.set_tracks)
        return {track: found[track] for track in self.set_tracks}

    def coded_set(self, blocks: dict[str, FloatArray], bits: int) -> dict[str, IntArray]:
        """What is asked for of blocks of `read_set` in whole steps; stems are not clipped."""
        if self._clips:
            highest = np.float32(1 - 2.0 ** (1 - bits))
            ended = np.clip(blocks[MIXTURE_CODE], np.float32(-1), highest)
            blocks = blocks | {MIXTURE_CODE: ended}
        if self._has_stems and not self._applies_gains:
            coded = integer_stems(blocks, bits)
        else:
            coded = {track: to_steps(block, bits) for track, block in blocks.items()}
        found = with_derived(coded, self.set_tracks)
        return {track: found[track] for track in self.set_tracks}

    def encoded(
        self, span: SampleSpan, encodings: dict[str, Encoding]
    ) -> dict[str, IntArray | FloatArray]:
        """All tracks as their files take them.

        Args:
            span: on the programme's sample axis.
            encodings: by track; those of the set are the same.

        Returns:
            (channel, sample) by track.
        """
        found: dict[str, npt.NDArray[np.int64] | FloatArray] = {}
        if self.set_tracks:
            blocks = self.read_set(span)
            encoding = encodings[self.set_tracks[0]]
            if encoding.is_integer:
                found |= self.coded_set(blocks, encoding.bits)
            else:
                found |= self.floats(blocks)
        if self._has_remix:
            encoding = encodings[REMIX_CODE]
            if encoding.is_integer:
                found[REMIX_CODE] = self.sound.read_steps(span, encoding.bits)
            else:
                found[REMIX_CODE] = self.sound.read(span)
        return found
