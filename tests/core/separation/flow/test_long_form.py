"""Windows are joined without seams and wherever one looks the estimate is the same."""

import numpy as np
import pytest
import torch

from cass_core.separation.flow.long_form import LongForm, batch_edge
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import FeaturePicture
from cass_core.visual.feature_layout import (
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    PRESENCE,
    VisualFeatures,
)
from tests.helpers.separation.separation_fakes import (
    TINY,
    FakeField,
    finish,
    noise_source,
    sound_source,
)

BINS, WINDOW = TINY.spectrogram.num_bins, TINY.window_frames
HOP = TINY.hop_frames


def long_form(answer, seconds=16.0, picture=None):
    field = FakeField(answer)
    return LongForm([ModelBand(noise_source(seconds), field.front.grid)], field, picture), field


def joined_by(work, first, count):
    """(stem, bin, frame) of a programme whose channels are heard together."""
    return finish(work.estimates(first, count))[0]


def constant(windows):
    return torch.full((len(windows.first_frames), 3, BINS, WINDOW), 2 - 3j)


def opinions(windows):
    """Each window has an answer of its own, which tells its place and the frame's."""
    frames = torch.arange(WINDOW) / WINDOW
    answers = [torch.complex(frames, torch.full_like(frames, f)) for f in windows.first_frames]
    scale = torch.arange(1, 4).reshape(3, 1, 1)
    return torch.stack([(scale * a).expand(3, BINS, WINDOW) for a in answers])


def test_a_constant_stays_constant_across_joins():
    work, field = long_form(constant)
    frames = work.bands[0].num_frames
    joined = joined_by(work, -1, frames + 2)
    assert len(field.asked) > 3
    torch.testing.assert_close(joined, torch.full((3, BINS, frames + 2), 2 - 3j))


def test_an_answer_that_depends_on_the_place_alone_comes_through():
    def of_place(windows):
        frames = [torch.arange(f, f + WINDOW) for f in windows.first_frames]
        return torch.stack([torch.polar(torch.ones(3, BINS, WINDOW), f.float()) for f in frames])

    work, _ = long_form(of_place)
    expected = torch.polar(torch.ones(700), torch.arange(100, 800).float())
    torch.testing.assert_close(joined_by(work, 100, 700)[1, 5], expected)


def test_two_windows_fade_linearly_into_each_other():
    work, field = long_form(opinions)
    overlap = WINDOW - HOP
    joined_by(work, 0, 1)
    one, other = field.asked[0].first_frames[:2]
    joined = joined_by(work, other, overlap)[0, 0].imag
    share = (torch.arange(overlap) + 0.5) / overlap
    torch.testing.assert_close(joined, one * (1 - share) + other * share)


@pytest.mark.parametrize(("first", "count"), [(-5, 40), (0, 1), (370, 30), (100, 1500), (1990, 30)])
def test_a_range_is_part_of_the_whole(first, count):
    whole = joined_by(long_form(opinions)[0], -5, 2030)
    part = joined_by(long_form(opinions)[0], first, count)
    assert torch.equal(part, whole[..., first + 5 : first + 5 + count])


def test_going_on_and_going_back_give_the_same():
    work, field = long_form(opinions)
    first = joined_by(work, 10, 300)
    joined_by(work, 900, 300)
    assert torch.equal(joined_by(work, 10, 300), first)
    starts = [windows.first_frames[0] for windows in field.asked]
    assert len(starts) == len(set(starts)) + 1  # the first batch had been forgotten


def test_neighbouring_ranges_ask_for_a_batch_only_once():
    work, field = long_form(opinions)
    for first in range(0, 2000, 100):
        joined_by(work, first, 130)
    starts = [windows.first_frames[0] for windows in field.asked]
    assert starts == [batch_edge(i, TINY, 2) for i in range(len(starts))]
    assert len(work._batches) <= 2


def test_every_frame_that_reaches_into_the_programme_is_heard():
    for seconds in (0.0001, 0.4, 0.5, 7.68, 16.0):
        work, _ = long_form(constant, seconds)
        last = int(np.ceil(seconds * 16_000 / 128)) + 1
        joined = joined_by(work, -1, last + 2)
        assert joined.abs().min() > 1


def test_windows_hear_the_programme_at_their_place():
    work, field = long_form(constant)
    joined_by(work, 0, 500)
    for windows in field.asked:
        assert windows.picture is None
        for mixture, first in zip(windows.mixture, windows.first_frames, strict=True):
            torch.testing.assert_close(
                mixture, work.bands[0].frames(first, WINDOW), rtol=1e-4, atol=1e-4
            )


def test_windows_see_the_rows_under_them():
    rows = 600
    face = np.zeros((rows, NUM_FACE_FEATURES), np.float32)
    face[:, 0] = np.arange(rows)
    face[200:, PRESENCE] = 1
    scene = np.ones((rows, NUM_SCENE_FEATURES), np.float32)
    scene[:, 0] = np.arange(rows)
    work, field = long_form(
        constant, picture=FeaturePicture(VisualFeatures(face, scene, start_s=0.5), TINY)
    )
    joined_by(work, 0, 1600)
    seen = []
    for windows in field.asked:
        picture = windows.picture
        assert picture.face.shape[1:] == (TINY.num_picture_frames, NUM_FACE_FEATURES)
        for row, first in enumerate(windows.first_frames):
            # row 0 of the picture is shown at 0.5 s; a picture lasts 40 ms, a frame 8 ms
            wanted = (first * 0.008 - 0.5) * 25 + np.arange(TINY.num_picture_frames)
            shown = picture.scene[row, :, 0].numpy()
            inside = wanted > -0.5
            assert np.abs(shown - wanted)[inside].max(initial=0) <= 0.5 + 1e-6
            assert not picture.scene[row][torch.from_numpy(~inside)].any()
            assert picture.seen[row, 0] == bool((picture.face[row, :, PRESENCE] > 0).any())
            assert picture.seen[row, 1] == bool(inside.any())
            seen.append(tuple(picture.seen[row].tolist()))
    assert set(seen) == {(False, False), (False, True), (True, True)}


def test_batches_move_on_by_their_windows():
    assert batch_edge(3, TINY, 2) - batch_edge(2, TINY, 2) == TINY.batch_windows * HOP


def test_groups_are_heard_beside_each_other_and_silent_ones_not():
    sounds = [noise_source(16.0), sound_source(np.zeros((1, 256_000)), 16_000), noise_source(16.0)]
    field = FakeField(lambda w: w.mixture.unsqueeze(1).expand(-1, 3, -1, -1))
    work = LongForm([ModelBand(s, field.front.grid) for s in sounds], field, None)
    found = finish(work.estimates(40, 500))
    assert found.shape[0] == 3
    alone = joined_by(long_form(field.answer)[0], 40, 500)
    torch.testing.assert_close(found[0], alone)
    torch.testing.assert_close(found[2], alone)
    assert not found[1].any()
    assert {len(asked.first_frames) % 2 for asked in field.asked} == {0}  # the two that sound
