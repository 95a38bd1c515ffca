"""What integers would do to the tracks of an export, and how they are written for it."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.remix_sound import BLOCK_SAMPLES, RemixPeak, RemixSound
from cass_core.delivery.stem_reader import StemReader
from cass_core.delivery.track_blocks import TrackBlocks
from cass_core.stem_names import REMIX_CODE, STEM_CODES
from cass_core.stems.integer_stems import fits
from cass_core.stems.null_measure import dbfs


@dataclass(frozen=True)
class Measured:
    """What integers would do to the tracks.

    Attributes:
        set_fits: whether they hold the stems and the mixture.
        remix: the remix's peak; None where it is not written.
    """

    set_fits: bool = True
    remix: RemixPeak | None = None


@dataclass(frozen=True)
class ExportPlan:
    """How the files are written, once it is known what fits.

    Attributes:
        encodings: by track.
        sound: the remix, turned down where that was wanted.
        notices: what the editor must know.
    """

    encodings: dict[str, Encoding]
    sound: RemixSound
    notices: tuple[str, ...]


def measured_tracks(request: ExportRequest, stems: StemReader) -> Generator[int, None, Measured]:
    """Read everything once and see what integers hold; yields samples done."""
    measured = Measured()
    if not request.encoding.is_integer:
        return measured
    bits = request.encoding.bits
    blocks = TrackBlocks(request, stems, RemixSound(stems, request.rebalance, 1.0, request.dither))
    set_fits, remix = True, RemixPeak() if REMIX_CODE in request.tracks else None
    for span in request.span.blocks(BLOCK_SAMPLES):
        if set_fits and blocks.set_tracks:
            coded = blocks.coded_set(blocks.read_set(span), bits)
            set_fits = all(fits(coded[track], bits) for track in blocks.set_tracks)
        remix = remix and remix.with_block(blocks.sound, span, bits)
        yield span.stop - request.span.start
    return Measured(set_fits, remix)


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
    sound = RemixSound(stems, request.rebalance, 1.0, request.dither)
    bits, notices = request.encoding.bits, []
    if request.apply_gains and set(request.tracks) & set(STEM_CODES):
        notices.append("The stems carry their gains, so they do not sum to the original mixture.")
    if not measured.set_fits:
        encodings |= {t: request.encoding.as_float() for t in request.tracks if t != REMIX_CODE}
        notices.append(
            f"A track passes full scale in {bits} bits, so stems and mixture were written as "
            "32-bit float WAV."
        )
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
    return ExportPlan(encodings, sound, tuple(notices))
