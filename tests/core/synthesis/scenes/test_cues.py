"""Made pictures are as weakly tied to the sound as real ones."""

import numpy as np
import pytest

from cass_core.synthesis.scenes import cues
from cass_core.synthesis.scenes.cues import band_loudness, draw_shots, face_cues, scene_cues
from cass_core.synthesis.scenes.face_motion import FaceMotion
from cass_core.visual.feature_layout import (
    CUT,
    FACE_COLUMNS,
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    PRESENCE,
)
from tests.helpers.corpus.scene_builders import speech_like

NUM_FRAMES = 250
MOUTH = [FACE_COLUMNS.index(n) for n in ("jawOpen", "mouthLowerDownLeft", "mouthUpperUpLeft")]
BLINK = FACE_COLUMNS.index("eyeBlinkLeft")


def phrases(seed=0):
    """Ten seconds of speech with two pauses, (sample,)."""
    sound = speech_like(np.random.default_rng(seed), 10).astype(np.float32)
    sound[40_000:70_000] = 0
    sound[120_000:140_000] = 0
    return sound


def motion(rows):
    """How much the mouth moves around each frame, (frame,)."""
    opening = rows[:, MOUTH].sum(axis=1)
    return np.convolve(np.abs(np.diff(opening, prepend=opening[0])), np.ones(5) / 5, "same")


def correlations(move):
    """Correlation of the mouth's motion with the loudness, for each of 60 faces."""
    loudness = band_loudness(phrases(), NUM_FRAMES)
    faces = (move(FaceMotion(np.random.default_rng(n)), loudness) for n in range(60))
    return [np.corrcoef(motion(rows), loudness.mean(axis=1))[0, 1] for rows in faces]


def test_a_speaker_moves_with_the_sound_but_not_perfectly():
    found = correlations(lambda face, loudness: face.speaking(loudness, 0, NUM_FRAMES))
    assert 0.2 < np.median(found) < 0.75
    assert np.mean(np.array(found) > 0) > 0.9
    assert max(found) < 0.95


def test_a_stranger_moves_without_the_sound():
    found = correlations(lambda face, _: face.babbling(NUM_FRAMES))
    assert abs(np.mean(found)) < 0.1


def test_a_listener_moves_less_than_a_speaker():
    loudness = band_loudness(phrases(), NUM_FRAMES)
    faces = [FaceMotion(np.random.default_rng(n)) for n in range(30)]
    spoken = np.mean([motion(f.speaking(loudness, 0, NUM_FRAMES)).mean() for f in faces])
    listened = np.mean([motion(f.listening(NUM_FRAMES)).mean() for f in faces])
    assert listened < 0.3 * spoken


def test_faces_blink():
    rows = FaceMotion(np.random.default_rng(1)).listening(2_000)
    assert 3 < np.count_nonzero(np.diff((rows[:, BLINK] > 0.5).astype(int)) > 0) < 80


def test_faces_are_seen_in_some_frames_and_rows_are_whole():
    sound, shares = phrases(), []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        rows = face_cues(sound, rng, NUM_FRAMES, draw_shots(rng, NUM_FRAMES))
        assert rows.shape == (NUM_FRAMES, NUM_FACE_FEATURES)
        assert rows.dtype == np.float32
        seen = rows[:, PRESENCE] == 1
        assert not rows[~seen].any()
        assert rows[:, :PRESENCE].min() >= 0
        assert rows[:, :PRESENCE].max() <= 1
        shares.append(seen.mean())
    assert 0.6 < np.mean(shares) < 0.85
    assert min(shares) == 0


def test_shots_are_in_order_and_begin_at_the_start():
    for seed in range(20):
        shots = draw_shots(np.random.default_rng(seed), NUM_FRAMES)
        assert shots[0] == 0
        assert all(b - a >= 25 for a, b in zip(shots, shots[1:], strict=False))
        assert shots[-1] < NUM_FRAMES


def test_motion_is_more_after_onsets_than_elsewhere():
    sound = 1e-4 * np.random.default_rng(0).standard_normal(160_000).astype(np.float32)
    onsets = np.arange(20, 240, 40)
    for frame in onsets:
        sound[frame * 640 : frame * 640 + 5_000] += 0.3
    near, far = [], []
    for seed in range(80):
        rng = np.random.default_rng(seed)
        moved = scene_cues(sound, rng, NUM_FRAMES, (0,))[:, :CUT].max(axis=1)
        near += [moved[f : f + 5].mean() for f in onsets]
        far += [moved[f - 10 : f - 5].mean() for f in onsets]
    assert np.mean(near) > 1.2 * np.mean(far)
    assert np.mean(near) < 4 * np.mean(far)


@pytest.mark.parametrize("shots", [(0,), (0, 50, 130)])
def test_cuts_lie_between_shots(shots):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        rows = scene_cues(phrases(), rng, NUM_FRAMES, shots)
        assert rows.shape == (NUM_FRAMES, NUM_SCENE_FEATURES)
        assert rows.dtype == np.float32
        assert rows.min() >= 0
        assert rows.max() <= 1
        cuts = np.flatnonzero(rows[:, CUT])
        assert set(cuts) <= set(shots[1:])
        assert not rows[cuts, :CUT].any()


