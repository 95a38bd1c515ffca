"""Find misplaced sounds, step through them, put them where they belong."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.commands.mix_commands import SetSolo
from app.commands.repair_commands import AddEdits
from app.commands.review_commands import CommentFlag, DecideFlag
from app.commands.timeline_commands import SetLoop
from app.environment.error_report import sentence_for
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.review_job import ReviewFound, ReviewShare, review_steps
from app.playback.transport import Transport
from app.project.project import Project
from app.project.review.reviews import Decision, Review, ReviewedFlag
from app.project.seen.selection import Selection
from app.project.view_state import ViewState
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.repair.edits import Edit
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.flag import Flag
from cass_core.review.reviewing import reviewed_cells
from cass_core.review.suggestion import suggested_move

_ROLL_S = 1.0
_LEAST_SEEN_S = 6.0


class ReviewRunner(QObject):
    """The review of the version that is heard.

    Signals:
        changed: a review began, ended or went on.
        found: it has ended well.
        failed: one sentence for the user.
    """

    changed = Signal()
    found = Signal()
    failed = Signal(str)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        transport: Transport,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._view, self._transport, self._undo = project, view, transport, undo
        self._runner = JobRunner(self)
        self._runner.idle.connect(self.changed)
        self._takes: tuple[str, ...] = ()
        self.share = 0.0
        project.programme_changed.connect(self.stop)
        project.versions.current_changed.connect(self._on_version_changed)

    @property
    def busy(self) -> bool:
        """Whether a review runs."""
        return self._runner.busy

    @property
    def can_start(self) -> bool:
        """Whether there is something to review."""
        takes = self._project.versions.current_takes
        return bool(takes) and not self.busy and all(take.is_complete for take in takes)

    def start(self) -> None:
        """Review the current version; what was decided about the same places stays."""
        if not self.can_start:
            return
        takes = self._project.versions.current_takes
        self._takes, self.share = tuple(take.name for take in takes), 0.0
        job = Job(review_steps([take.folder for take in takes]))
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.failed)
        self._runner.start(job)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """End a review; what is judged is kept for the next one."""
        self._runner.cancel_and_wait()

    def step(self, direction: int) -> None:
        """Go to the next open flag, or the one before.

        Args:
            direction: 1 or -1.
        """
        review, chosen = self._project.reviews.review, self._project.reviews.chosen
        flags = [one.flag for one in review.flags]
        flags = flags[::direction]
        place = flags.index(chosen.flag) if chosen else len(flags)
        is_open = set(review.open_flags)
        around = (*flags[place + 1 :], *flags[:place])
        if found := next((flag for flag in around if flag in is_open), None):
            self.look_at(found)

    def look_at(self, flag: Flag) -> None:
        """Show a flag: select it, with its stem in focus, and go there."""
        self._project.reviews.choose(flag.key)
        around = self._around(flag)
        self._view.set_focus(flag.stem.code)
        self._view.select(Selection(flag.span, (flag.low_hz, flag.high_hz)))
        visible = self._view.visible
        if not (visible.start <= around.start and around.stop <= visible.stop):
            rate_hz = self._rate_hz
            seen = max(
                min(visible.num_samples, round(30 * rate_hz)), round(_LEAST_SEEN_S * rate_hz)
            )
            seen = max(seen, around.num_samples)
            middle = (flag.span.start + flag.span.stop) // 2
            self._view.show_span(SampleSpan(middle - seen // 2, middle + seen // 2))
        self._transport.seek(around.start)

    def listen(self) -> None:
        """Loop around the chosen flag with its stem soloed; once more ends that."""
        chosen, timeline = self._project.reviews.chosen, self._project.timeline
        if chosen is None:
            return
        stem, around = chosen.flag.stem, self._around(chosen.flag)
        mix = self._project.mix
        is_on = timeline.looping and timeline.loop == around and mix.gain(stem).soloed
        self._undo.beginMacro(self.tr("Listen to a place"))
        self._undo.push(SetSolo(mix, stem, not is_on, exclusive=True))
        self._undo.push(SetLoop(timeline, None if is_on else around, not is_on))
        self._undo.endMacro()
        if is_on:
            self._transport.pause()
        else:
            self._transport.seek(around.start)
            self._transport.play()

    def accept(self) -> None:
        """Move the chosen sound where it belongs, and go on."""
        chosen = self._open_chosen()
        if chosen is None:
            return
        try:
            move = suggested_move(self._cells(), self._rate_hz, chosen.flag)
        except CassError as error:
            self.failed.emit(sentence_for(error))
            return
        words = self.tr("Move to {stem}").format(stem=chosen.flag.belongs.code)
        self._undo.beginMacro(words)
        self._undo.push(AddEdits(self._project.repairs, words, Edit(move)))
        self._undo.push(DecideFlag(self._project.reviews, chosen.flag.key, Decision.MOVED))
        self._undo.endMacro()
        self.step(1)

    def dismiss(self) -> None:
        """Leave the chosen sound where it is, and go on."""
        chosen = self._open_chosen()
        if chosen is not None:
            self._undo.push(DecideFlag(self._project.reviews, chosen.flag.key, Decision.DISMISSED))
            self.step(1)

    def comment(self, words: str) -> None:
        """Say something about the chosen flag."""
        chosen = self._project.reviews.chosen
        if chosen is not None:
            self._undo.push(CommentFlag(self._project.reviews, chosen.flag.key, words))

    @property
    def _rate_hz(self) -> int:
        programme = self._project.programme
        return programme.rate_hz if programme is not None else 48_000

    def _open_chosen(self) -> ReviewedFlag | None:
        chosen = self._project.reviews.chosen
        return chosen if chosen is not None and chosen.decision is Decision.OPEN else None

    def _around(self, flag: Flag) -> SampleSpan:
        roll = round(_ROLL_S * self._rate_hz)
        stop = min(flag.span.stop + roll, self._view.length)
        return SampleSpan(max(flag.span.start - roll, 0), stop)

    def _cells(self) -> CellReader:
        """What the review of the current version has judged."""
        takes = self._project.versions.current_takes
        if not takes:
            raise CassError("There are no stems; separate the movie first.")
        folders = [take.folder for take in takes]
        return reviewed_cells(folders, self._project.whole.stop, self._rate_hz)

    @Slot(object)
    def _on_progressed(self, news: object) -> None:
        if isinstance(news, ReviewShare):
            self.share = news.share
        elif isinstance(news, ReviewFound):
            self._show(news.flags)
        self.changed.emit()

    def _show(self, flags: tuple[Flag, ...]) -> None:
        reviews = self._project.reviews
        before = reviews.review
        found = tuple(before.find(flag.key) or ReviewedFlag(flag) for flag in flags)
        reviews.set_review(Review(self._takes, found))
        self.found.emit()

    @Slot()
    def _on_version_changed(self) -> None:
        """What was found in other stems says nothing about these."""
        names = tuple(take.name for take in self._project.versions.current_takes)
        review = self._project.reviews.review
        if names and review.takes and review.takes != names:
            self._project.reviews.set_review(Review())
        self.changed.emit()
