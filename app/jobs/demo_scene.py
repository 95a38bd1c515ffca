"""The demo scene: a short movie with known stems, drawn and synthesised on this computer."""

import multiprocessing
import os
from collections.abc import Callable, Generator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.script_run import run_script
from cass_core.errors import CassError
from cass_core.resource_files import resource, user_data_folder

MOVIE = "demo.mov"
_POLL_S = 0.1


class DemoError(CassError):
    """The process that makes the demo scene has ended with an error."""


def demo_folder() -> Path:
    """Where the demo scene of this user lies."""
    return user_data_folder() / "demo"


def make_demo(folder: Path, stopped: Callable[[], bool] = lambda: False) -> Path | None:
    """Make the demo scene, or find the one that was made before.

    Args:
        folder: where the movie and its stems go; it appears when they are complete.
        stopped: asked ten times a second whether to give up.

    Returns:
        The movie; None where it was stopped.

    Raises:
        DemoError: the scripts ended with an error, which the log has.
    """
    movie = folder / MOVIE
    if movie.is_file():
        return movie
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix="demo-") as draft:
        made = Path(draft) / "demo"
        if not _run_scripts(made, stopped):
            return None
        os.replace(made, folder)
    return movie


class DemoScene(QObject):
    """Makes the demo scene in the background.

    Signals:
        made: the movie, as a `Path`.
        failed: one sentence for the user.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._job: Job | None = None
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether it is being made."""
        return self._runner.busy

    @Slot()
    def start(self) -> None:
        """Make the scene, unless that is going on already."""
        if self.busy:
            return
        self._stopping = False
        folder = demo_folder()

        def steps() -> Generator[object, None, None]:
            yield make_demo(folder, lambda: self._stopping)

        self._job = Job(steps)
        self._job.progressed.connect(self.made)
        self._job.failed.connect(self.failed)
        self._runner.start(self._job)

    def stop(self) -> None:
        """Give up and wait for the thread: for the end of the program."""
        self._stopping = True
        self._runner.cancel_and_wait()


def _run_scripts(folder: Path, stopped: Callable[[], bool]) -> bool:
    """Run them in a process of their own: they draw for half a minute. False where stopped."""
    script = resource("demo", "make_demo_movie.py")
    context = multiprocessing.get_context("spawn")
    process = context.Process(
        target=run_script, args=(str(script), str(folder)), daemon=True, name="cass-demo"
    )
    process.start()
    try:
        while process.is_alive():
            process.join(_POLL_S)
            if stopped():
                return False
        if process.exitcode != 0:
            sentence = QCoreApplication.translate(
                "Faults",
                "The demo scene could not be made (code {code}); check that there is room on the "
                "disk, and open a movie of your own meanwhile.",
            )
            raise DemoError(sentence.format(code=process.exitcode))
        return True
    finally:
        if process.is_alive():
            process.kill()
        process.join()
        process.close()
