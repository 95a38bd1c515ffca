"""Small programmes that really play; PortAudio reads its environment when it starts.

python -m tests.helpers.playback.playback_scenes SCENE says what happens as JSON lines.
"""

import json
import sys

from PySide6.QtCore import QCoreApplication, QTimer

from app.playback.devices.device_delay import DELAYS_S
from app.playback.playback import Playback
from app.project.stem_mix import StemMix
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.rebalance import StemGain
from tests.helpers.playback.playback_rig import RATE_HZ, noise_stems, tracks_of

SECONDS = 8
START = RATE_HZ // 2
LOOP = SampleSpan(RATE_HZ, RATE_HZ + 31_415)
GAIN = StemGain(-9.0)


def scene_stems():
    """What every scene plays."""
    return noise_stems(SECONDS * RATE_HZ, seed=11)


class Scene:
    """A transport, and steps at times after sound is heard."""

    def __init__(self):
        self.application = QCoreApplication([])
        self.mix, self.timeline = StemMix(), Timeline()
        self.playback = Playback(self.mix, self.timeline)
        self.playback.devices.use_delays({"": DELAYS_S[0]})  # changes are heard soonest
        self.transport = self.playback.transport
        self.transport.set_tracks(tracks_of(scene_stems()))
        for part in (self.transport, self.playback.devices):
            part.problem.connect(lambda sentence: self.tell("problem", sentence=sentence))
        self._steps = []
        self.transport.position_changed.connect(self._on_position)

    def at(self, seconds, step):
        """Do something so long after the first sound."""
        self._steps.append((seconds, step))

    def tell(self, event, **values):
        playback, transport = self.playback, self.transport
        state = {"position": transport.position, "playing": transport.playing}
        state |= {"device": playback.devices.is_real, "underruns": playback.player.num_underruns}
        sys.stdout.write(json.dumps({"event": event} | state | values) + "\n")
        sys.stdout.flush()

    def run(self, limit_s=12.0):
        QTimer.singleShot(round(limit_s * 1000), self.application.quit)
        self.transport.seek(START)
        self.transport.play()
        self.application.exec()
        self.playback.close()

    def end(self):
        self.tell("end")
        self.application.quit()

    def _on_position(self, position):
        if self._steps and self.transport.playing and position > START:
            self.tell("heard")
            for seconds, step in self._steps:
                QTimer.singleShot(round(seconds * 1000), step)
            self._steps = []


def play_mix(scene):
    """A fader, then a solo, then a mute, each told before it is done."""

    def change(name, stem, gain):
        scene.tell(name)
        scene.mix.set_gain(stem, gain)

    scene.mix.set_gain(Stem.FX, GAIN)
    scene.at(0.7, lambda: change("solo", Stem.DX, StemGain(soloed=True)))
    scene.at(1.1, lambda: change("unsolo", Stem.DX, StemGain()))
    scene.at(1.5, lambda: change("mute", Stem.MX, StemGain(muted=True)))
    scene.at(1.9, scene.transport.pause)
    scene.at(2.1, scene.end)


def play_loop(scene):
    scene.timeline.set_loop(LOOP, True)
    scene.at(2.6, scene.end)


def switch_device(scene):
    def switch():
        scene.tell("switch")
        devices = scene.playback.devices
        devices.use(next(d.name for d in devices.listed() if not d.is_default))

    scene.playback.devices.listed()
    scene.at(0.6, switch)
    scene.at(1.4, scene.end)


def lose_device(scene):
    def again():
        scene.tell("stopped")
        scene.transport.play()

    def on_problem(_sentence):
        if not again_once:
            again_once.append(True)
            QTimer.singleShot(100, again)
            QTimer.singleShot(900, scene.end)

    again_once = []
    scene.playback.devices.problem.connect(on_problem)
    scene.at(0.5, lambda: scene.tell("kill me"))


def follow_clock(scene):
    """How the told position moves against the clock."""
    import time

    start = time.perf_counter()

    def tell(position):
        scene.tell("place", seconds=time.perf_counter() - start, sample=position)

    scene.at(0.2, lambda: scene.transport.position_changed.connect(tell))
    scene.at(1.8, scene.end)


SCENES = {
    scene.__name__: scene
    for scene in (play_mix, play_loop, switch_device, lose_device, follow_clock)
}

if __name__ == "__main__":
    stage = Scene()
    SCENES[sys.argv[1]](stage)
    stage.run()
