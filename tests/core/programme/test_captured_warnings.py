import logging
import threading

from cass_core.programme.captured_warnings import CapturedWarnings

DECODER = logging.getLogger("cass_core.media.sound.audio_reader")


def test_hears_the_decoders_of_its_own_thread_once():
    with CapturedWarnings() as heard:
        DECODER.warning("%s: %d samples.", "a.wav", 3)
        DECODER.warning("a.wav: 3 samples.")
        DECODER.info("opened")
        logging.getLogger("cass_core.cli").warning("something else")
        other = threading.Thread(target=DECODER.warning, args=("another player's",))
        other.start()
        other.join()
    DECODER.warning("afterwards")
    assert heard.sentences == ["a.wav: 3 samples."]
