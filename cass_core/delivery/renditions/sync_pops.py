"""Pops that keep a reel in sync: one frame of 1 kHz in every file, the subwoofer left out."""

from collections.abc import Mapping, Sequence

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import db_to_amplitude
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.media.files.layout_names import channel_names
from cass_core.media.sound.wave_writer import IntArray, to_steps
from cass_core.spans import overlap

_LEVEL_DB, _FREQUENCY_HZ = -20.0, 1000.0


def add_pops(
    encoded: Mapping[str, IntArray | FloatArray],
    span: SampleSpan,
    pops: Sequence[SampleSpan],
    facts: ProgrammeFacts,
    encodings: Mapping[str, Encoding],
) -> None:
    """Put the pops that lie within a block into every track.

    Args:
        encoded: (channel, sample) by track, as the files take them; changed in place.
        span: of the block.
        pops: where they are, in silence.
        facts: rate and layout.
        encodings: by track.
    """
    heard = [n for n, name in enumerate(channel_names(facts.layout)) if "LFE" not in name]
    for pop in pops:
        part = overlap(pop, span)
        if part.num_samples <= 0:
            continue
        places = np.arange(part.start - pop.start, part.stop - pop.start)
        tone = np.sin(2 * np.pi * _FREQUENCY_HZ * places / facts.rate_hz)
        tone *= db_to_amplitude(_LEVEL_DB)
        here = slice(part.start - span.start, part.stop - span.start)
        for track, block in encoded.items():
            own = encodings[track]
            block[heard, here] += to_steps(tone, own.bits) if own.is_integer else tone
