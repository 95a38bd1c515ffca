"""Jobs end in exactly one signal, run elsewhere, report here and clean up behind them."""

import logging
import threading

import pytest
from PySide6.QtCore import QObject, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from cass_core.errors import MediaError


class ReferenceNetwork(QObject):
    """Notes what a job tells and in which thread it hears it."""

    def __init__(self, job):
        super().__init__()
        self.heard, self.threads = [], set()
        job.progressed.connect(self.on_progressed)
        job.finished.connect(self.on_finished)
        job.cancelled.connect(self.on_cancelled)
        job.failed.connect(self.on_failed)

    def note(self, word):
        self.heard.append(word)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_progressed(self, step):
        self.note(step)

    @Slot()
    def on_finished(self):
        self.note("finished")

    @Slot()
    def on_cancelled(self):
        self.note("cancelled")

    @Slot(str)
    def on_failed(self, sentence):
        self.note(sentence)


def run(qtbot, steps, runner=None):
    job, runner = Job(steps), runner or JobRunner()
    listener = ReferenceNetwork(job)
    with qtbot.waitSignal(runner.idle):
        runner.start(job)
        assert runner.busy
    assert not runner.busy
    return listener


def test_steps_are_done_elsewhere_and_heard_here(qtbot):
    workers = set()

    def steps():
        for step in (1, None, 2):  # None is no news
            workers.add(threading.get_ident())
            yield step

    listener = run(qtbot, steps)
    assert listener.heard == [1, 2, "finished"]
    assert listener.threads == {threading.get_ident()}
    assert len(workers) == 1
    assert not workers & listener.threads


def test_cancelled_within_a_step_and_cleaned_up_in_the_worker(qtbot):
    begun, cleaned = threading.Event(), []

    def steps():
        try:
            while True:
                begun.set()
                yield None
        finally:
            cleaned.append(threading.get_ident())

    job, runner = Job(steps), JobRunner()
    listener = ReferenceNetwork(job)
    with qtbot.waitSignal(runner.idle):
        runner.start(job)
        assert begun.wait(10)
        runner.cancel()
    assert listener.heard == ["cancelled"]
    assert len(cleaned) == 1
    assert cleaned[0] != threading.get_ident()


def test_foreseen_error_is_its_own_sentence(qtbot):
    def steps():
        yield "begun"
        raise MediaError("a.mov holds nothing; choose another file.")

    assert run(qtbot, steps).heard == ["begun", "a.mov holds nothing; choose another file."]


@pytest.mark.parametrize(
    ("error", "word"),
    [(ZeroDivisionError("x"), "report"), (MemoryError(), "memory"), (OSError(28, "full"), "full")],
)
def test_any_other_error_is_a_sentence_too_and_logged(qtbot, caplog, error, word):
    def steps():
        yield from ()
        raise error

    with caplog.at_level(logging.ERROR):
        (sentence,) = run(qtbot, steps).heard
    assert word in sentence
    assert "Traceback" not in sentence
    assert caplog.records[0].exc_info[1] is error


def test_error_while_cleaning_up_ends_the_job_once(qtbot):
    def steps():
        try:
            yield 1
            yield 2
        finally:
            raise MediaError("The disk is gone.")

    job, runner = Job(steps), JobRunner()
    listener = ReferenceNetwork(job)
    job.cancel()
    with qtbot.waitSignal(runner.idle):
        runner.start(job)
    assert listener.heard == [1, "The disk is gone."]


def test_many_jobs_one_after_the_other(qtbot):
    runner = JobRunner()
    for number in range(30):
        assert run(qtbot, lambda number=number: iter_of(number), runner).heard == [
            number,
            "finished",
        ]


def test_two_at_once_are_refused(qtbot):
    control = threading.Event()

    def steps():
        control.wait(10)
        yield 1

    runner = JobRunner()
    with qtbot.waitSignal(runner.idle):
        runner.start(Job(steps))
        with pytest.raises(RuntimeError):
            runner.start(Job(steps))
        control.set()


def test_waiting_for_the_end_needs_no_event_loop(qtbot):
    def steps():
        while True:
            yield None

    runner = JobRunner()
    runner.start(Job(steps))
    runner.cancel_and_wait()
    qtbot.waitUntil(lambda: not runner.busy)


def iter_of(value):
    yield value
