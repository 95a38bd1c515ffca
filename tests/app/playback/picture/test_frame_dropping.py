"""When pictures are left out."""

from app.playback.picture.frame_dropping import FrameDropping
from cass_core.media.picture.picture_decoder import Skip


def run(dropping, is_late, start_s, stop_s):
    for tick in range(round(start_s * 25), round(stop_s * 25)):
        dropping.note(is_late, tick / 25)


def test_a_short_delay_changes_nothing():
    dropping = FrameDropping()
    run(dropping, True, 0, 0.9)
    run(dropping, False, 0.9, 1.0)
    run(dropping, True, 1.0, 1.9)
    assert dropping.skip is Skip.NOTHING


def test_grows_while_pictures_come_late():
    dropping = FrameDropping()
    run(dropping, True, 0, 1.2)
    assert dropping.skip is Skip.UNNEEDED
    run(dropping, True, 1.2, 10)
    assert dropping.skip is Skip.ALL_BUT_KEYS


def test_shrinks_after_a_good_while_and_more_slowly_after_a_failed_try():
    dropping = FrameDropping()
    run(dropping, True, 0, 1.2)
    run(dropping, False, 1.2, 6)
    assert dropping.skip is Skip.NOTHING
    run(dropping, True, 6, 7.2)
    run(dropping, False, 7.2, 14)
    assert dropping.skip is Skip.UNNEEDED
    run(dropping, False, 14, 16)
    assert dropping.skip is Skip.NOTHING


def test_rests():
    dropping = FrameDropping()
    run(dropping, True, 0, 5)
    dropping.rest()
    assert dropping.skip is Skip.NOTHING
