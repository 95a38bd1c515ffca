"""An editor's way through a review, by keys alone, compared with the samples that are expected."""

from functools import partial

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.jobs import review_job
from app.project.review.reviews import Decision
from app.project.versions import Take, Version
from app.workflows.export.export_runner import ExportState
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEMS, Stem
from tests.helpers.corpus.cell_fakes import RATE_HZ, swapped, tone_stems, use_tones
from tests.helpers.media.movies import Picture, Sound, write_movie
from tests.helpers.project.tiny_stems import written_set
from tests.helpers.window.editor import Editor

pytestmark = pytest.mark.media

SECONDS = 12
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
# speech in the effects, music in the dialogue, speech in the music
PLANTS = (
    (Stem.DX, Stem.FX, SampleSpan(4 * RATE_HZ, 9 * RATE_HZ // 2)),
    (Stem.MX, Stem.DX, SampleSpan(29 * RATE_HZ // 4, 31 * RATE_HZ // 4)),
    (Stem.DX, Stem.MX, SampleSpan(41 * RATE_HZ // 4, 43 * RATE_HZ // 4)),
)


@pytest.fixture
def editor(qtbot, qapp, tmp_path, monkeypatch, model):
    use_tones(monkeypatch)
    # beside the window, but in its process, where the judge of tones is
    monkeypatch.setattr(review_job, "isolated_steps", lambda _name, steps, *given: steps(*given))
    editor = Editor(qtbot, Settings(SettingsStore(tmp_path / "settings.json")), str(model))
    yield editor
    editor.close()


@pytest.fixture
def stems(editor, tmp_path):
    """(stem, channel, sample) as they should be and as they are, of the movie that is open."""
    right = wrong = tone_stems(SECONDS)
    for giver, taker, span in PLANTS:
        wrong = swapped(wrong, giver, taker, span)
    sound = Sound(wrong.sum(axis=0), codec="pcm_f32le")
    editor.open(write_movie(tmp_path / "scene.mov", Picture(SECONDS), [sound]))
    mixture = editor.context.listening.mixture.read(editor.project.whole)
    folder = written_set(tmp_path / "take", wrong, mixture, chunk=RATE_HZ)
    project, length = editor.project, SECONDS * RATE_HZ
    take = Take("take", folder, project.whole, SeparationSettings(), "m", length)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Planted", ("take",)),), "Planted")
    return right, wrong


def error_db(found, wanted, span):
    """Worst level of what is wrong inside a span, without its edges."""
    here = slice(span.start + 2_400, span.stop - 2_400)
    return 20 * np.log10(np.abs(found - wanted)[..., here].max() + 1e-9)


def exported(editor, folder):
    tracks = ("DX", "FX", "MX", "MIX")
    assert editor.export(folder, tracks=tracks, bits=32) is ExportState.DONE
    files = {path.stem.rsplit("_", 1)[1]: path for path in folder.glob("*.wav")}
    read = partial(soundfile.read, dtype="float32", always_2d=True)
    return {name: read(path)[0].T for name, path in files.items()}


def test_places_are_stepped_through_two_moved_one_taken_back_and_exported(editor, stems, tmp_path):
    right, wrong = stems
    reviews, timeline = editor.project.reviews, editor.project.timeline
    editor.wait_for_action("find_misplaced")
    editor.press(KEY.Key_F4)
    editor.wait(lambda: len(reviews.review.flags) == len(PLANTS), 60_000)
    spans = {(flag.belongs, flag.stem): flag.span for flag in reviews.review.open_flags}
    assert set(spans) == {(giver, taker) for giver, taker, _ in PLANTS}
    assert editor.window.review_panel.isVisible()

    editor.wait_for_action("next_problem")
    editor.press(KEY.Key_F8)
    first = reviews.chosen.flag
    assert first.belongs is Stem.DX
    assert editor.view.focus == first.stem.code
    assert editor.view.selection.span == first.span
    editor.press(KEY.Key_F9)
    assert timeline.looping
    assert timeline.loop.start == max(first.span.start - RATE_HZ, 0)
    assert editor.project.mix.gain(first.stem).soloed
    editor.press(KEY.Key_F9)
    assert not timeline.looping

    editor.press(KEY.Key_F7)  # moves it, and goes on
    second = reviews.chosen.flag
    assert second != first
    editor.press(KEY.Key_F7)
    editor.press(KEY.Key_Z, CTRL)
    decided = [reviews.review.find(flag.key).decision for flag in (first, second)]
    assert decided == [Decision.MOVED, Decision.OPEN]
    assert editor.window.review_panel.done.text() == "1 of 3 done"

    files = exported(editor, tmp_path / "out")
    found = np.stack([files[stem.code] for stem in STEMS])
    np.testing.assert_allclose(found.sum(axis=0), files["MIX"], atol=1e-6)
    plant = next(span for giver, taker, span in PLANTS if taker is first.stem)
    assert error_db(wrong, right, plant) > -25
    assert error_db(found, right, plant) < -50
    elsewhere = np.ones(found.shape[-1], bool)
    elsewhere[max(first.span.start - RATE_HZ // 4, 0) : first.span.stop + RATE_HZ // 4] = False
    np.testing.assert_allclose(found[..., elsewhere], wrong[..., elsewhere], atol=1e-6)
