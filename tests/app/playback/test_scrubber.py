from app.playback.scrubber import Scrubber


def test_every_third_tick_the_newest_place_is_heard_once():
    scrubber = Scrubber()
    scrubber.move(5)
    heard = [scrubber.tick(), scrubber.tick()]
    scrubber.move(7)
    heard += [scrubber.tick() for _ in range(7)]
    assert heard == [None, None, 7, None, None, None, None, None, None]


def test_without_a_drag_nothing_is_heard():
    scrubber = Scrubber()
    assert [scrubber.tick() for _ in range(6)] == [None] * 6
    scrubber.move(0)
    assert scrubber.active
    scrubber.end()
    assert not scrubber.active
    assert [scrubber.tick() for _ in range(6)] == [None] * 6


def test_what_was_interrupted_goes_on_once():
    scrubber = Scrubber()
    scrubber.move(5)
    assert not scrubber.end()
    scrubber.resume_later()
    scrubber.move(5)
    assert scrubber.end()
    assert not scrubber.end()
