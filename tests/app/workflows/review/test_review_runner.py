"""Found sounds are stepped through, moved, dismissed, commented, undone and saved."""

import json

import pytest
from PySide6.QtGui import QUndoStack

from app.jobs.review_job import ReviewFound, ReviewShare
from app.project.document_json import document_from_json, document_to_json
from app.project.project import Project
from app.project.review.reviews import Decision
from app.project.versions import Take, Version
from app.project.view_state import ViewState
from app.views.panels.review.review_panel import ReviewPanel
from app.workflows import review_runner
from app.workflows.document.documents import document_of
from app.workflows.review_runner import ReviewRunner
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.review.review import open_reviewer
from cass_core.stem_names import Stem
from tests.helpers.corpus.cell_fakes import RATE_HZ, swapped, tone_stems, use_tones
from tests.helpers.project.programmes import programme
from tests.helpers.project.tiny_stems import written_set

SECONDS = 10


class StandingTransport:
    """Is where it was sent."""

    def __init__(self):
        self.position, self.is_playing = 0, False

    def seek(self, sample):
        self.position = sample

    def play(self):
        self.is_playing = True

    def pause(self):
        self.is_playing = False


class Rig:
    """A project with reviewed stems and no window."""

    def __init__(self, folder, flags):
        self.project, self.view, self.undo = Project(), ViewState(), QUndoStack()
        self.transport = StandingTransport()
        self.project.open(programme(length_s=float(SECONDS)), folder.parent)
        self.view.set_length(SECONDS * RATE_HZ)
        self.view.show_span(self.project.whole)
        self.runner = ReviewRunner(self.project, self.view, self.transport, self.undo)
        take = Take("t", folder, self.project.whole, SeparationSettings(), "m", SECONDS * RATE_HZ)
        self.project.versions.put_take(take)
        self.project.versions.set_versions((Version("v", ("t",)),), "v")
        self.flags = flags

    @property
    def review(self):
        return self.project.reviews.review


@pytest.fixture
def rig(tmp_path, monkeypatch, qtbot):
    use_tones(monkeypatch)
    span = SampleSpan(4 * RATE_HZ, 4 * RATE_HZ + RATE_HZ // 2)
    other = SampleSpan(7 * RATE_HZ + RATE_HZ // 4, 7 * RATE_HZ + 3 * RATE_HZ // 4)
    wrong = swapped(tone_stems(SECONDS), Stem.DX, Stem.FX, span)
    wrong = swapped(wrong, Stem.MX, Stem.DX, other)
    folder = written_set(tmp_path / "take", wrong, wrong.sum(axis=0), chunk=RATE_HZ)
    with open_reviewer(folder) as (reviewer, _):
        list(reviewer.gather())
        flags = tuple(reviewer.flags())

    def steps(folders):
        assert list(folders) == [folder]
        return lambda: iter_steps(flags)

    def iter_steps(found):
        yield ReviewShare(0.5)
        yield ReviewFound(found)

    monkeypatch.setattr(review_runner, "review_steps", steps)
    made = Rig(folder, flags)
    with qtbot.waitSignal(made.runner.found):
        made.runner.start()
    qtbot.waitUntil(lambda: not made.runner.busy)
    return made


def test_keys_go_from_place_to_place_and_put_sounds_where_they_belong(rig):
    first, second = rig.flags
    rig.runner.step(1)
    assert rig.project.reviews.chosen.flag == first
    assert rig.view.selection.span == first.span
    assert rig.view.focus == "FX"
    assert rig.transport.position == first.span.start - RATE_HZ
    rig.runner.listen()
    assert rig.project.timeline.looping
    assert rig.project.mix.gain(Stem.FX).soloed
    assert rig.transport.is_playing
    rig.runner.listen()
    assert not rig.project.timeline.looping
    assert not rig.project.mix.gain(Stem.FX).soloed
    rig.runner.accept()
    (edit,) = rig.project.repairs.edits
    assert (edit.operation.source, edit.operation.target) == (Stem.FX, Stem.DX)
    assert rig.review.find(first.key).decision is Decision.MOVED
    assert rig.project.reviews.chosen.flag == second
    assert rig.review.num_decided == 1
    rig.runner.dismiss()
    assert rig.review.open_flags == ()
    rig.undo.undo()
    rig.undo.undo()
    assert rig.review.open_flags == rig.flags
    assert not len(rig.project.repairs.edits)


def test_decisions_and_comments_are_saved_and_survive_another_review(rig, tmp_path, qtbot):
    first, second = rig.flags
    rig.runner.look_at(second)
    rig.runner.comment("ask the mixer")
    rig.runner.dismiss()
    document = document_of(rig.project, rig.view, rig.transport)
    values = json.loads(json.dumps(document_to_json(document, tmp_path)))
    read = document_from_json(values, tmp_path / "a.cass")
    assert [one.decision for one in read.review.flags] == [Decision.OPEN, Decision.DISMISSED]
    assert read.review.find(second.key).comment == "ask the mixer"
    with qtbot.waitSignal(rig.runner.found):
        rig.runner.start()
    qtbot.waitUntil(lambda: not rig.runner.busy)
    assert rig.review.open_flags == (first,)
    del values["review"]  # files of earlier programs
    assert document_from_json(values, tmp_path / "a.cass").review.flags == ()


def test_the_list_says_how_far_one_is_and_shows_kinds(rig, qtbot):
    panel = ReviewPanel(rig.project, rig.view, rig.runner)
    qtbot.addWidget(panel)
    assert panel.done.text() == "0 of 2 done"
    assert panel.list.topLevelItemCount() == 2
    panel.list.itemClicked.emit(panel.list.topLevelItem(1), 0)
    assert rig.project.reviews.chosen.flag == rig.flags[1]
    assert panel.accept.text() == "Move to MX"
    panel.dismiss.click()
    assert panel.done.text() == "1 of 2 done"
    panel.kinds.setCurrentIndex(panel.kinds.findData(rig.flags[0].kind))
    assert panel.list.topLevelItemCount() == 1
