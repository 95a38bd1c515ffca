"""What the library is asked for, made of a choice."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.environment.library_sentences import translated
from app.jobs.export.export_order import ExportOrder, PresetOrder
from app.project.project import Project
from app.workflows.export.export_choice import ExportChoice
from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ExportRequest, MovieExport, ProgrammeFacts
from cass_core.delivery.presets.delivery_parts import (
    DeliveryOptions,
    DeliveryPart,
    delivery_parts,
)
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.presets.preset_files import find_preset
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.media.remux.movie_formats import movie_format
from cass_core.review.flag import Flag

_START = "{start}"


class ExportOrders:
    """Makes requests and orders; a choice may be impossible, which whoever asks finds out."""

    def __init__(
        self, project: Project, facts: ProgrammeFacts, spans: Mapping[str, SampleSpan]
    ) -> None:
        """Look at what is open.

        Args:
            project: the document; there must be a programme.
            facts: of it.
            spans: parts of it that can be chosen, "whole" among them.
        """
        assert project.programme is not None
        self._project, self._programme, self._facts = project, project.programme, facts
        self._spans = spans
        self.takes = tuple(
            take for take in project.versions.current_takes if take.position > take.span.start
        )

    def span(self, choice: ExportChoice) -> SampleSpan:
        """The chosen part of the programme; a movie is always whole."""
        whole = self._spans["whole"]
        return whole if choice.as_movie else self._spans.get(choice.range, whole)

    def rendition(self, choice: ExportChoice) -> Rendition:
        """The chosen speed and sample rate of sound files."""
        return Rendition(self._facts, self.span(choice), choice.speed, choice.rate_hz)

    def facts(self, choice: ExportChoice) -> ProgrammeFacts:
        """The programme as its timecode is chosen; a movie keeps its own."""
        if choice.as_movie:
            return self._facts
        return self.rendition(choice).facts(choice.timecode)

    def sound_request(self, choice: ExportChoice) -> ExportRequest:
        """Sound files that are chosen by hand."""
        rendition = self.rendition(choice)
        return ExportRequest(
            tracks=choice.tracks,
            span=rendition.span,
            encoding=choice.encoding,
            directory=choice.folder,
            template=self._template(choice),
            overwrite=choice.overwrite,
            rebalance=rendition.rebalance(self._project.mix.rebalance),
            apply_gains=choice.apply_gains,
            overs=choice.overs,
            dither=choice.dither,
            sessions=choice.sessions,
            form=choice.form,
            full_scale=choice.full_scale,
            target=choice.target,
        )

    def parts(self, choice: ExportChoice) -> tuple[DeliveryPart, ...]:
        """What the preset makes of the programme; `SettingsError` where it makes nothing."""
        return delivery_parts(_preset(choice), self._source(choice), _options(choice))

    def order(self, choice: ExportChoice, title: str) -> ExportOrder:
        """What the worker gets.

        Args:
            choice: a possible one.
            title: what the editor calls it; a preset's name comes first.

        Returns:
            The order.
        """
        if choice.is_by_preset:
            return ExportOrder(
                self.parts(choice)[0].request,
                self._facts,
                self._programme.sound,
                (),
                source=self._source(choice),
                by_preset=PresetOrder(_preset(choice), _options(choice)),
                flags=choice.flags,
                title=translated(find_preset(choice.preset).label),
            )
        is_movie = choice.as_movie
        return ExportOrder(
            self._movie(choice, title) if is_movie else self.sound_request(choice),
            self.facts(choice),
            self._programme.sound,
            self._folders,
            self._project.repairs.edits,
            rendition=None if is_movie else self.rendition(choice),
            source=None if is_movie else self._source(choice),
            flags=choice.flags and bool(choice.sessions) and not is_movie,
            sensitivity=self._project.sensitivity.value,
            known_takes=self._project.versions.folders,
            title=title,
        )

    @property
    def open_flags(self) -> tuple[Flag, ...] | None:
        """What a review of the current version has found and nothing was decided about.

        None where this version was not reviewed.
        """
        review, takes = self._project.reviews.review, self._project.versions.current_takes
        is_of_these = bool(takes) and review.takes == tuple(take.name for take in takes)
        return review.open_flags if is_of_these else None

    def _movie(self, choice: ExportChoice, name: str) -> MovieExport:
        return MovieExport(
            movie=self._programme.info.path,
            audio_stream=self._programme.audio_stream,
            channels=self._programme.channels,
            target=choice.folder / name,
            chosen=movie_format(choice.movie_key),
            overwrite=choice.overwrite,
            rebalance=self._project.mix.rebalance,
            overs=choice.overs,
            tracks=choice.tracks,
            apply_gains=choice.apply_gains,
            mono=choice.mono,
        )

    def _source(self, choice: ExportChoice) -> DeliverySource:
        return DeliverySource(
            self._facts,
            self._folders,
            self.span(choice),
            self._project.mix.rebalance,
            self._project.repairs.edits,
            self._project.sensitivity.value,
            self._project.versions.folders,
            open_flags=self.open_flags,
        )

    @property
    def _folders(self) -> tuple[Path, ...]:
        return tuple(take.folder for take in self.takes)

    def _template(self, choice: ExportChoice) -> str:
        """Names of a part say where it begins, so that they are not the whole's."""
        is_whole = self.span(choice) == self._spans["whole"]
        has_start = _START in choice.template
        return choice.template if is_whole or has_start else f"{choice.template}_{_START}"


def _preset(choice: ExportChoice) -> DeliveryPreset:
    """The chosen preset with the sessions that are chosen for this export."""
    return replace(find_preset(choice.preset), sessions=choice.sessions, flags=choice.flags)


def _options(choice: ExportChoice) -> DeliveryOptions:
    return DeliveryOptions(choice.folder, choice.overwrite, choice.timecode, choice.speed)
