"""What an export would write, and why it cannot: names, sizes, problems, and the order for it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.environment.error_report import sentence_for
from app.environment.library_sentences import translated
from app.jobs.export.export_order import ExportOrder
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.export.export_choice import ExportChoice
from app.workflows.export.export_orders import ExportOrders
from app.workflows.export.programme_facts import programme_facts
from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, refusal
from cass_core.delivery.naming import check_template, file_name
from cass_core.delivery.presets.delivery_parts import all_sizes
from cass_core.delivery.presets.preset import check_flags
from cass_core.delivery.sessions.set_sessions import check_sessions
from cass_core.delivery.stem_reader import not_separated
from cass_core.errors import CassError, SettingsError
from cass_core.media.remux.movie_formats import movie_format
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.spans import gaps, longest_covered
from cass_core.stem_names import MIXTURE_CODE, REMIX_CODE

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
        self.facts = programme_facts(project)
        selection, loop = view.selection, project.timeline.loop
        self.spans = {"whole": project.whole}
        if selection is not None:
            self.spans["selection"] = selection.span
        if loop is not None:
            self.spans["loop"] = loop
        self.orders = ExportOrders(project, self.facts, self.spans)
        takes = self.orders.takes
        self.covered = tuple(SampleSpan(take.span.start, take.position) for take in takes)
        part = longest_covered(project.whole, self.covered)
        if part is not None and part != project.whole:
            self.spans["separated"] = part
        self.has_picture = programme.has_picture
        self.made = datetime.now()

    def names(self, choice: ExportChoice) -> tuple[str, ...]:
        """Names of the files; `SettingsError` where the choice makes none."""
        if choice.is_by_preset:
            sizes = all_sizes(self.orders.parts(choice), self.made)
            return tuple(path.name for path, _ in sizes)
        if choice.as_movie:
            check_template(choice.template, 1)
            chosen = movie_format(choice.movie_key)
            fields = self.facts.fields(self.orders.span(choice), Encoding("wav", 24), self.made)
            fields = replace(fields, bits=str(chosen.bits or ""))
            name = REMIX_CODE if choice.tracks == (REMIX_CODE,) else _STEMS
            return (file_name(choice.template, name, fields, chosen.suffix),)
        request, facts = self.orders.sound_request(choice), self.orders.facts(choice)
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
        if choice.is_by_preset:
            try:
                return sum(size for _, size in all_sizes(self.orders.parts(choice), self.made))
            except CassError:
                return 0
        if not choice.as_movie:
            rendition = self.orders.rendition(choice)
            shape = rendition.facts(TimecodeChoice()).shape(rendition.span)
            return len(choice.tracks) * choice.encoding.num_bytes(shape)
        shape = self.facts.shape(self.orders.span(choice))
        try:
            picture = self._programme.info.path.stat().st_size
        except OSError:
            picture = 0
        return picture + len(choice.tracks) * Encoding("wav", 24).num_bytes(shape)

    def problem(self, choice: ExportChoice) -> str:
        """Why the choice cannot be exported now, as one sentence; empty where it can."""
        if sentence := self._nothing_to_do(choice):
            return sentence
        missing = gaps(self.orders.span(choice), self.covered)
        needs_stems = choice.as_movie or choice.preset or set(choice.tracks) - {MIXTURE_CODE}
        if missing and needs_stems:
            return translated(not_separated(missing, self.facts.start))
        if not choice.as_movie and not choice.preset:
            rendition = self.orders.rendition(choice)
            shape = rendition.facts(TimecodeChoice()).shape(rendition.span)
            if sentence := refusal(choice.encoding, shape):
                return translated(sentence)
        try:
            self.names(choice)
            self._check_sessions(choice)
        except SettingsError as error:
            return sentence_for(error)
        if not choice.overwrite and self.existing(choice):
            return QCoreApplication.translate(
                "ExportPlanner",
                "Allow the existing files to be replaced, or choose another name or folder.",
            )
        return self._cannot_review(choice)

    def order(self, choice: ExportChoice) -> ExportOrder:
        """What the worker gets; the choice must have no `problem`."""
        return self.orders.order(choice, self.names(choice)[0])

    def _check_sessions(self, choice: ExportChoice) -> None:
        if choice.as_movie:
            return
        check_flags(choice.sessions, choice.flags)
        encoding = choice.encoding
        if choice.preset:
            encoding = self.orders.parts(choice)[0].request.encoding
        check_sessions(choice.sessions, encoding)

    def _cannot_review(self, choice: ExportChoice) -> str:
        """A review that would come first needs takes that are whole."""
        if choice.as_movie or not choice.flags or self.orders.open_flags is not None:
            return ""
        takes = self._project.versions.current_takes
        if takes and all(take.is_complete for take in takes):
            return ""
        return QCoreApplication.translate(
            "ExportPlanner",
            "Places are looked for only in a version that is separated to its end; leave out "
            "their markers, or separate the rest.",
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
