"""What is said beforehand of an export: of speed, gains, and the review's places."""

from PySide6.QtCore import QCoreApplication

from app.environment.library_sentences import translated
from app.project.project import Project
from app.workflows.export.export_choice import ExportChoice
from app.workflows.export.export_orders import ExportOrders
from cass_core.delivery.export_plan import what_stems_carry
from cass_core.errors import CassError
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.stem_names import STEMS


class ExportSentences:
    """Says what speed, mute, solo, gains, gain lines and a review make of the files."""

    def __init__(self, project: Project, orders: ExportOrders) -> None:
        """Say nothing yet.

        Args:
            project: the document.
            orders: knows what a choice means.
        """
        self._project, self._orders = project, orders

    def of(self, choice: ExportChoice) -> str:
        """A sentence a line; empty where nothing needs to be said."""
        found: tuple[str, ...] = (self._remix_words(choice),)
        if not choice.as_movie:
            found = (*self._speed_words(choice), *found, *self._stems_words(choice))
            found = (*found, self._flags_words(choice))
        return "\n".join(filter(None, found))

    def _speed_words(self, choice: ExportChoice) -> tuple[str, ...]:
        words = self._orders.rendition(choice).facts(TimecodeChoice()).speed_words
        return tuple(map(translated, words))

    def _stems_words(self, choice: ExportChoice) -> tuple[str, ...]:
        try:
            by_preset = self._orders.parts(choice)[0].request if choice.preset else None
            request = by_preset or self._orders.sound_request(choice)
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
                "ExportSentences", "The remix has the gains that you hear."
            )
        words = QCoreApplication.translate(
            "ExportSentences", "The remix holds only {stems}: mute and solo shape it, too."
        )
        nothing = QCoreApplication.translate("ExportSentences", "silence")
        return words.format(stems=" + ".join(heard) or nothing)

    def _flags_words(self, choice: ExportChoice) -> str:
        """How many places become markers, or that they are looked for first."""
        if not choice.flags or not choice.sessions:
            return ""
        flags = self._orders.open_flags
        if flags is None:
            return QCoreApplication.translate(
                "ExportSentences",
                "This version is not reviewed yet, so misplaced sounds are looked for first; "
                "their places become markers.",
            )
        words = QCoreApplication.translate(
            "ExportSentences", "Open places of the review that become markers: {number}."
        )
        return words.format(number=len(flags))
