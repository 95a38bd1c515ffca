import numpy as np
import pytest

from cass_core.visual.feature_layout import CUT, SCENE_COLUMNS
from cass_core.visual.scene_stream import SceneStream, motion_energy


def shot(seed, height=108, width=192, level=128):
    """Coarse coloured blocks, different for each seed."""
    blocks = np.random.default_rng(seed).integers(0, 2 * level, (6, 8, 3))
    return np.kron(blocks, np.ones((height // 6, width // 8, 1))).astype(np.uint8)


def rows(pictures):
    stream = SceneStream()
    return np.array([stream.step(picture) for picture in pictures])


def test_still_picture_has_no_motion_and_its_own_colour():
    picture = np.zeros((48, 64, 3), np.uint8) + np.array([255, 51, 0], np.uint8)
    row = rows([picture] * 3)[-1]
    assert not row[: CUT + 1].any()
    np.testing.assert_allclose(row[CUT + 1 :], [1.0, 0.2, 0.0], atol=1e-4)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (48, 64), (4, 4), (270, 480)])
def test_motion_is_felt_in_the_cell_where_it_is(size):
    still = np.full((*size, 3), 60, np.uint8)
    moved = still.copy()
    moved[: max(size[0] // 4, 1), -max(size[1] // 4, 1) :] = 100
    row = rows([still, moved])[1]
    assert SCENE_COLUMNS[int(row[:CUT].argmax())] == "motion_03"
    assert row[CUT] == 0


def test_motion_energy_runs_from_nought_to_one():
    assert not motion_energy(np.zeros((54, 96), np.float32)).any()
    np.testing.assert_allclose(motion_energy(np.ones((54, 96), np.float32)), 1.0, rtol=1e-6)
    faint = motion_energy(np.full((54, 96), 0.01, np.float32))
    np.testing.assert_allclose(faint, np.log(2) / np.log(101), rtol=1e-5)


def test_cuts_are_flagged_and_have_no_motion():
    film = [shot(index // 20) for index in range(80)]
    found = rows(film)
    assert np.flatnonzero(found[:, CUT]).tolist() == [20, 40, 60]
    assert not found[:, :CUT].any()


def test_cut_between_shaking_shots():
    rng = np.random.default_rng(0)
    film = [np.roll(shot(i // 30), rng.integers(-1, 2), axis=1) for i in range(60)]
    assert np.flatnonzero(rows(film)[:, CUT]).tolist() == [30]


def test_pan_and_fade_are_no_cuts():
    wide = shot(3, 108, 960)
    pan = [wide[:, 6 * k : 6 * k + 192] for k in range(60)]
    fade = [(shot(4) * (1 - k / 50)).astype(np.uint8) for k in range(50)]
    assert not rows(pan)[:, CUT].any()
    assert not rows(fade)[:, CUT].any()


def test_first_picture_is_no_cut():
    assert rows([shot(0)])[0, CUT] == 0


def test_flash_is_one_cut():
    film = [shot(0)] * 20 + [np.full((108, 192, 3), 255, np.uint8)] + [shot(0)] * 20
    assert np.flatnonzero(rows(film)[:, CUT]).tolist() == [20]
