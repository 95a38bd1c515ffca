"""Take the pictures of a review on a small screen: `review_pictures.py HOME OUT_DIR`.

The stems are the demo movie's exact ones, with three sounds moved to a wrong stem, so nothing has
to be separated first; what is found of them is what the program finds. Their delivery is reported,
too.
"""

import math
import os
import sys
from pathlib import Path

import numpy as np
import soundfile
from browser_pages import take_delivery_report, take_page
from plan import SMALL_PX
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from studio import Studio

from app.lanes import DIFFERENCE_CODE
from app.project.versions import Take, Version
from app.project.view_state import Tool
from cass_core.cli import main as cass
from cass_core.clips import FloatArray, SampleSpan
from cass_core.request.identity import StemSetIdentity
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.stem_writer import StemSetWriter

_RATE_HZ = 48_000
# from, to, begin and end in seconds
_MOVED = (
    (Stem.DX, Stem.FX, 7.55, 8.3),
    (Stem.MX, Stem.DX, 4.6, 5.5),
    (Stem.DX, Stem.MX, 1.9, 2.5),
)
_FADE = 480
_LASSO_POINTS = 40


def moved_stems(movies: Path) -> FloatArray:
    """(stem, channel, sample) of the demo movie, with sounds in wrong stems."""
    files = (soundfile.read(movies / f"demo_{stem.code}.wav", dtype="float32") for stem in STEMS)
    stems = np.stack([samples.T for samples, _ in files])
    for giver, taker, begin_s, end_s in _MOVED:
        here = slice(round(begin_s * _RATE_HZ), round(end_s * _RATE_HZ))
        sound = stems[STEMS.index(giver), :, here].copy()
        ramp = np.linspace(0, 1, _FADE, dtype=np.float32)
        sound[:, :_FADE] *= ramp
        sound[:, -_FADE:] *= ramp[::-1]
        stems[STEMS.index(giver), :, here] -= sound
        stems[STEMS.index(taker), :, here] += sound
    return stems


def write_take(studio: Studio, stems: FloatArray) -> Path:
    """Lay the stems beside the open movie as a version of it."""
    project = studio.window.context.project
    programme = project.programme
    assert programme is not None
    length = programme.num_samples
    folder = studio.home / "Movies" / "take 001"
    identity = StemSetIdentity(
        media_name=programme.info.path.name, media_path=str(programme.info.path),
        media_hash=programme.media_hash, audio_stream=programme.audio_stream,
        rate_hz=_RATE_HZ, layout=programme.layout, num_channels=programme.num_channels,
        num_samples=length, span=SampleSpan(0, length), start_timecode="01:00:00:00",
        frame_rate="25/1", model_name="starter", model_sha256="0" * 64,
        settings={"steps": 2, "render": "faithful", "vision": True}, seed=0, device_kind="cpu",
    )  # fmt: skip
    fitted = np.ascontiguousarray(stems[..., :length])
    with StemSetWriter.create_or_resume(folder, identity, resume=False) as writer:
        writer.append(0, fitted, np.sum(fitted, axis=0))
    take = Take("take 001", folder, project.whole, SeparationSettings(), "starter", length)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Starter, 2 steps", (take.name,)),), "Starter, 2 steps")
    return folder


def draw_lasso(studio: Studio) -> None:
    """Draw around a sound of the effects, as a hand does."""
    context = studio.window.context
    canvas = studio.window.lanes.lanes["FX"].canvas
    context.view.set_tool(Tool.LASSO)
    canvas.setFocus()
    width, height = canvas.width(), canvas.height()
    turns = [2 * math.pi * step / _LASSO_POINTS for step in range(_LASSO_POINTS + 1)]
    points = [
        QPoint(
            round(width * (0.5 + 0.12 * math.cos(turn) * (1 + 0.2 * math.sin(3 * turn)))),
            round(height * (0.55 + 0.36 * math.sin(turn))),
        )
        for turn in turns
    ]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
        studio.wait(0.01)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])


def take_report(folder: Path, home: Path, out: Path) -> None:
    """The page of a review."""
    page = home / "report.html"
    cass(["review", str(folder), "--report", str(page)])
    width, height = SMALL_PX
    take_page(page, out / "report.png", (width, 2 * height))


def main() -> int:
    """Take all of them."""
    home, out = Path(sys.argv[1]), Path(sys.argv[2])
    studio = Studio(home, out, "", set())
    context = studio.window.context
    studio.window.resize(*SMALL_PX)
    studio.window.open_path(home / "Movies" / "demo.mov")
    studio.wait_until(lambda: context.project.is_decoded)
    folder = write_take(studio, moved_stems(home / "Movies"))
    studio.wait(0.5)
    context.reviewing.start()
    studio.wait_until(lambda: not context.reviewing.busy)
    context.view.show_lanes({"FILM", "WPR"})
    context.reviewing.step(1)
    context.view.show_span(context.project.whole)
    studio.settle()
    studio.take("review")
    context.view.show_lanes({DIFFERENCE_CODE})
    context.reviewing.accept()
    context.view.set_focus("FX")
    draw_lasso(studio)
    studio.settle()
    studio.take("lasso")
    take_report(folder, home, out)
    take_delivery_report(folder, home, out)
    studio.close()
    os._exit(0)


if __name__ == "__main__":
    main()
