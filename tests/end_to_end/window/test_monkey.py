"""Ten thousand random actions, and everything still holds."""

import multiprocessing

import numpy as np
import pytest

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.workflows.document.documents import document_of
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.patched_stems import PatchedStems
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window.editor import Editor, answering, serve_quickly
from tests.helpers.window.monkey import (
    Monkey,
    closing_dialogs,
    faults,
    living_threads,
    running_qthreads,
)

pytestmark = pytest.mark.media

COUNT = 10_000
LENGTH_S = 4.0


@pytest.fixture
def threads():
    """What runs before there is a window."""
    return living_threads()


@pytest.fixture
def editor(qtbot, qapp, threads, tmp_path, monkeypatch):
    serve_quickly(monkeypatch)
    store = SettingsStore(tmp_path / "settings.json")
    editor = Editor(qtbot, Settings(store))
    yield editor
    editor.close()


def sum_error(project):
    """Largest |mixture - stems| over everything that is separated, in all versions."""
    worst = 0.0
    for version in project.versions.versions:
        takes = [t for t in project.versions.takes_of(version) if t.position > t.span.start]
        if not takes:
            continue
        with PatchedStems.open([take.folder for take in takes]) as stems:
            for part in stems.covered:
                for span in SampleSpan(part.start, part.stop).blocks(1 << 16):
                    total = sum(stems.read(stem, span) for stem in STEMS)
                    worst = max(worst, float(np.abs(total - stems.read_mixture(span)).max()))
    return worst


def edited(editor):
    """Everything that undo has to bring back."""
    document = document_of(editor.project, editor.view, editor.transport)
    return document.rebalance, document.markers, document.loop, document.looping


@pytest.mark.parametrize("seed", [20261121])
def test_ten_thousand_random_actions(editor, threads, tmp_path, seed):
    movie = write_movie(tmp_path / "a.mov", Picture(LENGTH_S), [Sound(noise(LENGTH_S))])
    monkey = Monkey(editor, seed)
    with faults() as found:
        editor.open(movie)
        first = edited(editor)
        editor.separate(steps=1)
        with closing_dialogs(seed):
            monkey.play(COUNT)
            editor.qtbot.wait(100)
        words = f"seed {seed}, {dict(monkey.done)}, last: " + "\n".join(monkey.last)
        assert found == [], f"{found[:3]}\n{words}"
        editor.context.separation.cancel()
        editor.wait_for_run()
        editor.wait(lambda: not editor.context.exports.busy, 60_000)
        assert sum_error(editor.project) < 1e-6, words
        editor.undo.setIndex(0)
        editor.settle()
        assert edited(editor) == first, words
        assert editor.project.versions.versions == (), words
        window = editor.window
        with answering("Don’t save", if_asked=True):
            window.close()
        editor.wait(lambda: living_threads() == threads, 3000)
        assert running_qthreads(window) == 0, words
        assert multiprocessing.active_children() == []
        assert found == [], f"{found[:3]}\n{words}"
    assert sum(monkey.done.values()) >= COUNT
