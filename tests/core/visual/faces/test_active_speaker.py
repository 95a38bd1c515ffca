import numpy as np
import pytest

from cass_core.visual.faces.active_speaker import MOUTH_COLUMNS, mouth_activity, speaking_records
from cass_core.visual.faces.face_tracks import FACE_RECORD, FaceTracks, speaker_faces
from cass_core.visual.feature_layout import PRESENCE


def table(tracks):
    """Records of {track: {row: mouth opening}}, all faces a fifth of the picture wide."""
    entries = sorted((row, track) for track, mouth in tracks.items() for row in mouth)
    records = np.zeros(len(entries), FACE_RECORD)
    for record, (row, track) in zip(records, entries, strict=True):
        record["row"], record["track"] = row, track
        record["box"] = (0.1, 0.1, 0.3, 0.4)
        record["face"][PRESENCE] = 1
        record["face"][list(MOUTH_COLUMNS)] = tracks[track][row]
    return records


def still(rows):
    return dict.fromkeys(rows, 0.2)


def talking(rows):
    return {row: 0.2 + 0.2 * (row % 4 < 2) for row in rows}


def tracks_of(records, num_rows):
    tracks = FaceTracks(records, speaking_records(records, num_rows), 0.0)
    return [tracks.speaking_track(row) for row in range(num_rows)]


def test_only_face_is_chosen_even_when_it_is_silent():
    assert tracks_of(table({7: still(range(10, 40))}), 50) == [None] * 10 + [7] * 30 + [None] * 10


def test_the_word_passes_to_the_moving_mouth_and_not_to_and_fro():
    first = {**talking(range(50)), **still(range(50, 100))}
    second = {**still(range(50)), **talking(range(50, 100))}
    speaker = tracks_of(table({0: first, 1: second}), 100)
    assert set(speaker[:45]) == {0}
    assert set(speaker[65:]) == {1}
    assert sum(a != b for a, b in zip(speaker, speaker[1:], strict=False)) == 1


def test_one_twitch_does_not_take_the_word():
    listener = {**still(range(100)), 50: 0.3}
    speaker = tracks_of(table({0: talking(range(100)), 1: listener}), 100)
    assert set(speaker) == {0}


def test_equal_mouths_do_not_alternate():
    rng = np.random.default_rng(0)
    both = {t: dict(enumerate(rng.uniform(0, 0.4, 400))) for t in (0, 1)}
    speaker = tracks_of(table(both), 400)
    assert sum(a != b for a, b in zip(speaker, speaker[1:], strict=False)) <= 2


def test_next_face_speaks_when_the_speaker_leaves():
    speaker = tracks_of(table({0: talking(range(30)), 1: still(range(60))}), 60)
    assert speaker == [0] * 30 + [1] * 30


def test_track_of_a_few_rows_is_ignored():
    assert tracks_of(table({0: talking(range(3)), 1: still(range(20))}), 20) == [1] * 20


def test_gap_in_a_track_is_no_motion():
    mouth = {**still(range(20)), **dict.fromkeys(range(30, 50), 0.9)}
    assert mouth_activity(table({0: mouth})).max() == 0


def test_small_face_needs_more_motion():
    records = table({0: talking(range(20))})
    large = mouth_activity(records).mean()
    records["box"][:, 2] = 0.1 + 0.15 / 4
    assert mouth_activity(records).mean() == pytest.approx(large / 2, rel=1e-4)


def test_face_stream_has_the_speaker_and_zeros():
    records = table({0: still(range(5, 15)), 1: talking(range(5, 15))})
    speaker = speaking_records(records, 20)
    face = speaker_faces(records, speaker, 0, 20)
    assert face[:, PRESENCE].tolist() == [0] * 5 + [1] * 10 + [0] * 5
    np.testing.assert_array_equal(face[7], records["face"][speaker[7]])
    assert records["track"][speaker[7]] == 1


def test_no_faces_at_all():
    assert speaking_records(np.zeros(0, FACE_RECORD), 3).tolist() == [-1, -1, -1]


def test_faces_of_a_row():
    records = table({0: still(range(10)), 3: still(range(5, 10))})
    tracks = FaceTracks(records, speaking_records(records, 10), 0.0)
    assert tracks.at(2)["track"].tolist() == [0]
    assert tracks.at(6)["track"].tolist() == [0, 3]
    assert len(tracks.at(50)) == 0
    assert tracks.speaking_track(-1) is None
