"""What is done to the window before each picture, in the order of the day's work."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit

from app.commands.command_ids import new_gesture
from app.commands.mix_commands import SetGainLine, SetMute, SetSolo, SetStemGain
from app.commands.timeline_commands import AddMarker, SetLoop
from app.dialogs.export_dialog import ExportDialog
from app.view_state import Selection, Tool
from app.views.quality_scale import position_of
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.rebalance import GainPoint
from studio import Studio

_STEPS = 8
_SPEAKING_S, _LISTENED_S = 3.2, 7.48


def first_run(studio: Studio, name: str) -> None:
    """The program before anything was ever opened."""
    studio.take(name)


def movie_opened(studio: Studio, name: str) -> None:
    """The demo scene, not separated yet."""
    bench = studio.window.bench
    studio.window.open_path(studio.home / "Movies" / "demo.mov")
    studio.wait_until(lambda: bench.project.is_decoded)
    studio.wait_until(lambda: bench.separating.device.device is not None)
    bench.transport.seek(studio.sample(_SPEAKING_S))
    studio.settle()
    studio.take(name)


def separating(studio: Studio, name: str) -> None:
    """A run that is half way through."""
    bench = studio.window.bench
    studio.window.separation_panel.form.quality.slider.setValue(position_of(_STEPS))
    bench.undo.push(AddMarker(bench.project.timeline, studio.sample(1.0), "Door"))
    studio.window.action_table["separate"].trigger()
    half = studio.sample(5.0)

    def is_half_way() -> bool:
        takes = bench.project.versions.takes
        return bool(takes) and takes[0].position > half

    studio.wait_until(is_half_way)
    studio.take(name)


def separated(studio: Studio, name: str) -> None:
    """All stems, while they play."""
    bench = studio.window.bench
    studio.wait_until(lambda: not bench.separating.busy)
    studio.settle()
    studio.play(_SPEAKING_S, _LISTENED_S)
    studio.take(name)


SCENES: dict[str, Callable[[Studio, str], None]] = {
    "first-run": first_run,
    "movie-opened": movie_opened,
    "separating": separating,
    "separated": separated,
}
