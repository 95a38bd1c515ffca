"""A program with Qt's loop that separates a movie and says on stdout what happens, for tests."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.jobs.separating.separation_session import SeparationSession
from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings


def say(*words):
    """A line for the test that reads along."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(movie, sound, folder, model, steps):
    """Separate; the last line tells how it ended and whether the network's library was loaded."""
    application = QCoreApplication([])
    session = SeparationSession()
    with FloatWaveReader(sound) as reader:
        length = reader.num_samples
    settings = SeparationSettings(steps=int(steps), picture=False)
    order = SeparationRequest(
        Path(movie), Path(folder), model, settings, span=SampleSpan(0, length), resume=True,
        decoded=Path(sound),
    )  # fmt: skip

    def on_ended(_order, ending):
        say("end", type(ending).__name__, "torch" if "torch" in sys.modules else "free")
        session.stop()
        application.quit()

    session.take_grew.connect(lambda position: say("grew", session.pid, position))
    session.ended.connect(on_ended)
    QTimer.singleShot(0, lambda: session.start(order))
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
