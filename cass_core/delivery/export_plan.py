"""What integers would do to the tracks of an export, and how they are written for it."""

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np

from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.remix_sound import BLOCK_SAMPLES, RemixPeak, RemixSound
from cass_core.delivery.renditions.scaled_stems import ScaledStems
from cass_core.delivery.stem_reader import StemReader
from cass_core.delivery.track_blocks import TrackBlocks
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.stem_names import ME_CODE, MIXTURE_CODE, REMIX_CODE, Stem
from cass_core.stems.integer_stems import fits
from cass_core.stems.line import is_flat
from cass_core.stems.null_measure import dbfs
from cass_core.stems.rebalance import StemGain

_MARGIN_STEPS = 4  # what rounding three stems may add to the last one


@dataclass(frozen=True)
class Measured:
    """What integers would do to the tracks.

    Attributes:
        set_fits: whether they hold the stems and the mixture.
        remix: the remix's peak; None where it is not written.
        set_peak: highest amplitude of the set's tracks.
        mixture_peak: highest amplitude of the mixture.
    """

    set_fits: bool = True
    remix: RemixPeak | None = None
    set_peak: float = 0.0
    mixture_peak: float = 0.0


@dataclass(frozen=True)
class ExportPlan:
    """How the files are written, once it is known what fits.

    Attributes:
        encodings: by track.
        stems: where they come from, turned down where that was wanted.
        sound: the remix, turned down where that was wanted.
        notices: what the editor must know.
    """

    encodings: dict[str, Encoding]
    stems: StemReader
    sound: RemixSound
    notices: tuple[str, ...]


def measured_tracks(request: ExportRequest, stems: StemReader) -> Generator[int, None, Measured]:
    """Read everything once and see what integers hold; yields samples done."""
    measured = Measured()
    if not request.encoding.is_integer:
        return measured
    bits = request.encoding.bits
    sound = RemixSound(stems, request.rebalance, 1.0, request.dither)
    blocks = TrackBlocks(request, stems, sound)
    remix = RemixPeak() if REMIX_CODE in request.tracks else None
    needs_peak = request.full_scale != "float"
    for span in request.span.blocks(BLOCK_SAMPLES):
        if blocks.set_tracks and (measured.set_fits or needs_peak):
            read = blocks.read_set(span)
            coded = blocks.coded_set(read, bits)
            here = all(fits(block, bits) for block in coded.values())
            measured = replace(
                measured,
                set_fits=measured.set_fits and here,
                set_peak=_peak(measured.set_peak, *blocks.floats(read).values()),
                mixture_peak=_peak(measured.mixture_peak, read[MIXTURE_CODE]),
            )
        remix = remix and remix.with_block(sound, span, bits)
        yield span.stop - request.span.start
    return replace(measured, remix=remix)


def planned(request: ExportRequest, stems: StemReader, measured: Measured) -> ExportPlan:
    """The encodings that hold everything, and the sentences that explain them.

    Args:
        request: what is wanted.
        stems: where it comes from.
        measured: what integers hold.

    Returns:
        How to write the files.
    """
    encodings = dict.fromkeys(request.tracks, request.encoding)
    notices = list(_notices_of_gains(request))
    bits = request.encoding.bits
    clipped = request.full_scale == "clip" and measured.mixture_peak > 1.0
    if not measured.set_fits and request.full_scale == "lower":
        factor = (1 - _MARGIN_STEPS * 2.0 ** (1 - bits)) / max(measured.set_peak, 1e-9)
        stems = ScaledStems(stems, factor)
        if measured.remix is not None:
            measured = replace(measured, remix=measured.remix.scaled(factor, bits))
        notices.append(
            f"Stems and mixture passed full scale by {dbfs(measured.set_peak):.1f} dB, so all "
            f"files were turned down by {-dbfs(factor):.2f} dB; they sum to the lowered mixture."
        )
    elif not measured.set_fits:
        encodings |= {t: request.encoding.as_float() for t in request.tracks if t != REMIX_CODE}
        notices.append(
            f"A track passes full scale in {bits} bits, so stems and mixture were written as "
            "32-bit float WAV."
        )
    elif clipped:
        notices.append(
            f"The mixture passes full scale by {dbfs(measured.mixture_peak):.1f} dB and was cut "
            "off there; the stems sum to what is left."
        )
    sound = RemixSound(stems, request.rebalance, 1.0, request.dither)
    if measured.remix is not None and not measured.remix.fits:
        over_db = dbfs(measured.remix.amplitude)
        if request.overs == "lower":
            sound = replace(sound, factor=measured.remix.fitting_factor(bits))
            notices.append(
                f"The remix passed full scale by {over_db:.1f} dB and was turned down to fit."
            )
        else:
            encodings[REMIX_CODE] = request.encoding.as_float()
            notices.append(
                f"The remix passes full scale by {over_db:.1f} dB, so it was written as 32-bit "
                "float WAV."
            )
    return ExportPlan(encodings, stems, sound, tuple(notices))


def what_stems_carry(request: ExportRequest, sensitivity: Sensitivity) -> tuple[str, ...]:
    """What is said beforehand of sensitivity and gains in the stems' files.

    Args:
        request: what is wanted.
        sensitivity: how strictly the stems' masks decide, which is always in the files.

    Returns:
        At most two sentences.
    """
    has_stems = bool(set(request.tracks) - {MIXTURE_CODE, REMIX_CODE})
    strict = ""
    if has_stems and not sensitivity.is_neutral:
        strict = "The stems' files carry the settings and lines of bleed; they sum to the mixture."
    return tuple(filter(None, (strict, _gains_left_out(request))))


def _gains_left_out(request: ExportRequest) -> str:
    """A sentence; empty where there are no gains, or where the files carry them."""
    has_stems = bool(set(request.tracks) - {MIXTURE_CODE, REMIX_CODE})
    gains = request.rebalance.stems
    has_gains = request.rebalance.master_db or any(
        gain.gain_db or not is_flat(gain.line) for gain in gains
    )
    if request.apply_gains or not has_gains or not has_stems:
        return ""
    if request.sessions:
        return "Gains and gain lines are left out of the stems' files; the sessions carry them."
    return "Gains and gain lines are left out of the stems' files, so that they sum to the mixture."


def _notices_of_gains(request: ExportRequest) -> tuple[str, ...]:
    """What is said where stems are written as they are heard."""
    if not request.apply_gains or not set(request.tracks) - {MIXTURE_CODE, REMIX_CODE}:
        return ()
    sum_words = "The stems carry their gains, so they do not sum to the original mixture."
    music = request.rebalance[Stem.MX]
    if ME_CODE not in request.tracks or replace(music, soloed=False) == StemGain():
        return (sum_words,)
    return (
        sum_words,
        "The music in the M&E has a gain of its own; most houses want it at its original level.",
    )


def _peak(before: float, *blocks: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> float:
    return max(before, *(float(np.max(np.abs(block), initial=0.0)) for block in blocks))
