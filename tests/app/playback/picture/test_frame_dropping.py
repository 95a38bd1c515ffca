"""When pictures are left out."""

from app.playback.picture.frame_dropping import Haste
from cass_core.media.picture.picture_decoder import Skip


def run(haste, is_late, start_s, stop_s):
    for tick in range(round(start_s * 25), round(stop_s * 25)):
        haste.note(is_late, tick / 25)


def test_a_short_delay_changes_nothing():
    haste = Haste()
    run(haste, True, 0, 0.9)
    run(haste, False, 0.9, 1.0)
    run(haste, True, 1.0, 1.9)
    assert haste.skip is Skip.NOTHING


def test_grows_while_pictures_come_late():
    haste = Haste()
    run(haste, True, 0, 1.2)
    assert haste.skip is Skip.UNNEEDED
    run(haste, True, 1.2, 10)
    assert haste.skip is Skip.ALL_BUT_KEYS


def test_shrinks_after_a_good_while_and_more_slowly_after_a_failed_try():
    haste = Haste()
    run(haste, True, 0, 1.2)
    run(haste, False, 1.2, 6)
    assert haste.skip is Skip.NOTHING
    run(haste, True, 6, 7.2)
    run(haste, False, 7.2, 14)
    assert haste.skip is Skip.UNNEEDED
    run(haste, False, 14, 16)
    assert haste.skip is Skip.NOTHING


def test_rests():
    haste = Haste()
    run(haste, True, 0, 5)
    haste.rest()
    assert haste.skip is Skip.NOTHING