def test_loudness_of_bands_tells_hiss_from_hum():
    times = np.arange(160_000) / 16_000
    sound = np.where(times < 5, np.sin(2 * np.pi * 200 * times), np.sin(2 * np.pi * 5_000 * times))
    loudness = band_loudness(sound.astype(np.float32), NUM_FRAMES)
    assert loudness[10:110, 0].min() > 0.9
    assert loudness[10:110, 2].max() < 0.1
    assert loudness[140:240, 2].min() > 0.9


def test_silence_and_short_sound_are_fine():
    assert not band_loudness(np.zeros(16_000, np.float32), 25).any()
    assert band_loudness(phrases()[:1_000], 25).shape == (25, 3)
    rng = np.random.default_rng(0)
    for num_frames in (1, 2, 51):
        sound = phrases()[: num_frames * 640 - 130]
        assert np.isfinite(face_cues(sound, rng, num_frames, (0,))).all()
        assert np.isfinite(scene_cues(sound, rng, num_frames, (0,))).all()


def spoken_rows(count=40):
    loudness = band_loudness(phrases(), NUM_FRAMES)
    faces = (FaceMotion(np.random.default_rng(n)) for n in range(count))
    return [face.speaking(loudness, 0, NUM_FRAMES) for face in faces]


# name: middle of the real clips' means, and of their mean changes from frame to frame
MEASURED = {
    "jawOpen": (0.093, 0.023),
    "mouthLowerDownLeft": (0.056, 0.021),
    "mouthUpperUpLeft": (0.101, 0.027),
    "mouthPucker": (0.092, 0.030),
    "mouthPressLeft": (0.072, 0.017),
    "mouthSmileLeft": (0.163, 0.034),
    "eyeBlinkLeft": (0.194, 0.029),
    "eyeSquintLeft": (0.335, 0.026),
    "browInnerUp": (0.147, 0.021),
}


@pytest.mark.parametrize("name", MEASURED)
def test_made_faces_have_the_sizes_and_the_haste_of_real_ones(name):
    shape = np.stack([rows[:, FACE_COLUMNS.index(name)] for rows in spoken_rows()])
    mean, change = MEASURED[name]
    assert 0.5 * mean < shape.mean() < 2 * mean
    assert 0.5 * change < np.abs(np.diff(shape, axis=1)).mean() < 2 * change


def test_an_open_mouth_says_less_than_a_moving_one():
    # real clips: 0.13 (-0.2 to 0.7) for the opening, 0.41 (0.1 to 0.7) for the motion
    loudness = band_loudness(phrases(), NUM_FRAMES).mean(axis=1)
    rows = spoken_rows(60)
    opening = [np.corrcoef(r[:, MOUTH[0]], loudness)[0, 1] for r in rows]
    moving = [np.corrcoef(motion(r), loudness)[0, 1] for r in rows]
    assert 0.02 < np.median(opening) < 0.35
    assert 0.1 < np.mean(np.array(opening) < 0) < 0.5
    assert np.median(moving) > np.median(opening)


def test_some_faces_are_small_and_tremble():
    dropping = []
    for n in range(60):
        rows = FaceMotion(np.random.default_rng(n)).listening(NUM_FRAMES)
        squint = rows[:, FACE_COLUMNS.index("eyeSquintLeft")]
        dropping.append(np.abs(np.diff(squint)).mean() / squint.mean())
    assert 0.05 < np.mean(np.array(dropping) > 0.13) < 0.4
    assert np.median(dropping) < 0.1


def test_a_face_that_speaks_in_part_is_still_in_somebody_elses_turns(monkeypatch):
    monkeypatch.setattr(cues, "_SHOWN", {"in part": 1.0})
    monkeypatch.setattr(cues, "_LOST_SHARE", 0.0)
    sound = speech_like(np.random.default_rng(0), 10).astype(np.float32)
    spreads = []
    for seed in range(20):
        moved = motion(face_cues(sound, np.random.default_rng(seed), NUM_FRAMES, (0,)))
        slow = np.convolve(moved, np.ones(15) / 15, "valid")
        spreads.append(np.percentile(slow, 90) / np.percentile(slow, 10))
    assert np.median(spreads) > 2


def test_two_faces_take_turns_in_the_rows(monkeypatch):
    monkeypatch.setattr(cues, "_SHOWN", {"two": 1.0})
    jumps = []
    for seed in range(20):
        rows = face_cues(phrases(), np.random.default_rng(seed), NUM_FRAMES, (0,))
        # heads do not turn that far between two pictures
        jumps.append(np.count_nonzero(np.abs(np.diff(rows[:, FACE_COLUMNS.index("yaw")])) > 0.05))
    assert np.median(jumps) >= 2
    alone = [np.abs(np.diff(r[:, FACE_COLUMNS.index("yaw")])).max() for r in spoken_rows(20)]
    assert np.median(alone) < 0.05
