"""What a preset makes of a source: a request for each reel and each form of the channels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import REPORT_KEYS, ExportRequest, ProgrammeFacts
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.presets.reels import Reel, cut_reels
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.renditions.folded_stems import (
    FOLD_DOWN_NAMES,
    FoldDown,
    FoldedStems,
    check_fold_down,
)
from cass_core.delivery.renditions.led_stems import Leader, LedStems, leader_of
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.delivery.renditions.speed import SpeedChange
from cass_core.delivery.stem_reader import StemReader
from cass_core.programme.markers.marker import Marker
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.stems.rebalance import Rebalance


@dataclass(frozen=True)
class DeliveryOptions:
    """What is said for one delivery and not for all of a preset.

    Attributes:
        folder: where the files go; made when it is missing.
        overwrite: replace files of the same names.
        timecode: in place of that of the movie.
        speed: how the sound is pulled up or down; None for not at all.
        rate_hz: sample rate; None for what the preset says.
    """

    folder: Path
    overwrite: bool = False
    timecode: TimecodeChoice = TimecodeChoice()
    speed: SpeedChange | None = None
    rate_hz: int | None = None


@dataclass(frozen=True)
class DeliveryPart:
    """Files that are written together.

    Attributes:
        request: what is written.
        facts: the programme in the form in which it is written.
        rendition: at which speed and sample rate.
        fold: to stereo; None for the original layout.
        layout: FFmpeg's name of the original layout.
        leader: around the programme; None for none.
        part: of the programme that the leader stands around.
    """

    request: ExportRequest
    facts: ProgrammeFacts
    rendition: Rendition
    fold: FoldDown | None
    layout: str
    leader: Leader | None
    part: SampleSpan

    def rendered(self, stems: StemReader) -> StemReader:
        """The stems in the form in which they are written."""
        stems = self.rendition.rendered(stems)
        if self.fold is not None:
            stems = FoldedStems(stems, self.layout, self.fold)
        return stems if self.leader is None else LedStems(stems, self.leader, self.part)

    def sizes(self, made: datetime) -> dict[str, int]:
        """Names of the files and their sizes in bytes, at most those where they are packed.

        Args:
            made: date and time that the files carry.

        Returns:
            Sizes by name; 0 for reports and sessions.
        """
        request, shape = self.request, self.facts.shape(self.request.span)
        encodings: dict[str, Encoding] = dict.fromkeys(request.tracks, request.encoding)
        names = request.names(self.facts, encodings, made)
        files = request.files(self.facts.layout)
        channels = {file.key: len(file.channels) for file in files}
        sizes = {
            names[key]: request.encoding.num_bytes(replace(shape, num_channels=count))
            for key, count in channels.items()
        }
        beside = [names[key] for key in REPORT_KEYS if key in names]
        sessions = request.session_names(self.facts, made).values()
        return sizes | dict.fromkeys((*beside, *sessions), 0)


def delivery_parts(
    preset: DeliveryPreset, source: DeliverySource, options: DeliveryOptions
) -> tuple[DeliveryPart, ...]:
    """All that is written, in order.

    Args:
        preset: what is wanted.
        source: what it is made from.
        options: what is said for this delivery.

    Returns:
        At least one part.

    Raises:
        SettingsError: the source cannot be delivered so.
    """
    rate_hz = options.rate_hz or preset.rate_hz
    rendition = Rendition(source.facts, source.span, options.speed, rate_hz)
    facts, gains = rendition.facts(options.timecode), rendition.rebalance(source.rebalance)
    # mono and stereo are folded down already
    fold_downs = preset.fold_downs if facts.num_channels > 2 else ()
    if fold_downs:
        check_fold_down(facts.layout)
    return tuple(
        _part(preset, facts, options, gains, rendition, fold, reel)
        for reel in cut_reels(preset.reels, facts, rendition.span)
        for fold in (None, *fold_downs)
    )


def _part(
    preset: DeliveryPreset,
    facts: ProgrammeFacts,
    options: DeliveryOptions,
    gains: Rebalance,
    rendition: Rendition,
    fold: FoldDown | None,
    reel: Reel,
) -> DeliveryPart:
    layout, leader, part = facts.layout, None, reel.span
    span = part
    facts = replace(facts, reel=reel.name, num_reels=reel.count)
    if preset.reels.own_hours:
        facts = replace(facts, start=reel.at_own_hour(facts.start))
    if fold is not None:
        facts = replace(facts, layout="stereo", num_channels=2, form=FOLD_DOWN_NAMES[fold])
    if preset.head_pop or preset.tail_pop:
        leader = leader_of(
            facts.start, span.num_samples, has_head=preset.head_pop, has_tail=preset.tail_pop
        )
        shift = leader.head - part.start
        facts, span = _led(facts, leader, part)
        gains = gains.moved(lambda sample: sample + shift)
    request = ExportRequest(
        tracks=preset.tracks,
        span=span,
        encoding=preset.encoding,
        directory=options.folder,
        template=_template(preset.template, fold is not None, reel.count > 1),
        overwrite=options.overwrite,
        rebalance=gains,
        apply_gains=preset.apply_gains,
        overs=preset.overs,
        dither=preset.dither,
        form=preset.form,
        full_scale=preset.full_scale,
        archival=preset.archival,
        target=preset.target,
        sessions=preset.sessions,
        pops=leader.pops if leader else (),
    )
    return DeliveryPart(request, facts, rendition, fold, layout, leader, part)


def _led(
    facts: ProgrammeFacts, leader: Leader, part: SampleSpan
) -> tuple[ProgrammeFacts, SampleSpan]:
    """A part of the programme with a leader, and all of it; nothing is marked in the leader."""

    def moved(marks: tuple[Marker, ...]) -> tuple[Marker, ...]:
        inside = (mark for mark in marks if part.start <= mark.sample < part.stop)
        return tuple(replace(mark, sample=mark.sample + shift) for mark in inside)

    shift = leader.head - part.start
    whole = SampleSpan(0, leader.head + part.num_samples + leader.tail)
    facts = replace(
        facts,
        num_samples=whole.stop,
        start=facts.start.shifted(shift),
        cues=moved(facts.cues),
        flags=moved(facts.flags),
    )
    return facts, whole


def _template(template: str, is_folded: bool, is_one_of_many: bool) -> str:
    """Names that tell forms and reels apart."""
    if is_folded and "{layout}" not in template:
        template += "_{layout}"
    return template if not is_one_of_many or "{reel}" in template else template + "_{reel}"


def all_sizes(parts: tuple[DeliveryPart, ...], made: datetime) -> Iterator[tuple[Path, int]]:
    """Every file of a delivery and its size in bytes; 0 for a report."""
    for part in parts:
        for name, size in part.sizes(made).items():
            yield part.request.directory / name, size
