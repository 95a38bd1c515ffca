"""What a choice means for the open programme: files, size, obstacles, the worker's order."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.environment.error_report import sentence_for
from app.environment.library_sentences import translated
from app.jobs.export_job import ExportOrder
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.export.export_choice import ExportChoice
from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, refusal
from cass_core.delivery.export_plan import what_stems_carry
from cass_core.delivery.export_request import ExportRequest, MovieExport, ProgrammeFacts
from cass_core.delivery.naming import check_template, file_name
from cass_core.delivery.presets.delivery_parts import (
    DeliveryOptions,
    DeliveryPart,
    all_sizes,
    delivery_parts,
)
from cass_core.delivery.presets.preset_files import find_preset
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.projects.flag_markers import flag_markers
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.delivery.sessions.set_sessions import check_sessions
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.delivery.stem_reader import not_separated
from cass_core.errors import CassError, SettingsError
from cass_core.media.remux.movie_formats import movie_format
from cass_core.media.sound.broadcast.source_notes import source_notes
from cass_core.programme.markers.marker import Marker
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.request.identity import StemSetIdentity
from cass_core.spans import gaps, longest_covered
from cass_core.stem_names import MIXTURE_CODE, REMIX_CODE, STEMS
from cass_core.stems.manifest_file import load_manifest

_START = "{start}"
_STEMS = "STEMS"  # what the name of a movie with several sound tracks has for a stem


class ExportPlanner:
    """Answers what a choice means for the open programme; reads no sound."""

    def __init__(self, project: Project, view: ViewState) -> None:
        """Look at what is open; there must be a programme.

        Args:
            project: the document.
            view: holds the selection.
        """
        programme = project.programme
        assert programme is not None
        self._project, self._programme = project, programme
        info, current = programme.info, project.versions.current
        self.facts = ProgrammeFacts(
            num_samples=programme.num_samples,
            rate_hz=programme.rate_hz,
            layout=programme.layout,
            num_channels=programme.num_channels,
            start=programme.clock,
            project=project.path.stem if project.path else info.path.stem,
            movie=info.path.stem,
            version=current.name if current else "",
            media=info.path,
            source=source_notes(info.path, info),
            made_from=_made_from(project),
            picture=DeliveredPicture.of(info),
            cues=project.timeline.markers,
        )
        selection, loop = view.selection, project.timeline.loop
        self.spans = {"whole": project.whole}
        if selection is not None:
            self.spans["selection"] = selection.span
        if loop is not None:
            self.spans["loop"] = loop
        self._takes = tuple(
            take for take in project.versions.current_takes if take.position > take.span.start
        )
        self.covered = tuple(SampleSpan(take.span.start, take.position) for take in self._takes)
        part = longest_covered(project.whole, self.covered)
        if part is not None and part != project.whole:
            self.spans["separated"] = part
        self.has_picture = programme.has_picture
        self.made = datetime.now()

    def span(self, choice: ExportChoice) -> SampleSpan:
        """The chosen part of the programme; a movie is always whole."""
        whole = self.spans["whole"]
        return whole if choice.as_movie else self.spans.get(choice.range, whole)

    def names(self, choice: ExportChoice) -> tuple[str, ...]:
        """Names of the files; `SettingsError` where the template makes none."""
        if choice.preset and not choice.as_movie:
            return tuple(path.name for path, _ in all_sizes(self._parts(choice), self.made))
        if choice.as_movie:
            check_template(choice.template, 1)
            chosen = movie_format(choice.movie_key)
            fields = self.facts.fields(self.span(choice), Encoding("wav", 24), self.made)
            fields = replace(fields, bits=str(chosen.bits or ""))
            name = REMIX_CODE if choice.tracks == (REMIX_CODE,) else _STEMS
            return (file_name(choice.template, name, fields, chosen.suffix),)
        request, facts = self._sound_request(choice), self._facts(choice)
        encodings = dict.fromkeys(choice.tracks, choice.encoding)
        sounds = request.names(facts, encodings, self.made)
        sessions = request.session_names(facts, self.made)
        return (*sounds.values(), *sessions.values())

    def existing(self, choice: ExportChoice) -> tuple[Path, ...]:
        """Files that would be replaced."""
        try:
            paths = (choice.folder / name for name in self.names(choice))
            return tuple(path for path in paths if path.exists())
        except (CassError, OSError):
            return ()

    def num_bytes(self, choice: ExportChoice) -> int:
        """Size of the files; an upper bound where they are compressed."""
        if choice.preset and not choice.as_movie:
            try:
                return sum(size for _, size in all_sizes(self._parts(choice), self.made))
            except CassError:
                return 0
        shape = self.facts.shape(self.span(choice))
        if not choice.as_movie:
            rendition = self._rendition(choice)
            shape = rendition.facts(TimecodeChoice()).shape(rendition.span)
            return len(choice.tracks) * choice.encoding.num_bytes(shape)
        try:
            picture = self._programme.info.path.stat().st_size
        except OSError:
            picture = 0
        return picture + len(choice.tracks) * Encoding("wav", 24).num_bytes(shape)

    def problem(self, choice: ExportChoice) -> str:
        """Why the choice cannot be exported now, as one sentence; empty where it can."""
        if sentence := self._nothing_to_do(choice):
            return sentence
        missing = gaps(self.span(choice), self.covered)
        needs_stems = choice.as_movie or choice.preset or set(choice.tracks) - {MIXTURE_CODE}
        if missing and needs_stems:
            return translated(not_separated(missing, self.facts.start))
        if not choice.as_movie and not choice.preset:
            rendition = self._rendition(choice)
            shape = rendition.facts(TimecodeChoice()).shape(rendition.span)
            if sentence := refusal(choice.encoding, shape):
                return translated(sentence)
        try:
            self.names(choice)
            if not choice.as_movie and not choice.preset:
                check_sessions(choice.sessions, choice.encoding)
        except SettingsError as error:
            return sentence_for(error)
        if not choice.overwrite and self.existing(choice):
            return QCoreApplication.translate(
                "ExportPlanner",
                "Allow the existing files to be replaced, or choose another name or folder.",
            )
        return ""

    def order(self, choice: ExportChoice) -> ExportOrder:
        """What the worker gets; the choice must have no `problem`."""
        if choice.preset and not choice.as_movie:
            parts = self._parts(choice)
            return ExportOrder(
                parts[0].request,
                self.facts,
                self._programme.sound,
                (),
                delivery=(parts, self._source(choice)),
                title=translated(find_preset(choice.preset).label),
            )
        rebalance = self._project.mix.rebalance
        request: ExportRequest | MovieExport = self._sound_request(choice)
        if choice.as_movie:
            request = MovieExport(
                movie=self._programme.info.path,
                audio_stream=self._programme.audio_stream,
                channels=self._programme.channels,
                target=choice.folder / self.names(choice)[0],
                chosen=movie_format(choice.movie_key),
                overwrite=choice.overwrite,
                rebalance=rebalance,
                overs=choice.overs,
                tracks=choice.tracks,
                apply_gains=choice.apply_gains,
                mono=choice.mono,
            )
        takes = tuple(take.folder for take in self._takes)
        edits = self._project.repairs.edits
        return ExportOrder(
            request,
            self._facts(choice),
            self._programme.sound,
            takes,
            edits,
            rendition=None if choice.as_movie else self._rendition(choice),
            sensitivity=self._project.sensitivity.value,
            known_takes=self._project.versions.folders,
            title=self.names(choice)[0],
        )

    def _nothing_to_do(self, choice: ExportChoice) -> str:
        if not self._project.is_decoded:
            return QCoreApplication.translate(
                "ExportPlanner", "The sound is still being decoded; wait a moment."
            )
        if not self._project.num_decoded:
            return QCoreApplication.translate(
                "ExportPlanner", "Nothing of the sound could be decoded; open another file."
            )
        if not choice.tracks and (choice.as_movie or not choice.preset):
            return QCoreApplication.translate(
                "ExportPlanner", "Nothing is chosen; choose stems, the mixture or the remix."
            )
        if choice.as_movie and not self.has_picture:
            return QCoreApplication.translate(
                "ExportPlanner", "There is no picture; export the remix as a sound file."
            )
        if not choice.folder.is_absolute():
            return QCoreApplication.translate(
                "ExportPlanner", "The folder needs a full path; choose one."
            )
        return ""

    def _template(self, choice: ExportChoice) -> str:
        """Names of a part say where it begins, so that they are not the whole's."""
        is_whole = self.span(choice) == self.spans["whole"]
        return (
            choice.template
            if is_whole or _START in choice.template
            else (f"{choice.template}_{_START}")
        )

    def gain_words(self, choice: ExportChoice) -> str:
        """What speed, mute, solo, gains and gain lines make of the files, a sentence or two."""
        speed = self._rendition(choice).facts(TimecodeChoice()).speed_words
        speed = () if choice.as_movie else speed
        found = (*map(translated, speed), self._remix_words(choice), *self._stems_words(choice))
        return "\n".join(filter(None, found))

    def _stems_words(self, choice: ExportChoice) -> tuple[str, ...]:
        if choice.as_movie:
            return ()
        try:
            by_preset = self._parts(choice)[0].request if choice.preset else None
            request = by_preset or self._sound_request(choice)
        except CassError:
            return ()
        return tuple(map(translated, what_stems_carry(request, self._project.sensitivity.value)))

    def _remix_words(self, choice: ExportChoice) -> str:
        """Nothing where there is no remix."""
        rebalance = self._project.mix.rebalance
        if not choice.has_remix or rebalance.is_neutral:
            return ""
        heard = [stem.code for stem in STEMS if rebalance.is_heard(stem)]
        if len(heard) == len(STEMS):
            return QCoreApplication.translate(
                "ExportPlanner", "The remix has the gains that you hear."
            )
        words = QCoreApplication.translate(
            "ExportPlanner", "The remix holds only {stems}: mute and solo shape it, too."
        )
        nothing = QCoreApplication.translate("ExportPlanner", "silence")
        return words.format(stems=" + ".join(heard) or nothing)

    def _sound_request(self, choice: ExportChoice) -> ExportRequest:
        rendition = self._rendition(choice)
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

    def _facts(self, choice: ExportChoice) -> ProgrammeFacts:
        """The programme as its timecode is chosen; a movie keeps its own."""
        if choice.as_movie:
            return self.facts
        return self._rendition(choice).facts(choice.timecode)

    def _rendition(self, choice: ExportChoice) -> Rendition:
        """The chosen speed and sample rate of sound files."""
        return Rendition(self._base(choice), self.span(choice), choice.speed, choice.rate_hz)

    def _base(self, choice: ExportChoice) -> ProgrammeFacts:
        """The programme with the review's places, where they are wanted."""
        return replace(self.facts, flags=self._flags) if choice.flags else self.facts

    @property
    def _flags(self) -> tuple[Marker, ...]:
        """What a review of the current version has found and nothing was decided about."""
        review, takes = self._project.reviews.review, self._project.versions.current_takes
        is_of_these = review.takes == tuple(take.name for take in takes)
        return flag_markers(review.open_flags) if is_of_these else ()

    def _source(self, choice: ExportChoice) -> DeliverySource:
        takes = tuple(take.folder for take in self._takes)
        rebalance, edits = self._project.mix.rebalance, self._project.repairs.edits
        return DeliverySource(
            self.facts,
            takes,
            self.span(choice),
            rebalance,
            edits,
            self._project.sensitivity.value,
            self._project.versions.folders,
        )

    def _parts(self, choice: ExportChoice) -> tuple[DeliveryPart, ...]:
        """What the preset makes of the programme; `SettingsError` where it makes nothing."""
        options = DeliveryOptions(choice.folder, choice.overwrite, choice.timecode, choice.speed)
        return delivery_parts(find_preset(choice.preset), self._source(choice), options)


def _made_from(project: Project) -> tuple[StemSetIdentity, ...]:
    """What the stems that are heard were made with; nothing of those that cannot be read."""
    found = []
    for take in project.versions.current_takes:
        with suppress(CassError, OSError):
            found.append(load_manifest(take.folder).identity)
    return tuple(found)
