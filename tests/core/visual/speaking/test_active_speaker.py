"""Who speaks, told from made mouths and a made voice."""

import numpy as np
import pytest

from cass_core.clips import AudioClip
from cass_core.media.sound.array_source import ArraySource
from cass_core.relayed import result_of
from cass_core.visual.faces.face_tracks import FACE_RECORD
from cass_core.visual.feature_layout import PRESENCE
from cass_core.visual.speaking.active_speaker import chosen_speakers, held_records, speaking_records
from cass_core.visual.speaking.mouth import LIP_COLUMNS, MOUTH_COLUMNS, mouths

ROWS = 250


def loudness(seed, rows=ROWS):
    """(row,) words of different lengths and pauses between them, as amplitudes."""
    rng = np.random.default_rng(seed)
    lengths = rng.integers(4, 14, rows // 4)
    words = np.concatenate([np.full(n, 0.1 * (i % 2)) for i, n in enumerate(lengths)])
    return words[:rows] + 1e-3


def moving(level, seed=0, late=1):
    """(row,) a mouth that opens and closes as fast as a voice is loud, one picture later."""
    rng = np.random.default_rng(seed)
    steps = np.roll(level, late) * rng.choice([-1, 1], len(level))
    return np.abs(0.3 + 0.5 * steps)


def still(rows=ROWS, seed=9):
    return 0.2 + 1e-4 * np.random.default_rng(seed).standard_normal(rows)


def table(faces, width=0.3):
    """Records of {track: (first row, mouth by row)}; NaN where the face is not seen."""
    entries = sorted(
        (first + row, track, value)
        for track, (first, mouth) in faces.items()
        for row, value in enumerate(mouth)
        if not np.isnan(value)
    )
    records = np.zeros(len(entries), FACE_RECORD)
    for record, (row, track, value) in zip(records, entries, strict=True):
        record["row"], record["track"] = row, track
        record["box"] = (0.1, 0.1, 0.1 + width, 0.5)
        record["face"][PRESENCE] = 1
        record["face"][list({*MOUTH_COLUMNS, *LIP_COLUMNS})] = value
    return records


def marks(records, level):
    """Tracks that speak, and that are held, row by row."""
    faces = list(mouths(records))
    speaker = speaking_records(faces, np.stack([level, level]).astype(np.float32))
    held = held_records(faces, speaker)
    return [
        [int(records["track"][index]) if index >= 0 else None for index in chosen]
        for chosen in (speaker, held)
    ]


def share(marked, track, rows):
    return np.mean([marked[row] == track for row in rows])


def test_of_two_moving_mouths_the_one_that_fits_the_sound_speaks_and_the_mark_moves():
    first, second = loudness(1), loudness(2)
    level = np.concatenate([first[:125], second[125:]])
    records = table({0: (0, moving(first)), 1: (0, moving(second, 3))})
    speaker, _ = marks(records, level)
    assert share(speaker, 0, range(15, 110)) > 0.9
    assert share(speaker, 1, range(140, 235)) > 0.9
    changes = [a != b for a, b in zip(speaker, speaker[1:], strict=False)]
    assert sum(changes) <= 5


@pytest.mark.parametrize("late", [-1, 0, 2])
def test_picture_may_be_a_little_early_or_late(late):
    level = loudness(3)
    speaker, _ = marks(table({4: (0, moving(level, late=late))}), level)
    assert share(speaker, 4, range(10, 240)) > 0.9


@pytest.mark.parametrize(
    ("mouth", "level"),
    [
        (still(), loudness(1)),
        (moving(loudness(1)), np.full(ROWS, 0.05)),
        (moving(loudness(1)), np.zeros(ROWS)),
        (moving(loudness(1)), np.roll(loudness(1), 12)),
    ],
    ids=["off screen", "steady noise", "nothing heard", "half a second late"],
)
def test_nobody_speaks(mouth, level):
    speaker, held = marks(table({0: (0, mouth)}), level)
    assert share(speaker, None, range(ROWS)) > 0.9
    assert held.count(None) > 0.9 * ROWS or set(speaker) == {None, 0}


def test_a_face_stays_shown_in_pauses_while_it_is_seen_and_unmarked():
    level = loudness(5)
    level[:60] = level[150:] = 0
    records = table({7: (10, moving(level, late=0)[10:220]), 8: (0, still())})
    speaker, held = marks(records, level)
    assert set(speaker[:50]) == set(speaker[170:]) == {None}
    assert share(speaker, 7, range(75, 140)) > 0.9
    assert held == [None] * 10 + [7] * 210 + [None] * 30


def test_a_face_that_is_lost_for_moments_keeps_the_word():
    level = loudness(6)
    mouth = moving(level)
    mouth[100:108] = np.nan
    speaker, _ = marks(table({0: (0, mouth)}), level)
    assert set(speaker[100:108]) == {None}
    assert share(speaker, 0, [*range(60, 100), *range(108, 150)]) == 1


def test_a_face_seen_for_a_moment_is_none():
    assert list(mouths(table({0: (3, moving(loudness(1))[:4])}))) == []


def test_small_faces_move_less():
    mouth = {0: (0, moving(loudness(1)))}
    (large,), (small,) = (list(mouths(table(mouth, width))) for width in (0.15, 0.0375))
    np.testing.assert_allclose(small.motion, large.motion / 2, rtol=1e-4)


def test_sound_and_rows_share_a_clock():
    """The same faces; the programme begins 2 s after the first picture."""
    rate_hz, level = 16_000, loudness(4)
    level[125:] = 0
    noise = np.random.default_rng(0).standard_normal(len(level) * rate_hz // 25)
    sound = np.repeat(level, rate_hz // 25) * noise
    source = ArraySource(AudioClip(sound[None].astype(np.float32), rate_hz, "mono"))
    mouth = np.concatenate([still(50), moving(level)])
    records = table({0: (0, mouth), 1: (0, still(300, 4))})
    speaker, _ = result_of(chosen_speakers(records, 300, source, -2.0))
    assert (speaker[:40] == -1).all()
    assert (records["track"][speaker[70:165]] == 0).all()
    assert (speaker[70:165] >= 0).all()
    early, _ = result_of(chosen_speakers(records, 300, source, 0.0))
    assert (early[140:] == -1).all()


def test_without_sound_or_faces_nobody_speaks():
    records = table({0: (0, moving(loudness(1)))})
    for found in (records, records[:0]):
        speaker, held = result_of(chosen_speakers(found, ROWS, None, 0.0))
        assert speaker.tolist() == held.tolist() == [-1] * ROWS
