"""The sound tracks of a movie that is written: what they hold, what fits, what they are called."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_plan import Measured, measured_tracks
from cass_core.delivery.export_request import ExportRequest, MovieExport, ProgrammeFacts
from cass_core.delivery.remix_sound import RemixSound
from cass_core.delivery.sets.track_files import speaker_names
from cass_core.delivery.stem_reader import StemReader
from cass_core.delivery.track_blocks import TrackBlocks
from cass_core.errors import OutputError
from cass_core.media.remux.movie_formats import MovieFormat
from cass_core.media.remux.sound_encoder import NewSound
from cass_core.stem_names import MIXTURE_CODE, REMIX_CODE, track_label
from cass_core.stems.null_measure import dbfs

_WITHOUT_SPEECH = {"FX", "MX", "ME"}
_NO_LANGUAGE = "zxx"  # of what nobody speaks in, in ISO 639-2


@dataclass(frozen=True)
class MoviePlan:
    """How the sound of a movie is written.

    Attributes:
        chosen: the format, which full scale may have made float.
        sound: the remix, turned down where that was wanted.
        notices: what the editor must know.
    """

    chosen: MovieFormat
    sound: RemixSound
    notices: tuple[str, ...] = ()


def sound_request(request: MovieExport, facts: ProgrammeFacts, bits: int) -> ExportRequest:
    """The movie's tracks as an export of files asks for them; 32 bits are float."""
    return ExportRequest(
        request.tracks,
        SampleSpan(0, facts.num_samples),
        Encoding("wav", bits),
        request.target.parent,
        rebalance=request.rebalance,
        apply_gains=request.apply_gains,
        overs=request.overs,
    )


def measured_sound(
    request: MovieExport, stems: StemReader, facts: ProgrammeFacts
) -> Generator[int, None, Measured]:
    """Read everything once and see what integers hold; yields samples done."""
    return measured_tracks(sound_request(request, facts, request.chosen.bits or 24), stems)


def planned_sound(request: MovieExport, stems: StemReader, measured: Measured) -> MoviePlan:
    """A format that holds the tracks, or a remix that fits the format, and what to say.

    Args:
        request: what is wanted.
        stems: where it comes from.
        measured: what integers hold.

    Returns:
        How to write the sound.

    Raises:
        OutputError: something passes full scale, and the format has no float.
    """
    plan = MoviePlan(request.chosen, RemixSound(stems, request.rebalance))
    if request.apply_gains and set(request.tracks) - {REMIX_CODE, MIXTURE_CODE}:
        words = "The stems carry their gains, so they do not sum to the original mixture."
        plan = replace(plan, notices=(words,))
    if not measured.set_fits:
        plan = _with_loud_set(plan, request.chosen)
    if measured.remix is not None and not measured.remix.fits:
        over_db = f"{dbfs(measured.remix.amplitude):.1f} dB"
        if request.overs == "lower":
            factor = measured.remix.fitting_factor(request.chosen.bits or 24)
            words = f"The remix passed full scale by {over_db} and was turned down to fit."
            sound = replace(plan.sound, factor=factor)
            return replace(plan, sound=sound, notices=(*plan.notices, words))
        plan = _with_loud_remix(plan, request.chosen, over_db)
    return plan


def _with_loud_set(plan: MoviePlan, chosen: MovieFormat) -> MoviePlan:
    loud = chosen.as_float()
    if loud is None:
        raise OutputError(
            f"A track passes full scale, which {chosen.label} cannot hold; choose MOV."
        )
    words = "A track passes full scale; players may clip it."
    if loud.is_lossless:
        words = "A track passes full scale, so the sound is 32-bit float."
    return replace(plan, chosen=loud, notices=(*plan.notices, words))


def _with_loud_remix(plan: MoviePlan, chosen: MovieFormat, over_db: str) -> MoviePlan:
    loud = chosen.as_float()
    if loud is None:
        raise OutputError(
            f"The remix passes full scale by {over_db}, which {chosen.label} cannot hold; "
            "lower the master or choose MOV."
        )
    words = f"The remix passes full scale by {over_db}, so its sound is 32-bit float."
    if not loud.is_lossless:
        words = f"The remix passes full scale by {over_db}; players may clip it."
    return replace(plan, chosen=loud, notices=(*plan.notices, words))


def new_sounds(
    request: MovieExport,
    facts: ProgrammeFacts,
    stems: StemReader,
    plan: MoviePlan,
    start_s: Fraction,
    language: str,
) -> list[NewSound]:
    """The tracks as encoders read them.

    Args:
        request: what is wanted.
        facts: the programme.
        stems: where it comes from.
        plan: how it is written.
        start_s: media time of the first sample.
        language: of the sound that is replaced, three letters; empty where nobody knows.

    Returns:
        One sound a track, or one for each of its channels. One alone keeps the name of what it
        replaces.
    """
    wanted = sound_request(request, facts, plan.chosen.bits or 32)
    encodings = dict.fromkeys(request.tracks, wanted.encoding)
    shared = _SharedBlocks(TrackBlocks(wanted, stems, plan.sound), encodings)
    is_alone = request.tracks == (REMIX_CODE,)
    sounds = [
        NewSound(
            rate_hz=facts.rate_hz,
            layout=facts.layout,
            num_channels=facts.num_channels,
            num_samples=facts.num_samples,
            start_s=start_s,
            read=partial(shared.read, track),
            title="" if is_alone else track_label(track),
            language=_NO_LANGUAGE if track in _WITHOUT_SPEECH else language,
        )
        for track in request.tracks
    ]
    if not request.mono or facts.num_channels == 1:
        return sounds
    return [one for sound in sounds for one in _channels(sound)]


def _channels(sound: NewSound) -> list[NewSound]:
    """A sound for each channel, named by its loudspeaker."""

    def channel(number: int, span: SampleSpan) -> npt.NDArray[Any]:
        return sound.read(span)[number : number + 1]

    return [
        replace(
            sound,
            layout="mono",
            num_channels=1,
            read=partial(channel, number),
            title=f"{sound.title} {speaker}".strip(),
        )
        for number, speaker in enumerate(speaker_names(sound.layout))
    ]


def decoded_again(sound: NewSound, chosen: MovieFormat, span: SampleSpan) -> FloatArray:
    """What a lossless codec gives back of a sound, as (channel, sample)."""
    scale = 2.0 ** (1 - chosen.bits) if chosen.bits else 1.0
    return (sound.read(span) * scale).astype(np.float32)


class _SharedBlocks:
    """Reads all tracks of a block at once, for encoders that ask for them in turn."""

    def __init__(self, blocks: TrackBlocks, encodings: dict[str, Encoding]) -> None:
        self._blocks, self._encodings = blocks, encodings
        self._span: SampleSpan | None = None
        self._found: dict[str, npt.NDArray[Any]] = {}

    def read(self, track: str, span: SampleSpan) -> npt.NDArray[Any]:
        """A track's samples as (channel, sample), in whole steps or float."""
        if span != self._span:
            self._found = dict(self._blocks.encoded(span, self._encodings))
            self._span = span
        return self._found[track]
