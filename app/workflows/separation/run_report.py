"""What the last run has told: how far it is, its notices and why it ended."""

from pathlib import Path

from app.jobs.separating.separation_job import Progress
from app.workflows.separation.run_state import QueuedSeparation


class RunReport:
    """Plain state; who changes it tells the views.

    Attributes:
        progress: how far the run is; None before its first report.
        notices: what it had to fall back on, each sentence once.
        problem: why it failed, as one sentence; else empty.
        retry: what failed: a request, or the name of a take that can be resumed.
        refused_folder: where nothing could be written.
    """

    def __init__(self) -> None:
        self.progress: Progress | None = None
        self.notices: tuple[str, ...] = ()
        self.problem = ""
        self.retry: QueuedSeparation | str | None = None
        self.refused_folder: Path | None = None

    def add_notice(self, sentence: str) -> bool:
        """Keep a sentence.

        Args:
            sentence: for the user.

        Returns:
            Whether it is new.
        """
        if sentence in self.notices:
            return False
        self.notices = (*self.notices, sentence)
        return True

    def forget_problem(self) -> None:
        """The user has seen why the last run failed."""
        self.problem, self.retry, self.refused_folder = "", None, None

    def forget_run(self) -> None:
        """Another run begins."""
        self.progress, self.notices = None, ()
